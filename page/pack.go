package page

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Packed is a model with the options of charts, packed together: the strings
// that they share stand once.
type Packed struct {
	strings, model []byte
	options        map[View][]byte
}

// Pack packs a model and the options of any of its charts, for pages that show
// all of them or some.
func Pack(m *Model, options map[View][]byte) (*Packed, error) {
	model, err := json.Marshal(packed(m))
	if err != nil {
		return nil, fmt.Errorf("page: model: %w", err)
	}
	texts := map[string][]byte{"": model}
	for view, text := range options {
		texts[string(view)] = text
	}
	strings, short, err := packAll(texts)
	if err != nil {
		return nil, err
	}
	p := &Packed{strings: strings, model: short[""], options: map[View][]byte{}}
	for view := range options {
		p.options[view] = short[string(view)]
	}
	return p, nil
}

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
