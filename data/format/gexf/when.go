package gexf

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// spellsKey is the attribute that keeps spells as GEXF 1.3 writes them, where
// the date does not say all of them.
const spellsKey = foreign + "spells"

// spells gathers the spells that an element says.
func (r *reader) spells(e *xmlread.Element, t *thing) {
	if s := spellOf(e); s.any() {
		t.spells = append(t.spells, s)
	}
	if text := e.Attr("intervals"); text != "" {
		list, ok := intervals(text)
		if !ok {
			r.to.Say(data.Warning, format.Place{Line: e.Line, Field: "intervals", Value: text}, "not a list of intervals: kept as an attribute", "")
			t.extra = append(t.extra, data.Attribute{Key: foreign + "intervals", Value: text})
		}
		t.spells = append(t.spells, list...)
	}
	if text := e.Attr("timestamps"); text != "" {
		t.spells = append(t.spells, timestamps(text)...)
	}
}

// when makes a date of the spells of a thing. Of several, the date reaches from
// the first to the last and the note names each.
func (r *reader) when(t *thing) (date edtf.Date, note string) {
	if len(t.spells) == 0 {
		return date, ""
	}
	var dates []edtf.Date
	var words []string
	keep := len(t.spells) > 1
	for _, s := range t.spells {
		d, exact, ok, notes := r.clock.date(s)
		keep = keep || !exact || !ok
		if !ok {
			r.to.Say(data.Warning, format.Place{Line: t.Line, Field: "spell", Value: s.notation("")}, "not a stretch of time that dates can say: kept as an attribute", "")
			continue
		}
		for _, n := range notes {
			r.to.Say(data.Note, format.Place{Line: t.Line, Field: "spell", Value: s.notation("")}, n, "")
		}
		if !d.IsZero() {
			dates, words = append(dates, d), append(words, d.String())
		}
	}
	if keep {
		var raw []string
		for _, s := range t.spells {
			raw = append(raw, s.notation(""))
		}
		t.extra = append(t.extra, data.Attribute{Key: spellsKey, Value: "<" + strings.Join(raw, "; ") + ">"})
	}
	if len(words) > 1 {
		note = "these spells, not the whole time: " + strings.Join(words, "; ")
	}
	return edtf.Hull(dates...), note
}

// surveyed reads the file once more and tells whether all numbers by which it
// counts time look like years.
func (r *reader) surveyed() bool {
	years := true
	answer := func() bool { return years }
	r.clock.years = answer
	x, err := xmlread.New(r.in, r.to.Options)
	if err != nil {
		return false
	}
	if _, err = x.Root(); err != nil {
		return false
	}
	var visit func(*xmlread.Element) error
	visit = func(e *xmlread.Element) error {
		years = years && allYears(e)
		_, err := x.Each(visit)
		return err
	}
	_, _ = x.Each(visit) // what is broken stops the reader itself
	return years
}

// allYears looks at the numbers of one element.
func allYears(e *xmlread.Element) bool {
	list := []spell{spellOf(e)}
	if more, ok := intervals(e.Attr("intervals")); ok {
		list = append(list, more...)
	}
	list = append(list, timestamps(e.Attr("timestamps"))...)
	for _, s := range list {
		for _, text := range []string{s.start, s.end} {
			if number.MatchString(text) && !isYear(text) {
				return false
			}
		}
	}
	return true
}
