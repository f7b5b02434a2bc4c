package edtf

import (
	"strconv"
	"strings"
)

// maxDigits bounds the digits of a year, those of an exponent written out.
const maxDigits = 100

// year reads a year with its sign, its Y, its exponent and its significant
// digits.
func (p *parser) year(y *year, i, to int) (int, error) {
	if i < to && p.s[i] == 'Y' {
		y.long = true
		i++
	}
	if i < to && p.s[i] == '-' {
		y.negative = true
		i++
	}
	j := digitsEnd(p.s, i, to)
	y.digits = p.s[i:j]
	y.unspecified = strings.IndexByte(y.digits, 'X') >= 0
	if j == i && j == to {
		return i, p.fail(i, "", "a year is missing here")
	}
	if j == i {
		return i, p.fail(i, "", "a year is expected here, not %q", firstRune(p.s[i:]))
	}
	var err error
	if y.long {
		j, err = p.longYear(y, i, j, to)
	} else {
		err = p.shortYear(y, i)
	}
	if err != nil {
		return i, err
	}
	return p.significant(y, j, to)
}

func (p *parser) shortYear(y *year, i int) error {
	switch n := len(y.digits); {
	case n > 4:
		return p.fail(i, "", "a year of more than four digits starts with Y")
	case n < 4:
		return p.fail(i, "", "a year needs four digits, not %q", y.digits)
	case y.negative && y.digits == "0000":
		return p.fail(i, "write 0000", "year 0 has no sign")
	}
	return nil
}

// longYear checks the digits after Y and reads an exponent.
func (p *parser) longYear(y *year, i, j, to int) (int, error) {
	if y.unspecified {
		return j, p.fail(i, "say how many digits count: Y171010000S3", "a year with Y has no unspecified digits")
	}
	if y.digits[0] == '0' {
		return j, p.fail(i, "", "a year with Y does not start with 0")
	}
	if j < to && p.s[j] == 'E' {
		return p.exponent(y, j, to)
	}
	if len(y.digits) <= 4 {
		return j, p.fail(i, "", "Y is for years of more than four digits")
	}
	if len(y.digits) > maxDigits {
		return j, p.fail(i, "", "the year has more than %d digits", maxDigits)
	}
	return j, nil
}

func (p *parser) exponent(y *year, e, to int) (int, error) {
	n, j, err := p.number(e+1, to, "the exponent")
	if err != nil {
		return j, err
	}
	if n > maxDigits || len(y.digits)+n > maxDigits {
		return j, p.fail(e, "", "the year has more than %d digits", maxDigits)
	}
	y.digits += strings.Repeat("0", n)
	return j, nil
}

// significant reads S2 where it stands.
func (p *parser) significant(y *year, i, to int) (int, error) {
	if i >= to || p.s[i] != 'S' {
		return i, nil
	}
	if y.unspecified {
		return i, p.fail(i, "", "unspecified digits and significant digits exclude each other")
	}
	n, j, err := p.number(i+1, to, "the count of significant digits")
	if err != nil {
		return j, err
	}
	if n == 0 {
		return j, p.fail(i+1, "", "at least one digit is significant")
	}
	y.significant = n
	return j, nil
}

// number reads one to three digits.
func (p *parser) number(i, to int, what string) (n, j int, err error) {
	j = i
	for j < to && isDigit(p.s[j]) {
		j++
	}
	if j == i || j-i > 3 {
		return 0, j, p.fail(i, "", "%s needs one to three digits", what)
	}
	n, _ = strconv.Atoi(p.s[i:j])
	return n, j, nil
}

// span is the least and greatest year the digits may mean.
func (y year) span() (lo, hi int64) {
	least, most := y.extremes()
	lo, hi = clampedYear(least), clampedYear(most)
	if y.negative {
		return -hi, -max(lo, 1) // year 0 has no sign
	}
	return lo, hi
}

// extremes are the digits of the least and the greatest year, without sign.
func (y year) extremes() (least, most string) {
	if y.unspecified {
		return strings.ReplaceAll(y.digits, "X", "0"), strings.ReplaceAll(y.digits, "X", "9")
	}
	if y.significant == 0 {
		return y.digits, y.digits
	}
	bare := strings.TrimLeft(y.digits, "0")
	if len(bare) <= y.significant {
		return y.digits, y.digits
	}
	kept, rest := bare[:y.significant], len(bare)-y.significant
	return kept + strings.Repeat("0", rest), kept + strings.Repeat("9", rest)
}

// clampedYear is the number, at most yearLimit.
func clampedYear(digits string) int64 {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil { // too long for int64: digits are checked before
		return yearLimit
	}
	return clampYear(n)
}

// matches tells whether a year within the span fits the digits and their Xs.
func (y year) matches(n int64) bool {
	if y.negative {
		n = -n
	}
	for i := 3; i >= 0; i-- {
		if c := y.digits[i]; c != 'X' && int64(c-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return n == 0
}

// estimated tells whether some of the digits only give an idea.
func (y year) estimated() bool {
	return y.significant > 0 && len(strings.TrimLeft(y.digits, "0")) > y.significant
}

// unit is the number of years that the last specified digit counts.
func (y year) unit() int64 {
	digits := 0
	if y.unspecified {
		digits = len(y.digits) - len(strings.TrimRight(y.digits, "X"))
	} else if y.significant > 0 {
		digits = max(0, len(strings.TrimLeft(y.digits, "0"))-y.significant)
	}
	unit := int64(1)
	for range min(digits, 16) {
		unit *= 10
	}
	return unit
}
