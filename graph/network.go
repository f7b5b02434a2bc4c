package graph

import (
	"fmt"

	"github.com/redthread/redthread/data"
)

// Options choose what a network is made of. The zero value is the network that
// is drawn.
type Options struct {
	// Stages makes the stages of laws and cases nodes of their own, joined to
	// their owners by stage_of. By default a relation that names a stage counts
	// for the stage's owner, and stage_of is folded away.
	Stages bool
}

// Network is a directed multigraph in compressed sparse rows: nodes are
// numbered in the order of their ids, relations in the order of the index, and
// parallel relations stay apart. It is never changed after it is made, so that
// any number of readers may share it.
type Network struct {
	things    []data.Thing    // nil when made from arrays
	relations []data.Relation // nil when made from arrays
	from, to  []int32         // ends of each relation
	out, in   rows
	number    map[data.EntityID]int32
	dangling  []data.RelationID
	simple    neighbours
}

// rows lists, for every node, numbers of relations (or of nodes) in ascending
// order.
type rows struct {
	start []int32
	list  []int32
}

func (r rows) of(v int32) []int32 { return r.list[r.start[v]:r.start[v+1]] }

// neighbours is the undirected view without loops: each distinct neighbour
// once, with the number of relations between the two.
type neighbours struct {
	rows
	count []int32
}

func (b neighbours) counts(v int32) []int32 { return b.count[b.start[v]:b.start[v+1]] }

// New makes the network of an index.
func New(x *data.Index, o Options) *Network {
	n := &Network{number: map[data.EntityID]int32{}}
	for _, t := range x.Things() {
		if o.Stages || !t.IsStage() {
			n.number[t.ID] = int32(len(n.things))
			n.things = append(n.things, t)
		}
	}
	if !o.Stages {
		n.fold(x)
	}
	for _, r := range x.Relations() {
		if r.Predicate != data.StageOf || o.Stages {
			n.add(r)
		}
	}
	return n.index()
}

// fold lets the id of a stage find its owner.
func (n *Network) fold(x *data.Index) {
	for _, t := range x.Things() {
		if owner, ok := n.number[t.Owner]; ok && t.IsStage() {
			n.number[t.ID] = owner
		}
	}
}

func (n *Network) add(r data.Relation) {
	from, ok1 := n.number[r.From]
	to, ok2 := n.number[r.To]
	if !ok1 || !ok2 {
		n.dangling = append(n.dangling, r.ID)
		return
	}
	n.relations = append(n.relations, r)
	n.from = append(n.from, from)
	n.to = append(n.to, to)
}

// FromArrays makes a network of the nodes 0..nodes-1 and a relation
// from[i] -> to[i] for every i, for generated graphs. Its ids are "n0000000"
// and "r0000000" with seven digits. It panics when an end is out of range.
func FromArrays(nodes int, from, to []int32) *Network {
	if len(from) != len(to) {
		panic(fmt.Sprintf("graph: %d beginnings for %d ends", len(from), len(to)))
	}
	for i := range from {
		if uint32(from[i]) >= uint32(nodes) || uint32(to[i]) >= uint32(nodes) {
			panic(fmt.Sprintf("graph: relation %d joins %d and %d among %d nodes", i, from[i], to[i], nodes))
		}
	}
	n := &Network{from: from, to: to, number: make(map[data.EntityID]int32, nodes)}
	for v := range int32(nodes) {
		n.number[arrayID(v)] = v
	}
	n.out = rowsOf(nodes, from)
	n.in = rowsOf(nodes, to)
	n.simple = simplify(n)
	return n
}

func arrayID(v int32) data.EntityID { return data.EntityID(fmt.Sprintf("n%07d", v)) }

func (n *Network) index() *Network {
	n.out = rowsOf(len(n.things), n.from)
	n.in = rowsOf(len(n.things), n.to)
	n.simple = simplify(n)
	return n
}

// rowsOf sorts 0..len(key)-1 into rows by key, keeping their order (a counting
// sort).
func rowsOf(nodes int, key []int32) rows {
	r := rows{start: make([]int32, nodes+1), list: make([]int32, len(key))}
	for _, k := range key {
		r.start[k+1]++
	}
	for v := range nodes {
		r.start[v+1] += r.start[v]
	}
	next := append([]int32(nil), r.start...)
	for i, k := range key {
		r.list[next[k]] = int32(i)
		next[k]++
	}
	return r
}

// simplify visits the rows of both directions. Filling the row of a node while
// its neighbours pass in ascending order keeps the row sorted without a sort.
func simplify(n *Network) neighbours {
	size := n.Len()
	start := make([]int32, size+1)
	last := make([]int32, size)
	list := make([]int32, 0, 2*len(n.from))
	for pass := range 2 {
		for i := range last {
			last[i] = -1
		}
		if pass == 1 {
			for v := range size {
				start[v+1] += start[v]
			}
			list = make([]int32, start[size])
		}
		n.eachDistinct(last, func(v, w int32, fresh bool, at []int32) {
			if pass == 0 && fresh {
				start[v+1]++
			}
			if pass == 1 && fresh {
				list[start[v]+at[v]] = w
			}
		})
	}
	b := neighbours{rows: rows{start, list}, count: make([]int32, len(list))}
	n.countNeighbours(&b)
	return b
}

