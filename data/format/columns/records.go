package columns

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Entity adds a node whose values are cells of ours. id is the node's own, name
// its label, and attributes what the file says beside.
func (o *Own) Entity(id, name string, cells []data.Cell, attributes []data.Attribute, at format.Place) {
	e, rest := fit[data.Entity](o, cells, at)
	if e.Name == "" {
		e.Name = name
	}
	if e.ID == "" {
		e.ID = data.EntityID(id)
	}
	if _, known := o.kinds[e.Kind]; !known && e.Kind != "" {
		e.Kind = o.newKind(&e)
	}
	e.Attributes = append(append(e.Attributes, rest...), attributes...)
	o.restore(&e.Evidence, &e.DateEvidence)
	for i := range e.Stages {
		o.restore(&e.Stages[i].Evidence)
	}
	for i := range e.Aliases {
		o.restore(&e.Aliases[i].Evidence)
	}
	o.restoreAttributes(e.Attributes)
	o.to.Entity(format.Ref{Space: o.space, ID: id}, "node", e, at)
}

// newKind is a kind that the file uses and does not define.
func (o *Own) newKind(e *data.Entity) data.KindID {
	word := string(e.Kind)
	if len(o.kinds) > maxTable {
		e.Attributes = append(e.Attributes, data.Attribute{Key: "kind", Value: word})
		return ""
	}
	o.kinds[e.Kind] = data.Kind{}
	return o.to.Kind(word)
}

// Relation adds an edge whose values are cells of ours. id, from and to are the
// edge's own, verb what it is called where no cell says.
func (o *Own) Relation(id, from, to, verb string, cells []data.Cell, attributes []data.Attribute, at format.Place) {
	fromStage, toStage := take(&cells, fromStage), take(&cells, toStage)
	r, rest := fit[data.Relation](o, cells, at)
	if r.ID == "" {
		r.ID = data.RelationID(id)
	}
	if r.Predicate != "" && !o.verbs[r.Predicate] && len(o.verbs) > maxTable {
		r.Attributes = append(r.Attributes, data.Attribute{Key: "predicate", Value: string(r.Predicate)})
		r.Predicate = "related_to"
	}
	o.verbs[r.Predicate] = true
	r.Attributes = append(append(r.Attributes, rest...), attributes...)
	o.restore(&r.Evidence, &r.DateEvidence)
	o.restoreAttributes(r.Attributes)
	o.to.Link(format.Link{Relation: r, From: o.end(from, fromStage), To: o.end(to, toStage), Verb: verb, Sort: "edge", At: at})
}

func (o *Own) end(id, stage string) format.Ref {
	if stage != "" {
		id += "/" + stage
	}
	return format.Ref{Space: o.space, ID: id}
}

// fit makes a record of cells. A value that the model refuses is reported and
// stays as an attribute.
func fit[R any](o *Own, cells []data.Cell, at format.Place) (R, []data.Attribute) {
	record, rest, err := data.FromCells[R](cells)
	if err != nil {
		var good []data.Cell
		rest = nil
		for _, c := range cells {
			if _, _, err := data.FromCells[R]([]data.Cell{c}); err != nil {
				where := at
				where.Field, where.Value = c.Key, c.Text
				o.to.Say(data.Warning, where, "a value does not fit its key: kept as an attribute", "")
				rest = append(rest, c)
				continue
			}
			good = append(good, c)
		}
		var more []data.Cell
		record, more, _ = data.FromCells[R](good)
		rest = append(rest, more...)
	}
	var attributes []data.Attribute
	for _, c := range rest {
		attributes = append(attributes, data.Attribute{Key: c.Key, Value: c.Text})
	}
	return record, attributes
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
