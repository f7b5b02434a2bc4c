package ftm

import (
	"fmt"

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
	edges := 0
	for _, r := range g.order {
		if r.isEdge() {
			edges++
		}
	}
	g.to.Expect(len(g.order)-edges, edges)
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

// entity adds one entity.
func (g *gather) entity(r *record) {
	e, sources := g.made.entity(r)
	g.unknown(r)
	if !r.kept.says("entity", "evidence") {
		e.Evidence = g.cites(clip(g, r, "sources", sources))
	}
	g.clipEntity(r, &e)
	g.placed(r, &e)
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
	at.Own = err == nil && len(r.kept.cells["entity"]) > 0
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

// placed lets each attribute cite its line where the thing cites several
// sources, none of which is known to say it. What we wrote says itself.
func (g *gather) placed(r *record, e *data.Entity) {
	if len(e.Evidence) < 2 || len(r.kept.cells["entity"]) > 0 {
		return
	}
	for i := range e.Attributes {
		e.Attributes[i].Evidence = g.to.Evidence(r.at)
	}
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
		rel.Evidence = g.cites(clip(g, r, "sources", sources))
	}
	rel.Attributes = clip(g, r, "attributes", rel.Attributes)
	l := format.Link{From: format.Ref{ID: from}, To: format.Ref{ID: to}, Sort: r.sort(), At: r.at}
	if !lead {
		l.Sort += " (further pair)"
	}
	g.link(l, rel, r, r.kept.cells["relation"], edgeTerms[r.schema.Name], r.schema.Name)
}
