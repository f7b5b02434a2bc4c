package edtf

// point reads a date in p.s[from:to].
func (p *parser) point(from, to int, clockAllowed bool) (point, error) {
	pt := point{text: p.s[from:to]}
	if from == to {
		return pt, p.fail(from, "", "a date is missing here")
	}
	i, err := p.part(&pt, 0, from, to)
	for err == nil && i < to && p.s[i] == '-' && pt.parts < 3 {
		if pt.year.long || pt.year.significant > 0 {
			return pt, p.fail(i, "", "a year with Y or S stands alone, without month or day")
		}
		i, err = p.part(&pt, pt.parts, i+1, to)
	}
	if err != nil {
		return pt, err
	}
	if i < to && p.s[i] == 'T' {
		if i, err = p.clock(&pt, from, i, to, clockAllowed); err != nil {
			return pt, err
		}
	}
	if i < to {
		return pt, p.unexpected(i, &pt)
	}
	return pt, p.possible(&pt)
}

// part reads year, month or day with the qualifiers at its left and right. A
// qualifier on the left is the part's own; one on the right is that of all
// parts so far.
func (p *parser) part(pt *point, index, i, to int) (int, error) {
	if i < to {
		if m, ok := markOf(p.s[i]); ok {
			pt.mark(index, index, m)
			i++
		}
	}
	pt.at[index] = i
	var err error
	if index == 0 {
		i, err = p.year(&pt.year, i, to)
	} else {
		i, err = p.pair(pt, index, i, to)
	}
	if err != nil {
		return i, err
	}
	pt.parts = index + 1
	if i < to {
		if m, ok := markOf(p.s[i]); ok {
			pt.mark(0, index, m)
			i++
		}
	}
	return i, nil
}

func (pt *point) mark(first, last int, m mark) {
	for i := first; i <= last; i++ {
		pt.marks[i] |= m
	}
	if m&approximate != 0 && (pt.width == 0 || last+1 < pt.width) {
		pt.width = last + 1
	}
}

var partNames = [3]string{"year", "month", "day"}

// pair reads the two digits of a month or day.
func (p *parser) pair(pt *point, index, i, to int) (int, error) {
	j := digitsEnd(p.s, i, to)
	if j == i && j < to && (p.s[j] == 'W' || p.s[j] == 'w') {
		return i, p.fail(i, "", "a week is no date of EDTF")
	}
	if j-i != 2 {
		return i, p.fail(i, "", "the %s needs two digits, not %q", partNames[index], p.s[i:j])
	}
	v := pattern{p.s[i], p.s[i+1]}
	if index == 2 {
		if s := pt.season(); s >= 21 && s <= 41 {
			return i, p.fail(i, "", "a season, quarter or half has no day")
		}
		pt.day = v
		return j, nil
	}
	pt.month = v
	return j, nil
}

// digitsEnd is the end of a run of digits and X.
func digitsEnd(s string, i, to int) int {
	for i < to && (isDigit(s[i]) || s[i] == 'X') {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// unexpected says what is wrong with what is left over.
func (p *parser) unexpected(i int, pt *point) error {
	c := p.s[i]
	if _, ok := markOf(c); ok {
		if _, twice := markOf(p.s[i-1]); twice {
			return p.fail(i, "for uncertain and approximate together write %", "one qualifier at a place is enough")
		}
		return p.fail(i, "", "a qualifier cannot stand here")
	}
	if c == '-' {
		return p.fail(i, "", "nothing can follow the day but a time")
	}
	return p.fail(i, "", "%q cannot stand after the %s", firstRune(p.s[i:]), partNames[pt.parts-1])
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

var monthNames = [13]string{"", "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

// possible checks that the calendar has such a date.
func (p *parser) possible(pt *point) error {
	if pt.parts == 1 || pt.season() >= 21 && pt.season() <= 41 {
		return nil
	}
	if !anyMonth(pt.month) {
		return p.fail(pt.at[1], "months are 01 to 12, seasons and parts of a year 21 to 41", "there is no month %s", pt.month)
	}
	if pt.parts < 3 {
		return nil
	}
	if _, ok := pt.first(); ok {
		return nil
	}
	return p.noSuchDay(pt, pt.at[2])
}

func (p *parser) noSuchDay(pt *point, at int) error {
	if m := pt.month; m.exact() && pt.day.exact() && pt.day.value() > 0 && !pt.year.unspecified {
		y, _ := pt.year.span()
		return p.fail(at, "leave the day out if it is not known", "%s %s has %d days, not %d", monthNames[m.value()], pt.yearText(), daysIn(y, m.value()), pt.day.value())
	}
	return p.fail(at, "", "there is no day %s in any such month", pt.day)
}

func (pt point) yearText() string {
	if pt.year.negative {
		return "-" + pt.year.digits
	}
	return pt.year.digits
}

func (p pattern) String() string { return string(p[:]) }

func anyMonth(p pattern) bool {
	for m := 1; m <= 12; m++ {
		if p.matches(m) {
			return true
		}
	}
	return false
}
