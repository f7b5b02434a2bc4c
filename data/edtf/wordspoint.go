package edtf

import (
	"strconv"
	"strings"
)

// words says a point that stands alone: "about June 2014, uncertain".
func (pt *point) words() string {
	body, tail := pt.phrase()
	if tail != "" {
		return body + ", " + tail
	}
	return body
}

// inner says a point within a longer phrase: "about June 2014 (uncertain)".
func (pt *point) inner() string {
	body, tail := pt.phrase()
	if tail != "" {
		return body + " (" + tail + ")"
	}
	return body
}

// phrase is the date itself and what qualifies it.
func (pt *point) phrase() (body, tail string) {
	body = pt.body()
	everywhere := pt.marks[0]
	for i := 1; i < pt.parts; i++ {
		everywhere &= pt.marks[i]
	}
	var tails []string
	if everywhere&approximate != 0 {
		if takesAbout(body) {
			body = "about " + body
		} else {
			tails = append(tails, "approximate")
		}
	}
	if everywhere&doubtful != 0 {
		tails = append(tails, "uncertain")
	}
	return body, strings.Join(append(tails, pt.partly(everywhere)...), ", ")
}

// partly says the marks of single parts, where not all parts carry them.
func (pt *point) partly(everywhere mark) (tails []string) {
	doubt := pt.partsWith(doubtful &^ everywhere)
	about := pt.partsWith(approximate &^ everywhere)
	if doubt != "" && doubt == about {
		return []string{doubt + " uncertain and approximate"}
	}
	if doubt != "" {
		tails = append(tails, doubt+" uncertain")
	}
	if about != "" {
		tails = append(tails, about+" approximate")
	}
	return tails
}

// partsWith names the parts that carry a mark.
func (pt *point) partsWith(m mark) string {
	var parts []string
	for i := range pt.parts {
		if pt.marks[i]&m != 0 {
			parts = append(parts, pt.partName(i))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "the " + list(parts, "and", false)
}

func (pt *point) partName(i int) string {
	switch s := pt.season(); {
	case i == 1 && s >= 33:
		return "part of the year"
	case i == 1 && s > 0:
		return "season"
	}
	return partNames[i]
}

// takesAbout tells whether "about" reads well before the words.
func takesAbout(body string) bool {
	for _, no := range []string{"some ", "between ", "a ", "an ", "day ", "about "} {
		if strings.HasPrefix(body, no) {
			return false
		}
	}
	return true
}

// body says a point without its qualifiers.
func (pt *point) body() string {
	switch {
	case pt.parts == 1:
		return pt.year.words()
	case pt.season() > 0:
		return pt.seasonWords()
	case pt.parts == 2:
		return pt.month.monthWords() + pt.year.after(pt.month)
	}
	s := pt.dayBody()
	if pt.clock.given {
		s += ", " + pt.clock.words()
	}
	return s
}

func (pt *point) seasonWords() string {
	s := pt.season()
	words := partOfYear[s].words
	switch {
	case !pt.year.unspecified:
		words += " " + pt.year.words()
	case s < 33:
		words += pt.year.of()
	default:
		words += " " + strings.TrimPrefix("a year"+pt.year.of(), "a year of ")
	}
	switch {
	case s >= 25 && s <= 28:
		words += " (northern hemisphere)"
	case s >= 29 && s <= 32:
		words += " (southern hemisphere)"
	}
	return words
}

// dayBody says year, month and day.
func (pt *point) dayBody() string {
	anyDay, anyMonth := pt.day == unspecified, pt.month == unspecified
	switch {
	case anyDay && anyMonth:
		return "some day" + pt.year.of()
	case anyDay:
		return "some day in " + pt.month.monthWords() + pt.year.after(pt.month)
	case anyMonth:
		return "day " + strings.TrimPrefix(pt.dayWords(" to "), "between ") + " of some month" + pt.year.of()
	}
	return pt.dayWords(" and ") + " " + pt.month.monthWords() + pt.year.after(pt.month)
}

// dayWords says the days that the digits allow: "12", "30 or 31", "between 10
// and 19".
func (pt *point) dayWords(and string) string {
	var days []string
	for d := 1; d <= 31; d++ {
		if one := *pt; pt.day.matches(d) {
			one.day = patternOf(d)
			if _, ok := one.first(); ok {
				days = append(days, strconv.Itoa(d))
			}
		}
	}
	if len(days) > 2 && pt.day[1] == 'X' {
		return "between " + days[0] + and + days[len(days)-1]
	}
	return list(days, "or", false)
}

var unspecified = pattern{'X', 'X'}

func patternOf(n int) pattern { return pattern{byte('0' + n/10), byte('0' + n%10)} }

// words is the number without a leading zero.
func (p pattern) words() string { return strconv.Itoa(p.value()) }

// monthWords says the months that the digits allow.
func (p pattern) monthWords() string {
	if p == unspecified {
		return "some month"
	}
	var months []string
	for m := 1; m <= 12; m++ {
		if p.matches(m) {
			months = append(months, monthNames[m])
		}
	}
	if len(months) > 3 {
		return "a month from " + months[0] + " to " + months[len(months)-1]
	}
	return list(months, "or", false)
}

func (c clock) words() string {
	time, zone := c.text[:8], c.text[8:]
	switch zone {
	case "":
		return time
	case "Z":
		return time + " UTC"
	}
	return time + " UTC" + zone
}
