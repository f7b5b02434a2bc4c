package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// SourceCoverage says which paragraphs of a source the dataset explains. The
// lists are sorted and hold each paragraph once.
type SourceCoverage struct {
	Source      SourceID `json:"source"`
	Paragraphs  int      `json:"paragraphs"`
	Cited       []int    `json:"cited"`                 // by some evidence
	NoFact      []int    `json:"no_fact"`               // declared to hold nothing
	Unexplained []int    `json:"unexplained"`           // neither
	Contradicts []int    `json:"contradicts,omitempty"` // both
}

// Coverage is one row for each source that declares how many paragraphs it
// has, by id. Places beyond the end are for Check to report.
func Coverage(ds *Dataset) []SourceCoverage {
	cited, declared := map[SourceID]tally{}, map[SourceID]tally{}
	for _, s := range ds.Sources {
		if s.Paragraphs < 1 || s.Paragraphs > maxParagraph {
			continue
		}
		cited[s.ID], declared[s.ID] = newTally(s.Paragraphs), newTally(s.Paragraphs)
		for _, n := range s.NoFact {
			declared[s.ID].add(n.At)
		}
	}
	each(ds, func(_ spot, _ string, e *Evidence) {
		if t := cited[e.Source]; t != nil {
			t.add(e.At)
		}
	})
	var rows []SourceCoverage
	for id := range cited {
		rows = append(rows, coverage(id, cited[id], declared[id]))
	}
	slices.SortFunc(rows, func(a, b SourceCoverage) int { return strings.Compare(string(a.Source), string(b.Source)) })
	return rows
}

func coverage(id SourceID, cited, declared tally) SourceCoverage {
	row := SourceCoverage{Source: id, Paragraphs: len(cited) - 2, Cited: []int{}, NoFact: []int{}, Unexplained: []int{}}
	c, d := 0, 0
	for n := 1; n <= row.Paragraphs; n++ {
		c, d = c+cited[n], d+declared[n]
		if c > 0 {
			row.Cited = append(row.Cited, n)
		}
		if d > 0 {
			row.NoFact = append(row.NoFact, n)
		}
		switch {
		case c > 0 && d > 0:
			row.Contradicts = append(row.Contradicts, n)
		case c == 0 && d == 0:
			row.Unexplained = append(row.Unexplained, n)
		}
	}
	return row
}

// tally counts how many ranges begin (up) and have ended (down) at each
// paragraph, so that a wide range costs no more than a narrow one.
type tally []int

func newTally(paragraphs int) tally { return make(tally, paragraphs+2) }

// add counts a place; one that is none, or a source without paragraphs, adds
// nothing.
func (t tally) add(place string) {
	ranges, err := Paragraphs(place)
	if err != nil {
		return
	}
	for _, r := range ranges {
		if r.From < len(t)-1 {
			t[r.From]++
			t[min(r.To+1, len(t)-1)]--
		}
	}
}

// maxParagraph bounds what a place may name: no text has more.
const maxParagraph = 100_000

// Range is a run of paragraphs, both ends included, counted from 1.
type Range struct{ From, To int }

// Paragraphs reads a place in a source: "6", "6-8" or "6, 10-12", in the order
// written. The result is never empty without an error.
func Paragraphs(place string) ([]Range, error) {
	var list []Range
	for part := range strings.SplitSeq(place, ",") {
		r, err := span(strings.TrimSpace(part))
		if err != nil {
			return nil, fmt.Errorf("%s is not a paragraph: %w", quote(place), err)
		}
		list = append(list, r)
	}
	return list, nil
}

func span(part string) (r Range, err error) {
	first, last, isRange := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
	if r.From, err = paragraph(first); err != nil || !isRange {
		r.To = r.From
		return r, err
	}
	if r.To, err = paragraph(last); err == nil && r.To < r.From {
		err = fmt.Errorf("%s ends before it starts", quote(part))
	}
	return r, err
}

func paragraph(text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 || n > maxParagraph {
		return 0, fmt.Errorf("%s is not a number from 1", quote(text))
	}
	return n, nil
}
