package dates

import (
	"regexp"
	"strconv"
	"strings"
)

const zone = `(?:\s*((?:utc|gmt)?\s?[+-]\d{1,2}:?(?:\d{2})?|z|utc|gmt|[ecmp][sd]t|cet|cest|bst|ist|jst|msk)\b(?:\s*\([a-z ]+\)|\s+(?:[ecmpa][sd]t|cest|cet|bst|utc|gmt)\b)?)?`

// clocks find a time of day in a folded text that holds their sign: hour,
// minute, second, half of the day, zone.
var clocks = []struct {
	sign string
	find *regexp.Regexp
}{
	{":", regexp.MustCompile(`(?:\bat |\bum |\ba |\bkl\.? ?|t|[\s,]|^)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*(am|pm|a\.m\.|p\.m\.))?` + zone + `(?:\s*(?:uhr|h)\b)?`)},
	{"m", regexp.MustCompile(`(?:\bat |[\s,]|^)\s*(\d{1,2})()()\s*(am|pm|a\.m\.|p\.m\.)` + zone)},
	{"h", regexp.MustCompile(`(?:\ba |[\s,]|^)\s*(\d{1,2})\s?h(?:eures?)?\s?(\d{2})()()()\b`)},
	{"h", regexp.MustCompile(`\ba (\d{1,2})\s?h(?:eures?)?()()()()\b`)},
	{"uhr", regexp.MustCompile(`(?:\bum |[\s,]|^)\s*(\d{1,2})(?:\.(\d{2}))?()()()\s*uhr\b`)},
}

// zonedDay is a day with a zone and no time, as XML writes it.
var zonedDay = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})\s?(z|[+-]\d{2}:\d{2})$`)

var basicClock = regexp.MustCompile(`^(\d{8})t(\d{2})(\d{2})?(\d{2})?(?:\.\d+)?(z|[+-]\d{2}:?(?:\d{2})?)?$`)

// clock takes the time of day out of a folded text. ok is false for one that no
// clock shows.
func clock(text string) (rest, time string, ok bool) {
	if len(text) > 9 && text[8] == 't' {
		if m := basicClock.FindStringSubmatch(text); m != nil {
			return told(m[1], "", m[2:5], "", m[5])
		}
	}
	if len(text) > 10 && len(text) <= 17 && text[4] == '-' {
		if m := zonedDay.FindStringSubmatch(text); m != nil {
			return m[1], strings.ToUpper(m[2]), true
		}
	}
	for _, c := range clocks {
		if !strings.Contains(text, c.sign) {
			continue
		}
		if at := c.find.FindStringIndex(text); at != nil {
			m := c.find.FindStringSubmatch(text)
			return told(text[:at[0]], text[at[1]:], m[1:4], m[4], m[5])
		}
	}
	return text, "", true
}

// told writes a time as hh:mm or hh:mm:ss with its zone. Midnight without a zone is
// how programs write that there is no time.
func told(left, right string, parts []string, noon, zone string) (rest, time string, ok bool) {
	var n [3]int
	for i, p := range parts {
		n[i], _ = strconv.Atoi(p)
	}
	if noon != "" {
		ok = n[0] >= 1 && n[0] <= 12
		n[0] %= 12
		if noon[0] == 'p' {
			n[0] += 12
		}
	} else {
		ok = n[0] < 24 || n == [3]int{24}
	}
	ok = ok && n[1] < 60 && n[2] <= 60
	rest = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(left), ",") + " " + strings.TrimLeft(right, ", "))
	zone = strings.ToUpper(strings.TrimSpace(zone))
	if n == [3]int{} && zone == "" {
		return rest, "", ok
	}
	time = two(n[0]) + ":" + two(n[1])
	if n[2] > 0 {
		time += ":" + two(n[2])
	}
	if len(zone) > 1 && zone[0] != '+' && zone[0] != '-' {
		time += " "
	}
	return rest, time + zone, ok
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
