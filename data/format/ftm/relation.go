package ftm

import (
	"github.com/redthread/redthread/data"
)

// relation is the relation that an edge says, without ends and evidence. from
// and to are the kinds of its ends.
func (m *maker) relation(r *record, from, to data.KindID) (data.Relation, []data.Source) {
	t := &taking{record: r}
	rel := data.Relation{ID: data.RelationID(r.id)}
	t.all(r.schema.Edge.Source)
	t.all(r.schema.Edge.Target)
	rel.Predicate = predicateOf(t, from, to)
	rel.Note = first(t, "description", "summary")
	rel.Date = m.date(t)
	rel.Status = status(t)
	sources := m.sources(t)
	rel.Attributes = m.attributes(t)
	return rel, sources
}

// predicateOf is our predicate for an edge: the one that its role spells, the
// built-in one of its schema, or one named after the schema.
func predicateOf(t *taking, from, to data.KindID) data.PredicateID {
	if role := t.first("role"); role != "" {
		if p := spoken(t.schema, role, from, to); p != nil {
			t.take("role", 1)
			return p.ID
		}
	}
	term := edgeTerms[t.schema.Name]
	if p := builtin(term.builtin); p != nil && joins(p, from, to) {
		return p.ID
	}
	return term.id
}

// status is how sure the relation is, where the words are ours.
func status(t *taking) data.Status {
	if v := t.values("status"); len(v) == 1 {
		switch s := data.Status(v[0]); s {
		case data.Possible, data.Inferred, data.Disputed:
			t.take("status", 1)
			return s
		}
	}
	return ""
}
