package ftm

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// link adds a relation, with what we kept of it beside the properties.
func (g *gather) link(l format.Link, rel data.Relation, r *record, kept []data.Cell, t term, ftm string) {
	rel, err := over(rel, kept)
	if err != nil {
		g.unreadable(r, err)
	}
	if string(rel.ID) == r.id && hasAttribute(rel.Attributes, "id", r.id) {
		rel.ID = "" // the builder would note the id again
	}
	g.rename(rel.Evidence, rel.DateEvidence)
	for _, a := range rel.Attributes {
		g.rename(a.Evidence)
	}
	for _, end := range []struct {
		ref *format.Ref
		own data.EntityID
	}{{&l.From, rel.From}, {&l.To, rel.To}} {
		if end.own != "" {
			*end.ref = format.Ref{Space: ours, ID: string(end.own)}
		}
	}
	if rel.Predicate == t.id && t.builtin != t.id && !g.terms[t.id] {
		g.terms[t.id] = true
		g.to.DefinePredicate(data.Predicate{ID: t.id, Label: t.label, Inverse: t.inverse, Influence: data.None, Symmetric: t.symmetric, FtM: ftm})
	}
	l.Relation, l.At.Own = rel, err == nil && len(kept) > 0
	g.to.Link(l)
}

// references adds a relation for each value of a property that names entities.
func (g *gather) references(r *record) int {
	n := 0
	for _, p := range r.props {
		q := r.schema.Property(p.name)
		if q == nil || q.Type != "entity" || q.Stub {
			continue
		}
		for _, id := range p.values {
			if g.described(id) {
				g.reference(r, q, id)
				n++
				continue
			}
			at := r.at
			at.Field, at.Value = q.Name, id
			g.to.Say(data.Warning, at, "the file does not describe what a property names: kept as an attribute", "--placeholders makes an entity of it")
		}
	}
	return n
}

func (g *gather) reference(r *record, q *Property, id string) {
	kept, ok := r.kept.links[[2]string{q.Name, id}]
	if doc := g.byID[id]; ok && len(kept) == 0 || doc != nil && doc.kept.cells["source"] != nil {
		return // a place or a source: the entity says so itself
	}
	t := propertyTerm(q)
	at := r.at
	at.Field = q.Name
	l := format.Link{From: format.Ref{ID: r.id}, To: format.Ref{ID: id}, Sort: r.sort() + ":" + q.Name, At: at}
	rel := data.Relation{Predicate: t.id, Evidence: slices.Clone(g.rests[r.id])}
	g.link(l, rel, r, kept, t, q.QName())
}
