package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// phrase reads English: "June 2015", "about 2014", "before 9 December 2017",
// "7 to 13 November 2016", "44 BC", "the 1560s", "19th century".
func phrase(s string) []string {
	s = strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(s, ",", " "))), " ")
	if bare := strings.TrimRight(s, "?~%"); bare != s {
		if text := datePhrase(strings.TrimSpace(bare)); text != "" {
			return []string{text + s[len(bare):]}
		}
	}
	for _, word := range []string{" to ", " until ", " till ", " - "} {
		if from, to, found := strings.Cut(strings.TrimPrefix(s, "from "), word); found {
			return spanPhrase(from, to)
		}
	}
	for _, lead := range leads {
		if rest, found := strings.CutPrefix(s, lead.word); found {
			return lead.write(datePhrase(rest))
		}
	}
	if text := datePhrase(s); text != "" {
		return []string{text}
	}
	return nil
}

// leads are the words before a date.
var leads = []struct {
	word  string
	write func(string) []string
}{
	{"before ", func(d string) []string { return beside(d, "[..%s]", -1) }},
	{"after ", func(d string) []string { return beside(d, "[%s..]", 1) }},
	{"since ", func(d string) []string { return []string{d + "/.."} }},
	{"from ", func(d string) []string { return []string{d + "/.."} }},
	{"until ", func(d string) []string { return []string{"../" + d} }},
	{"by ", func(d string) []string { return []string{"[.." + d + "]"} }},
	{"circa ", about}, {"ca. ", about}, {"ca ", about}, {"c. ", about}, {"c.", about}, {"c ", about},
	{"about ", about}, {"around ", about}, {"approximately ", about}, {"approx. ", about},
	{"possibly ", func(d string) []string { return []string{d + "?"} }},
	{"probably ", func(d string) []string { return []string{d + "?"} }},
}

func about(d string) []string { return []string{d + "~"} }

// beside writes the day before the date or after it.
func beside(text, format string, step int64) []string {
	e, err := parseExpr(text)
	if err != nil || e.kind != single {
		return nil
	}
	day := e.members[0].from.limits().latest.Day + 1
	if step < 0 {
		day = e.members[0].from.limits().earliest.Day - 1
	}
	return []string{fmt.Sprintf(format, coverDays(day, day))}
}

// spanPhrase reads "2014" and "june 2016", or "7" and "13 november 2016".
func spanPhrase(from, to string) []string {
	start, end := datePhrase(from), datePhrase(to)
	if to == "present" || to == "today" || to == "now" {
		end = ".."
	}
	if start == "" || len(from) < 4 {
		_, rest, _ := strings.Cut(to, " ")
		start = datePhrase(from + " " + rest)
	}
	if start == "" || end == "" {
		return nil
	}
	return []string{start + "/" + end}
}

// datePhrase reads one date in words, "" when it cannot.
func datePhrase(s string) string {
	if valid(strings.ToUpper(s)) {
		return strings.ToUpper(s)
	}
	var d dateWords
	for _, word := range strings.Fields(strings.ReplaceAll(strings.ReplaceAll(s, "-", " "), "/", " ")) {
		if !d.take(word) {
			return ""
		}
	}
	return d.text()
}

// dateWords are the parts of a date found so far.
type dateWords struct{ year, part, day string }

func (d *dateWords) take(word string) bool {
	bare := strings.TrimRight(word, ".'")
	number := strings.TrimRight(bare, "stndrh")
	switch {
	case word == "the" || word == "of" || word == "in" || word == "ad" || word == "ce":
		return true
	case word == "century":
		return d.century()
	case word == "bc" || word == "bce":
		return d.beforeChrist()
	case partByName(bare) != "":
		return set(&d.part, partByName(bare))
	case len(word) > 4 && strings.HasSuffix(word, "0s") && digitsOnly(word[:4]):
		return set(&d.year, word[:3]+"X")
	case digitsOnly(bare) && len(bare) >= 3:
		return set(&d.year, padded(bare, 4))
	case digitsOnly(number) && len(number) <= 2:
		return set(&d.day, padded(number, 2))
	}
	return false
}

func set(to *string, s string) bool {
	if *to != "" {
		return false
	}
	*to = s
	return true
}

// century turns the 19 of "19th century" into 18XX.
func (d *dateWords) century() bool {
	n, err := strconv.Atoi(d.day)
	if err != nil || n < 1 || d.year != "" {
		return false
	}
	d.day, d.year = "", fmt.Sprintf("%02dXX", n-1)
	return true
}

// beforeChrist turns the 44 of "44 BC" into -0043: there is a year 0.
func (d *dateWords) beforeChrist() bool {
	digits := d.year
	if digits == "" {
		digits, d.day = d.day, ""
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 {
		return false
	}
	d.year = yearText(int64(1 - n))
	return true
}

var seasonNames = map[string]string{"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
	"q1": "33", "q2": "34", "q3": "35", "q4": "36"}

// partByName is the number of a month, season or quarter.
func partByName(word string) string {
	if n := seasonNames[word]; n != "" || len(word) < 3 {
		return n
	}
	for m, name := range monthNames {
		if m > 0 && (strings.HasPrefix(strings.ToLower(name), word) || word == "sept" && m == 9) {
			return padded(strconv.Itoa(m), 2)
		}
	}
	return ""
}

func (d *dateWords) text() string {
	switch {
	case d.year == "":
		return ""
	case d.part == "" && d.day == "":
		return d.year
	case d.part == "":
		return ""
	case d.day == "":
		return d.year + "-" + d.part
	}
	return d.year + "-" + d.part + "-" + d.day
}
