package table

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// delimiters are the signs that may stand between cells.
const delimiters = ",;\t|"

// delimiter finds the sign between the cells of a CSV text: the one that splits
// most of the first rows into the same number of cells. hint is taken where
// nothing speaks for another: a tab for a .tsv file. A first line "sep=;" says
// it; skip is then 1.
func delimiter(head string, hint rune) (sign rune, skip int) {
	first, _, _ := strings.Cut(head, "\n")
	if said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, "\r\" ")), "sep="); ok && said != "" {
		return rune(said[0]), 1
	}
	if strings.HasPrefix(strings.ToLower(first), "sep=\t") {
		return '\t', 1
	}
	best := evenness{}
	for _, d := range delimiters {
		if e := evennessOf(head, d); e.better(best, d == hint) {
			best, sign = e, d
		}
	}
	if best.width < 2 {
		return hint, 0
	}
	return sign, 0
}

// evenness is how well a delimiter splits rows alike.
type evenness struct {
	width int     // the most frequent number of cells, above one
	share float64 // of rows that have it
	from  int     // the first of them
}

// better compares; a later first row of the usual width means that a header was
// not split.
func (e evenness) better(o evenness, hinted bool) bool {
	switch {
	case e.width < 2 || o.width < 2:
		return e.width > o.width
	case e.share != o.share:
		return e.share > o.share
	case e.from != o.from:
		return e.from < o.from
	case hinted:
		return true
	}
	return e.width > o.width
}

// sampleRows is how many rows are looked at to find the delimiter.
const sampleRows = 100

func evennessOf(head string, d rune) evenness {
	counts, rows := map[int]int{}, 0
	first := map[int]int{}
	for _, cells := range sample(head, d) {
		n := len(cells)
		if counts[n]++; counts[n] == 1 {
			first[n] = rows
		}
		rows++
	}
	e := evenness{}
	for n, count := range counts {
		share := float64(count) / float64(rows)
		if n > 1 && (share > e.share || share == e.share && n > e.width) {
			e = evenness{n, share, first[n]}
		}
	}
	return e
}

// sample reads the first rows, quotes as they come; the last one, which may be
// cut, is left aside where there are others.
func sample(head string, d rune) [][]string {
	r := csv.NewReader(strings.NewReader(head))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = d, -1, true
	var rows [][]string
	for len(rows) < sampleRows {
		cells, err := r.Read()
		if err != nil {
			break
		}
		rows = append(rows, cells)
	}
	if len(rows) > 1 && len(rows) < sampleRows && !strings.HasSuffix(head, "\n") && len(head) >= headSize {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// headSize is how much of a file is looked at to find its delimiter.
const headSize = 64 << 10

// cutRune drops a letter that the end of the head has cut.
func cutRune(b []byte) []byte { return bytes.ToValidUTF8(b, nil) }
