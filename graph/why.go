package graph

import (
	"slices"

	"github.com/redthread/redthread/data"
)

// Reason is why there is no thread.
type Reason uint8

// The reasons. HasThread is no reason: there is a thread.
const (
	HasThread    Reason = iota
	NoConnection        // no relations join the two, whatever way they point
	NotCarrying         // only relations that carry no influence, or carry it the other way
	Broken              // relations carry, but one of the steps would come too late
	TooFar              // there is a thread, longer than the limit
	NotAsked            // of very many cases, this one was not looked into
)

// String names a reason.
func (r Reason) String() string {
	return [...]string{"has a thread", "no connection", "not carrying", "broken", "too far", "not asked"}[r]
}

// Why is the answer to the question why there is no thread.
type Why struct {
	From, To data.EntityID
	Reason   Reason
	Thread   *Thread        // Broken: the chain with its Breaks; TooFar and HasThread: the shortest thread
	Links    []Link         // NotCarrying: a shortest connection
	Ruled    *data.RuledOut // the dataset's own words on this pair, where it has them

	// Exhausted says that the search for a thread was given up at its limit of
	// work, so that Reason holds for what was looked at.
	Exhausted bool
}

// Link is one relation of a connection that is no thread.
type Link struct {
	Relation data.RelationID // of a change of stage the relation stage_of
	From, To data.EntityID   // in the direction of the connection
	Carries  bool            // it carries influence in this direction
}

// farthest is how long a thread WhyNot looks for beyond the limit.
const farthest = 64

// WhyNot explains the absence of a thread. Unknown things have no connection.
func (t *Tracer) WhyNot(from, to data.EntityID, o ThreadOptions) Why {
	o = o.withDefaults()
	y := Why{From: from, To: to, Reason: NoConnection, Ruled: t.ruled(from, to)}
	start, ok := t.mark(from)
	goals := t.goals(to)
	if !ok || len(goals) == 0 || slices.Contains(goals, start) {
		return y
	}
	limit := o.Hops
	o.Hops = farthest
	s := newSearch(t, start, goals, o)
	if path := s.shortest(); path != nil {
		y.tell(t, start, path)
		y.Reason = TooFar
		if len(path) <= limit {
			y.Reason = HasThread
		}
		return y
	}
	y.Exhausted = s.exhausted()
	if path := newSearch(t, start, goals, o).leastBroken(); path != nil {
		y.tell(t, start, path)
		y.Reason = Broken
		return y
	}
	if y.Links = t.connection(start, goals); len(y.Links) > 0 {
		y.Reason = NotCarrying
	}
	return y
}

// mostAsked bounds how many pairs Alone asks of which ThreadsAll found nothing.
const mostAsked = 2000

// Alone says of each case without a thread why the law, charge or event that comes
// nearest to it does not arrive: farther than the limit, then broken in time, then
// joined by the shortest way that does not carry. Where none is joined with it at
// all the answer names no From; beyond some thousands of pairs it is NotAsked.
func (t *Tracer) Alone(all All, o ThreadOptions) []Why {
	laws := t.ofKind("law")
	known := all.nearly()
	list := make([]Why, 0, len(all.Cases))
	asked := 0
	for _, c := range all.Cases {
		from, ok := known[c]
		switch {
		case ok:
			list = append(list, t.WhyNot(from, c, o))
		case asked > mostAsked:
			list = append(list, Why{To: c, Reason: NotAsked})
		default:
			asked += len(laws)
			list = append(list, t.nearest(slices.Concat(laws, t.Origins(c).Without), c, o))
		}
	}
	return list
}

// nearly are the cases to which a thread is longer than the limit, else broken in
// time, with where the first of these begins.
func (all All) nearly() map[data.EntityID]data.EntityID {
	known := map[data.EntityID]data.EntityID{}
	for _, found := range [][]Found{all.Beyond, all.Pairs} {
		for _, f := range found {
			if _, ok := known[f.To]; !ok && len(f.Threads) == 0 {
				known[f.To] = f.From
			}
		}
	}
	return known
}

func (t *Tracer) nearest(from []data.EntityID, to data.EntityID, o ThreadOptions) Why {
	best := Why{To: to, Reason: NoConnection}
	for _, id := range from {
		y := t.WhyNot(id, to, o)
		shorter := y.Reason == best.Reason && y.Reason == NotCarrying && len(y.Links) < len(best.Links)
		if y.Reason > best.Reason || shorter {
			best = y
		}
	}
	return best
}

// Same tells whether what is asked for as the end of a thread is its beginning,
// or what the beginning stands for: a law and its stage, a person and their case.
func (t *Tracer) Same(from, to data.EntityID) bool {
	start, ok := t.mark(from)
	return ok && slices.Contains(t.goals(to), start)
}

func (y *Why) tell(t *Tracer, start int32, path []int32) {
	thread := t.thread(start, path)
	y.Thread = &thread
}

// shortest is the shortest chain that could have happened.
func (s *search) shortest() []int32 {
	h := s.hunt(grade(len(grades)-1), false, 0)
	h.any = true
	for length := 1; length <= s.o.Hops; length++ {
		if found := h.chains(length, 1); len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

// connection is a shortest chain of relations of any kind and direction. That a
// person is the subject of a case joins the two here.
func (t *Tracer) connection(start int32, goals []int32) []Link {
	by := make([]int32, len(t.owner))
	before := make([]int32, len(t.owner))
	for v := range before {
		before[v] = -1
	}
	before[start] = start
	for queue := []int32{start}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		if slices.Contains(goals, v) {
			return t.links(start, v, before, by)
		}
		for _, side := range [][]int32{t.n.Out(v), t.n.In(v)} {
			for _, r := range side {
				w := t.n.from[r] ^ t.n.to[r] ^ v
				if before[w] < 0 {
					before[w], by[w] = v, r
					queue = append(queue, w)
				}
			}
		}
	}
	return nil
}

func (t *Tracer) links(start, v int32, before, by []int32) []Link {
	var links []Link
	for v != start {
		u := before[v]
		links = append(links, Link{t.n.RelationID(by[v]), t.id(u), t.id(v), t.carries(u, v, by[v])})
		v = u
	}
	slices.Reverse(links)
	return links
}

func (t *Tracer) carries(from, to, relation int32) bool {
	return slices.ContainsFunc(t.moves, func(m move) bool {
		same := m.from == from && m.to == to || t.owner[m.from] == t.owner[from] && m.to == to
		stage := m.relation < 0 && t.n.relations[relation].Predicate == data.StageOf
		return same && (m.relation == relation || stage)
	})
}
