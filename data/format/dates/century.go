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
	for _, j := range []int{i - 1, i + 1, i - 2} {
		if j < 0 || j >= len(list) || j == i-2 && !list[i-1].sign(".") {
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

// weekOf reads the weeks of ISO 8601: 2015-W23, 2015-W23-3, 2015W233, KW 23/2015.
func weekOf(list []token) (parts, bool) {
	var text strings.Builder
	for _, t := range list {
		text.WriteString(t.text)
	}
	compact := strings.ReplaceAll(text.String(), "-", "")
	var year, number, day int
	if n, _ := fmt.Sscanf(compact, "%4dw%2d%1d", &year, &number, &day); n >= 2 && (len(compact) == 7 || len(compact) == 8 && n == 3) && len(list[0].text) == 4 {
		if number < 1 || number > 53 || len(compact) == 8 && day == 0 {
			return doubted("there is no such week", ""), true
		}
		return week(year, number, day), true
	}
	for _, lead := range []string{"kw", "week", "semaine", "semana"} {
		if n, _ := fmt.Sscanf(strings.NewReplacer("/", " ", ",", " ", ".", "").Replace(text.String()), lead+"%2d %4d", &number, &year); n == 2 && year > 999 && number >= 1 && number <= 53 {
			return week(year, number, 0), true
		}
	}
	return parts{}, false
}
