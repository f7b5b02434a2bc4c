package page

import (
	"strings"
	"unicode/utf8"
)

// packed is the model without what the front end finds elsewhere
// (web/src/island.ts): the ids that the ends of a relation tell, and the names
// and summaries of entities, which stand in the words.
func packed(m *Model) *Model {
	p := *m
	p.Relations = list(m.Relations, func(r Relation) Relation {
		if r.ID == usualID(r) {
			r.ID = ""
		}
		return r
	})
	p.Things = list(m.Things, func(t Thing) Thing {
		if t.Owner == "" && legible(t) {
			t.Name, t.Names, t.Summary = "", nil, ""
		}
		return t
	})
	return &p
}

// legible tells whether a thing can be read from the words: HTML changes
// carriage returns and NULs, and what is not UTF-8.
func legible(t Thing) bool {
	clear := func(s string) bool { return utf8.ValidString(s) && !strings.ContainsAny(s, "\r\x00") }
	for lang, name := range t.Names {
		if lang == "" || !clear(lang) || !clear(name) {
			return false
		}
	}
	return clear(t.Kind) && clear(t.Name) && clear(t.Summary)
}

// usualID is the id of a relation whose author gave none and that has no
// parallel.
func usualID(r Relation) string {
	return strings.ReplaceAll(r.From+"--"+r.Predicate+"--"+r.To, "/", ".")
}
