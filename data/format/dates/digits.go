package dates

import (
	"fmt"
	"strings"
)

func (r *reader) oneNumber(t token) (parts, bool) {
	p := none()
	switch len(t.text) {
	case 1, 2:
		p.short, p.day, p.form = -1, t.n, "a number"
	case 3:
		return doubted("a number of three digits", "a year has four: 0988", "0"+t.text), true
	case 4:
		p.year, p.form = fmt.Sprintf("%04d", t.n), "year"
		r.number = true
	case 5:
		return r.counted(t.text), true
	case 6:
		r.number = true
		return r.sixDigits(t), true
	case 8:
		r.number = true
		return r.eightDigits(t), true
	case 12, 14:
		r.number = true
		return r.compactTime(t), true
	case 9, 10, 13:
		r.number = true
		return r.epoch(t.text), true
	default:
		return doubted("a number, no date", ""), true
	}
	return p, true
}

// sixDigits is year and month, or a date with a year of two digits.
func (r *reader) sixDigits(t token) parts {
	a, b, c := t.n/10000, t.n/100%100, t.n%100
	all := []choice{{dayFirst, short(c, b, a, "ddmmyy")}, {monthFirst, short(c, a, b, "mmddyy")}, {yearFirst, short(a, b, c, "yymmdd")}}
	if year := t.n / 100; year >= 1500 && year < 2200 && c <= 12 {
		all = append(all, choice{asMonth, ymd(year, c, 0, "yyyymm")})
	}
	return r.choose("6", "write the date with hyphens: 2015-06", "", all...)
}

// eightDigits is a date; in the order of ISO where that gives one.
func (r *reader) eightDigits(t token) parts {
	all := []choice{{yearFirst, ymd(t.n/10000, t.n/100%100, t.n%100, "yyyymmdd")}}
	if year := t.n % 10000; year >= 1000 && year < 2200 {
		all = append(all, choice{dayFirst, ymd(year, t.n/10000%100, t.n/1000000, "ddmmyyyy")}, choice{monthFirst, ymd(year, t.n/1000000, t.n/10000%100, "mmddyyyy")})
	}
	standard := yearFirst
	if year := t.n / 10000; year < 1000 || year >= 2200 {
		standard = ""
	}
	return r.choose("8", orderHint, standard, all...)
}

// compactTime is yyyymmddhhmm with or without seconds.
func (r *reader) compactTime(t token) parts {
	var year, month, day, hour, minute int
	if n, err := fmt.Sscanf(t.text[:12], "%04d%02d%02d%02d%02d", &year, &month, &day, &hour, &minute); n != 5 || err != nil || hour > 23 || minute > 59 {
		return doubted("a number, no date", "")
	}
	p := ymd(year, month, day, "yyyymmddhhmm")
	if year < 1500 || year > 2200 || !p.dated() {
		return doubted("a number, no date", "")
	}
	r.time = two(hour) + ":" + two(minute)
	if len(t.text) == 14 && t.text[12:] != "00" {
		r.time += ":" + t.text[12:]
	}
	if strings.Trim(t.text[8:], "0") == "" {
		r.time = ""
	}
	return p
}
