package ftm

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// ours is the space of our own ids, which our writer keeps beside those of the
// file.
const ours = "redthread"

// emit hands the joined records to the builder: what they rest on, the
// entities, and then the relations between them.
func (g *gather) emit() error {
	g.turn()
	for _, r := range g.order {
		g.define(r)
		for _, c := range r.context {
			if c.Key == "referents" && !r.isEdge() {
				g.also[c.Value] = r.id
			}
		}
	}
	for _, r := range g.order {
		if r.isEdge() || r.kept.stageOf != "" {
			g.kinds[r.id] = "event" // of a stage
			continue
		}
		if cells := r.kept.cells["source"]; cells != nil {
			g.define(&record{at: r.at, kept: kept{define: map[string][][]data.Cell{"sources": {cells}}}})
			continue
		}
		g.entity(r)
	}
	pairs := 0
	for _, r := range g.order {
		n, err := g.relations(r, g.to.Options.Limits.Records-pairs)
		if err != nil {
			return err
		}
		pairs += n
	}
	return nil
}

// nameOf is the caption of a record of the file; its id where it is unknown.
func (g *gather) nameOf(id string) string {
	r := g.byID[id]
	if r == nil || !named(r.schema) {
		return id
	}
	quiet := maker{}
	return quiet.caption(&taking{record: r})
}

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

// entity adds one entity.
func (g *gather) entity(r *record) {
	e, sources := g.made.entity(r)
	g.unknown(r)
	if !r.kept.says("entity", "evidence") {
		e.Evidence = g.cites(sources)
	}
	e, err := over(e, r.kept.cells["entity"])
	if err != nil {
		g.unreadable(r, err)
	}
	if string(e.ID) == r.id && hasAttribute(e.Attributes, "id", r.id) {
		e.ID = data.EntityID(format.Slug(r.id)) // the builder would note the id again
	}
	g.cite(&e)
	e.Kind = g.known(r, e.Kind)
	at := r.at
	own := e.ID
	id := g.to.Entity(format.Ref{ID: r.id}, r.sort(), e, at)
	g.kinds[r.id] = e.Kind
	if _, known := g.to.Known(format.Ref{Space: ours, ID: string(own)}); !known {
		g.to.Alias(format.Ref{Space: ours, ID: string(own)}, id)
	}
	g.rests[r.id] = e.Evidence
	for _, c := range r.context {
		if c.Key == "referents" && g.also[c.Value] == r.id && g.byID[c.Value] == nil {
			g.to.Alias(format.Ref{ID: c.Value}, id)
		}
	}
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

func (g *gather) unreadable(r *record, err error) {
	at := r.at
	at.Field, at.Value = "redthread", r.id
	g.to.Say(data.Warning, at, "what stands under the key cannot be read: the properties count alone: "+err.Error(), "")
}

// unknown reports what the model does not have.
func (g *gather) unknown(r *record) {
	at := r.at
	if r.schema == nil {
		at.Field, at.Value = "schema", r.word
		g.to.Say(data.Warning, at, "the model has no such schema: kept as a kind, its properties as attributes", "the model is version "+modelVersion)
		return
	}
	for _, p := range r.props {
		if r.schema.Property(p.name) == nil {
			at.Field, at.Value = p.name, p.values[0]
			g.to.Say(data.Note, at, "the schema has no such property: kept as an attribute", "the model is version "+modelVersion)
		}
	}
	if r.schema.Abstract {
		at.Field, at.Value = "schema", r.word
		g.to.Say(data.Note, at, "an abstract schema: nothing should be of it", "")
	}
}

// cite renames sources whose id was taken by another file.
func (g *gather) cite(e *data.Entity) {
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
	g.rename(lists...)
}

func (g *gather) rename(lists ...[]data.Evidence) {
	for _, list := range lists {
		for i := range list {
			if to, ok := g.moved[list[i].Source]; ok {
				list[i].Source = to
			}
		}
	}
}

// relations adds the relations of an edge, or those that the properties of an
// entity make, and gives their number.
func (g *gather) relations(r *record, most int) (int, error) {
	switch {
	case r.kept.stageOf != "" || r.kept.cells["source"] != nil:
		return 0, nil
	case !r.isEdge():
		return g.references(r), nil
	}
	from, to := r.values(r.schema.Edge.Source), r.values(r.schema.Edge.Target)
	for _, end := range []struct {
		name   string
		values []string
	}{{r.schema.Edge.Source, from}, {r.schema.Edge.Target, to}} {
		if len(end.values) == 0 {
			at := r.at
			at.Field = end.name
			g.to.LeftOut(r.sort(), at, "it names no "+end.name, "")
			return 0, nil
		}
	}
	if len(from)*len(to) > most {
		return 0, fmt.Errorf("%s:%d: %d sources and %d targets make too many relations", g.name, r.at.Line, len(from), len(to))
	}
	g.unknown(r)
	for i, f := range from {
		for j, t := range to {
			g.edge(r, f, t, i+j == 0)
		}
	}
	return len(from) * len(to), nil
}

// edge adds one pair of an edge.
func (g *gather) edge(r *record, from, to string, lead bool) {
	rel, sources := g.made.relation(r, g.kinds[from], g.kinds[to])
	if !r.kept.says("relation", "evidence") {
		rel.Evidence = g.cites(sources)
	}
	l := format.Link{From: format.Ref{ID: from}, To: format.Ref{ID: to}, Sort: r.sort(), At: r.at}
	if !lead {
		l.Sort += " (further pair)"
	}
	g.link(l, rel, r, r.kept.cells["relation"], edgeTerms[r.schema.Name], r.schema.Name)
}

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
	l.Relation = rel
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
