package data

import (
	"regexp"
	"strings"
)

// What ids may look like. They stand in addresses, in file names and in
// sentences.
var (
	plainID     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	tableID     = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)
	relationIDs = regexp.MustCompile(`^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$`)
)

const (
	maxID         = 100
	maxRelationID = 400 // two stages and a predicate
)

var idRules = map[string]struct {
	form *regexp.Regexp
	most int
	says string
}{
	"relations":  {relationIDs, maxRelationID, "lower case letters, digits, hyphens, underscores and dots"},
	"kinds":      {tableID, maxID, "lower case letters, digits, hyphens and underscores"},
	"predicates": {tableID, maxID, "lower case letters, digits, hyphens and underscores"},
}

// ids finds ids with characters they may not have, ids that differ only by
// case, and ids that stand twice in a dataset made in a program.
func (k *checker) ids() {
	for i := range sections {
		s := &sections[i]
		slice := s.slice(k.ds)
		lower, exact := map[string]string{}, map[string]bool{}
		for j := range slice.Len() {
			id := idOf(slice.Index(j))
			k.idForm(at(s.key, j, "id"), id)
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

func (k *checker) idForm(s spot, id string) {
	rule, ok := idRules[s.section]
	if !ok {
		rule.form, rule.most, rule.says = plainID, maxID, "lower case letters, digits and hyphens"
	}
	switch {
	case id == "":
	case len(id) > rule.most:
		k.wrong(s, id, "shorten it", "an id of %d bytes, the limit is %d", len(id), rule.most)
	case s.section == "relations" && k.derivedID(s.index):
		// Made of the ends: what is wrong with it is wrong with them.
	case !rule.form.MatchString(id):
		hint := rule.says
		if near := slug(id); plainID.MatchString(near) {
			hint += ": " + near
		}
		k.wrong(s, id, hint, "the id may not be written so")
	}
}

func (k *checker) derivedID(i int) bool {
	r := &k.ds.Relations[i]
	return strings.HasPrefix(string(r.ID), string(relationID(r)))
}
