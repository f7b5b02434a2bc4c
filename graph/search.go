package graph

import (
	"slices"

	"github.com/redthread/redthread/data"
)

// ThreadOptions bound a search. The zero value asks for the ten best threads of
// at most eight steps.
type ThreadOptions struct {
	Hops  int // most steps of a thread; 0: 8
	Count int // most threads; 0: 10
	Work  int // most moves tried, against networks made to be hard; 0: 5,000,000
}

func (o ThreadOptions) withDefaults() ThreadOptions {
	if o.Hops <= 0 {
		o.Hops = 8
	}
	if o.Count <= 0 {
		o.Count = 10
	}
	if o.Work <= 0 {
		o.Work = 5_000_000
	}
	return o
}

// Found is the answer to a question for threads.
type Found struct {
	From, To   data.EntityID // as asked
	Threads    []Thread      // that could have happened: weakest link, then time, then length, then relation ids
	Impossible *Thread       // where there is no other: with the fewest breaks, then the shortest, then by relation ids
	More       bool          // there are more than Count
	Longer     bool          // there is one with a step more than Hops, or, where none is listed, with any more
	Exhausted  bool          // the search stopped at Work: there may be more, and better
}

// Threads finds the best threads from a thing to a thing. A law or case as the
// goal includes its stages, a person their cases. The answer is empty when
// either is unknown or both are the same.
func (t *Tracer) Threads(from, to data.EntityID, o ThreadOptions) Found {
	f := Found{From: from, To: to}
	start, ok := t.mark(from)
	if !ok {
		return f
	}
	t.find(&f, start, t.goals(to), o.withDefaults())
	return f
}

func (t *Tracer) find(f *Found, start int32, goals []int32, o ThreadOptions) {
	if len(goals) == 0 || slices.Contains(goals, start) {
		return
	}
	s := newSearch(t, start, goals, o)
	for _, path := range s.best(o.Count + 1) {
		f.Threads = append(f.Threads, t.thread(start, path))
	}
	if len(f.Threads) > o.Count {
		f.Threads, f.More = f.Threads[:o.Count], true
	}
	if !f.More {
		f.Longer = s.longer() || len(f.Threads) == 0 && !s.exhausted() && t.leadsSomehow(start, goals)
	}
	if len(f.Threads) == 0 && !f.Longer && !s.exhausted() {
		if path := s.leastBroken(); path != nil {
			thread := t.thread(start, path)
			f.Impossible = &thread
		}
	}
	f.Exhausted = s.exhausted()
}

// search looks for chains of exactly so many moves, shortest first, in the
// order of relation ids. Before it tries a move it knows, from thresholds
// computed backwards from the goals, whether the goal can still be reached in
// time with the moves that remain; so it never wanders, except into chains that
// would repeat an entity. The work is that of a few searches for each length,
// not that of all chains.
type search struct {
	t      *Tracer
	o      ThreadOptions
	start  int32
	goals  []int32
	isGoal map[int32]bool
	ahead  []int32 // fewest moves from the start; -1: not reached within the hops
	work   int
}

func newSearch(t *Tracer, start int32, goals []int32, o ThreadOptions) *search {
	o.Hops = min(o.Hops, len(t.owner)) // a thread repeats no mark
	s := &search{t: t, o: o, start: start, goals: goals, isGoal: map[int32]bool{}, work: o.Work}
	for _, g := range goals {
		s.isGoal[g] = true
	}
	s.ahead = t.steps(start, o.Hops+1)
	return s
}

// steps counts moves from a mark, whatever their time.
func (t *Tracer) steps(start int32, most int) []int32 {
	far := make([]int32, len(t.owner))
	for i := range far {
		far[i] = -1
	}
	far[start] = 0
	ring := []int32{start}
	for at := 1; at <= most && len(ring) > 0; at++ {
		var next []int32
		for _, v := range ring {
			for i := t.out[v]; i < t.out[v+1]; i++ {
				if w := t.moves[i].to; far[w] < 0 {
					far[w] = int32(at)
					next = append(next, w)
				}
			}
		}
		ring = next
	}
	return far
}

