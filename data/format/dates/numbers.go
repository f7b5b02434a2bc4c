package dates

import (
	"fmt"
	"strings"
)

// formNumber is how Format calls what may be any number.
const formNumber = "days counted by a spreadsheet"

// numeric reads what is made of numbers and the signs between them. ok is false
// for what has another shape.
func (r *reader) numeric(list []token) (p parts, ok bool) {
	if len(list) == 2 && list[0].sign("-") && list[1].sort == number && len(list[1].text) <= 3 {
		return doubted("a negative year", "year -43 of our calendar is 44 before Christ", yearText(-list[1].n), yearText(1-list[1].n)), true
	}
	if len(list) > 1 && list[len(list)-1].sign(".") {
		list = list[:len(list)-1]
	}
	if len(list) > 5 || len(list)%2 == 0 && !spaced(list) {
		return p, false
	}
	var n []token
	between := ""
	for i, t := range list {
		switch {
		case t.sort == number:
			n = append(n, t)
			if i > 0 && list[i-1].sort == number {
				between += " "
			}
		case t.sort == sign && strings.Contains("-/.–", t.text) && i > 0 && list[i-1].sort == number:
			between += t.text
		default:
			return p, false
		}
	}
	if len(n) == 0 || !uniform(between) {
		return p, false
	}
	switch len(n) {
	case 1:
		return r.oneNumber(n[0])
	case 2:
		return r.twoNumbers(n[0], n[1], string([]rune(between)[0]))
	case 3:
		return r.threeNumbers(n[0], n[1], n[2], string([]rune(between)[0]))
	}
	return p, false
}

// spaced tells numbers with nothing but spaces between them.
func spaced(list []token) bool {
	for _, t := range list {
		if t.sort != number {
			return false
		}
	}
	return true
}

// uniform tells whether all signs are the same.
func uniform(signs string) bool {
	first := []rune(signs + " ")[0]
	return strings.Trim(signs, string(first)) == ""
}

// ymd are the parts of a date in numbers.
func ymd(year, month, day int, form string) parts {
	p := none()
	p.year, p.unit, p.day, p.form = fmt.Sprintf("%04d", year), month, day, form
	if month == 0 || day == 0 && form != "yyyymm" && form != monthForm {
		p.zero = true
	}
	if month > 12 {
		p.unit, p.day = 13, 1 // so that no season is read
	}
	return p
}

// short is ymd with a year of two digits.
func short(year, month, day int, form string) parts {
	p := ymd(0, month, day, form)
	p.year, p.short = "", year
	return p
}

const monthForm = "year and month"

// twoNumbers are a month and its year, or two years.
func (r *reader) twoNumbers(a, b token, sep string) (parts, bool) {
	switch {
	case sep == " ":
		return parts{}, false
	case len(a.text) == 5 && sep == ".":
		return r.counted(a.text + "." + b.text), true
	case len(a.text) == 10 && sep == ".":
		return r.epoch(a.text), true
	case len(a.text) == 4 && len(b.text) == 4:
		return years(a.n, b.n), true
	case len(a.text) == 4 && len(b.text) == 3 && sep == "-" && b.n >= 1 && b.n <= 366:
		return ordinalDay(a.n, b.n), true
	case len(a.text) == 4 && len(b.text) <= 2:
		return r.yearAnd(a, b, sep), true
	case len(b.text) == 4 && len(a.text) <= 2:
		return r.choose("m"+sep+"y", "", "", choice{asMonth, ymd(b.n, a.n, 0, monthForm)}), true
	case len(a.text) <= 2 && len(b.text) <= 2 && sep != "–":
		return doubted("the year is missing", ""), true
	}
	return parts{}, false
}

// years are a span of years.
func years(from, to int) parts {
	p := none()
	p.form = "years to years"
	if p.whole = fmt.Sprintf("%04d/%04d", from, to); from > to {
		return doubted("the end lies before the start", "", fmt.Sprintf("%04d/%04d", to, from))
	}
	return p
}

// yearAnd is a year with two more digits: a month or the last year of a span.
// A hyphen is how ISO and EDTF write a month or a part of a year.
func (r *reader) yearAnd(a, b token, sep string) parts {
	var all []choice
	if sep != "–" {
		all = append(all, choice{asMonth, ymd(a.n, b.n, 0, monthForm)})
	}
	standard := tag("")
	if sep == "-" {
		standard = asMonth
		if b.n >= 21 && b.n <= 41 {
			all[0].parts.unit, all[0].parts.day, all[0].parts.note = b.n, 0, "a year with 21 to 41 is a part of that year, as EDTF writes it"
		}
	}
	last := a.n - a.n%100 + b.n
	if b.n == 0 && a.n%100 == 99 { // 1999/00
		last = a.n + 1
	}
	if last > a.n && len(b.text) == 2 && sep != "." {
		all = append(all, choice{asRange, years(a.n, last)})
	}
	if len(all) == 0 {
		return doubted("the end lies before the start", "")
	}
	return r.choose("y"+sep+"nn", "", standard, all...)
}

// threeNumbers are day, month and year in some order.
func (r *reader) threeNumbers(a, b, c token, sep string) (parts, bool) {
	switch {
	case sep == "–" || len(b.text) > 2:
		return parts{}, false
	case len(a.text) == 4 && len(c.text) <= 2:
		p := ymd(a.n, b.n, c.n, "year"+sep+"month"+sep+"day")
		if other := ymd(a.n, c.n, b.n, ""); !p.dated() && !p.zero && other.dated() {
			return doubted("there is no such month", "", other.text()), true
		}
		return r.choose("ymd", "", "", choice{yearFirst, p}), true
	case len(a.text) > 2:
		return parts{}, false
	case len(c.text) == 4:
		return r.choose("dm4"+sep, orderHint, "", r.yearLast(ymd, a, b, c, sep)...), true
	case len(c.text) == 2:
		all := r.yearLast(short, a, b, c, sep)
		if sep == "-" {
			all = append(all, choice{yearFirst, short(a.n, b.n, c.n, "yy-month-day")})
		}
		return r.choose("dm2"+sep, orderHint, "", all...), true
	}
	return parts{}, false
}

func (r *reader) yearLast(of func(year, month, day int, form string) parts, a, b, c token, sep string) []choice {
	y := strings.Repeat("y", len(c.text))
	return []choice{{dayFirst, of(c.n, b.n, a.n, "day"+sep+"month"+sep+y)}, {monthFirst, of(c.n, a.n, b.n, "month"+sep+"day"+sep+y)}}
}
