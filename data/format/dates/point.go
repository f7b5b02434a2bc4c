package dates

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
