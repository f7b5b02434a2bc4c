package data

import (
	"reflect"
	"strings"
)

const (
	maxID         = 100
	maxRelationID = 400 // two stages and a predicate
)

var idRules = map[string]struct {
	form IDForm
	most int
	says string
}{
	"relations":  {RelationIDs, maxRelationID, "lower case letters, digits, hyphens, underscores and dots"},
	"kinds":      {TableID, maxID, "lower case letters, digits, hyphens and underscores"},
	"predicates": {TableID, maxID, "lower case letters, digits, hyphens and underscores"},
}

// ids finds ids with characters they may not have, ids that differ only by
// case, and ids that stand twice in a dataset made in a program.
func (k *checker) ids() {
	for i := range sections {
		s := &sections[i]
		ids := idsOf(s, s.slice(k.ds))
		if apart(ids) {
			for j, id := range ids {
				k.idForm(s.key, j, id)
			}
			continue
		}
		lower, exact := map[string]string{}, map[string]bool{}
		for j, id := range ids {
			k.idForm(s.key, j, id)
			if first, ok := lower[strings.ToLower(id)]; ok && first != id {
				k.wrong(at(s.key, j, "id"), id, "write both in lower case, and apart", "the id differs from %s only by case", quote(first))
			}
			if exact[id] && id != "" {
				k.wrong(at(s.key, j, "id"), id, "", "the id stands twice")
			}
			lower[strings.ToLower(id)], exact[id] = id, true
		}
	}
}

func idsOf(s *section, slice reflect.Value) func(yield func(int, string) bool) {
	field := fieldNamed(s.elem, "id").index[0]
	return func(yield func(int, string) bool) {
		for j := range slice.Len() {
			if !yield(j, slice.Index(j).Field(field).String()) {
				return
			}
		}
	}
}

// apart tells whether ids are in lower case and in order, each once, as those of
// a dataset that was read.
func apart(ids func(yield func(int, string) bool)) bool {
	last := ""
	for _, id := range ids {
		if id <= last || id != strings.ToLower(id) {
			return false
		}
		last = id
	}
	return true
}

func (k *checker) idForm(section string, j int, id string) {
	rule, ok := idRules[section]
	if !ok {
		rule.form, rule.most, rule.says = PlainID, maxID, "lower case letters, digits and hyphens"
	}
	switch {
	case id == "":
	case len(id) > rule.most:
		k.wrong(at(section, j, "id"), id, "shorten it", "an id of %d bytes, the limit is %d", len(id), rule.most)
	case rule.form.Match(id):
	case section == "relations" && k.derivedID(j):
		// Made of the ends: what is wrong with it is wrong with them.
	default:
		hint := rule.says
		if near := slug(id); PlainID.Match(near) {
			hint += ": " + near
		}
		k.wrong(at(section, j, "id"), id, hint, "the id may not be written so")
	}
}

func (k *checker) derivedID(i int) bool {
	r := &k.ds.Relations[i]
	return strings.HasPrefix(string(r.ID), string(relationID(r)))
}
