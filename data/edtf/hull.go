package edtf

import (
	"cmp"
	"slices"
)

// Hull is the span from the earliest start to the latest end. Its ends are
// written as the dates wrote them, qualifiers included; an open end stays open,
// else an unknown one unknown. Zero dates are passed over; the hull of one date
// is that date, of none the zero Date. What is only known as one of several
// dates is written with unspecified digits, which say less, never more. When
// neither end can be said, the Date is zero.
func Hull(dates ...Date) Date {
	var from, to []rim
	for _, d := range dates {
		if d.IsZero() {
			continue
		}
		start, end := d.rims()
		from, to = append(from, start), append(to, end)
	}
	if len(from) == 0 {
		return Date{}
	}
	first, last := slices.MinFunc(from, startOrder), slices.MinFunc(to, endOrder)
	if first.of == last.of {
		return first.of
	}
	if !first.limits.hasLatest { // every start is "or later"
		return first.of
	}
	if !last.limits.hasEarliest { // every end is "or earlier"
		return last.of
	}
	return span(startText(first, from), endText(last, to))
}

// startOrder tells which rim starts first: what is open, then what is unknown,
// then by date. Of two that may begin alike, the one with a latest moment does.
func startOrder(r, o rim) int {
	a, b := r.limits, o.limits
	return cmp.Or(
		cmp.Compare(edgeRank[r.edge], edgeRank[o.edge]),
		withoutFirst(a.hasEarliest, b.hasEarliest),
		a.earliest.Compare(b.earliest),
		withoutFirst(b.hasLatest, a.hasLatest),
		a.latest.Compare(b.latest),
	)
}

// endOrder tells which rim ends last, as startOrder seen from the other side.
func endOrder(r, o rim) int {
	a, b := r.limits, o.limits
	return cmp.Or(
		cmp.Compare(edgeRank[r.edge], edgeRank[o.edge]),
		withoutFirst(a.hasLatest, b.hasLatest),
		b.latest.Compare(a.latest),
		withoutFirst(b.hasEarliest, a.hasEarliest),
		b.earliest.Compare(a.earliest),
	)
}

// withoutFirst orders what lacks a moment before what has one.
func withoutFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// edgeRank orders what reaches farthest first.
var edgeRank = [...]int{open: 0, unknown: 1, dated: 2}

func startText(pick rim, all []rim) string {
	if pick.edge == open {
		return ".."
	}
	l := pick.limits
	for _, r := range all {
		l = l.least(r.limits)
	}
	if pick.edge == unknown || !l.hasEarliest {
		return ""
	}
	return pick.says(l)
}

func endText(pick rim, all []rim) string {
	if pick.edge == open {
		return ".."
	}
	l := pick.limits
	for _, r := range all {
		l = l.greatest(r.limits)
	}
	if pick.edge == unknown || !l.hasLatest {
		return ""
	}
	return pick.says(l)
}

// span is the interval of two texts, or the one date that both are; zero where
// both are missing.
func span(from, to string) Date {
	text := from + "/" + to
	if from != "" && to != "" && doubted(from) == doubted(to) {
		text = from
		if from != to {
			text = doubted(from)
		}
	}
	d, err := Parse(text)
	if err != nil { // "", "..", "/..", "../"
		return Date{}
	}
	return d
}
