package dates

import (
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// value is EDTF made of a phrase, or a doubt.
type value struct {
	text, note, form string
	doubt            *Doubt
}

// maxWords bounds how many words before a date are taken off one by one.
const maxWords = 4

// phrase reads words before and behind dates, spans, and single dates. ok is
// false for what is nothing of this.
func (r *reader) phrase(list []token, depth int) (value, bool) {
	list = bare(list)
	if len(list) == 0 || depth > maxWords {
		return value{}, false
	}
	if v, ok := special(list); ok {
		return v, true
	}
	for _, try := range []func(*reader, []token, int) (value, bool){(*reader).lead, (*reader).wideSpan, (*reader).single, (*reader).tightSpan, (*reader).either, (*reader).tail} {
		if v, ok := try(r, list, depth); ok {
			return v, true
		}
	}
	return value{}, false
}

// bare takes off brackets around the whole and signs at its ends.
func bare(list []token) []token {
	for len(list) > 0 && list[0].sign(",.;:'\"(") {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].sign(",.;:'\")") {
		list = list[:len(list)-1]
	}
	return list
}

// special reads what has no date, and dates of other calendars.
func special(list []token) (value, bool) {
	if len(list) == 1 && list[0].is(undated) {
		return value{doubt: &Doubt{What: "the text says that there is no date"}}, true
	}
	for i, t := range list {
		if t.sort == word && t.is(alien) && len(list) > 1 && !(t.text == "am" && i == 0) {
			return value{doubt: &Doubt{What: "a date of " + aliens[t.value(alien)], Hint: "write the Gregorian date"}}, true
		}
	}
	return value{}, false
}

// lead reads a word before the date: about, before, since, between.
func (r *reader) lead(list []token, depth int) (value, bool) {
	first, rest := list[0], list[1:]
	if first.sign("~") {
		return r.wrapped(about, rest, depth)
	}
	if first.sign("–") && len(rest) > 0 {
		return r.wrapped(until, rest, depth)
	}
	if first.sort != word {
		return value{}, false
	}
	if first.is(between) {
		return r.betweenTwo(rest)
	}
	if first.is(since) {
		if v, ok := r.span(rest, wide); ok {
			return v, true
		}
	}
	for _, role := range []role{about, perhaps, before, by, notBefore, until, after, since} {
		if !first.is(role) {
			continue
		}
		if v, ok := r.wrapped(role, rest, depth); ok {
			return v, true
		}
	}
	return value{}, false
}

// tail reads a word or sign behind the date: 1950?, 2015 onwards, 1950年左右.
func (r *reader) tail(list []token, depth int) (value, bool) {
	last, rest := list[len(list)-1], list[:len(list)-1]
	switch {
	case last.sign("?"):
		return r.wrapped(perhaps, rest, depth)
	case last.sign("~"):
		return r.wrapped(about, rest, depth)
	case last.sign("–-"):
		v, ok := r.wrapped(since, rest, depth)
		if ok && v.doubt == nil {
			v.text, v.note = strings.TrimSuffix(v.text, ".."), joinNotes(v.note, "nothing stands behind the dash: the end is not known")
		}
		return v, ok
	case last.is(onwards):
		return r.wrapped(since, rest, depth)
	case last.is(notBefore):
		return r.wrapped(notBefore, rest, depth)
	case last.is(by):
		return r.wrapped(by, rest, depth)
	}
	if last.sort != word || !isUnspaced([]rune(last.text)[0]) && !last.is(about) {
		return value{}, false
	}
	for _, role := range []role{about, before, after, since, until} {
		if last.is(role) {
			return r.wrapped(role, rest, depth)
		}
	}
	return value{}, false
}

// wrapped is a phrase with what a word beside it says of it.
func (r *reader) wrapped(as role, rest []token, depth int) (value, bool) {
	v, ok := r.phrase(rest, depth+1)
	if !ok || v.doubt != nil {
		return v, ok
	}
	switch as {
	case about:
		v.text = marked(v.text, "~")
	case perhaps:
		v.text = marked(v.text, "?")
	default:
		v.text = beside(v.text, as)
	}
	if v.text == "" {
		return value{doubt: &Doubt{What: "a word beside the date does not fit it"}}, true
	}
	return v, true
}

// marked puts a qualifier behind each date of an expression.
func marked(text, mark string) string {
	if strings.ContainsAny(text, "[]{}") {
		return ""
	}
	ends := strings.Split(text, "/")
	for i, e := range ends {
		switch {
		case e == "" || e == ".." || strings.HasSuffix(e, mark) || strings.HasSuffix(e, "%"):
		case strings.HasSuffix(e, "?") || strings.HasSuffix(e, "~"):
			ends[i] = e[:len(e)-1] + "%"
		default:
			ends[i] = e + mark
		}
	}
	return strings.Join(ends, "/")
}

// beside writes the time up to a date or from it. Before and after leave the
// date itself out; the day, month or year beside it is the last that may be.
func beside(text string, as role) string {
	if strings.ContainsAny(text, "[]{}/") {
		return ""
	}
	switch as {
	case before:
		return "[.." + next(text, -1) + "]"
	case by:
		return "[.." + text + "]"
	case notBefore:
		return "[" + text + "..]"
	case until:
		return "../" + text
	case after:
		return "[" + next(text, 1) + "..]"
	}
	return text + "/.."
}

// next is the year, month or day before or after one; the year beside a decade
// or century, and the day beside everything else.
func next(text string, step int) string {
	d, err := edtf.Parse(text)
	if err != nil || d.Approximate() || d.Uncertain() {
		return text
	}
	day := d.Start().Earliest
	if step > 0 {
		day = d.End().Latest
	}
	if day == nil {
		return text
	}
	beside := civil(day.Day + int64(step))
	switch {
	case d.Precision() <= edtf.Year && len(text) <= 5:
		return beside[:len(beside)-len("-01-01")]
	case d.Precision() == edtf.Month:
		return beside[:len(beside)-len("-01")]
	}
	return beside
}

// betweenTwo takes the two dates of "between X and Y" apart.
func (r *reader) betweenTwo(list []token) (value, bool) {
	for i, t := range list {
		if !t.is(and) && !t.sign("–-~") || i == 0 {
			continue
		}
		v, ok := r.join(list[:i], list[i+1:])
		if ok && v.doubt == nil {
			v.text = "[" + strings.Replace(v.text, "/", "..", 1) + "]"
		}
		if ok {
			return v, true
		}
	}
	return value{}, false
}

// either takes the two dates of "X or Y" apart: it was one of them.
func (r *reader) either(list []token, _ int) (value, bool) {
	for i := 1; i < len(list)-1; i++ {
		if list[i].sort != word || !list[i].is(alternative) {
			continue
		}
		v, ok := r.join(list[:i], list[i+1:])
		if ok && v.doubt == nil {
			v.text = "[" + strings.Replace(v.text, "/", ",", 1) + "]"
		}
		return v, ok
	}
	return value{}, false
}

func (r *reader) single(list []token, _ int) (value, bool) {
	p, ok := r.point(list)
	if !ok {
		return value{}, false
	}
	return r.value(p), true
}

// value is the EDTF of settled parts.
func (r *reader) value(p parts) value {
	form := p.form
	p = r.settle(p)
	return value{text: p.text(), note: p.note, form: form, doubt: p.doubt}
}
