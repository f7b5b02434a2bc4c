package dates

import (
	"fmt"
	"strings"
)

// point reads one date: numbers alone, or numbers and words.
func (r *reader) point(list []token) (parts, bool) {
	if list = bare(list); len(list) == 0 || len(list) > 24 || list[len(list)-1].sign("-/") {
		return parts{}, false
	}
	if p, ok := r.numeric(list); ok {
		return p, true
	}
	if p, ok := weekOf(list); ok {
		return p, true
	}
	w := &words{parts: none()}
	for i := 0; i < len(list); i++ {
		taken := w.take(list, i)
		if taken == 0 {
			return parts{}, false
		}
		i += taken - 1
	}
	return w.finish()
}

// words gathers what the words and numbers of a date say.
type words struct {
	parts
	small   []int // numbers of one or two digits that are not placed yet
	yearly  bool  // a year of the usual sort was written
	years   int   // its number
	first   int   // year before the first of a reign; 0 without
	month   bool
	lead    bool  // a small number stood before the month: 15 June
	days    []int // weekdays that a word may also be
	bc, ad  bool
	decade  bool
	century bool
	quarter bool // or half, whose number is to follow or has gone before
	half    bool
	notes   []string
}

// take reads the token at i and says how many it took; 0 for one that has no
// place in a date.
func (w *words) take(list []token, i int) int {
	t := list[i]
	switch t.sort {
	case sign:
		return boolInt(t.sign(",.-/'()") || t.text == "..")
	case number:
		return w.number(list, i)
	}
	return w.word(list, i)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// number places a number by its length and by the unit behind it.
func (w *words) number(list []token, i int) int {
	t := list[i]
	if i+1 < len(list) && list[i+1].sort == word {
		switch next := list[i+1]; {
		case next.is(yearUnit) && len(t.text) <= 4:
			return 2 * boolInt(w.year(t.n+w.first))
		case next.is(monthUnit) && len(t.text) <= 2:
			return 2 * boolInt(w.unitIs(t.n, 12))
		case next.is(dayUnit) && len(t.text) <= 2:
			return 2 * boolInt(w.dayIs(t.n))
		case next.is(decade) && !next.gap && t.n%10 == 0 && !t.ordinal:
			return 2 * boolInt(w.decadeOf(t))
		}
	}
	if i+2 < len(list) && list[i+1].sign("'") && list[i+2].text == "s" && t.n%10 == 0 {
		return 3 * boolInt(w.decadeOf(t))
	}
	switch n := len(t.text); {
	case n <= 2 && i > 0 && list[i-1].sign("'") && !t.ordinal && w.short < 0 && !w.yearly:
		w.short = t.n
		return 1
	case n <= 2:
		w.small = append(w.small, t.n)
		return boolInt(len(w.small) <= 2)
	case n <= 4:
		return boolInt(w.year(t.n))
	}
	return 0
}

func (w *words) year(n int) bool {
	if w.yearly || n > 9999 {
		return w.yearly && w.isWinter() && n == w.years+1 // winter 2015/2016
	}
	w.yearly, w.years = true, n
	return true
}

func (w *words) isWinter() bool { return w.unit == 24 }

func (w *words) unitIs(n, most int) bool {
	if w.unit != 0 || n > most {
		if n > most {
			w.doubt = &Doubt{What: "there is no such month"}
			return true
		}
		return false
	}
	w.unit, w.zero, w.month = n, w.zero || n == 0, true
	return true
}

func (w *words) dayIs(n int) bool {
	if w.day != 0 {
		return false
	}
	w.day, w.zero = n, w.zero || n == 0
	return true
}

// decadeOf is 1990s, 1990er; the 90s have no century.
func (w *words) decadeOf(t token) bool {
	if len(t.text) == 2 {
		w.doubt = &Doubt{What: "a decade without its century", Hint: "write the year with four digits", Readings: readable([]string{"19" + t.text[:1] + "X", "20" + t.text[:1] + "X"})}
		return true
	}
	w.decade = true
	return len(t.text) == 4 && w.year(t.n)
}

// word places a word by its roles, the likelier first.
func (w *words) word(list []token, i int) int {
	t := list[i]
	switch {
	case t.is(month) && w.unit == 0:
		w.unit, w.month, w.lead = t.value(month), true, len(w.small) > 0
		if t.is(weekday) {
			w.days = append(w.days, t.value(month), t.value(weekday))
		}
	case t.is(month) && len(w.days) == 2 && w.weekday < 0: // mar. 12 juin: the first was a Tuesday
		w.unit, w.weekday = t.value(month), w.days[1]
	case t.is(season) && w.unit == 0:
		w.unit = t.value(season)
	case t.is(reign) && w.first == 0:
		w.first = t.value(reign)
	case t.is(beforeChrist):
		w.bc = true
	case t.is(afterChrist):
		w.ad = true
	case t.is(century) && w.centuryOf(list, i):
	case t.is(quarter) && w.nearNumber(list, i, 4):
		w.quarter = true
	case t.is(half) && t.value(half) > 0 && w.unit == 0:
		w.unit = 39 + t.value(half)
	case t.is(half) && w.nearNumber(list, i, 2):
		w.half = true
	case t.is(decade) && len(t.text) > 2:
		w.decade = true
	case t.is(vague):
		w.notes = append(w.notes, "early, middle or late is not kept: the date covers the whole")
	case (t.text == "d" || t.text == "l") && !(i+1 < len(list) && list[i+1].sign("'")): // d'avril, l'an
		return 0
	case t.is(filler):
	case t.is(weekday) && w.weekday < 0:
		w.weekday = t.value(weekday)
	case ordinalWord[t.text] > 0:
		w.small = append(w.small, ordinalWord[t.text])
	default:
		return w.roman(list, i)
	}
	return 1
}

// ordinalWord are the ordinals that people write out before a quarter or half.
var ordinalWord = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "premier": 1, "deuxieme": 2, "primer": 1, "erstes": 1, "zweites": 2}

