package format

import (
	"github.com/redthread/redthread/data"
)

// uncircle renames relations that would make a thing part of itself: data
// refuses such chains of amends and part_of, and a foreign file may have them.
// They keep their ends under a predicate that says so.
func (b *Builder) uncircle() {
	for _, p := range []data.PredicateID{"part_of", "amends"} {
		next := map[data.EntityID][]data.EntityID{}
		for _, r := range b.ds.Relations {
			if r.Predicate == p {
				next[r.From] = append(next[r.From], r.To)
			}
		}
		if len(next) == 0 {
			continue
		}
		group := components(next)
		circular := p + "_in_a_circle"
		for i := range b.ds.Relations {
			r := &b.ds.Relations[i]
			if r.Predicate != p || group[r.From] != group[r.To] {
				continue
			}
			r.Predicate = circular
			if old := b.known(p); b.known(circular) == nil {
				b.DefinePredicate(data.Predicate{ID: circular, Label: old.Label + " (in a circle)", Inverse: old.Inverse + " (in a circle)", Influence: data.None})
			}
			b.Say(data.Warning, Place{Value: string(r.ID)}, "a chain of "+string(p)+" comes back to itself", "")
		}
	}
}

// components numbers the strongly connected components (Tarjan 1972), with a
// stack of its own, for chains may be long.
func components(next map[data.EntityID][]data.EntityID) map[data.EntityID]int {
	t := &tarjan{next: next, index: map[data.EntityID]int{}, low: map[data.EntityID]int{}, group: map[data.EntityID]int{}}
	for v := range next { // the numbers of groups differ with the order, the groups do not
		if t.index[v] == 0 {
			t.from(v)
		}
	}
	return t.group
}

type tarjan struct {
	next              map[data.EntityID][]data.EntityID
	index, low, group map[data.EntityID]int
	stack             []data.EntityID
	count, groups     int
}

func (t *tarjan) enter(v data.EntityID) {
	t.count++
	t.index[v], t.low[v] = t.count, t.count
	t.stack = append(t.stack, v)
}

func (t *tarjan) from(start data.EntityID) {
	type frame struct {
		v    data.EntityID
		edge int
	}
	t.enter(start)
	frames := []frame{{start, 0}}
	for len(frames) > 0 {
		top := &frames[len(frames)-1]
		if top.edge < len(t.next[top.v]) {
			w := t.next[top.v][top.edge]
			top.edge++
			switch {
			case t.index[w] == 0:
				t.enter(w)
				frames = append(frames, frame{w, 0})
			case t.group[w] == 0:
				t.low[top.v] = min(t.low[top.v], t.index[w])
			}
			continue
		}
		v := top.v
		frames = frames[:len(frames)-1]
		if len(frames) > 0 {
			up := frames[len(frames)-1].v
			t.low[up] = min(t.low[up], t.low[v])
		}
		if t.low[v] == t.index[v] {
			t.close(v)
		}
	}
}

func (t *tarjan) close(v data.EntityID) {
	t.groups++
	for {
		w := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.group[w] = t.groups
		if w == v {
			return
		}
	}
}
