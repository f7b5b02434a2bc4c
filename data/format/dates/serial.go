package dates

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/redthread/redthread/data/edtf"
)

// Serial is the date of a number of days as spreadsheets count them, and its
// time of day as hh:mm or hh:mm:ss, empty at midnight. Counted from 1900, day 1
// is 1 January 1900, and day 60 is 29 February 1900, which never was; counted
// from 1904, day 0 is 1 January 1904.
func Serial(days float64, from1904 bool) (edtf.Date, string, *Doubt) {
	doubt := func(what string) (edtf.Date, string, *Doubt) { return edtf.Date{}, "", &Doubt{What: what} }
	seconds := math.Round(days * 86400)
	whole := math.Floor(seconds / 86400)
	switch {
	case math.IsNaN(days) || whole < 0 || whole > 2958465:
		return doubt("a number that no spreadsheet shows as a date")
	case whole == 0 && !from1904 && seconds > 0:
		return doubt("a time of day without a date")
	case whole == 0 && !from1904:
		return doubt("day 0 of a spreadsheet (1900-01-00) is no date")
	case whole == 60 && !from1904:
		return doubt("day 60 of a spreadsheet, 29 February 1900, never was")
	}
	first := time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	if !from1904 {
		first = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if whole < 60 {
			first = first.AddDate(0, 0, 1)
		}
	}
	date, err := edtf.Parse(first.AddDate(0, 0, int(whole)).Format("2006-01-02"))
	if err != nil {
		return doubt("a number that no spreadsheet shows as a date")
	}
	return date, hours(int(seconds - whole*86400)), nil
}

// hours is a second of the day as a time of day, empty at midnight.
func hours(second int) string {
	switch h, m, s := second/3600, second/60%60, second%60; {
	case second == 0:
		return ""
	case s == 0:
		return two(h) + ":" + two(m)
	default:
		return two(h) + ":" + two(m) + ":" + two(s)
	}
}

// counted reads a number of five digits as days where the column holds days.
func (r *reader) counted(text string) parts {
	r.number = true
	days, err := strconv.ParseFloat(text, 64)
	if err != nil || days < 20000 || days >= 60000 {
		return doubted("a number, no date", "")
	}
	from1900, clock, _ := Serial(days, false)
	from1904, _, _ := Serial(days, true)
	if !r.days {
		return doubted("a number, which may be a day as spreadsheets count them", "call the column date, or write the dates out", from1900.String(), from1904.String())
	}
	p := none()
	p.whole, p.form, p.note = from1900.String(), formNumber, "a number of days counted from 1900, as spreadsheets do by default"
	if r.opt.From1904 {
		p.whole, p.note = from1904.String(), "a number of days counted from 1904, as the workbook does"
	}
	r.time = clock
	return p
}

// epoch reads seconds or milliseconds from 1970. Nine digits are the years
// before September 2001, and too likely something else where no value of the
// column has ten.
func (r *reader) epoch(text string) parts {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return doubted("a number, no date", "")
	}
	shape, note := "unix", "seconds from 1970, in UTC"
	if len(text) == 13 {
		n, note = n/1000, "milliseconds from 1970, in UTC"
	}
	at := time.Unix(n, 0).UTC()
	if r.votes != nil && len(text) == 10 {
		r.votes.vote(shape, "seconds")
	}
	if len(text) == 9 && r.Column.votes[shape] == nil || at.Year() > 2200 {
		return doubted("a number, no date", "", fmt.Sprintf("%04d-%02d-%02d", at.Year(), at.Month(), at.Day()))
	}
	p := none()
	p.whole, p.form, p.note = at.Format("2006-01-02"), note, note
	r.time = hours(int(((n%86400)+86400)%86400)) + "Z"
	if r.time == "Z" {
		r.time = "00:00Z"
	}
	return p
}

// ordinalDay is a day of the year, as ISO writes it: 2015-154.
func ordinalDay(year, day int) parts {
	at := time.Date(year, 1, day, 0, 0, 0, 0, time.UTC)
	if at.Year() != year {
		return doubted("there is no such day", "")
	}
	p := none()
	p.whole, p.form, p.note = at.Format("2006-01-02"), "day of the year", "the day is counted from 1 January"
	return p
}

// week is a week of ISO 8601 or a day of it: 2015-W23, 2015-W23-3. day is 0 for
// all of the week.
func week(year, number, day int) parts {
	if number < 1 || number > 53 {
		return doubted("there is no such week", "")
	}
	first := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	monday := first.AddDate(0, 0, -int(first.Weekday()+6)%7+7*(number-1))
	if _, w := monday.ISOWeek(); w != number || day > 7 {
		return doubted("there is no such week", "")
	}
	p := none()
	p.whole, p.form, p.note = monday.Format("2006-01-02")+"/"+monday.AddDate(0, 0, 6).Format("2006-01-02"), "week", "a week of ISO 8601: Monday to Sunday"
	if day > 0 {
		p.whole = monday.AddDate(0, 0, day-1).Format("2006-01-02")
	}
	return p
}
