package graph

import (
	"cmp"
	"slices"

	"github.com/redthread/redthread/data"
)

// All is every thread from a law to a case.
type All struct {
	Pairs   []Found         // with threads, or with an impossible one; by From, then by To
	Charges []Found         // from charges and events where no law is named; by From, then by To
	Beyond  []Found         // without either, because of the bounds: the threads are longer, or the search was given up
	Cases   []data.EntityID // cases that no thread of the first two lists arrives at, by id
}

// bounded keeps a pair of which the bounds showed nothing, though there is or may
// be a thread.
func (all *All) bounded(f Found) {
	if len(f.Threads) == 0 && f.Impossible == nil && (f.Longer || f.Exhausted) {
		all.Beyond = append(all.Beyond, f)
	}
}

// ThreadsAll finds the threads from every law to every case, and to each case
// from the charges and events that begin a thread where no law is named. The
// options bound each pair.
func (t *Tracer) ThreadsAll(o ThreadOptions) All {
	all := All{Pairs: []Found{}, Charges: []Found{}, Beyond: []Found{}, Cases: []data.EntityID{}}
	cases := t.ofKind("case")
	arrived := map[data.EntityID]bool{}
	for _, law := range t.ofKind("law") {
		joined := t.joined(law)
		for _, c := range cases {
			if !slices.ContainsFunc(t.goals(c), func(v int32) bool { return joined[v] }) {
				continue
			}
			f := t.Threads(law, c, o)
			all.bounded(f)
			if len(f.Threads) > 0 || f.Impossible != nil {
				all.Pairs = append(all.Pairs, f)
				arrived[c] = arrived[c] || len(f.Threads) > 0
			}
		}
	}
	for _, c := range cases {
		for _, origin := range t.Origins(c).Without {
			f := t.Threads(origin, c, o)
			all.bounded(f)
			if len(f.Threads) > 0 {
				all.Charges = append(all.Charges, f)
				arrived[c] = true
			}
		}
	}
	slices.SortStableFunc(all.Charges, func(a, b Found) int { return cmp.Compare(a.From, b.From) })
	for _, c := range cases {
		if !arrived[c] {
			all.Cases = append(all.Cases, c)
		}
	}
	return all
}

// joined marks what moves lead to from a thing, whenever: most pairs of a large
// dataset are not, and need no search.
func (t *Tracer) joined(from data.EntityID) []bool {
	seen := make([]bool, len(t.owner))
	start, ok := t.mark(from)
	if !ok {
		return seen
	}
	for queue := []int32{start}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		for _, m := range t.moves[t.out[v]:t.out[v+1]] {
			if !seen[m.to] {
				seen[m.to] = true
				queue = append(queue, m.to)
			}
		}
	}
	return seen
}

func (t *Tracer) ofKind(kind data.KindID) []data.EntityID {
	var ids []data.EntityID
	for _, thing := range t.n.things {
		if thing.Kind == kind && !thing.IsStage() {
			ids = append(ids, thing.ID)
		}
	}
	return ids
}
