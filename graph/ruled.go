package graph

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Ruling is a record of ruled_out with what the dates say of it.
type Ruling struct {
	Record data.RuledOut
	Order  edtf.Order // whether From can have come before To: Impossible confirms the record by its dates
	Thread *Thread    // the best thread between the two that the dataset nevertheless has
}

// RuledOut checks what the dataset rules out, in its order. A law counts from
// when it is in force; a case that has no date of its own, at the stage that
// comes last.
func (t *Tracer) RuledOut(o ThreadOptions) []Ruling {
	rulings := []Ruling{}
	for _, record := range t.x.Dataset.RuledOut {
		r := Ruling{Record: record, Order: t.order(record.From, record.To)}
		if f := t.Threads(record.From, record.To, o); len(f.Threads) > 0 {
			r.Thread = &f.Threads[0]
		}
		rulings = append(rulings, r)
	}
	return rulings
}

func (t *Tracer) order(from, to data.EntityID) edtf.Order {
	v, ok1 := t.mark(from)
	w, ok2 := t.mark(to)
	if !ok1 || !ok2 {
		return edtf.Possible
	}
	begin := t.n.things[t.inForce(v)]
	dates := t.statedDates(w)
	if begin.Derived || begin.Date.IsZero() || len(dates) == 0 || slices.ContainsFunc(dates, edtf.Date.IsZero) {
		return edtf.Possible
	}
	order := edtf.Impossible
	for _, d := range dates {
		order = max(order, edtf.Precedes(begin.Date, d))
	}
	return order
}

// statedDates are the date of a thing, or where it has none of its own, those of
// its stages.
func (t *Tracer) statedDates(v int32) []edtf.Date {
	thing := t.n.things[v]
	stages := t.x.Stages(thing.ID)
	if len(stages) == 0 || !thing.Entity.Date.IsZero() {
		return []edtf.Date{thing.Date}
	}
	var dates []edtf.Date
	for _, s := range stages {
		dates = append(dates, s.Date)
	}
	return dates
}

// ruled finds what the dataset says of a pair, or of what the two belong to.
func (t *Tracer) ruled(from, to data.EntityID) *data.RuledOut {
	list := t.x.Dataset.RuledOut
	for i := range list {
		begins := from == list[i].From || t.ownerID(from) == list[i].From || from == t.ownerID(list[i].From)
		if begins && t.standsFor(to, list[i].To) {
			return &list[i]
		}
	}
	return nil
}

func (t *Tracer) ownerID(id data.EntityID) data.EntityID {
	if v, ok := t.mark(id); ok {
		return t.id(t.owner[v])
	}
	return id
}

// standsFor tells whether a thing said is among what the thing asked for stands
// for.
func (t *Tracer) standsFor(asked, said data.EntityID) bool {
	v, ok := t.mark(said)
	return asked == said || ok && slices.Contains(t.goals(asked), v)
}
