package page

import "strings"

// packed is the model without the ids that the ends of a relation tell.
func packed(m *Model) *Model {
	p := *m
	p.Relations = list(m.Relations, func(r Relation) Relation {
		if r.ID == usualID(r) {
			r.ID = ""
		}
		return r
	})
	return &p
}

// usualID is the id of a relation whose author gave none and that has no
// parallel.
func usualID(r Relation) string {
	return strings.ReplaceAll(r.From+"--"+r.Predicate+"--"+r.To, "/", ".")
}
