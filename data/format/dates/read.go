package dates

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data/edtf"
)

// maxLength is the longest text, in bytes, that is looked at as a date.
const maxLength = 200

// reader reads one text by what its column says.
type reader struct {
	*Column
	votes  ballot // nil, but while the column is being decided
	time   string
	form   string
	number bool // the text is a plain number, which may count something else
}

// read is all that a text says.
func (r *reader) read(text string) Result {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || r.opt.IsUnknown(text):
		return Result{}
	case len(text) > maxLength:
		return Result{Doubt: &Doubt{What: "not a date: too long"}}
	}
	if d, ok := exact(text); ok {
		if day, hour, ok := strings.Cut(text, "T"); ok {
			_, time, _ := clock("t" + strings.ToLower(hour))
			return r.result(value{text: day}, time, "")
		}
		r.form = exactForm(d)
		r.number = r.form == "year"
		return Result{Date: d, Note: sentinel(text)}
	}
	label, rest := labelled(text)
	rest, time, ok := clock(strings.TrimSpace(fold(rest)))
	if !ok {
		return Result{Doubt: &Doubt{What: "there is no such time of day"}}
	}
	v, ok := r.phrase(tokens(rest), 0)
	if !ok {
		v = value{doubt: &Doubt{What: "not a date"}}
	}
	return r.result(v, time, label)
}

// exact reads EDTF. Only what has its letters is parsed: the parser spends time
// on guessing what else was meant.
func exact(text string) (edtf.Date, bool) {
	if yearAndTwo(text) || strings.Trim(text, "0123456789-/.,[]{}?~%:+XYSTEZ") != "" {
		return edtf.Date{}, false
	}
	d, err := edtf.Parse(text)
	return d, err == nil
}

// yearAndTwo tells 2004-05, which is EDTF but may be a span of years.
func yearAndTwo(text string) bool { return len(text) == len("2004-05") && text[4] == '-' }

// sentinel speaks of a date by which databases say something else.
func sentinel(text string) string {
	if text == "9999-12-31" {
		return "databases write 9999-12-31 for an end that has not come"
	}
	return ""
}

func exactForm(d edtf.Date) string {
	switch text := d.String(); {
	case len(text) == 4:
		return "year"
	case len(text) == len("2015-06-03") && d.Precision() == edtf.Day:
		return "year-month-day"
	}
	return "EDTF"
}

// result is what a phrase came to, with what stood around it.
func (r *reader) result(v value, time, label string) Result {
	if v.doubt != nil {
		return Result{Doubt: v.doubt, Label: label}
	}
	d, err := edtf.Parse(v.text)
	if err != nil {
		return Result{Doubt: &Doubt{What: unlike(err)}, Label: label}
	}
	if time == "" {
		time = r.time
	}
	if r.form = v.form; r.form == "" {
		r.form = "in words"
	}
	return Result{Date: d, Note: joinNotes(v.note, aboutLabel(label)), Time: time, Label: label}
}

// unlike says why EDTF refused what was put together.
func unlike(err error) string {
	if strings.Contains(err.Error(), "lies before the start") {
		return "the end lies before the start"
	}
	return "there is no such date"
}

func joinNotes(notes ...string) string {
	return strings.Join(slices.DeleteFunc(notes, func(s string) bool { return s == "" }), "; ")
}

// labelled takes off words before a colon: "EOW: Monday, January 3, 1791".
func labelled(text string) (label, rest string) {
	for _, words := range weekWords {
		if len(text) > len(words) && strings.EqualFold(text[:len(words)], words) && (text[len(words)] == ' ' || text[len(words)] == ':') {
			return text[:len(words)], strings.TrimLeft(text[len(words):], ": ")
		}
	}
	before, after, found := strings.Cut(text, ":")
	if !found || len(before) > 60 || strings.TrimSpace(after) == "" || !strings.ContainsFunc(before, unicode.IsLetter) || strings.ContainsFunc(before, unicode.IsDigit) {
		return "", text
	}
	return strings.TrimSpace(before), after
}

// weekLabels say that the day stands for its week.
var weekLabels = map[string]string{"eow": "the last day of its week", "week ending": "the last day of its week", "week ended": "the last day of its week", "w/e": "the last day of its week",
	"end of week": "the last day of its week", "week of": "a day of its week", "week beginning": "the first day of its week", "w/c": "the first day of its week", "w/b": "the first day of its week"}

// weekWords are the labels about weeks that need no colon.
var weekWords = slices.Sorted(maps.Keys(weekLabels))

func aboutLabel(label string) string {
	switch note := weekLabels[strings.ToLower(label)]; {
	case label == "":
		return ""
	case note != "":
		return note
	}
	return "words before the date are left aside"
}
