package graph

import "github.com/redthread/redthread/data"

// Direction says which way relations are followed.
type Direction uint8

// The directions; the zero value follows relations both ways.
const (
	Both    Direction = iota
	Along             // from -> to
	Against           // to -> from
)

// Near is a node of a neighbourhood.
type Near struct {
	ID    data.EntityID
	Steps int // from the centre; 0 is the centre itself
}

// Neighbourhood lists what can be reached from a thing in at most the given
// number of steps, nearest first, then by id, the thing itself included. It is
// empty when the thing is unknown.
func (n *Network) Neighbourhood(id data.EntityID, steps int, d Direction) []Near {
	centre, ok := n.number[id]
	if !ok {
		return nil
	}
	seen := make([]bool, n.Len())
	seen[centre] = true
	near := []Near{}
	for ring, at := []int32{centre}, 0; len(ring) > 0; at++ {
		for _, v := range ring {
			near = append(near, Near{n.ID(v), at})
		}
		if at == steps {
			break
		}
		ring = n.ring(ring, seen, d)
	}
	return near
}

// ring marks and returns, in ascending order, the unseen nodes one step beyond.
func (n *Network) ring(from []int32, seen []bool, d Direction) []int32 {
	var next []int32
	meet := func(v int32) {
		if !seen[v] {
			seen[v] = true
			next = append(next, v)
		}
	}
	for _, v := range from {
		if d != Against {
			for _, r := range n.out.of(v) {
				meet(n.to[r])
			}
		}
		if d != Along {
			for _, r := range n.in.of(v) {
				meet(n.from[r])
			}
		}
	}
	sortInt32(next)
	return next
}

// Bundle holds the relations between two things, whatever way they point, in
// the order of the index. A is the smaller id; a loop has A and B alike.
type Bundle struct {
	A, B      data.EntityID
	Relations []data.RelationID
}

// Bundles groups all relations by the two things they join, by A, then by B.
// Every relation stands in exactly one bundle.
func (n *Network) Bundles() []Bundle {
	var bundles []Bundle
	for v := range int32(n.Len()) {
		bundles = append(bundles, n.bundlesOf(v)...)
	}
	return bundles
}

// bundlesOf makes the bundles in which v is the smaller end.
func (n *Network) bundlesOf(v int32) []Bundle {
	at := map[int32][]int32{}
	for _, r := range n.out.of(v) {
		if n.to[r] >= v {
			at[n.to[r]] = append(at[n.to[r]], r)
		}
	}
	for _, r := range n.in.of(v) {
		if n.from[r] > v {
			at[n.from[r]] = append(at[n.from[r]], r)
		}
	}
	others := make([]int32, 0, len(at))
	for w := range at {
		others = append(others, w)
	}
	sortInt32(others)
	bundles := make([]Bundle, 0, len(others))
	for _, w := range others {
		bundles = append(bundles, n.bundle(v, w, at[w]))
	}
	return bundles
}

func (n *Network) bundle(v, w int32, relations []int32) Bundle {
	sortInt32(relations)
	b := Bundle{A: n.ID(v), B: n.ID(w)}
	for _, r := range relations {
		b.Relations = append(b.Relations, n.RelationID(r))
	}
	return b
}
