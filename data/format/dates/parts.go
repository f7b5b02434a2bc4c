package dates

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/redthread/redthread/data/edtf"
)

// parts is what a text says of one date, before it is known whether that is
// enough: in "3-5 June 2015" the first date has a day alone.
type parts struct {
	year    string // as EDTF writes it: 2015, 199X, -0043
	short   int    // a year of two digits; -1 without
	unit    int    // month, or season 21 to 24, quarter 33 to 36, half 40 and 41; 0 without
	day     int    // 0 without
	zero    bool   // a month or day 00 is written
	either  bool   // day may be the year's last two digits: June 15
	weekday int    // 0 Sunday; -1 without
	whole   string // EDTF of what is no year, month and day
	form    string // how it is written, for Format
	note    string
	doubt   *Doubt
}

func none() parts { return parts{short: -1, weekday: -1} }

func doubted(what, hint string, readings ...string) parts {
	p := none()
	p.doubt = &Doubt{What: what, Hint: hint, Readings: readable(readings)}
	return p
}

// readable keeps what is EDTF, each once, in the order of time.
func readable(texts []string) []edtf.Date {
	var list []edtf.Date
	seen := map[string]bool{}
	for _, t := range texts {
		if d, err := edtf.Parse(t); err == nil && !seen[t] {
			seen[t] = true
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b edtf.Date) int { return cmp.Compare(first(a), first(b)) })
	return list
}

// first is the first day that a date may mean, counted from 1970.
func first(d edtf.Date) int64 {
	if at := d.Start().Earliest; at != nil {
		return at.Day
	}
	return math.MinInt64
}

// text is the EDTF of year, unit and day.
func (p parts) text() string {
	switch {
	case p.whole != "":
		return p.whole
	case p.unit == 0:
		return p.year
	case p.day == 0:
		return p.year + "-" + two(p.unit)
	}
	return p.year + "-" + two(p.unit) + "-" + two(p.day)
}

// dated tells whether the parts make a day or month of the calendar, in some
// century where the year has two digits.
func (p parts) dated() bool {
	for _, q := range p.centuries() {
		if _, err := edtf.Parse(q.text()); err == nil && !q.zero {
			return true
		}
	}
	return false
}

// centuries are the dates that a year of two digits may mean, today and a
// hundred years ago; the date itself where its year is whole.
func (p parts) centuries() []parts {
	if p.short < 0 {
		return []parts{p}
	}
	past, recent := p, p
	past.short, recent.short = -1, -1
	past.year, recent.year = fmt.Sprintf("19%02d", p.short), fmt.Sprintf("20%02d", p.short)
	return []parts{past, recent}
}

// inCentury settles a year of two digits by the first year of its hundred.
func (p parts) inCentury(first int) parts {
	if p.short < 0 || first <= 0 {
		return p
	}
	year := first - first%100 + p.short
	if year < first {
		year += 100
	}
	p.year, p.short = fmt.Sprintf("%04d", year), -1
	return p
}

func (p parts) texts() []string {
	var list []string
	for _, q := range p.centuries() {
		list = append(list, q.text())
	}
	return list
}

// settle makes sure that the parts are a date, or says why they are none.
func (r *reader) settle(p parts) parts {
	p = p.inCentury(r.opt.Century)
	switch {
	case p.doubt != nil || p.whole != "":
	case p.short >= 0:
		return doubted("the year has two digits", "--century 1950 reads 49 as 2049 and 50 as 1950", p.texts()...)
	case p.either:
		return r.monthAndNumber(p)
	case p.year == "" && p.unit > 0:
		return doubted("the year is missing", "")
	case p.year == "" || p.unit == 0 && p.day > 0:
		return doubted("not a date", "")
	case p.zero:
		return doubted("a month or day 00", "leave out what is not known", p.known()...)
	case p.unit > 12 && p.unit < 21:
		return doubted("there is no such month", "")
	default:
		if _, err := edtf.Parse(p.text()); err != nil {
			return doubted("there is no such day", "")
		}
		return p.onWeekday()
	}
	return p
}

// known is the date without the zeros that stand for what is not known.
func (p parts) known() []string {
	switch {
	case p.year == "0000" || p.year == "1900" && p.unit == 1:
		return nil // how databases and spreadsheets write nothing
	case p.unit == 0:
		return []string{p.year}
	}
	return []string{p.year + "-" + two(p.unit)}
}

// monthAndNumber is "June 15": a day without its year, or a year of two digits.
func (r *reader) monthAndNumber(p parts) parts {
	q := p
	q.short, q.day, q.either = p.day, 0, false
	return doubted("a month with a number that could be a day or a year", "write the year with four digits", q.inCentury(r.opt.Century).texts()...)
}

// onWeekday holds a day against the day of the week that stands beside it.
func (p parts) onWeekday() parts {
	if p.weekday < 0 || p.day == 0 {
		return p
	}
	d, err := edtf.Parse(p.text())
	if err != nil || d.Start().Earliest == nil {
		return p
	}
	if at := ((d.Start().Earliest.Day+4)%7 + 7) % 7; at != int64(p.weekday) { // day 0 was a Thursday
		return doubted("the day of the week is not that of the date", "look at the source: one of the two is wrong", p.text())
	}
	return p
}
