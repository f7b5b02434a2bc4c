package edtf

import "strings"

// Words says the date in English and no more than the date says: an open end is
// not "today", one date among several is not a span. The zero Date has no
// words.
func (d Date) Words() string {
	e, err := parseExpr(d.text)
	if err != nil { // only the zero Date
		return ""
	}
	m := &e.members[0]
	switch {
	case e.kind == interval:
		return m.intervalWords()
	case len(e.members) > 1 || e.kind == allOf:
		return e.setWords()
	case m.ranged:
		return m.oneOfRange()
	}
	return m.from.words()
}

func (m *member) intervalWords() string {
	switch {
	case m.fromEdge == open:
		return "until " + m.to.inner() + ", open start"
	case m.fromEdge == unknown:
		return "until " + m.to.inner() + ", start unknown"
	case m.toEdge == open:
		return "from " + m.from.inner() + ", open end"
	case m.toEdge == unknown:
		return "since " + m.from.inner() + ", end unknown"
	}
	if m.from.text == m.to.text {
		return m.within()
	}
	from, to := m.pair()
	return from + " to " + to
}

// within says an interval whose ends are the same date.
func (m *member) within() string {
	if m.from.plainDay() {
		return m.from.words()
	}
	return "within " + m.from.inner()
}

// oneOfRange says a set of one range that means one of its dates.
func (m *member) oneOfRange() string {
	if m.fromEdge == dated && m.toEdge == dated {
		from, to := m.pair()
		return "between " + from + " and " + to
	}
	if m.toEdge == dated && m.to.plainDay() {
		day, _ := m.to.first()
		return "before " + dayWords(day+1)
	}
	return m.orWords()
}

// orWords says a member of a set that means one of its dates.
func (m *member) orWords() string {
	switch {
	case !m.ranged:
		return m.from.inner()
	case m.fromEdge == open:
		return m.to.inner() + " or earlier"
	case m.toEdge == open:
		return m.from.inner() + " or later"
	}
	from, to := m.pair()
	return from + " to " + to
}

// andWords says a member of a set that means all of its dates.
func (m *member) andWords() string {
	switch {
	case !m.ranged:
		return m.from.inner()
	case m.fromEdge == open:
		return m.to.every() + " up to " + m.to.inner()
	case m.toEdge == open:
		return m.from.every() + " from " + m.from.inner() + " on"
	}
	from, to := m.pair()
	return m.from.every() + " from " + from + " to " + to
}

// every names what a range counts in.
func (pt *point) every() string {
	if pt.season() > 0 || pt.year.unspecified || pt.year.estimated() {
		return "all"
	}
	return "every " + partNames[pt.parts-1]
}

func (e expr) setWords() string {
	words, join, ranged := make([]string, len(e.members)), "or", false
	for i := range e.members {
		m := &e.members[i]
		ranged = ranged || m.ranged
		if e.kind == allOf {
			join = "and"
			words[i] = m.andWords()
		} else {
			words[i] = m.orWords()
		}
	}
	return list(words, join, ranged || len(words) > 2)
}

// list joins words as "a, b or c"; with a comma before the last as well where
// asked.
func list(words []string, join string, comma bool) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	if comma {
		join = ", " + join + " "
	} else {
		join = " " + join + " "
	}
	return strings.Join(words[:last], ", ") + join + words[last]
}

// pair says both ends of a range, what they share once: "7", "13 November
// 2016".
func (m *member) pair() (from, to string) {
	from, to = m.from.inner(), m.to.inner()
	a, b := &m.from, &m.to
	if !a.plain() || !b.plain() || a.parts != b.parts || a.parts == 1 || a.year != b.year || a.season() > 0 || b.season() > 0 {
		return from, to
	}
	if a.parts == 2 {
		return monthNames[a.month.value()], to
	}
	from = a.day.words()
	if a.month != b.month {
		from += " " + monthNames[a.month.value()]
	}
	return from, to
}

// plain tells whether all digits are given and nothing qualifies them.
func (pt *point) plain() bool {
	return pt.all() == 0 && !pt.year.unspecified && !pt.year.estimated() &&
		(pt.parts < 2 || pt.month.exact()) && (pt.parts < 3 || pt.day.exact())
}

func (pt *point) plainDay() bool { return pt.parts == 3 && pt.plain() && !pt.clock.given }

// dayWords says a day: "9 December 2017".
func dayWords(day int64) string {
	y, m, d := civilOf(day)
	return decimal(int64(d)) + " " + monthNames[m] + " " + yearNumber(y)
}