// nearNumber tells whether the number of a quarter or half stands beside it.
func (w *words) nearNumber(list []token, i, most int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(list) && list[j].sort == word && ordinalWord[list[j].text] > 0 {
			return true
		}
		if j >= 0 && j < len(list) && list[j].sort == number && len(list[j].text) == 1 && list[j].n >= 1 && list[j].n <= most {
			return true
		}
		if j == i-1 && j > 0 && list[j].sign(".") && list[j-1].sort == number && len(list[j-1].text) == 1 {
			return true
		}
	}
	return false
}

// finish makes the parts whole.
func (w *words) finish() (parts, bool) {
	if w.doubt != nil {
		return w.parts, true
	}
	if w.quarter || w.half {
		if !w.partOfYear() {
			return parts{}, false
		}
	}
	if w.century {
		return w.centuries()
	}
	if !w.place() {
		return parts{}, false
	}
	if !w.yearly && w.short < 0 && w.unit == 0 && w.day == 0 || w.weekday >= 0 && w.day == 0 {
		return parts{}, false
	}
	if w.note = strings.Join(w.notes, "; "); w.decade {
		return w.inDecade()
	}
	if w.yearly {
		w.parts.year = yearText(w.years)
	}
	return w.era()
}

// partOfYear takes the number of a quarter or half from the small ones.
func (w *words) partOfYear() bool {
	if len(w.small) == 0 || w.unit != 0 {
		return false
	}
	w.unit = 32 + w.small[0]
	if w.half {
		w.unit = 39 + w.small[0]
	}
	w.small = w.small[1:]
	return true
}

// place gives the small numbers their places: the day, and a year of two
// digits.
func (w *words) place() bool {
	switch {
	case len(w.small) == 0:
	case w.isWinter() && w.yearly && len(w.small) == 1 && w.small[0] == (w.years+1)%100:
	case (w.bc || w.ad) && !w.yearly:
		return w.yearBeforeEra()
	case len(w.small) == 2 && w.yearly || w.unit > 12 && len(w.small) > 1:
		return false
	case w.unit > 12 && w.day == 0 && !w.yearly && w.short < 0: // spring '15, Q3 15
		w.short = w.small[0]
	case w.unit > 12:
		return false
	case len(w.small) == 2 && w.short < 0 && w.month && w.day == 0:
		w.day, w.short = w.small[0], w.small[1]
		if w.day > 31 {
			w.day, w.short = w.short, w.day
		}
	case len(w.small) == 1 && w.day == 0:
		w.day = w.small[0]
		w.either = w.month && !w.yearly && w.short < 0 && !w.lead
		w.zero = w.zero || w.day == 0
		if w.month && !w.yearly && w.day > 31 && w.short < 0 {
			w.day, w.short, w.either, w.zero = 0, w.day, false, false
		}
	default:
		return false
	}
	return true
}

// yearBeforeEra takes the last small number as the year: 15 March 44 BC.
func (w *words) yearBeforeEra() bool {
	last := len(w.small) - 1
	if w.short >= 0 || last == 1 && !w.month {
		return false
	}
	w.yearly, w.years = true, w.small[last]
	if last == 1 {
		w.day = w.small[0]
	}
	return true
}

// era counts years before Christ: there is a year 0.
func (w *words) era() (parts, bool) {
	if !w.bc {
		return w.parts, true
	}
	if !w.yearly || w.years == 0 {
		return parts{}, false
	}
	w.parts.year = yearText(1 - w.years)
	if w.day > 0 {
		w.notes = append(w.notes, "a day before our calendar was made: read as if it had been in use")
		w.note = strings.Join(w.notes, "; ")
	}
	return w.parts, true
}

// inDecade is the ten years that a round year begins.
func (w *words) inDecade() (parts, bool) {
	if !w.yearly || w.years%10 != 0 || w.unit != 0 || w.day != 0 {
		return parts{}, false
	}
	w.form = "decade"
	text := fmt.Sprintf("%04d", w.years)
	if w.years%100 == 0 {
		return doubted("could be a decade or a century", "write "+text[:3]+"X or "+text[:2]+"XX", text[:3]+"X", text[:2]+"XX"), true
	}
	w.whole = text[:3] + "X"
	if w.bc {
		return doubted("a decade before Christ", ""), true
	}
	return w.parts, true
}
