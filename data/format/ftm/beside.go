package ftm

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// finish puts beside the properties whatever they do not say.
func (w *writer) finish(e *data.Entity) {
	l := w.entities[e.ID]
	given, _ := w.made.entity(&l.record)
	if own := data.EntityID(format.Slug(l.id)); own == e.ID && l.id != string(own) {
		given.ID, given.Attributes = own, append(given.Attributes, data.Attribute{Key: "id", Value: l.id})
	}
	if e.Place != "" && slices.Contains(l.values("addressEntity"), w.ids[e.Place]) {
		l.links("addressEntity", w.ids[e.Place], nil)
	}
	given.Evidence = cited(e.Evidence, given.Evidence)
	if cells := differing(*e, given); len(cells) > 0 {
		l.beside = append(object{{"entity", ofCells(cells)}}, l.beside...)
		w.hidden(cells)
	}
	if k := w.kinds[e.Kind]; k != nil && ownKind(k) {
		w.define(l, "kinds", string(k.ID), k, data.Cells(*k))
	}
	w.cited(l, evidenceOf(e)...)
}

// cited is what a reader would give a record: it cites the file for one without
// evidence, and must be told that ours has none.
func cited(want, given []data.Evidence) []data.Evidence {
	if len(want) == 0 && len(given) == 0 {
		return []data.Evidence{{Source: "the-file"}}
	}
	return given
}

// evidenceOf are all lists of evidence of an entity.
func evidenceOf(e *data.Entity) [][]data.Evidence {
	lists := [][]data.Evidence{e.Evidence, e.DateEvidence}
	for _, a := range e.Aliases {
		lists = append(lists, a.Evidence)
	}
	for _, a := range e.Attributes {
		lists = append(lists, a.Evidence)
	}
	for _, s := range e.Stages {
		lists = append(lists, s.Evidence)
	}
	return lists
}

// links notes which relation a value of a property is; no cells: none of its own.
func (l *line) links(property, id string, cells []data.Cell) {
	i := slices.IndexFunc(l.beside, func(p pair) bool { return p.key == "links" })
	if i < 0 {
		i = len(l.beside)
		l.beside.set("links", object{})
	}
	all := l.beside[i].value.(object)
	j := slices.IndexFunc(all, func(p pair) bool { return p.key == property })
	if j < 0 {
		j = len(all)
		all.set(property, object{})
	}
	of := all[j].value.(object)
	of.set(id, ofCells(cells))
	all[j].value = of
	l.beside[i].value = all
}
