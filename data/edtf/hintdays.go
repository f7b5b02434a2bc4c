package edtf

import (
	"regexp"
	"strconv"
	"time"
)

var (
	weekForm    = regexp.MustCompile(`^(\d{4})-?[Ww](\d{2})(?:-?([1-7]))?$`)
	ordinalForm = regexp.MustCompile(`^(\d{4})-(\d{3})$`)
)

// countedDays rewrites what ISO 8601 counts from the start of the year and EDTF
// does not know: weeks, days of a week, days of the year.
func countedDays(s string) []string {
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n } // digits by the pattern
	if m := weekForm.FindStringSubmatch(s); m != nil {
		monday := firstMonday(number(m[1])).AddDate(0, 0, 7*(number(m[2])-1))
		if year, week := monday.ISOWeek(); year != number(m[1]) || week != number(m[2]) {
			return nil
		}
		if m[3] != "" {
			return []string{monday.AddDate(0, 0, number(m[3])-1).Format(time.DateOnly)}
		}
		return []string{monday.Format(time.DateOnly) + "/" + monday.AddDate(0, 0, 6).Format(time.DateOnly)}
	}
	if m := ordinalForm.FindStringSubmatch(s); m != nil {
		day := time.Date(number(m[1]), 1, number(m[2]), 0, 0, 0, 0, time.UTC)
		if day.Year() == number(m[1]) && number(m[2]) > 0 {
			return []string{day.Format(time.DateOnly)}
		}
	}
	return nil
}

// firstMonday is that of week 1, which holds 4 January.
func firstMonday(year int) time.Time {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	return fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7)
}
