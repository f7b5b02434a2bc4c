package ftm

import (
	"strings"

	"github.com/redthread/redthread/data"
)

// relation is the line of a relation; nil where it is a property of an entity,
// or where one of its ends is no thing that a link may name.
func (w *writer) relation(r *data.Relation) *line {
	p := w.predicates[r.Predicate]
	if p == nil {
		p = &data.Predicate{ID: r.Predicate, Label: string(r.Predicate)}
	}
	from, to := w.byID[w.ids[r.From]], w.byID[w.ids[r.To]]
	if from == nil || to == nil {
		w.lost.Add("relations without an end", 1)
		return nil
	}
	if strings.Contains(p.FtM, ":") && w.reference(r, p, from, to) {
		return nil
	}
	schema, source, target := edgeFor(p, from, to)
	if schema == nil {
		w.lost.Add("relations whose ends FollowTheMoney links by no schema", 1)
		return nil
	}
	l := &line{record: record{id: w.relationIDs[r.ID], word: schema.Name, schema: schema}}
	l.add(schema.Edge.Source, source.id)
	l.add(schema.Edge.Target, target.id)
	w.says(l, r, p)
	w.keepRelation(l, r, p, source == to && target == from)
	return l
}

// edgeFor is the schema for a predicate between two entities: the predicate's
// own where its ends may be of these schemata (either way round where it has no
// direction), else UnknownLink.
func edgeFor(p *data.Predicate, from, to *line) (schema *Schema, source, target *line) {
	for _, name := range []string{p.FtM, "UnknownLink"} {
		s := schemaNamed(name)
		switch {
		case s == nil || s.Edge == nil:
		case s.mayJoin(from.schema, to.schema):
			return s, from, to
		case !s.Edge.Directed && s.mayJoin(to.schema, from.schema):
			return s, to, from
		}
	}
	return nil, nil, nil
}

// mayJoin tells whether the ends of an edge may be of two schemata.
func (s *Schema) mayJoin(source, target *Schema) bool {
	return source.IsA(s.Property(s.Edge.Source).Range) && target.IsA(s.Property(s.Edge.Target).Range)
}

// says writes what the edge says beside its ends.
func (w *writer) says(l *line, r *data.Relation, p *data.Predicate) {
	own := p.FtM == l.schema.Name && (edgeTerms[l.schema.Name].id == p.ID || edgeTerms[l.schema.Name].builtin == p.ID)
	if !own {
		l.put("role", p.Label)
	}
	l.text(r.Note, r.Attributes, "description", "summary")
	l.dates(r.Date, r.Attributes)
	if r.Status != "" && r.Status != data.Stated && !keyed(r.Attributes, "status") {
		if !l.put("status", string(r.Status)) {
			w.lost.Add("statuses (the schema has no property for them)", 1)
		}
	}
	for _, a := range r.Attributes {
		q := l.schema.Property(a.Key)
		if q == nil || q.Type != "entity" {
			l.attributes([]data.Attribute{a})
			continue
		}
		if end := w.byID[a.Value]; end != nil && end.schema.IsA(q.Range) && !q.Stub && a.Key != l.schema.Edge.Source && a.Key != l.schema.Edge.Target {
			l.add(a.Key, a.Value)
		}
	}
	w.rests(l, r.Evidence)
}

// keepRelation puts beside the properties whatever they do not say.
func (w *writer) keepRelation(l *line, r *data.Relation, p *data.Predicate, turned bool) {
	given, _ := w.made.relation(&l.record, w.kindAt(r.From), w.kindAt(r.To))
	if turned {
		given, _ = w.made.relation(&l.record, w.kindAt(r.To), w.kindAt(r.From))
	}
	if !turned && !isStage(r.From) {
		given.From = r.From
	}
	if !turned && !isStage(r.To) {
		given.To = r.To
	}
	if own := derivedID(r); own == r.ID && strings.ToLower(l.id) != l.id {
		given.ID, given.Attributes = own, append(given.Attributes, data.Attribute{Key: "id", Value: l.id})
	}
	given.Evidence = cited(r.Evidence, given.Evidence)
	if cells := differing(*r, given); len(cells) > 0 {
		l.beside.set("relation", ofCells(cells))
		w.hidden(cells)
	}
	w.needs(l, r, p)
}

// needs defines what a relation names.
func (w *writer) needs(l *line, r *data.Relation, p *data.Predicate) {
	if ownPredicate(p) {
		w.define(l, "predicates", string(p.ID), p, data.Cells(*p))
	}
	w.cited(l, r.Evidence, r.DateEvidence)
	for _, a := range r.Attributes {
		w.cited(l, a.Evidence)
	}
}

func isStage(id data.EntityID) bool { return strings.Contains(string(id), "/") }

// kindAt is the kind of an entity; a stage is an event.
func (w *writer) kindAt(id data.EntityID) data.KindID {
	if e := w.things[id]; e != nil {
		return e.Kind
	}
	return "event"
}

// reference writes a relation as the property of its first end that the
// predicate names, where that may hold the second.
func (w *writer) reference(r *data.Relation, p *data.Predicate, from, to *line) bool {
	_, name, _ := strings.Cut(p.FtM, ":")
	q := from.schema.Property(name)
	if q == nil || q.Type != "entity" || q.Stub || q.QName() != p.FtM || !to.schema.IsA(q.Range) || isStage(r.From) || isStage(r.To) {
		return false
	}
	for _, v := range from.values(name) {
		if v == to.id {
			return false // a second one between the same two stands alone
		}
	}
	from.add(name, to.id)
	given := data.Relation{ID: derivedID(r), From: r.From, To: r.To, Predicate: propertyTerm(q).id, Evidence: w.things[r.From].Evidence}
	given.Evidence = cited(r.Evidence, given.Evidence)
	if cells := differing(*r, given); len(cells) > 0 {
		from.links(name, to.id, cells)
		w.hidden(cells)
	}
	w.needs(from, r, p)
	return true
}

// derivedID is the id that a reader makes of the ends.
func derivedID(r *data.Relation) data.RelationID {
	return data.RelationID(string(r.From) + "--" + string(r.Predicate) + "--" + string(r.To))
}
