package columns

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Entity adds a node whose values are cells of ours. id is the node's own, name
// its label, and attributes what the file says beside.
func (o *Own) Entity(id, name string, cells []data.Cell, attributes []data.Attribute, at format.Place) {
	space := o.space
	o.entities.add(o, cells, at, func(e data.Entity, rest []data.Attribute) {
		if e.Name == "" {
			e.Name = name
		}
		if e.ID == "" {
			e.ID = data.EntityID(id)
		}
		if _, known := o.kinds[e.Kind]; !known && e.Kind != "" {
			e.Kind = o.newKind(&e)
		}
		e.Attributes = slices.Concat(e.Attributes, rest, attributes)
		o.restoreEntity(&e)
		at.Own = len(cells) > 0
		o.to.Entity(format.Ref{Space: space, ID: id}, "node", e, at)
	})
}

func (o *Own) restoreEntity(e *data.Entity) {
	o.restore(&e.Evidence, &e.DateEvidence)
	for i := range e.Stages {
		o.restore(&e.Stages[i].Evidence)
	}
	for i := range e.Aliases {
		o.restore(&e.Aliases[i].Evidence)
	}
	o.restoreAttributes(e.Attributes)
}

// newKind is a kind that the file uses and does not define.
func (o *Own) newKind(e *data.Entity) data.KindID {
	word := string(e.Kind)
	if len(o.kinds) > maxTable {
		e.Attributes = append(e.Attributes, data.Attribute{Key: "kind", Value: word})
		return ""
	}
	kind := o.to.Kind(word)
	if _, known := o.kinds[kind]; !known {
		o.kinds[kind] = data.Kind{}
	}
	return kind
}

// Relation adds an edge whose values are cells of ours. id, from and to are the
// edge's own, verb what it is called where no cell says.
func (o *Own) Relation(id, from, to, verb string, cells []data.Cell, attributes []data.Attribute, at format.Place) {
	fromStage, toStage := take(&cells, fromStage), take(&cells, toStage)
	l := format.Link{From: o.end(from, fromStage), To: o.end(to, toStage), Verb: verb, Sort: "edge", At: at}
	o.relations.add(o, cells, at, func(r data.Relation, rest []data.Attribute) {
		if r.ID == "" {
			r.ID = data.RelationID(id)
		}
		if r.Predicate != "" && !o.verbs[r.Predicate] && len(o.verbs) > maxTable {
			r.Attributes = append(r.Attributes, data.Attribute{Key: "predicate", Value: string(r.Predicate)})
			r.Predicate = "related_to"
		}
		o.verbs[r.Predicate] = true
		r.Attributes = slices.Concat(r.Attributes, rest, attributes)
		o.restore(&r.Evidence, &r.DateEvidence)
		o.restoreAttributes(r.Attributes)
		l.Relation, l.At.Own = r, len(cells) > 0
		o.to.Link(l)
	})
}

func (o *Own) end(id, stage string) format.Ref {
	if stage != "" {
		id += "/" + stage
	}
	return format.Ref{Space: o.space, ID: id}
}

// restore gives evidence the ids that the sources of the file have here.
func (o *Own) restore(lists ...*[]data.Evidence) {
	for _, list := range lists {
		for i := range *list {
			if id, ok := o.sources[(*list)[i].Source]; ok {
				(*list)[i].Source = id
			}
		}
	}
}

func (o *Own) restoreAttributes(list []data.Attribute) {
	for i := range list {
		o.restore(&list[i].Evidence)
	}
}
