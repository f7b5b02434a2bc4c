package timelinejs

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format/dates"
)

// moment is a date as a file writes it: in parts, or as one text.
type moment struct {
	raw                               string // as written, for reports and attributes
	year, month, day                  string
	hour, minute, second, millisecond string
	clock                             string // time of day as one text, of a spreadsheet
	whole                             string // the date as one text, of older files
	display, format                   string
	bare                              bool // its numbers are numbers, not texts
}

func (m moment) given() bool { return m.raw != "" }

// when reads a date and reports what it cannot. What the date does not hold of
// the text, a time of day too, stays as an attribute: key for the text, clock
// for the time.
func (r *reader) when(s *slide, m moment, key, clock string) edtf.Date {
	if !m.given() {
		return edtf.Date{}
	}
	date, doubt := r.day(s, m, key, clock)
	if doubt != nil {
		r.say(s, data.Warning, key, m.raw, doubt.What, doubt.Hint)
		s.keep(key, m.raw)
	}
	if !date.IsZero() || doubt != nil {
		r.clock(s, m, key, clock)
	}
	return date
}

// day is the date without its time of day, as far as it can be read.
func (r *reader) day(s *slide, m moment, key, clock string) (edtf.Date, *dates.Doubt) {
	if m.year == "" && m.whole == "" {
		if m.month+m.day+m.hour+m.clock == "" {
			return edtf.Date{}, nil
		}
		return edtf.Date{}, &dates.Doubt{What: "a date without a year is none"}
	}
	year, ok := yearText(m.year)
	switch {
	case m.whole != "", !ok && m.month+m.day == "":
		return r.whole(s, m, clock)
	case !ok:
		return edtf.Date{}, &dates.Doubt{What: "the year is not a number", Hint: "write -44 for 44 BC"}
	}
	if year == "0000" && !strings.HasPrefix(plainNumber(m.year), "-") {
		r.say(s, data.Note, key, m.raw, "year 0 is read as 1 BC, which TimelineJS writes -1", "")
	}
	return parts(year, m.month, m.day)
}

// whole reads a date that is one text, as people write it.
func (r *reader) whole(s *slide, m moment, clock string) (edtf.Date, *dates.Doubt) {
	text := firstOf(m.whole, m.year)
	if r.column == nil {
		r.column = dates.Decide(nil, r.to.Options)
	}
	read := r.column.Read(text)
	if read.Doubt != nil && strings.Contains(read.Doubt.Hint, "--date-order") {
		read.Doubt.Hint += "; TimelineJS reads the month first"
	}
	s.keep(clock, read.Time)
	return read.Date, read.Doubt
}

// parts joins a year with a month and a day. What is out of range is left out,
// and the doubt says so.
func parts(year, month, day string) (edtf.Date, *dates.Doubt) {
	date, err := edtf.Parse(year)
	if err != nil {
		return edtf.Date{}, &dates.Doubt{What: "the year is out of range"}
	}
	if month == "" && day == "" {
		return date, nil
	}
	m, ok := number(month)
	switch {
	case month == "":
		return date, &dates.Doubt{What: "a day without a month: the year is kept"}
	case !ok || m < 1 || m > 12:
		return date, &dates.Doubt{What: "there is no such month: the year is kept", Hint: "a month is a number from 1 to 12"}
	case strings.HasPrefix(year, "Y"):
		return date, &dates.Doubt{What: "a year of more than four digits stands alone: the month is left out"}
	}
	text := year + "-" + two(m)
	date = edtf.MustParse(text)
	if day == "" {
		return date, nil
	}
	if d, ok := number(day); ok && d >= 1 && d <= 31 {
		if exact, err := edtf.Parse(text + "-" + two(d)); err == nil {
			return exact, nil
		}
	}
	return date, &dates.Doubt{What: "there is no such day: the month is kept"}
}

var (
	integer  = regexp.MustCompile(`^[-+]?\d+$`)
	exponent = regexp.MustCompile(`^([-+]?)(\d+)(?:\.(\d+))?[eE]\+?(\d{1,2})$`)
	asFloat  = regexp.MustCompile(`^([-+]?\d+)\.0+$`)
)

// asCounted is the last year before Christ that TimelineJS counts as people do,
// without a year 0: it shows -44 as 44 BCE, which EDTF writes -0043. Years
// beyond are "so many million years ago".
const asCounted = 99_999

// yearText is a year as EDTF writes it.
func yearText(text string) (string, bool) {
	text = plainNumber(text)
	if !integer.MatchString(text) {
		return "", false
	}
	digits := strings.TrimLeft(strings.TrimLeft(text, "+-"), "0")
	sign := ""
	if text[0] == '-' {
		sign = "-"
	}
	if len(digits) <= 5 && sign != "" {
		if n, _ := strconv.Atoi("0" + digits); n <= asCounted && n > 0 {
			digits = strconv.Itoa(n - 1)
		}
		if digits == "0" || digits == "" {
			sign, digits = "", "0"
		}
	}
	if len(digits) > 4 {
		return "Y" + sign + digits, true
	}
	return sign + strings.Repeat("0", 4-len(digits)) + digits, true
}

var separators = strings.NewReplacer(" ", "", ",", "", "\u00a0", "", "\u2212", "-")

// plainNumber is a number as spreadsheets and JSON may write it, without
// separators, ".0" and exponent.
func plainNumber(text string) string {
	if _, err := strconv.Atoi(text); err == nil {
		return text
	}
	text = separators.Replace(text)
	if m := asFloat.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	if m := exponent.FindStringSubmatch(text); m != nil {
		if zeros, _ := strconv.Atoi(m[4]); zeros >= len(m[3]) {
			return m[1] + m[2] + m[3] + strings.Repeat("0", zeros-len(m[3]))
		}
	}
	return text
}

// number is a small number of a part of a date or time.
func number(text string) (int, bool) {
	n, err := strconv.Atoi(plainNumber(text))
	return n, err == nil
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// span is the time from start to end. An end before the start is reported and
// kept as an attribute.
func (r *reader) span(s *slide, start, end edtf.Date) edtf.Date {
	if start.Equal(end) {
		return start
	}
	span, err := edtf.Parse(start.String() + "/" + end.String())
	if err == nil {
		return span
	}
	what := "start and end make no span: the start is kept"
	if edtf.Precedes(end, start) == edtf.Certain || strings.Contains(err.Error(), "lies before the start") {
		what = "the end lies before the start: the start is kept"
	}
	r.say(s, data.Warning, "end_date", s.end.raw, what, "")
	s.keep("end_date", s.end.raw)
	return start
}

// until is the time up to an end, where nothing is said of the start.
func (r *reader) until(s *slide, end edtf.Date) edtf.Date {
	r.say(s, data.Note, "end_date", s.end.raw, "an end without a start: TimelineJS does not show the slide", "")
	span, err := edtf.Parse("/" + end.String())
	if err != nil {
		return end
	}
	return span
}
