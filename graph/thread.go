package graph

import (
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Thread is a chain of steps from one mark to another in which influence may
// have passed. It repeats no entity.
type Thread struct {
	From, To data.EntityID // first and last mark; a stage as owner/stage
	Steps    []Step
	Status   data.Status // of its weakest step
	Time     edtf.Order  // whether the steps can have followed one another
	Breaks   []Break     // why the time is impossible; nil otherwise
	Earlier  []data.EntityID
	// Earlier lists stages of the last entity that were surely over before the
	// thread could arrive at the first of its marks: a detention before the law
	// was in force. The thread cannot have led to them. None of them stands on
	// the thread.
	Begun bool // the last entity had surely begun before the thread could arrive there, which cannot have led to its beginning
}

// Step is the move from one mark to the next.
type Step struct {
	From, To  data.EntityID
	Relation  data.RelationID  // empty: a change of stage
	Predicate data.PredicateID // empty: a change of stage
	Inverse   bool             // the relation reads from To to From: tell it with its inverse label
	Date      edtf.Date        // of the relation or the stage; zero: unknown
	Derived   bool             // Date is the time in which both ends exist: it decides nothing
	Apart     bool             // it has no date, both ends have one, and theirs do not meet
	Status    data.Status
	Draft     bool // it rests on a law that was only a draft
}

// Break says which step comes too late.
type Break struct {
	Step     int           // the step that cannot follow, from 0
	After    int           // the earlier step it would have to follow; -1: the first mark itself
	Repealed data.EntityID // not empty: the stage that had ended the law before the step
	Unbound  data.EntityID // not empty: the law, or its passing, before which it could not bind and which came after the step
}

// ID names a thread by its ends and a hash of its steps, stable as long as the
// ids of its relations are.
func (t Thread) ID() string {
	h := fnv.New32a()
	for _, s := range t.Steps {
		fmt.Fprintf(h, "%s %s %s\n", s.From, s.Relation, s.To)
	}
	return fmt.Sprintf("%s--%s--%08x", t.From, t.To, h.Sum32())
}

// Marks are the things along the thread, one more than its steps.
func (t Thread) Marks() []data.EntityID {
	marks := []data.EntityID{t.From}
	for _, s := range t.Steps {
		marks = append(marks, s.To)
	}
	return marks
}

// judge finds the time of a chain of moves and the moves that cannot follow.
//
// A thread arrives at a mark no earlier than the greatest earliest start on its
// way. A move that was over before that cannot follow: by its own date, or,
// having none, because the stage, event or case it comes to was over by its
// stated date. The mark a move leaves sets no such bound, since a cause may be
// over before its effect. What rests on a law waits for it to bind and ends with
// its repeal (see Tracer.rest). An order is certain only where each move is
// dated and surely begins after the one before, and the law it rests on is known
// to have bound by then.
func (t *Tracer) judge(start int32, path []int32) (edtf.Order, []Break) {
	order := edtf.Certain
	var breaks []Break
	arrival, since, before := t.begin[start].low, -1, t.begin[start].high
	for i, p := range path {
		m := &t.moves[p]
		switch {
		case m.dead:
			breaks = append(breaks, t.shut(m, i))
		case m.when.end < arrival:
			breaks = append(breaks, Break{Step: i, After: since})
		}
		if !m.sure || before >= m.when.low {
			order = edtf.Possible
		}
		if m.when.low > arrival {
			arrival, since = m.when.low, i
		}
		before = m.when.high
	}
	if len(breaks) > 0 {
		order = edtf.Impossible
	}
	return order, breaks
}

// shut says why a move is dead: its law was repealed or did not bind yet.
func (t *Tracer) shut(m *move, step int) Break {
	b := Break{Step: step, After: step - 1}
	if t.n == nil {
		return b
	}
	for _, stage := range t.x.Stages(t.n.ID(t.owner[m.from])) {
		if ends(stage.Stage) && spanOf(stage.Date).high < m.when.low {
			b.Repealed = stage.ID
			return b
		}
	}
	_, b.Unbound = t.binding(t.owner[m.from])
	return b
}

// thread tells a chain of moves.
func (t *Tracer) thread(start int32, path []int32) Thread {
	thread := Thread{From: t.id(start), To: t.id(start)}
	thread.Time, thread.Breaks = t.judge(start, path)
	weakest := grade(0)
	for _, p := range path {
		m := t.moves[p]
		weakest = max(weakest, m.status)
		thread.To = t.id(m.to)
		thread.Steps = append(thread.Steps, t.step(m))
	}
	thread.Status = grades[weakest]
	if len(path) > 0 && t.n != nil {
		t.compareLast(&thread, start, path)
	}
	return thread
}

func (t *Tracer) id(v int32) data.EntityID {
	if t.n == nil {
		return arrayID(v)
	}
	return t.n.ID(v)
}

func (t *Tracer) step(m move) Step {
	s := Step{From: t.id(m.from), To: t.id(m.to), Status: grades[m.status], Draft: m.draft}
	switch {
	case t.n == nil:
		s.Relation = data.RelationID(fmt.Sprintf("r%07d", m.relation))
	case m.relation < 0:
		s.Date = t.n.things[m.to].Date
	default:
		r := t.n.relations[m.relation]
		s.Relation, s.Predicate, s.Date = r.ID, r.Predicate, r.Date
		s.Inverse = t.x.Predicate(r.Predicate).Influence == data.Backward
		if s.Date.IsZero() {
			t.derive(&s, m)
		}
	}
	return s
}

// derive dates a step by the time in which both ends exist.
func (t *Tracer) derive(s *Step, m move) {
	a, b := t.n.things[m.from].Date, t.n.things[m.to].Date
	if a.IsZero() || b.IsZero() {
		return
	}
	s.Date, s.Derived = edtf.Overlap(a, b)
	s.Apart = !s.Derived
}

// compareLast holds the stages and the beginning of the last entity against the
// arrival at the first of its marks.
func (t *Tracer) compareLast(thread *Thread, start int32, path []int32) {
	entity := t.owner[t.moves[path[len(path)-1]].to]
	arrival := t.begin[start].low
	for _, p := range path {
		if t.owner[t.moves[p].from] == entity {
			break
		}
		arrival = max(arrival, t.moves[p].when.low)
	}
	thread.Earlier, thread.Begun = t.earlier(entity, arrival, thread.Marks()), t.begun(entity, arrival)
}

// begun tells whether an entity by its own date, not one derived from stages,
// began before the arrival.
func (t *Tracer) begun(entity int32, arrival moment) bool {
	thing := t.n.things[entity]
	return !thing.Derived && !thing.Date.IsZero() && spanOf(thing.Date).high < arrival
}

func (t *Tracer) earlier(entity int32, arrival moment, on []data.EntityID) []data.EntityID {
	var ids []data.EntityID
	for _, s := range t.x.Stages(t.n.ID(entity)) {
		if !slices.Contains(on, s.ID) && spanOf(s.Date).end < arrival {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
