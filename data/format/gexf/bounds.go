package gexf

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// bound is a spell as it is written: days of XML Schema, "" for an open side.
type bound struct{ start, end string }

// spellsFor are the spells of a thing: those that a foreign file gave it, else
// the widest that its date allows. None where a day lies outside of the years 1
// to 9999, which not all programs count alike.
func spellsFor(date edtf.Date, attributes []data.Attribute) []bound {
	for _, a := range attributes {
		if a.Key != spellsKey {
			continue
		}
		if list := given(a.Value); list != nil {
			return list
		}
	}
	b, ok := bounded(date)
	if !ok {
		return nil
	}
	return []bound{b}
}

// given reads spells that were kept; nil where one of them is not in days.
func given(text string) []bound {
	spells, _ := intervals(text)
	c := &clock{format: "date"}
	var list []bound
	for _, s := range spells {
		d, _, ok, _ := c.date(s)
		if !ok {
			return nil
		}
		b, ok := bounded(d)
		if !ok {
			return nil
		}
		list = append(list, b)
	}
	return list
}

// bounded is the widest stretch that a date allows; false where it says nothing
// that can be written.
func bounded(d edtf.Date) (bound, bool) {
	var b bound
	if d.IsZero() {
		return b, false
	}
	start, end := d.Start().Earliest, d.End().Latest
	for _, side := range []struct {
		at *edtf.Instant
		to *string
	}{{start, &b.start}, {end, &b.end}} {
		if side.at == nil {
			continue
		}
		day := civil(side.at.Day)
		if day.year < 1 || day.year > 9999 {
			return b, false
		}
		*side.to = day.String()
	}
	if d.OpenEnd() || d.UnknownEnd() {
		b.end = ""
	}
	if d.OpenStart() || d.UnknownStart() {
		b.start = ""
	}
	return b, b.start != "" || b.end != ""
}

// inTag are the attributes of a thing with one spell.
func inTag(spells []bound) []string {
	if len(spells) != 1 {
		return nil
	}
	return []string{"start", spells[0].start, "end", spells[0].end}
}

// spells writes several.
func (w *writer) spells(list []bound) {
	if len(list) < 2 {
		return
	}
	w.Open("spells")
	for _, b := range list {
		w.Empty("spell", "start", b.start, "end", b.end)
	}
	w.Shut()
}

// dated tells whether anything in the dataset has a spell.
func (w *writer) dated() bool {
	for i := range w.ds.Entities {
		e := &w.ds.Entities[i]
		if thing, _ := w.index.Thing(e.ID); spellsFor(thing.Date, e.Attributes) != nil {
			return true
		}
	}
	for i := range w.ds.Relations {
		if r := &w.ds.Relations[i]; spellsFor(r.Date, r.Attributes) != nil {
			return true
		}
	}
	return false
}
