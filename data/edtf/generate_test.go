package edtf

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// The generators write expressions of every form; what the calendar does not
// have is left to Parse to refuse.

func genDigits(t *rapid.T, pattern string) string {
	var b strings.Builder
	for _, c := range pattern {
		switch c {
		case '9':
			c = rune('0' + rapid.IntRange(0, 9).Draw(t, "digit"))
		case '?':
			c = []rune("0123X")[rapid.IntRange(0, 4).Draw(t, "digit or X")]
		}
		b.WriteRune(c)
	}
	return b.String()
}

func genMark(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "", "", "", "", "?", "~", "%"}).Draw(t, "mark")
}

// genPoint writes a date without qualifiers where plain.
func genPoint(t *rapid.T, plain bool) string {
	mark := func() string {
		if plain {
			return ""
		}
		return genMark(t)
	}
	year := genDigits(t, rapid.SampledFrom([]string{"9999", "2099", "20??", "19?9", "????", "-9999", "-9??9"}).Draw(t, "year"))
	s := mark() + year + mark()
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		return s
	case 1:
		return s + "-" + mark() + fmt.Sprint(rapid.IntRange(21, 41).Draw(t, "season")) + mark()
	}
	month := rapid.SampledFrom([]string{"01", "02", "06", "12", "0X", "1X", "X2", "XX"}).Draw(t, "month")
	s += "-" + mark() + month + mark()
	if rapid.Bool().Draw(t, "day") {
		day := rapid.SampledFrom([]string{"01", "09", "28", "29", "30", "31", "0X", "2X", "3X", "X5", "XX"}).Draw(t, "day")
		s += "-" + mark() + day + mark()
	}
	return s
}

func genLongYear(t *rapid.T) string {
	return genDigits(t, rapid.SampledFrom([]string{"Y19999", "Y-19999", "Y19E9", "Y-1E19", "1999S2", "Y1999999S3"}).Draw(t, "long year")) + genMark(t)
}

func genAnyPoint(t *rapid.T) string {
	if rapid.IntRange(0, 9).Draw(t, "long") == 0 {
		return genLongYear(t)
	}
	return genPoint(t, false)
}

func genText(t *rapid.T) string {
	a, b, c := genAnyPoint(t), genAnyPoint(t), genAnyPoint(t)
	return rapid.SampledFrom([]string{
		a, a, a, a + "/" + b, a + "/" + b, a + "/..", a + "/", "../" + a, "/" + a,
		"[" + a + ".." + b + "]", "[" + a + "," + b + "]", "[.." + a + "," + c + "]", "[" + a + ".." + "]", "[.." + a + "]",
		"{" + a + ".." + b + "}", "{" + a + "," + b + "}", "{.." + a + "," + c + "}", "{" + a + "..}", "{" + a + "," + b + "," + c + "}",
		"1985-04-12T23:20:30-04",
	}).Draw(t, "expression")
}

// anyDate draws valid dates.
var anyDate = rapid.Custom(func(t *rapid.T) Date {
	d, err := Parse(genText(t))
	if err != nil {
		t.Skip(err)
	}
	return d
})

// drawDates draws up to n dates, the zero Date among them.
func drawDates(t *rapid.T, n int) []Date {
	return rapid.SliceOfN(rapid.OneOf(anyDate, rapid.Just(Date{})), 0, n).Draw(t, "dates")
}
