package gexf

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// clock reads moments. GEXF counts time in dates or in numbers that it does not
// explain: numbers are years where all of the file look like years.
type clock struct {
	format string      // of the graph, lower case: date, datetime, double, integer; may be empty
	years  func() bool // whether all numbers of the file look like years; asked only where there are numbers

	seen map[spell]said // dates come again and again
}

// said is what a spell says.
type said struct {
	date      edtf.Date
	exact, ok bool
	notes     []string
}

// maxSeen bounds how many spells are remembered.
const maxSeen = 10_000

// moment is what a text says of time.
type moment struct {
	date  edtf.Date // a day, month or year; zero: none
	exact bool      // the date says all of the text
	note  string    // what was concluded; may be empty
}

var (
	day    = regexp.MustCompile(`^(-?[0-9]{4})(-[0-9]{2})?(-[0-9]{2})?(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?))?(Z|[+-][0-9]{2}:?[0-9]{2})?$`)
	number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)
)

// dated tells formats in which a large number counts milliseconds.
func (c *clock) dated() bool { return strings.HasPrefix(c.format, "date") || c.format == "timestamp" }

// moment reads a text; its date is zero where that is none.
func (c *clock) moment(text string) moment {
	if number.MatchString(text) {
		f, _ := strconv.ParseFloat(text, 64)
		switch {
		case c.dated() && math.Abs(f) >= 1e10 && math.Abs(f) < 1e14:
			days := int64(math.Floor(f / 86_400_000))
			return moment{date: parsed(civil(days).String()), note: "a number in a file of dates: read as milliseconds since 1970, UTC"}
		case !yearLike(f), !c.dated() && !c.years():
			return moment{}
		}
		return moment{date: parsed(strconv.Itoa(int(f))), exact: len(text) == 4, note: "numbers of the file's time all look like years: read as years"}
	}
	m := day.FindStringSubmatch(text)
	if m == nil {
		return moment{}
	}
	clock := strings.Trim(m[4], "0:.,")
	return moment{date: parsed(m[1] + m[2] + m[3]), exact: clock == "" && m[5] == ""}
}

func isYear(text string) bool {
	f, err := strconv.ParseFloat(text, 64)
	return err == nil && yearLike(f)
}

func yearLike(f float64) bool { return f == math.Trunc(f) && f >= 1000 && f < 3000 }

// parsed is a date, zero for a text that is none: month 13.
func parsed(text string) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// date is what a spell says as EDTF. exact tells whether nothing of it is lost;
// ok is false where a side is no date.
func (c *clock) date(s spell) (d edtf.Date, exact, ok bool, notes []string) {
	known, found := c.seen[s]
	if !found {
		known.date, known.exact, known.ok, known.notes = c.work(s)
		if c.seen == nil || len(c.seen) >= maxSeen {
			c.seen = map[spell]said{}
		}
		c.seen[s] = known
	}
	return known.date, known.exact, known.ok, known.notes
}

// work is date without memory.
func (c *clock) work(s spell) (d edtf.Date, exact, ok bool, notes []string) {
	exact = true
	texts := [2]string{"..", ".."}
	for i, side := range []string{s.start, s.end} {
		if side == "" {
			continue
		}
		m := c.moment(side)
		if m.date.IsZero() {
			return d, false, false, nil
		}
		exact = exact && m.exact
		texts[i] = m.date.String()
		if m.note != "" && (i == 0 || s.end != s.start) {
			notes = append(notes, m.note)
		}
	}
	if s.endOut && s.end != "" && texts[0] != texts[1] {
		texts[1] = before(texts[1])
		notes = append(notes, "an end that does not belong to the spell: it ends on the day, month or year before")
	}
	if s.startOut || s.endOut {
		exact = false
	}
	switch {
	case texts[0] == texts[1] && texts[0] == "..":
		return d, true, true, nil
	case texts[0] == texts[1]:
		d = parsed(texts[0])
	default:
		d = parsed(texts[0] + "/" + texts[1])
	}
	return d, exact, !d.IsZero(), notes
}
