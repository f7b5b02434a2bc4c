package timelinejs

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
)

// clock keeps the time of day as the attribute, as hh:mm, hh:mm:ss or
// hh:mm:ss.mmm.
func (r *reader) clock(s *slide, m moment, key, attribute string) {
	text, ok := m.time()
	if !ok {
		r.say(s, data.Warning, key, firstOf(m.clock, m.raw), "no such time of day", "")
		text = firstOf(m.clock, m.raw)
	}
	s.keep(attribute, text)
}

// time is the time of day of a moment; empty without one. Programs that write
// all parts as numbers write 0 for none.
func (m moment) time() (string, bool) {
	if m.clock != "" {
		return clockText(m.clock)
	}
	var n [4]int
	given := 0
	for i, text := range []string{m.hour, m.minute, m.second, m.millisecond} {
		if text == "" {
			continue
		}
		var ok bool
		if n[i], ok = number(text); !ok {
			return "", false
		}
		given = i + 1
	}
	if given == 0 || m.bare && n == [4]int{} {
		return "", true
	}
	return clockWords(n, given)
}

// clockWords writes hour, minute, second and millisecond, as many as are given.
func clockWords(n [4]int, given int) (string, bool) {
	if n[0] < 0 || n[0] > 23 || n[1] < 0 || n[1] > 59 || n[2] < 0 || n[2] > 60 || n[3] < 0 || n[3] > 999 {
		return "", false
	}
	text := two(n[0]) + ":" + two(n[1])
	if given > 2 {
		text += ":" + two(n[2])
	}
	if given > 3 {
		text += fmt.Sprintf(".%03d", n[3])
	}
	return text, true
}

var clocks = regexp.MustCompile(`^(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.](\d{2}))?(?:[.,](\d{1,3}))?\s*(?:([aApP])\.?[mM]\.?)?$`)

// clockText reads a time as the spreadsheet takes it: 14:30, 2:30 PM, 1430.
func clockText(text string) (string, bool) {
	m := clocks.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return "", false
	}
	var n [4]int
	given := 0
	for i := range n {
		if m[i+1] != "" {
			n[i], _ = strconv.Atoi(m[i+1])
			given = i + 1
		}
	}
	for range 3 - len(m[4]) {
		n[3] *= 10 // .5 is half a second
	}
	if m[5] != "" {
		if n[0] < 1 || n[0] > 12 {
			return "", false
		}
		n[0] %= 12
		if strings.EqualFold(m[5], "p") {
			n[0] += 12
		}
	}
	return clockWords(n, given)
}
