package graph

import "slices"

func sortInt32(list []int32) { slices.Sort(list) }

// Degree counts the relations at a node, parallel ones each. A loop counts once
// out and once in, so Total may exceed the number of relations.
type Degree struct {
	In, Out, Total int
}

// Degree of a node.
func (n *Network) Degree(v int32) Degree {
	in, out := len(n.in.of(v)), len(n.out.of(v))
	return Degree{In: in, Out: out, Total: in + out}
}

// ByDegree lists the nodes by falling total degree, then by id.
func (n *Network) ByDegree() []int32 {
	order := make([]int32, n.Len())
	for v := range order {
		order[v] = int32(v)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return n.Degree(b).Total - n.Degree(a).Total })
	return order
}

// Betweenness of every node: over all pairs of other nodes, the share of the
// pair's shortest paths that runs through it. Relations count both ways and
// parallel ones once; a pair counts once, and nothing is normalised. The
// accumulation is that of Brandes, "A Faster Algorithm for Betweenness
// Centrality", Journal of Mathematical Sociology 25 (2001), algorithm 1.
func (n *Network) Betweenness() []float64 {
	b := newBrandes(n)
	for s := range int32(n.Len()) {
		b.search(s)
		b.accumulate(s)
	}
	for v := range b.score {
		b.score[v] /= 2 // every pair was met from both of its ends
	}
	return b.score
}

type brandes struct {
	n            *Network
	order        []int32   // nodes by growing distance from the source
	distance     []int32   // -1: not reached
	paths        []float64 // number of shortest paths; float64 because counts explode
	share, score []float64
}

func newBrandes(n *Network) *brandes {
	size := n.Len()
	return &brandes{
		n: n, order: make([]int32, 0, size), distance: make([]int32, size),
		paths: make([]float64, size), share: make([]float64, size), score: make([]float64, size),
	}
}

func (b *brandes) search(s int32) {
	for v := range b.distance {
		b.distance[v], b.paths[v], b.share[v] = -1, 0, 0
	}
	b.distance[s], b.paths[s] = 0, 1
	b.order = append(b.order[:0], s)
	for at := 0; at < len(b.order); at++ {
		v := b.order[at]
		for _, w := range b.n.simple.of(v) {
			if b.distance[w] < 0 {
				b.distance[w] = b.distance[v] + 1
				b.order = append(b.order, w)
			}
			if b.distance[w] == b.distance[v]+1 {
				b.paths[w] += b.paths[v]
			}
		}
	}
}

func (b *brandes) accumulate(s int32) {
	for at := len(b.order) - 1; at > 0; at-- {
		w := b.order[at]
		for _, v := range b.n.simple.of(w) {
			if b.distance[v] == b.distance[w]-1 {
				b.share[v] += float64(float64(b.paths[v]/b.paths[w]) * (1 + b.share[w]))
			}
		}
		if w != s {
			b.score[w] += b.share[w]
		}
	}
}
