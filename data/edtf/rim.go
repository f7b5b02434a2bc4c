package edtf

import (
	"fmt"
	"strings"
)

// rim is a start or an end that a new interval may take over.
type rim struct {
	text   string // EDTF of the end; "" where only the limits can say it
	edge   edge
	limits limits
	of     Date
}

// rims are the start and the end of a date.
func (d Date) rims() (start, end rim) {
	start = rim{limits: d.start, of: d}
	end = rim{limits: d.end, of: d}
	e, err := parseExpr(d.text)
	if err != nil { // only the zero Date
		return start, end
	}
	first, last := &e.members[0], &e.members[len(e.members)-1]
	if e.kind == allOf {
		first, last = e.outermost(d)
	}
	if e.kind == oneOf && (len(e.members) > 1 || first.ranged) {
		return start, end
	}
	start.edge, end.edge = first.fromEdge, last.toEdge
	start.text = first.from.endText()
	end.text = last.from.endText()
	if last.ranged {
		end.text = last.to.endText()
	}
	return start, end
}

// outermost are the members that hold the first and the last date of a set.
func (e expr) outermost(d Date) (first, last *member) {
	for i := range e.members {
		m := &e.members[i]
		start, end := m.setLimits()
		if first == nil && start.hasEarliest == d.start.hasEarliest && start.earliest == d.start.earliest {
			first = m
		}
		if last == nil && end.hasLatest == d.end.hasLatest && end.latest == d.end.latest {
			last = m
		}
	}
	return first, last
}

// endText is the point as it may stand at an end of an interval: "" for a
// date-time.
func (pt *point) endText() string {
	if pt.clock.given {
		return ""
	}
	return pt.text
}

// says is the text of the rim within the given limits: its own where it has
// one, else the narrowest date that covers them; "" where there is none.
func (r rim) says(l limits) string {
	if r.text != "" {
		return r.text
	}
	return cover(l)
}

// cover is the narrowest single date whose bounds hold the limits, "" where a
// limit is missing or no date without a set can say it.
func cover(l limits) string {
	if !l.hasEarliest || !l.hasLatest {
		return ""
	}
	text := coverDays(l.earliest.Day, l.latest.Day)
	if text != "" && l.uncertain {
		text += "?"
	}
	return text
}

func coverDays(from, to int64) string {
	y1, m1, d1 := civilOf(from)
	y2, m2, d2 := civilOf(to)
	switch year := yearText(y1); {
	case y1 != y2:
		return coverYears(y1, y2)
	case m1 != m2 || !isShort(year):
		return year
	case d1 != d2:
		return fmt.Sprintf("%s-%02d", year, m1)
	default:
		return fmt.Sprintf("%s-%02d-%02d", year, m1, d1)
	}
}

// coverYears leaves digits unspecified until both years fit.
func coverYears(a, b int64) string {
	first, second := yearText(a), yearText(b)
	if len(first) != len(second) || a < 0 != (b < 0) || !isShort(first) {
		return ""
	}
	at := 0
	for first[at] == second[at] {
		at++
	}
	return first[:at] + strings.Repeat("X", len(first)-at)
}

// isShort tells whether months and unspecified digits may follow a year.
func isShort(year string) bool { return year != "" && year[0] != 'Y' }

// yearText is a year in EDTF, "" beyond the years an Instant tells apart.
func yearText(y int64) string {
	switch {
	case y <= -yearLimit || y >= yearLimit:
		return ""
	case y > 9999 || y < -9999:
		return fmt.Sprintf("Y%d", y)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// doubted adds "?" to a date.
func doubted(text string) string {
	switch text[len(text)-1] {
	case '?', '%':
		return text
	case '~':
		return text[:len(text)-1] + "%"
	}
	return text + "?"
}