func (s *search) exhausted() bool { return s.work <= 0 }

// best lists chains by weakest link, then certain before possible, then length.
func (s *search) best(count int) [][]int32 {
	var found [][]int32
	for level := range grade(len(grades)) {
		if !s.t.has[level] {
			continue
		}
		for _, certain := range []bool{true, false} {
			h := s.hunt(level, certain, 0)
			for length := 1; length <= s.o.Hops && len(found) < count; length++ {
				found = append(found, h.chains(length, count-len(found))...)
			}
		}
	}
	return found
}

// longer tells whether a chain of one step more than allowed could have
// happened.
func (s *search) longer() bool {
	h := s.hunt(grade(len(grades)-1), false, 0)
	h.any = true
	return len(h.chains(s.o.Hops+1, 1)) > 0
}

// leadsSomehow tells whether a thread of whatever length leads to one of the
// goals: asked where none was found within the bound.
func (t *Tracer) leadsSomehow(start int32, goals []int32) bool {
	w := t.settle(start)
	return slices.ContainsFunc(goals, func(g int32) bool {
		if g == start || w.arrival[g] == never {
			return false
		}
		_, ok := t.reached(w, g)
		return ok
	})
}

// leastBroken is the chain with the fewest breaks, then the shortest.
func (s *search) leastBroken() []int32 {
	if !slices.ContainsFunc(s.goals, func(g int32) bool { return s.ahead[g] > 0 }) {
		return nil
	}
	for breaks := 1; breaks <= s.o.Hops; breaks++ {
		h := s.hunt(grade(len(grades)-1), false, breaks)
		h.any = true
		for length := breaks; length <= s.o.Hops; length++ {
			if found := h.chains(length, 1); len(found) > 0 {
				return found[0]
			}
		}
	}
	return nil
}

// hunt is a search among the moves up to a status, for certain chains only or
// with at most so many breaks.
type hunt struct {
	*search
	level   grade
	certain bool
	breaks  int
	any     bool // of any status, certain or not

	latest [][][]moment // [breaks][moves left][mark]: latest arrival with which a goal is still reached
	open   [][][]int32  // marks with such an arrival

	path   []int32 // moves so far
	found  [][]int32
	wanted int
}

func (s *search) hunt(level grade, certain bool, breaks int) *hunt {
	h := &hunt{search: s, level: level, certain: certain, breaks: breaks}
	h.latest = make([][][]moment, breaks+1)
	h.open = make([][][]int32, breaks+1)
	return h
}

// prepare computes the thresholds for so many moves left.
func (h *hunt) prepare(left int) {
	for b := range h.latest {
		for at := len(h.latest[b]); at <= left; at++ {
			layer, open := h.layer(b, at)
			h.latest[b] = append(h.latest[b], layer)
			h.open[b] = append(h.open[b], open)
		}
	}
}

func (h *hunt) layer(b, left int) ([]moment, []int32) {
	layer := make([]moment, len(h.t.owner))
	for i := range layer {
		layer[i] = closed
	}
	if left == 0 {
		for _, g := range h.goals {
			layer[g] = never
		}
		return layer, h.goals
	}
	var open []int32
	h.spread(b, left-1, b, layer, &open)
	if b > 0 {
		h.spread(b-1, left-1, b, layer, &open)
	}
	return layer, open
}

// spread lets the thresholds of one layer pass back over every move.
func (h *hunt) spread(fromB, left, b int, layer []moment, open *[]int32) {
	for _, w := range h.open[fromB][left] {
		for _, i := range h.t.back.of(w) {
			m := &h.t.moves[i]
			if far := h.ahead[m.from]; far < 0 || int(far)+left >= h.o.Hops+1 || h.isGoal[m.from] || m.status > h.level {
				continue
			}
			if limit := h.limit(m, h.latest[fromB][left][w], fromB < b); limit > layer[m.from] {
				if layer[m.from] == closed {
					*open = append(*open, m.from)
				}
				layer[m.from] = limit
			}
		}
	}
}

