package dates

import (
	"fmt"
	"strings"
)

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
