package edtf

// limits are the first and last second a point may mean.
func (pt *point) limits() limits {
	l := limits{hasEarliest: true, hasLatest: true, uncertain: pt.all()&doubtful != 0}
	if pt.clock.given {
		l.earliest = pt.instant()
		l.latest = l.earliest
		return l
	}
	first, _ := pt.first()
	last := pt.last()
	if pt.width > 0 {
		first, last = pt.widen(first, last)
	}
	l.earliest = Instant{Day: first}
	l.latest = Instant{Day: last, Second: lastSecond}
	return l
}

func (pt *point) instant() Instant {
	day, _ := pt.first()
	second := pt.clock.second - pt.clock.offset
	shift := floorDiv(int64(second), 86400)
	return Instant{Day: day + shift, Second: second - int32(shift)*86400}
}

// first is the first day the point may mean; not ok when there is none.
func (pt *point) first() (int64, bool) {
	lo, hi := pt.year.span()
	if pt.parts == 1 {
		return dayOf(lo, 1, 1), true
	}
	if s := pt.season(); s > 0 {
		return partOfYear[s].first(lo), true
	}
	var tried [2]bool
	for y := lo; y <= hi && !(tried[0] && tried[1]); y++ {
		if !pt.year.matches(y) || tried[leap(y)] {
			continue
		}
		if m, d := pt.firstIn(y); d > 0 {
			return dayOf(y, m, d), true
		}
		tried[leap(y)] = true
	}
	return 0, false
}

// last is the last day the point may mean, of a point that has a first.
func (pt *point) last() int64 {
	lo, hi := pt.year.span()
	if pt.parts == 1 {
		return dayOf(hi, 12, 31)
	}
	if s := pt.season(); s > 0 {
		return partOfYear[s].last(hi)
	}
	for y := hi; y > lo; y-- {
		if !pt.year.matches(y) {
			continue
		}
		if m, d := pt.lastIn(y); d > 0 {
			return dayOf(y, m, d)
		}
	}
	m, d := pt.lastIn(lo)
	return dayOf(lo, m, d)
}

func leap(y int64) int {
	if isLeap(y) {
		return 1
	}
	return 0
}

func (pt *point) firstIn(y int64) (m, d int) {
	from, to := pt.month.reach(12)
	for m := from; m <= to; m++ {
		if !pt.month.matches(m) {
			continue
		}
		if pt.parts < 3 {
			return m, 1
		}
		from, to := pt.day.reach(daysIn(y, m))
		for d := from; d <= to; d++ {
			if pt.day.matches(d) {
				return m, d
			}
		}
	}
	return 0, 0
}

func (pt *point) lastIn(y int64) (m, d int) {
	from, to := pt.month.reach(12)
	for m := to; m >= from; m-- {
		if !pt.month.matches(m) {
			continue
		}
		days := daysIn(y, m)
		if pt.parts < 3 {
			return m, days
		}
		from, to := pt.day.reach(days)
		for d := to; d >= from; d-- {
			if pt.day.matches(d) {
				return m, d
			}
		}
	}
	return 0, 0
}

// reach is where to look for a number up to most that fits.
func (p pattern) reach(most int) (from, to int) {
	if !p.exact() {
		return 1, most
	}
	n := p.value()
	return max(n, 1), min(n, most)
}

// widen adds one unit of the coarsest approximate part on either side.
func (pt *point) widen(first, last int64) (int64, int64) {
	if pt.width == 3 {
		return clampDay(first - 1), clampDay(last + 1)
	}
	months := pt.year.unit() * 12
	if pt.width == 2 {
		months = pt.monthUnit()
	}
	return addMonths(first, -months), max(last, addMonths(clampDay(last+1), months)-1)
}

// monthUnit is the length in months of what stands in the place of the month.
func (pt *point) monthUnit() int64 {
	if s := pt.season(); s > 0 {
		return int64(partOfYear[s].months)
	}
	if !pt.month.exact() {
		return 12
	}
	return 1
}

// precision is the finest part with all digits given, down from the year.
func (pt *point) precision() Precision {
	if pt.year.unspecified || pt.year.estimated() {
		return yearPrecision(pt.year.unit())
	}
	switch {
	case pt.clock.given:
		return Second
	case pt.parts == 1 || !pt.month.exact():
		return Year
	case pt.season() > 0:
		return SubYear
	case pt.parts == 2 || !pt.day.exact():
		return Month
	}
	return Day
}

func yearPrecision(unit int64) Precision {
	switch unit {
	case 1:
		return Year
	case 10:
		return Decade
	case 100:
		return Century
	case 1000:
		return Millennium
	}
	return NoPrecision
}