// limit is the latest arrival before a move with which it leads on to a mark
// whose own threshold is given. Of a certain chain it bounds the latest start of
// the move before, which must lie below it.
func (h *hunt) limit(m *move, after moment, broken bool) moment {
	if h.certain {
		if !m.sure || m.dead || after != never && m.when.high >= after {
			return closed
		}
		return m.when.low
	}
	if m.when.low > after || m.dead && !broken {
		return closed
	}
	if broken {
		return after
	}
	return min(m.when.end, after)
}

// chains lists up to so many chains of exactly this length.
func (h *hunt) chains(length, count int) [][]int32 {
	h.prepare(length)
	h.found, h.wanted = nil, count
	h.path = h.path[:0]
	begin := h.t.begin[h.start]
	h.extend(h.start, length, h.breaks, begin.low, begin.high)
	return h.found
}

func (h *hunt) extend(v int32, left, breaks int, arrival, before moment) {
	if left == 0 {
		h.arrive()
		return
	}
	for i := h.t.out[v]; i < h.t.out[v+1] && len(h.found) < h.wanted && h.work > 0; i++ {
		h.work--
		m := &h.t.moves[i]
		remaining, ok := h.allows(m, left, breaks, arrival, before)
		if !ok || !h.fresh(m) {
			continue
		}
		h.path = append(h.path, i)
		h.extend(m.to, left-1, remaining, max(arrival, m.when.low), m.when.high)
		h.path = h.path[:len(h.path)-1]
	}
}

// allows tells whether a goal can still be reached in time over a move, and how
// many breaks remain.
func (h *hunt) allows(m *move, left, breaks int, arrival, before moment) (int, bool) {
	if m.status > h.level {
		return 0, false
	}
	if h.certain {
		after := h.latest[0][left-1][m.to]
		ok := m.sure && !m.dead && before < m.when.low && (after == never || m.when.high < after)
		return 0, ok
	}
	if m.dead || m.when.end < arrival {
		breaks--
	}
	return breaks, breaks >= 0 && max(arrival, m.when.low) <= h.latest[breaks][left-1][m.to]
}

// fresh tells whether a move repeats nothing: no mark, no entity except the one
// it leaves, and no change of stage after another, since one could do for both.
func (h *hunt) fresh(m *move) bool {
	if len(h.path) > 0 && m.relation < 0 && h.t.moves[h.path[len(h.path)-1]].relation < 0 {
		return false
	}
	if h.t.meets(h.start, m) {
		return false
	}
	for _, i := range h.path {
		if h.t.meets(h.t.moves[i].to, m) {
			return false
		}
	}
	return true
}

// meets tells whether a move would come back to a mark, or from elsewhere to its
// entity.
func (t *Tracer) meets(mark int32, m *move) bool {
	return mark == m.to || t.owner[mark] == t.owner[m.to] && t.owner[m.from] != t.owner[m.to]
}

// arrive keeps a chain that was not listed before under a stronger status or as
// certain.
func (h *hunt) arrive() {
	if !h.any {
		weakest := grade(0)
		for _, i := range h.path {
			weakest = max(weakest, h.t.moves[i].status)
		}
		if weakest != h.level || !h.certain && h.provable() {
			return
		}
	}
	h.found = append(h.found, slices.Clone(h.path))
}

// provable tells whether the chain at hand is certain in time.
func (h *hunt) provable() bool {
	before := h.t.begin[h.start].high
	for _, i := range h.path {
		m := &h.t.moves[i]
		if !m.sure || m.dead || before >= m.when.low {
			return false
		}
		before = m.when.high
	}
	return true
}
