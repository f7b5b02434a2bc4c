package ftm

import (
	"maps"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// define adds the kinds, predicates and sources that a line brings along.
func (g *gather) define(r *record) {
	for _, section := range slices.Sorted(maps.Keys(r.kept.define)) {
		for _, cells := range r.kept.define[section] {
			if err := g.defineOne(section, cells); err != nil {
				at := r.at
				at.Field = "redthread"
				g.to.Say(data.Warning, at, "a definition that cannot be read: "+err.Error(), "")
			}
		}
	}
}

func (g *gather) defineOne(section string, cells []data.Cell) error {
	switch section {
	case "kinds":
		k, err := over(data.Kind{}, cells)
		if err == nil {
			g.to.DefineKind(k)
			g.have[k.ID] = true
		}
		return err
	case "predicates":
		p, err := over(data.Predicate{}, cells)
		if err == nil {
			g.to.DefinePredicate(p)
			g.terms[p.ID] = true
		}
		return err
	}
	s, err := over(data.Source{}, cells)
	if err == nil {
		g.moved[s.ID] = g.to.Source(s)
	}
	return err
}

// known is a kind that the dataset has: it is added where the file does not
// define it.
func (g *gather) known(r *record, kind data.KindID) data.KindID {
	if g.have[kind] || slices.ContainsFunc(data.BuiltinKinds, func(k data.Kind) bool { return k.ID == kind }) {
		return kind
	}
	word, plural := string(kind), ""
	if r.schema == nil {
		word = r.word
	} else if _, label := kindWord(r.schema); kindNamed(label) == kind {
		word, plural = label, strings.ToLower(r.schema.Plural)
	}
	id := g.to.Kind(word)
	g.have[id] = true
	for i, k := range g.to.Heading().Kinds {
		if k.ID == id && plural != "" {
			g.to.Heading().Kinds[i].Plural = plural
		}
	}
	return id
}
