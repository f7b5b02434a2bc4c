package edtf

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
	first, last := earliest(from), latest(to)
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

// earliest is the rim that starts first: open, unknown, or dated.
func earliest(rims []rim) rim {
	best := rims[0]
	for _, r := range rims[1:] {
		if r.startsBefore(best) {
			best = r
		}
	}
	return best
}

func (r rim) startsBefore(o rim) bool {
	if r.edge != o.edge && (r.edge != dated || o.edge != dated) {
		return edgeRank[r.edge] < edgeRank[o.edge]
	}
	a, b := r.limits, o.limits
	if a.hasEarliest != b.hasEarliest {
		return !a.hasEarliest
	}
	if c := a.earliest.Compare(b.earliest); c != 0 {
		return c < 0
	}
	if a.hasLatest != b.hasLatest {
		return a.hasLatest
	}
	return a.latest.Before(b.latest)
}

// latest is the rim that ends last.
func latest(rims []rim) rim {
	best := rims[0]
	for _, r := range rims[1:] {
		if r.endsAfter(best) {
			best = r
		}
	}
	return best
}

func (r rim) endsAfter(o rim) bool {
	if r.edge != o.edge && (r.edge != dated || o.edge != dated) {
		return edgeRank[r.edge] < edgeRank[o.edge]
	}
	a, b := r.limits, o.limits
	if a.hasLatest != b.hasLatest {
		return !a.hasLatest
	}
	if c := a.latest.Compare(b.latest); c != 0 {
		return c > 0
	}
	if a.hasEarliest != b.hasEarliest {
		return a.hasEarliest
	}
	return b.earliest.Before(a.earliest)
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
