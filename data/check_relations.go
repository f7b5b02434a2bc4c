package data

import (
	"cmp"
	"slices"
	"strings"
)

// relations checks both ends, the predicate, and what it may join.
func (k *checker) relations() {
	twins := newTwins(len(k.ds.Relations))
	for i := range k.ds.Relations {
		r := &k.ds.Relations[i]
		from := k.has(r.From) || k.thing(at("relations", i, "from"), "from", r.From)
		to := k.has(r.To) || k.thing(at("relations", i, "to"), "to", r.To)
		if !k.partly && k.predicate[r.Predicate] == nil {
			k.oneOf(at("relations", i, "predicate"), "predicate", string(r.Predicate), known(k, "predicate", k.predicate))
		}
		if from && to {
			k.joins(i, r)
		}
		hash := twins.hash(string(r.From), string(r.To), string(r.Predicate), r.Date.String(), string(r.Status), r.Note)
		if other := twins.of(i, hash, func(other int) bool { return sameRelation(r, &k.ds.Relations[other]) }); other >= 0 {
			k.warn(at("relations", i), string(r.ID), "join their evidence, or say in a note how they differ", "says the same as %s", quote(k.ds.Relations[other].ID))
		}
	}
}

// sameRelation tells whether two relations differ in nothing but their ids,
// attributes and evidence.
func sameRelation(a, b *Relation) bool {
	return a.From == b.From && a.To == b.To && a.Predicate == b.Predicate && a.Date == b.Date && a.Status == b.Status && a.Note == b.Note
}

// joins checks the kinds of the two ends against the predicate's.
func (k *checker) joins(i int, r *Relation) {
	p := k.predicate[r.Predicate]
	if p == nil {
		return
	}
	if r.From == r.To {
		k.wrong(at("relations", i, "to"), string(r.To), "", "joins %s with itself", quote(r.From))
	}
	if p.Symmetric && k.fits(r.To, p.From) && k.fits(r.From, p.To) {
		return
	}
	k.end(i, "from", "begin at", r.From, p, p.From)
	k.end(i, "to", "end at", r.To, p, p.To)
}

func (k *checker) fits(id EntityID, allowed []KindID) bool {
	if len(allowed) == 0 {
		return true
	}
	may := func(kind KindID) bool { // an unknown kind is reported where it stands
		return slices.Contains(allowed, kind) || k.kind[kind] == nil
	}
	if e := k.entity[id]; e != nil {
		return may(e.Kind)
	}
	owner := k.stageOf[id]
	return owner != nil && (may("event") || may(owner.Kind))
}

func (k *checker) end(i int, key, verb string, id EntityID, p *Predicate, allowed []KindID) {
	if !k.fits(id, allowed) {
		k.wrong(at("relations", i, key), string(id), quote(p.ID)+" may "+verb+": "+listed(allowed), "%s cannot %s %s, %s", quote(p.ID), verb, quote(id), article(string(k.kindsOf(id)[0])))
	}
}

// cyclic are the predicates along which nothing may come back to itself.
var cyclic = []PredicateID{"amends", "part_of"}

// cycles finds chains of amends and of part_of that end where they began.
func (k *checker) cycles() {
	for _, p := range cyclic {
		next := map[EntityID][]int{}
		for i := range k.ds.Relations {
			if r := &k.ds.Relations[i]; r.Predicate == p && r.From != r.To {
				next[r.From] = append(next[r.From], i)
			}
		}
		if len(next) == 0 {
			continue
		}
		c := &cycleFinder{k: k, next: next, state: map[EntityID]int{}}
		for i := range k.ds.Relations { // in the order of the dataset
			if r := &k.ds.Relations[i]; r.Predicate == p && c.state[r.From] == 0 {
				c.from(r.From)
			}
		}
	}
}

// cycleFinder searches in depth with a stack of its own, for chains may be long.
type cycleFinder struct {
	k     *checker
	next  map[EntityID][]int // relations by where they begin
	state map[EntityID]int   // 0 not seen, 1 on the path, 2 done
	path  []int              // relations walked
}

func (c *cycleFinder) from(start EntityID) {
	type frame struct {
		id   EntityID
		edge int
	}
	stack := []frame{{start, 0}}
	c.state[start] = 1
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.edge == len(c.next[top.id]) {
			c.state[top.id] = 2
			stack = stack[:len(stack)-1]
			c.path = c.path[:max(0, len(c.path)-1)]
			continue
		}
		edge := c.next[top.id][top.edge]
		top.edge++
		to := c.k.ds.Relations[edge].To
		switch c.state[to] {
		case 0:
			c.state[to] = 1
			c.path = append(c.path, edge)
			stack = append(stack, frame{to, 0})
		case 1:
			c.report(to, edge)
		}
	}
}

// report names the cycle that the last relation closes.
func (c *cycleFinder) report(back EntityID, last int) {
	begin := len(c.path)
	for begin > 0 && c.k.ds.Relations[c.path[begin-1]].From != back {
		begin--
	}
	edges := append(slices.Clone(c.path[max(0, begin-1):]), last)
	words := []string{string(back)}
	for _, e := range edges {
		words = append(words, string(c.k.ds.Relations[e].To))
	}
	if len(words) > 12 {
		words = append(append(words[:6:6], "…"), words[len(words)-5:]...)
	}
	at := at("relations", last)
	c.k.wrong(at, cmp.Or(string(c.k.ds.Relations[last].ID)), "remove one of them", "closes a circle of %s: %s", c.k.ds.Relations[last].Predicate, strings.Join(words, " -> "))
}
