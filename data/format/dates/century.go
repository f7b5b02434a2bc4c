package dates

import (
	"fmt"
	"strings"
)

// centuryOf tells whether the number of a century stands beside the word.
func (w *words) centuryOf(list []token, i int) bool {
	if w.century { // a Roman numeral went before
		return true
	}
	for _, j := range []int{i - 1, i + 1, i - 2, i + 2} {
		if j < 0 || j >= len(list) || j == i-2 && !list[i-1].sign(".") || j == i+2 && !list[i+1].sign(".") {
			continue
		}
		if t := list[j]; t.sort == number && t.n >= 1 && t.n <= 30 || t.sort == word && romanNumber(t.text) > 0 {
			w.century = true
			return true
		}
	}
	return false
}

// roman takes a Roman numeral where it counts a century, with the French e
// behind it: XIXe siècle.
func (w *words) roman(list []token, i int) int {
	n := romanNumber(strings.TrimSuffix(strings.TrimSuffix(list[i].text, "e"), "em"))
	for _, t := range list {
		if n > 0 && t.sort == word && t.is(century) {
			w.small, w.century = append(w.small, n), true
			return 1
		}
	}
	return 0
}

// romanNumber reads a Roman numeral of up to 39; 0 for anything else.
func romanNumber(text string) int {
	rest := strings.TrimLeft(text, "x")
	n := 10 * (len(text) - len(rest))
	if n > 30 {
		return 0
	}
	for i, ones := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
		if rest == ones {
			return n + i
		}
	}
	return 0
}

// centuries is the hundred years of a century.
func (w *words) centuries() (parts, bool) {
	if len(w.small) != 1 || w.yearly || w.unit != 0 || w.small[0] < 1 || w.small[0] > 30 {
		return parts{}, false
	}
	p := none()
	p.form, p.note = "century", strings.Join(w.notes, "; ")
	p.whole = fmt.Sprintf("%02dXX", w.small[0]-1)
	if w.bc {
		p.whole = fmt.Sprintf("-%04d/-%04d", w.small[0]*100-1, w.small[0]*100-100)
		if w.small[0] == 1 {
			p.whole = "-0099/0000"
		}
	}
	return p, true
}

// weekWord are the words for a week before its number.
var weekWord = map[string]bool{"w": true, "kw": true, "week": true, "semaine": true, "semana": true, "vecka": true}

// weekOf reads the weeks of ISO 8601: 2015-W23, 2015-W23-3, 2015W233, KW 23/2015.
func weekOf(list []token) (parts, bool) {
	var n []token
	at := -1
	for i, t := range list {
		switch {
		case t.sort == number:
			n = append(n, t)
		case weekWord[t.text] && at < 0:
			at = i
		case !t.sign("-/,."):
			return parts{}, false
		}
	}
	switch {
	case at < 0 || len(n) < 2 || len(n) > 3:
		return parts{}, false
	case at == 0 && len(n) == 2 && len(n[1].text) == 4 && len(n[0].text) <= 2:
		return week(n[1].n, n[0].n, 0), true
	case at == 0 || len(n[0].text) != 4:
		return parts{}, false
	case len(n) == 2 && len(n[1].text) == 3:
		return weekday0(week(n[0].n, n[1].n/10, n[1].n%10), n[1].n%10), true
	case len(n) == 3:
		return weekday0(week(n[0].n, n[1].n, n[2].n), n[2].n), true
	}
	return week(n[0].n, n[1].n, 0), true
}

// weekday0 refuses the day 0 of a week.
func weekday0(p parts, day int) parts {
	if day == 0 {
		return doubted("there is no such day", "")
	}
	return p
}
