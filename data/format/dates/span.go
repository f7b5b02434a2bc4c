package dates

import "strings"

// wide tells a separator that stands between two dates and never within one: a
// word, a dash, a hyphen between spaces.
func wide(list []token, i int) bool {
	t := list[i]
	spaced := t.gap && i+1 < len(list) && list[i+1].gap
	return t.sort == word && t.is(to) || t.sign("–~") || strings.HasPrefix(t.text, "..") || spaced && t.sign("-/")
}

// tight tells one that may stand within a date too.
func tight(list []token, i int) bool { return list[i].sign("-/") }

func (r *reader) wideSpan(list []token, _ int) (value, bool)  { return r.span(list, wide) }
func (r *reader) tightSpan(list []token, _ int) (value, bool) { return r.span(list, tight) }

// span reads two dates around the first separator that leaves two.
func (r *reader) span(list []token, separates func([]token, int) bool) (value, bool) {
	for i := 1; i < len(list)-1; i++ {
		if !separates(list, i) {
			continue
		}
		if v, ok := r.join(list[:i], list[i+1:]); ok {
			return v, true
		}
	}
	return value{}, false
}

// join makes a span of two dates; what one leaves out the other says.
func (r *reader) join(left, right []token) (value, bool) {
	left, right = bare(left), bare(right)
	if len(left) == 0 || len(right) == 0 {
		return value{}, false
	}
	from, fromMark, ok := r.end(left)
	if !ok {
		return value{}, false
	}
	if len(right) == 1 && right[0].is(now) {
		start := r.value(from)
		start.text += fromMark + "/.."
		return start, true
	}
	till, tillMark, ok := r.end(right)
	if !ok {
		return value{}, false
	}
	from, till = complete(from, till)
	start, end := r.value(from), r.value(till)
	if fromMark == "~" && tillMark == "" { // about 1990 to 1995: both ends
		tillMark = fromMark
	}
	return spanned(start, end, fromMark, tillMark), true
}

func spanned(start, end value, fromMark, tillMark string) value {
	for _, v := range []value{start, end} {
		if v.doubt != nil {
			return v
		}
	}
	if strings.Contains(start.text+end.text, "/") {
		return value{doubt: &Doubt{What: "a span of spans"}}
	}
	start.text += fromMark + "/" + end.text + tillMark
	if start.form != end.form {
		start.form = "spans"
	}
	start.note = joinNotes(start.note, onlyNew(end.note, start.note))
	return start
}

func onlyNew(note, seen string) string {
	if strings.Contains(seen, note) {
		return ""
	}
	return note
}

// end is one date of a span, with "about" before it or a mark behind it.
func (r *reader) end(list []token) (p parts, mark string, ok bool) {
	switch last := list[len(list)-1]; {
	case list[0].sort == word && list[0].is(about) || list[0].sign("~"):
		mark, list = "~", bare(list[1:])
	case last.sign("~?"):
		mark, list = last.text, bare(list[:len(list)-1])
	case last.sort == word && last.is(about):
		mark, list = "~", bare(list[:len(list)-1])
	}
	if len(list) == 0 {
		return p, "", false
	}
	p, ok = r.point(list)
	return p, mark, ok
}

// complete gives each end of a span what only the other says: year and month
// of "3-5 June 2015", the year of "June to August 2015", the month of "June
// 3-5, 2015", the century of "1990-95".
func complete(from, till parts) (parts, parts) {
	if from.doubt != nil || till.doubt != nil || from.whole != "" || till.whole != "" {
		return from, till
	}
	till = inDecadeOf(from, till)
	if from.year == "" && from.short < 0 && (from.unit > 0 || from.day > 0) {
		from.year, from.short, from.either = till.year, till.short, false
		if from.unit == 0 {
			from.unit = till.unit
		}
	}
	if till.unit == 0 && till.day > 0 {
		till.unit, till.either = from.unit, false
	}
	if till.year == "" && till.short < 0 && till.unit > 0 {
		till.year, till.short = from.year, from.short
	}
	return from, till
}

// inDecadeOf reads the 95 of "1990 to 95" as a year.
func inDecadeOf(from, till parts) parts {
	years := from.unit == 0 && from.day == 0 && len(from.year) == 4 && till.unit == 0 && till.year == "" && till.day > 0
	if !years || from.year[2:] >= two(till.day) || strings.Contains(from.year, "X") {
		return till
	}
	till.year, till.day = from.year[:2]+two(till.day), 0
	return till
}