// eachDistinct calls visit for both ends of every relation, the second end in
// ascending order; fresh says that the pair is seen for the first time, and
// at[v] how many came before it at v.
func (n *Network) eachDistinct(last []int32, visit func(v, w int32, fresh bool, at []int32)) {
	at := make([]int32, len(last))
	meet := func(v, w int32) {
		fresh := v != w && last[v] != w
		visit(v, w, fresh, at)
		if fresh {
			last[v] = w
			at[v]++
		}
	}
	for w := range int32(len(last)) {
		for _, r := range n.out.of(w) {
			meet(n.to[r], w)
		}
		for _, r := range n.in.of(w) {
			meet(n.from[r], w)
		}
	}
}

func (n *Network) countNeighbours(b *neighbours) {
	size := n.Len()
	at := make([]int32, size)
	last := make([]int32, size)
	for i := range last {
		last[i] = -1
	}
	n.eachDistinct(last, func(v, w int32, fresh bool, seen []int32) {
		if fresh {
			at[v] = seen[v]
		}
		if v != w {
			b.count[b.start[v]+at[v]]++
		}
	})
}

// Len is the number of nodes.
func (n *Network) Len() int { return len(n.out.start) - 1 }

// Size is the number of relations.
func (n *Network) Size() int { return len(n.from) }

// Node finds the number of a thing; in a folded network a stage is found as its
// owner.
func (n *Network) Node(id data.EntityID) (int32, bool) {
	v, ok := n.number[id]
	return v, ok
}

// ID is the id of a node.
func (n *Network) ID(v int32) data.EntityID {
	if n.things == nil {
		return arrayID(v)
	}
	return n.things[v].ID
}

// Thing is what a node stands for; of a network made from arrays it holds the
// id only.
func (n *Network) Thing(v int32) data.Thing {
	if n.things == nil {
		return data.Thing{ID: arrayID(v), Name: string(arrayID(v)), Short: string(arrayID(v))}
	}
	return n.things[v]
}

// RelationID is the id of a relation.
func (n *Network) RelationID(r int32) data.RelationID {
	if n.relations == nil {
		return data.RelationID(fmt.Sprintf("r%07d", r))
	}
	return n.relations[r].ID
}

// Relation is a relation by number; of a network made from arrays it holds the
// ids only. Its ends may be stages whose owners stand in the network.
func (n *Network) Relation(r int32) data.Relation {
	if n.relations == nil {
		return data.Relation{ID: n.RelationID(r), From: n.ID(n.from[r]), To: n.ID(n.to[r])}
	}
	return n.relations[r]
}

// Ends are the nodes that a relation joins.
func (n *Network) Ends(r int32) (from, to int32) { return n.from[r], n.to[r] }

// Out lists the relations that begin at a node, In those that end there, by
// number. The slices are the network's own.
func (n *Network) Out(v int32) []int32 { return n.out.of(v) }

// In lists the relations that end at a node.
func (n *Network) In(v int32) []int32 { return n.in.of(v) }

// Neighbours lists the distinct nodes beside a node in ascending order, without
// the node itself. The slice is the network's own.
func (n *Network) Neighbours(v int32) []int32 { return n.simple.of(v) }

// Dangling names the relations that are left out because an end of theirs is
// unknown; a dataset that passed its check has none.
func (n *Network) Dangling() []data.RelationID { return n.dangling }

// Extract is the part of the network between the given things: those nodes,
// and every relation with both ends among them. Unknown ids are left out.
func (n *Network) Extract(ids []data.EntityID) *Network {
	keep := make([]bool, n.Len())
	for _, id := range ids {
		if v, ok := n.number[id]; ok {
			keep[v] = true
		}
	}
	return n.extract(keep)
}

func (n *Network) extract(keep []bool) *Network {
	part := &Network{number: map[data.EntityID]int32{}}
	renumber := make([]int32, n.Len())
	for v := range int32(n.Len()) {
		if keep[v] {
			renumber[v] = int32(len(part.things))
			part.things = append(part.things, n.Thing(v))
		}
	}
	for id, v := range n.number { // order does not matter: a map fills a map
		if keep[v] {
			part.number[id] = renumber[v]
		}
	}
	for r := range int32(n.Size()) {
		if keep[n.from[r]] && keep[n.to[r]] {
			part.relations = append(part.relations, n.Relation(r))
			part.from = append(part.from, renumber[n.from[r]])
			part.to = append(part.to, renumber[n.to[r]])
		}
	}
	return part.index()
}
