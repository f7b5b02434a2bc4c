package edtf

import (
	"math/big"
	"strconv"
	"strings"
)

// words says a year: "1985", "44 BC", "170,000,002", "the 1560s".
func (y year) words() string {
	switch {
	case y.unspecified:
		return y.unspecifiedWords()
	case y.estimated():
		return "about " + yearName(y.negative, y.digits) + " (" + y.years() + ")"
	}
	return yearName(y.negative, y.digits)
}

// years says the least and the greatest year: "1900 to 1999".
func (y year) years() string {
	least, most := y.extremes()
	if y.negative {
		if strings.Trim(least, "0") == "" {
			least = "1" // year 0 has no sign
		}
		return strings.TrimSuffix(yearName(true, most), " BC") + " to " + yearName(true, least)
	}
	from, to := yearName(false, least), yearName(false, most)
	if strings.HasSuffix(to, " AD") {
		from = strings.TrimSuffix(from, " AD")
	}
	return from + " to " + to
}

func (y year) unspecifiedWords() string {
	known := strings.TrimRight(y.digits, "X")
	switch {
	case y.digits == "XXXX" && !y.negative:
		return "an unspecified year"
	case strings.Contains(known, "X"):
		return "a year written " + y.sign() + y.digits
	case y.negative || y.round(known):
		return "a year from " + y.years()
	}
	name := strings.TrimLeft(known+"00"[:4-len(known)], "0")
	if len(name) < 4 {
		return "the " + name + "s AD"
	}
	return "the " + name + "s"
}

// round tells whether "the 2000s" would be taken for something else, or there
// is no such name: a decade at the start of its century, a millennium, the
// years around 1.
func (y year) round(known string) bool {
	return len(known) < 2 || len(known) == 3 && known[2] == '0' || strings.Trim(known, "0") == ""
}

func (y year) sign() string {
	if y.negative {
		return "-"
	}
	return ""
}

// after joins the year to a month before it: "December 1985", "December in the
// 1560s", "some month of 1985".
func (y year) after(month pattern) string {
	if y.unspecified || month == unspecified {
		return y.of()
	}
	return " " + y.words()
}

// of joins the year to words that are part of it: " in 1985".
func (y year) of() string {
	words := y.words()
	if strings.HasPrefix(words, "a ") || strings.HasPrefix(words, "an ") {
		return " of " + words
	}
	return " in " + words
}

// yearNumber says a year as a number of the calendar with a year 0.
func yearNumber(y int64) string {
	if y < 0 {
		return yearName(true, strconv.FormatInt(-y, 10))
	}
	return yearName(false, strconv.FormatInt(y, 10))
}

// yearName says a year with its era where it needs one. Year 0 is 1 BC.
func yearName(negative bool, digits string) string {
	bare := strings.TrimLeft(digits, "0")
	switch {
	case bare == "":
		return "1 BC"
	case negative:
		return grouped(plusOne(bare)) + " BC"
	case len(bare) < 4:
		return bare + " AD"
	}
	return grouped(bare)
}

func plusOne(digits string) string {
	n, _ := new(big.Int).SetString(digits, 10)
	return n.Add(n, big.NewInt(1)).String()
}

// grouped sets commas between thousands from five digits on.
func grouped(digits string) string {
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }
