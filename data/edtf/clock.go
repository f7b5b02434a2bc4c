package edtf

// clock reads the time of day that starts with the T at i; the date began at
// from.
func (p *parser) clock(pt *point, from, i, to int, allowed bool) (int, error) {
	if !allowed {
		return i, p.fail(i, "give the day alone", "a time of day cannot stand in an interval or set")
	}
	if pt.parts < 3 {
		return i, p.fail(i, "", "a time of day needs year, month and day before it")
	}
	if pt.all() != 0 || pt.year.unspecified || !pt.month.exact() || !pt.day.exact() {
		return i, p.fail(i, "give the day alone", "a time of day needs a date without qualifiers and unspecified digits")
	}
	return p.timeOfDay(&pt.clock, i+1, to)
}

func (p *parser) timeOfDay(c *clock, i, to int) (int, error) {
	start := i
	if to < i+8 || p.s[i+2] != ':' || p.s[i+5] != ':' {
		return i, p.fail(i, "", "a time of day is written hh:mm:ss, as 23:20:30")
	}
	h, ok1 := p.two(i, 23)
	m, ok2 := p.two(i+3, 59)
	s, ok3 := p.two(i+6, 60)
	if !ok1 || !ok2 || !ok3 || s == 60 && m != 59 {
		return i, p.fail(i, "", "there is no time of day %s", p.s[i:i+8])
	}
	c.given, c.second = true, h*3600+m*60+min(s, 59) // a leap second counts as the one before
	i, err := p.zone(c, i+8, to)
	c.text = p.s[start:i]
	return i, err
}

// zone reads Z, +hh, -hh, +hh:mm or -hh:mm.
func (p *parser) zone(c *clock, i, to int) (int, error) {
	if i >= to || p.s[i] != 'Z' && p.s[i] != '+' && p.s[i] != '-' {
		return i, nil
	}
	c.zoned = true
	if p.s[i] == 'Z' {
		return i + 1, nil
	}
	end := i + 3
	if to > end {
		end = i + 6
	}
	var h, m int32
	ok := to >= end
	if ok {
		h, ok = p.two(i+1, 23)
	}
	if ok && end == i+6 {
		m, ok = p.two(i+4, 59)
		ok = ok && p.s[i+3] == ':'
	}
	if !ok || p.s[i] == '-' && h+m == 0 {
		return i, p.fail(i, "for UTC write Z", "a zone is written Z, +08 or +08:00")
	}
	c.offset = h*3600 + m*60
	if p.s[i] == '-' {
		c.offset = -c.offset
	}
	return end, nil
}

// two reads two digits up to a greatest value.
func (p *parser) two(i int, most int32) (int32, bool) {
	if !isDigit(p.s[i]) || !isDigit(p.s[i+1]) {
		return 0, false
	}
	n := int32(p.s[i]-'0')*10 + int32(p.s[i+1]-'0')
	return n, n <= most
}
