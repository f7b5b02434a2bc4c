package edtf

import (
	"regexp"
	"strconv"
)

var (
	weekForm    = regexp.MustCompile(`^(\d{4})-?[Ww](\d{2})(?:-?([1-7]))?$`)
	ordinalForm = regexp.MustCompile(`^(\d{4})-(\d{3})$`)
)

// countedDays rewrites what ISO 8601 counts from the start of the year and EDTF
// does not know: weeks, days of a week, days of the year.
func countedDays(s string) []string {
	if m := weekForm.FindStringSubmatch(s); m != nil {
		return dayOfWeek(whole(m[1]), whole(m[2]), m[3])
	}
	m := ordinalForm.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	first, after := dayOf(whole(m[1]), 1, 1), dayOf(whole(m[1])+1, 1, 1)
	if day := first + whole(m[2]) - 1; day >= first && day < after {
		return []string{coverDays(day, day)}
	}
	return nil
}

// dayOfWeek is the week from Monday to Sunday, or its day where one is given.
func dayOfWeek(year, week int64, day string) []string {
	monday := firstMonday(year) + 7*(week-1)
	if week < 1 || monday >= firstMonday(year+1) {
		return nil
	}
	if day != "" {
		monday += whole(day) - 1
		return []string{coverDays(monday, monday)}
	}
	return []string{coverDays(monday, monday) + "/" + coverDays(monday+6, monday+6)}
}

// firstMonday is that of week 1, which holds 4 January; day 0 was a Thursday.
func firstMonday(year int64) int64 {
	fourth := dayOf(year, 1, 4)
	return fourth - (fourth + 3 - 7*floorDiv(fourth+3, 7))
}

// whole is the number that a few digits write.
func whole(digits string) int64 {
	n, _ := strconv.ParseInt(digits, 10, 64) // the pattern lets nothing else through
	return n
}
