package edtf

import "strings"

// maxLength bounds the text of an expression, in bytes. Only sets come near.
const maxLength = 4096

// Parse reads an expression of any level. Spaces, lower case and the letters
// of older drafts are refused, so that a date has one spelling; the error is an
// [*Error].
func Parse(s string) (Date, error) {
	known, place, ok := lately(s)
	if ok {
		return known, nil
	}
	e, err := parseExpr(s)
	if err != nil {
		return Date{}, withHint(err)
	}
	d, err := e.date(s)
	if err != nil {
		return Date{}, withHint(err)
	}
	return keep(place, d), nil
}

type parser struct{ s string }

func parseExpr(s string) (expr, error) {
	p := &parser{s}
	switch {
	case s == "":
		return expr{}, p.fail(0, "leave the date out where none is known", "there is nothing here")
	case len(s) > maxLength:
		return expr{}, p.fail(maxLength, "", "the text is longer than %d bytes", maxLength)
	case strings.Trim(s, "./") == "" && strings.Contains(s, "..") || s == "/":
		return expr{}, p.fail(0, "leave the date out, or give one end: 2016/.. or [..2016]", "an expression without any date says nothing")
	case s[0] == '[' || s[0] == '{':
		return p.set()
	case strings.IndexByte(s, '/') >= 0:
		return p.interval(strings.IndexByte(s, '/'))
	}
	pt, err := p.point(0, len(s), true)
	return expr{kind: single, members: []member{{from: pt, to: pt}}}, err
}

// interval reads "a/b" with the slash at the given place.
func (p *parser) interval(slash int) (expr, error) {
	if next := strings.IndexByte(p.s[slash+1:], '/'); next >= 0 {
		return expr{}, p.fail(slash+1+next, "", "an interval has one slash")
	}
	m := member{ranged: true}
	var err error
	if m.from, m.fromEdge, err = p.end(0, slash); err != nil {
		return expr{}, err
	}
	if m.to, m.toEdge, err = p.end(slash+1, len(p.s)); err != nil {
		return expr{}, err
	}
	return expr{kind: interval, members: []member{m}}, nil
}

// end reads an end of an interval.
func (p *parser) end(from, to int) (point, edge, error) {
	switch p.s[from:to] {
	case "":
		return point{}, unknown, nil
	case "..":
		return point{}, open, nil
	}
	pt, err := p.point(from, to, false)
	return pt, dated, err
}

var closing = map[byte]byte{'[': ']', '{': '}'}

// set reads [..] and {..}.
func (p *parser) set() (expr, error) {
	e := expr{kind: oneOf}
	if p.s[0] == '{' {
		e.kind = allOf
	}
	last, want := len(p.s)-1, closing[p.s[0]]
	if last == 0 || p.s[last] != want {
		return e, p.fail(len(p.s), "", "the set is not closed with %q", string(want))
	}
	if last == 1 {
		return e, p.fail(1, "", "the set is empty")
	}
	for from := 1; from <= last; {
		to := last
		if i := strings.IndexByte(p.s[from:last], ','); i >= 0 {
			to = from + i
		}
		m, err := p.member(from, to, from == 1, to == last)
		if err != nil {
			return e, err
		}
		e.members = append(e.members, m)
		from = to + 1
	}
	return e, nil
}

// member reads a date, a..b, and in the first and last place ..b and a.. .
func (p *parser) member(from, to int, first, last bool) (member, error) {
	if from == to {
		return member{}, p.fail(from, "", "a date is missing between the commas")
	}
	dots := strings.Index(p.s[from:to], "..")
	if dots < 0 {
		pt, err := p.point(from, to, false)
		return member{from: pt, to: pt}, err
	}
	return p.ranged(from, from+dots, to, first, last)
}

func (p *parser) ranged(from, dots, to int, first, last bool) (m member, err error) {
	m = member{ranged: true, fromEdge: open, toEdge: open}
	if dots == from && to == dots+2 {
		return m, p.fail(from, "give one end: [..2016] or [2016..]", "a range without any date says nothing")
	}
	if dots > from {
		m.fromEdge = dated
		if m.from, err = p.point(from, dots, false); err != nil {
			return m, err
		}
	} else if !first {
		return m, p.fail(from, "", "\"..\" for \"or earlier\" stands before the first date of a set only")
	}
	if to > dots+2 {
		m.toEdge = dated
		m.to, err = p.point(dots+2, to, false)
	} else if !last {
		return m, p.fail(dots, "", "\"..\" for \"or later\" stands after the last date of a set only")
	}
	return m, err
}
