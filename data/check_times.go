package data

import "github.com/redthread/redthread/data/edtf"

// together are the predicates that hold only while both ends are there. What
// is said of a thing, what makes it and what comes of it may lie outside its
// time.
var together = map[PredicateID]bool{
	"enforces": true, "charged_under": true, "conducted": true,
	"detained": true, "prosecuted": true, "sentenced": true,
	"participated_in": true, "attended": true, "spoke_at": true, "hosted": true, "protested_at": true, "visited": true,
	"heads": true, "works_for": true, "volunteered_for": true, "member_of": true,
	"owns": true, "operates": true, "uses": true, "located_in": true,
}

// times warns of dates that leave no doubt that something was done when one of
// those it takes was not there, and of stages outside their owner's own time.
func (k *checker) times() {
	t := clock{k, map[EntityID]edtf.Date{}}
	for i := range k.ds.Entities {
		e := &k.ds.Entities[i]
		k.stagesWithin(i, e)
		for j := range e.Stages {
			t.stage[StageID(e.ID, e.Stages[j].Stage)] = e.Stages[j].Date
		}
	}
	for i := range k.ds.Relations {
		t.whileBoth(i, &k.ds.Relations[i])
	}
}

// clock knows the dates as they are written.
type clock struct {
	*checker
	stage map[EntityID]edtf.Date
}

func (t clock) whileBoth(i int, r *Relation) {
	if r.Date.IsZero() {
		return
	}
	from, to := outside(r.Date, t.dateOf(r.From)), outside(r.Date, t.dateOf(r.To))
	id, side := r.From, from
	if from == "" {
		id, side = r.To, to
	}
	if !together[r.Predicate] && !(from == before && to == before) || side == "" {
		return
	}
	t.warn(at("relations", i, "date"), r.Date.String(), "look at both dates", "%s lies %s the time of %s (%s)",
		quote(r.Date.Words()), side, quote(id), t.dateOf(id).Words())
}

// The sides of a date on which another can wholly lie.
const (
	before = "before"
	after  = "after"
)

// outside says on which side of a thing's time a date surely lies; empty when the
// two may meet or one is not given. A time derived from stages proves nothing.
func outside(d, of edtf.Date) string {
	switch {
	case d.IsZero() || of.IsZero():
		return ""
	case edtf.Precedes(of, d) == edtf.Impossible:
		return before
	case edtf.Precedes(d, of) == edtf.Impossible:
		return after
	}
	return ""
}

// dateOf is the date written at an entity or a stage.
func (t clock) dateOf(id EntityID) edtf.Date {
	if e := t.entity[id]; e != nil {
		return e.Date
	}
	return t.stage[id]
}

func (k *checker) stagesWithin(i int, e *Entity) {
	for j, s := range e.Stages {
		if side := outside(s.Date, e.Date); side != "" {
			k.warn(at("entities", i, "stages", j, "date"), s.Date.String(), "widen the date of "+quote(e.ID)+", or leave it out: it then follows from the stages",
				"%s, the date of stage %s, lies %s the time of its owner (%s)", quote(s.Date.Words()), quote(s.Stage), side, e.Date.Words())
		}
	}
}
