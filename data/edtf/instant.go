package edtf

import "cmp"

// Instant is a moment on the proleptic Gregorian calendar, in UTC where the
// date has a zone and as written where it has none.
type Instant struct {
	Day    int64 // days since 1970-01-01
	Second int32 // of the day, 0..86399
}

const lastSecond = 86399

// Compare is -1, 0 or 1 as i lies before, at or after j.
func (i Instant) Compare(j Instant) int {
	if c := cmp.Compare(i.Day, j.Day); c != 0 {
		return c
	}
	return cmp.Compare(i.Second, j.Second)
}

// Before tells whether i lies before j.
func (i Instant) Before(j Instant) bool { return i.Compare(j) < 0 }

// Days is the number of days since the start of 1970-01-01, with the time of
// day as the fraction.
func (i Instant) Days() float64 { return float64(i.Day) + float64(i.Second)/86400 }

// yearLimit is the year that all greater years share in an Instant. Its days
// stay within int64 with room to add to them.
const yearLimit = 10_000_000_000_000_000

var (
	minDay = dayOf(-yearLimit, 1, 1)
	maxDay = dayOf(yearLimit, 12, 31)
)

func clampYear(y int64) int64 { return min(max(y, -yearLimit), yearLimit) }
func clampDay(d int64) int64  { return min(max(d, minDay), maxDay) }

func isLeap(y int64) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(y int64, m int) int {
	if m == 2 && isLeap(y) {
		return 29
	}
	return monthDays[m]
}

// dayOf counts the days from 1970-01-01. The year starts in March, so that the
// leap day is its last (Howard Hinnant, "chrono-compatible low-level date
// algorithms").
func dayOf(y int64, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	ofEra := y - era*400
	ofYear := int64((153*((m+9)%12)+2)/5 + d - 1)
	return era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468
}

// civilOf is the reverse of dayOf.
func civilOf(day int64) (y int64, m, d int) {
	day += 719468
	era := floorDiv(day, 146097)
	ofEra := day - era*146097
	y = (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*y + y/4 - y/100)
	mp := (5*ofYear + 2) / 153
	d = int(ofYear - (153*mp+2)/5 + 1)
	m = int((mp+2)%12 + 1)
	y += era * 400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// addMonths moves a day by months, to the last day of the month where that is
// shorter.
func addMonths(day, months int64) int64 {
	y, m, d := civilOf(day)
	total := y*12 + int64(m-1) + months
	y, m = clampYear(floorDiv(total, 12)), int(total-floorDiv(total, 12)*12)+1
	return clampDay(dayOf(y, m, min(d, daysIn(y, m))))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
