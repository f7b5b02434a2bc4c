package edtf

// date works out what the expression says about its start and end.
func (e expr) date(text string) (Date, error) {
	d := Date{text: text, precision: Second}
	for i := range e.members {
		d.note(&e.members[i])
	}
	switch e.kind {
	case single:
		d.start = e.members[0].from.limits()
		d.end = d.start
	case interval:
		d.flags |= isSpan
		d.start, d.end = e.members[0].limits()
		d.edges(e.members[0].fromEdge, e.members[0].toEdge)
	default:
		d.start, d.end = e.setLimits()
	}
	if e.kind == allOf && (len(e.members) > 1 || e.members[0].ranged) {
		d.flags |= isSpan
		d.edges(e.members[0].fromEdge, e.members[len(e.members)-1].toEdge)
	}
	for _, m := range e.members {
		if err := m.ordered(text); err != nil {
			return Date{}, err
		}
	}
	return d, nil
}

// note takes over qualifiers and precision of a member.
func (d *Date) note(m *member) {
	for _, pt := range m.points() {
		if pt.all()&doubtful != 0 {
			d.flags |= isUncertain
		}
		if pt.all()&approximate != 0 || pt.year.estimated() {
			d.flags |= isApproximate
		}
		d.precision = min(d.precision, pt.precision())
	}
}

func (d *Date) edges(from, to edge) {
	for _, f := range []struct {
		is   bool
		flag flags
	}{{from == open, openStart}, {from == unknown, unknownStart}, {to == open, openEnd}, {to == unknown, unknownEnd}} {
		if f.is {
			d.flags |= f.flag
		}
	}
}

// points are the dates written in a member.
func (m *member) points() []*point {
	switch {
	case !m.ranged || m.toEdge != dated:
		return []*point{&m.from}
	case m.fromEdge != dated:
		return []*point{&m.to}
	}
	return []*point{&m.from, &m.to}
}

// limits are those of start and end of an interval or range.
func (m *member) limits() (start, end limits) {
	if m.fromEdge == dated {
		start = m.from.limits()
	}
	if m.toEdge == dated {
		end = m.to.limits()
	}
	narrow(&start, &end)
	return start, end
}

// narrow makes the limits of a start and an end respect that the start is not
// after the end.
func narrow(start, end *limits) {
	if end.hasLatest && (!start.hasLatest || end.latest.Before(start.latest)) {
		start.latest, start.hasLatest = end.latest, true
		start.uncertain = start.uncertain || end.uncertain
	}
	if start.hasEarliest && (!end.hasEarliest || end.earliest.Before(start.earliest)) {
		end.earliest, end.hasEarliest = start.earliest, true
		end.uncertain = end.uncertain || start.uncertain
	}
}

// ordered refuses an interval or range that ends before it starts.
func (m *member) ordered(text string) error {
	if !m.ranged || m.fromEdge != dated || m.toEdge != dated {
		return nil
	}
	from, to := m.from.limits(), m.to.limits()
	if !to.latest.Before(from.earliest) {
		return nil
	}
	p := &parser{text}
	swap := ""
	if text[0] != '[' && text[0] != '{' {
		swap = "write " + m.to.text + "/" + m.from.text + " if they are swapped"
	}
	return p.fail(m.to.at[0], swap, "the end %s lies before the start %s", m.to.text, m.from.text)
}

// setLimits are those of a set: of one of its dates, or of the first and the
// last of all of them.
func (e expr) setLimits() (start, end limits) {
	for i := range e.members {
		from, to := e.members[i].setLimits()
		if i == 0 {
			start, end = from, to
			continue
		}
		start, end = start.least(from), end.greatest(to)
	}
	if e.kind == allOf {
		return start, end
	}
	either := limits{
		earliest: start.earliest, hasEarliest: start.hasEarliest,
		latest: end.latest, hasLatest: end.hasLatest,
		uncertain: start.uncertain || end.uncertain,
	}
	return either, either
}

func (m *member) setLimits() (start, end limits) {
	if m.ranged {
		return m.limits()
	}
	start = m.from.limits()
	return start, start
}

// least are the limits of the earlier of two moments.
func (l limits) least(o limits) limits {
	if !o.hasEarliest || l.hasEarliest && o.earliest.Before(l.earliest) {
		l.earliest, l.hasEarliest = o.earliest, o.hasEarliest
	}
	if !l.hasLatest || o.hasLatest && o.latest.Before(l.latest) {
		l.latest, l.hasLatest = o.latest, o.hasLatest
	}
	l.uncertain = l.uncertain || o.uncertain
	return l
}

// greatest are the limits of the later of two moments.
func (l limits) greatest(o limits) limits {
	if !l.hasEarliest || o.hasEarliest && l.earliest.Before(o.earliest) {
		l.earliest, l.hasEarliest = o.earliest, o.hasEarliest
	}
	if !o.hasLatest || l.hasLatest && l.latest.Before(o.latest) {
		l.latest, l.hasLatest = o.latest, o.hasLatest
	}
	l.uncertain = l.uncertain || o.uncertain
	return l
}
