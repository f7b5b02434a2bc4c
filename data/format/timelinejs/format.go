package timelinejs

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
	"github.com/redthread/redthread/data/format/jsonown"
)

const name = "timelinejs"

// Format is TimelineJS, JSON in and out and the spreadsheet in.
func Format() format.Format {
	return format.Format{Name: name, Title: "TimelineJS (JSON, or its spreadsheet as CSV)", Names: []string{".json", ".jsonp", ".js", ".csv", ".tsv"},
		Detect: detect, Read: format.Each(name, read), Write: write}
}

var (
	slides    = regexp.MustCompile(`"(events|eras|title)"\s*:\s*[\[{]`)
	startDate = regexp.MustCompile(`"start_date"\s*:\s*\{`)
	ofSlide   = regexp.MustCompile(`"(headline|unique_id|display_date)"\s*:\s*"`)
	empty     = regexp.MustCompile(`"scale"\s*:\s*"(human|cosmological)",\s*("title"\s*:\s*\{.*\},\s*)?"events"\s*:\s*\[\s*\]`)
	version2  = regexp.MustCompile(`"timeline"\s*:\s*\{`)
	dates2    = regexp.MustCompile(`"(startDate|endDate)"\s*:`)
)

// detect looks for the slides of a timeline: lists of events are common, maps
// as dates are not.
func detect(_ string, head []byte) format.Confidence {
	text := plainHead(head)
	trimmed := strings.TrimSpace(text)
	if !isJSON(trimmed) {
		return detectSheet(text)
	}
	switch {
	case slides.MatchString(text) && startDate.MatchString(text), version2.MatchString(text) && dates2.MatchString(text), empty.MatchString(text):
		return format.Certain
	case slides.MatchString(text) && ofSlide.MatchString(text) && strings.Contains(text, `"text"`):
		return format.Likely
	}
	return format.No
}

// plainHead is the beginning of a text whose letters that matter are ASCII,
// in whatever Unicode encoding.
func plainHead(head []byte) string {
	head = bytes.ReplaceAll(head, []byte{0}, nil)
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	return string(bytes.ToValidUTF8(head, nil))
}

// headSize is how much of a file is looked at to tell JSON from a table.
const headSize = 64 << 10

// reader reads one file.
type reader struct {
	to       *format.Builder
	name     string
	records  int
	titled   bool // a title slide was read
	eras     map[string]int
	sections *jsonown.Sections
	column   *dates.Column // of dates that are one text, where there are several
}

func read(in format.Input, to *format.Builder) error {
	r := &reader{to: to, name: in.Name, eras: map[string]int{}, sections: jsonown.NewSections(to)}
	for _, e := range to.Heading().Eras {
		r.eras[e.ID] = 1
	}
	if isJSON(strings.TrimSpace(plainHead(in.Head(headSize)))) {
		return r.json(in)
	}
	return r.sheet(in)
}

// isJSON tells whether a text begins as JSON, in a script or alone.
func isJSON(text string) bool {
	text = text[len(wrapper.FindString(text)):]
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[")
}

// leftOut counts a record that says nothing.
func (r *reader) leftOut(s *slide, why, hint string) { r.to.LeftOut(s.sort, s.at, why, hint) }

func (r *reader) say(s *slide, severity data.Severity, field, value, what, hint string) {
	at := s.at
	at.Field, at.Value = field, value
	r.to.Say(severity, at, what, hint)
}
