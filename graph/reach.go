package graph

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Reached is a mark at which a thread can arrive.
type Reached struct {
	ID      data.EntityID
	Steps   int             // of the thread that arrives first
	Arrival *edtf.Instant   // the earliest arrival: the greatest earliest start on the way; nil: no dated step
	Via     data.EntityID   // the mark before it on that thread
	By      data.RelationID // the relation from there; empty: a change of stage
}

// Reach lists all that threads from a thing can arrive at, of any length, with
// the earliest arrival, then by id. The thing itself is not among it.
//
// Arrivals never fall along a thread, so the marks can be settled in the order
// of their arrival, each once and each relation looked at once: Dijkstra's
// label setting with the arrival as the label, which for temporal graphs is the
// earliest-arrival path of Wu et al., "Path Problems in Temporal Graphs" (2014).
func (t *Tracer) Reach(from data.EntityID) []Reached {
	start, ok := t.mark(from)
	if !ok {
		return nil
	}
	w := t.settle(start)
	list := []Reached{}
	for v := range w.arrival {
		if int32(v) == start || w.arrival[v] == never {
			continue
		}
		if r, ok := t.reached(w, int32(v)); ok {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b Reached) int { return compareArrival(a.Arrival, b.Arrival) })
	return list
}

func compareArrival(a, b *edtf.Instant) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return a.Compare(*b)
}

// wave is how a search from one mark has spread.
type wave struct {
	start   int32
	arrival []moment // never: not reached
	steps   []int32
	by      []int32 // the move by which each mark was reached; -1 at the start
}

func (t *Tracer) settle(start int32) wave {
	size := len(t.owner)
	w := wave{start: start, arrival: make([]moment, size), steps: make([]int32, size), by: make([]int32, size)}
	for i := range w.arrival {
		w.arrival[i], w.by[i] = never, -1
	}
	w.arrival[start] = t.begin[start].low
	queue := &arrivals{{w.arrival[start], 0, start}}
	settled := make([]bool, size)
	for len(*queue) > 0 {
		at := queue.pop()
		if settled[at.mark] {
			continue
		}
		settled[at.mark] = true
		t.pass(&w, at, settled, queue)
	}
	return w
}

// pass looks at the moves that leave a settled mark.
func (t *Tracer) pass(w *wave, at arrival, settled []bool, queue *arrivals) {
	for i := t.out[at.mark]; i < t.out[at.mark+1]; i++ {
		m := &t.moves[i]
		if settled[m.to] || m.dead || m.when.end < at.when {
			continue
		}
		next := arrival{max(at.when, m.when.low), at.steps + 1, m.to}
		if w.arrival[m.to] == never || next.before(arrival{w.arrival[m.to], w.steps[m.to], m.to}) {
			w.arrival[m.to], w.steps[m.to], w.by[m.to] = next.when, next.steps, i
			queue.push(next)
		}
	}
}

type arrival struct {
	when  moment
	steps int32
	mark  int32
}

func (a arrival) before(b arrival) bool {
	if a.when != b.when {
		return a.when < b.when
	}
	if a.steps != b.steps {
		return a.steps < b.steps
	}
	return a.mark < b.mark
}

// arrivals is a heap of four children to a node: flatter than container/heap
// and without its boxes.
type arrivals []arrival

func (q *arrivals) push(a arrival) {
	*q = append(*q, a)
	list := *q
	at := len(list) - 1
	for at > 0 {
		up := (at - 1) / 4
		if !a.before(list[up]) {
			break
		}
		list[at] = list[up]
		at = up
	}
	list[at] = a
}

func (q *arrivals) pop() arrival {
	list := *q
	first, last := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*q = list
	if len(list) > 0 {
		list.sink(last)
	}
	return first
}

// sink puts an arrival in the place of the first.
func (q arrivals) sink(a arrival) {
	at := 0
	for {
		child := 4*at + 1
		if child >= len(q) {
			break
		}
		least := child
		for c := child + 1; c < min(child+4, len(q)); c++ {
			if q[c].before(q[least]) {
				least = c
			}
		}
		if !q[least].before(a) {
			break
		}
		q[at] = q[least]
		at = least
	}
	q[at] = a
}

// reached tells a mark of a wave. Where the way there passes an entity twice by
// two of its stages it is no thread, and another is looked for.
func (t *Tracer) reached(w wave, v int32) (Reached, bool) {
	path := w.path(t, v)
	if t.staged && !t.isThread(w.start, path) {
		if path = t.firstTo(w.start, v); path == nil {
			return Reached{}, false
		}
	}
	last := t.moves[path[len(path)-1]]
	r := Reached{ID: t.id(v), Steps: len(path), Via: t.id(last.from)}
	if last.relation >= 0 && t.n != nil {
		r.By = t.n.relations[last.relation].ID
	}
	if at := t.arrivalOf(w.start, path); at != always {
		instant := instantOf(at)
		r.Arrival = &instant
	}
	return r, true
}

func instantOf(m moment) edtf.Instant {
	day, second := m/86400, m%86400
	if second < 0 {
		day, second = day-1, second+86400
	}
	return edtf.Instant{Day: day, Second: int32(second)}
}

func (w wave) path(t *Tracer, v int32) []int32 {
	path := make([]int32, 0, w.steps[v])
	for v != w.start {
		path = append(path, w.by[v])
		v = t.moves[w.by[v]].from
	}
	slices.Reverse(path)
	return path
}

func (t *Tracer) arrivalOf(start int32, path []int32) moment {
	at := t.begin[start].low
	for _, p := range path {
		at = max(at, t.moves[p].when.low)
	}
	return at
}

// isThread tells whether a way without a repeated mark repeats no entity either.
func (t *Tracer) isThread(start int32, path []int32) bool {
	for i, p := range path {
		m := &t.moves[p]
		if t.owner[m.from] == t.owner[m.to] {
			continue
		}
		if t.owner[start] == t.owner[m.to] {
			return false
		}
		for _, q := range path[:i] {
			if t.owner[t.moves[q].to] == t.owner[m.to] {
				return false
			}
		}
	}
	return true
}

// firstTo finds the thread of at most 16 steps to one mark that arrives first, by
// going through them. It is needed only where stages lead back to their owner.
func (t *Tracer) firstTo(start, v int32) []int32 {
	o := ThreadOptions{Hops: 16, Count: 1000, Work: 200_000}
	h := newSearch(t, start, []int32{v}, o).hunt(grade(len(grades)-1), false, 0)
	h.any = true
	var best []int32
	for length := 1; length <= o.Hops; length++ {
		for _, path := range h.chains(length, o.Count) {
			if best == nil || t.arrivalOf(start, path) < t.arrivalOf(start, best) {
				best = path
			}
		}
	}
	return best
}
