package edtf

// Overlap is the time in which both dates can be: from the later start to the
// earlier end. It is false when their bounds do not meet, when a date is zero,
// and when nothing can be said of either end.
//
// An open end cuts nothing off the other date. An unknown end may, so what
// stays is marked "?"; so is what a doubtful end may cut. Where neither of two
// starts is surely the later, the text is the narrowest date that covers both; so
// with ends. Where start and end are known no better than each other, the two
// meet on some of the days between: "[2016-03-01..2018-04-19]".
func Overlap(a, b Date) (Date, bool) {
	if a.IsZero() || b.IsZero() {
		return Date{}, false
	}
	if a == b {
		return a, true
	}
	start, end := a.start.greatest(b.start), a.end.least(b.end)
	if start.hasEarliest && end.hasLatest && end.latest.Before(start.earliest) {
		return Date{}, false
	}
	narrow(&start, &end)
	fromA, toA := a.rims()
	fromB, toB := b.rims()
	if fromA.edge == dated && toA.edge == dated && fromB.edge == dated && toB.edge == dated {
		if d := someDay(start, end); !d.IsZero() {
			return d, true
		}
	}
	d := span(cut(fromA, fromB, start), cut(toA, toB, end))
	if d.IsZero() {
		d = halfOpen(start, end)
	}
	return d, !d.IsZero()
}

// someDay is "one of these days" where start and end have the same limits and no
// plain date says them; else zero.
func someDay(start, end limits) Date {
	if start != end || start.uncertain || !start.hasEarliest || !start.hasLatest {
		return Date{}
	}
	from, to := coverDays(start.earliest.Day, start.earliest.Day), coverDays(start.latest.Day, start.latest.Day)
	if from == "" || to == "" || from == to {
		return Date{}
	}
	if plain, err := Parse(cover(start)); err == nil && plain.start.same(start) {
		return Date{}
	}
	return MustParse("[" + from + ".." + to + "]")
}

// cut is the text of the end where two rims meet within the limits.
func cut(a, b rim, l limits) string {
	if a.edge != dated {
		a, b = b, a
	}
	switch {
	case a.edge != dated && (a.edge == unknown || b.edge == unknown):
		return ""
	case a.edge != dated:
		return ".."
	case b.edge != dated:
		text := a.says(a.limits)
		if b.edge == unknown && text != "" {
			return doubted(text)
		}
		return text
	case a.limits.same(l) && a.text != "":
		return a.within(l)
	case b.limits.same(l) && b.text != "":
		return b.within(l)
	}
	return cover(l)
}

// within is the text of the rim, doubted where the limits are.
func (r rim) within(l limits) string {
	if l.uncertain && !r.limits.uncertain {
		return doubted(r.text)
	}
	return r.text
}

// same tells whether both have the same limits, their doubts aside.
func (l limits) same(o limits) bool {
	l.uncertain = o.uncertain
	return l == o
}

// halfOpen says what is left when neither end has a text: some day from the
// earliest start on, or up to the latest end.
func halfOpen(start, end limits) Date {
	text := ""
	if start.hasEarliest {
		text = coverDays(start.earliest.Day, start.earliest.Day)
	}
	if text != "" {
		return MustParse("[" + text + "..]")
	}
	if end.hasLatest {
		text = coverDays(end.latest.Day, end.latest.Day)
	}
	if text != "" {
		return MustParse("[.." + text + "]")
	}
	return Date{}
}
