package graph

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
	"pgregory.net/rapid"
)

// undirected is the same network for gonum.
func undirected(n *Network) *simple.WeightedUndirectedGraph {
	g := simple.NewWeightedUndirectedGraph(0, 0)
	for v := range n.Len() {
		g.AddNode(simple.Node(v))
	}
	for v := range int32(n.Len()) {
		for i, w := range n.Neighbours(v) {
			if w > v {
				weight := float64(n.simple.counts(v)[i])
				g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(v), T: simple.Node(w), W: weight})
			}
		}
	}
	return g
}

func TestBetweennessAgreesWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNetwork(t)
		want := network.Betweenness(undirected(n))
		for v, got := range n.Betweenness() {
			if math.Abs(got-want[int64(v)]/2) > 1e-9 { // gonum counts a pair from both ends
				t.Fatalf("node %d: %v, gonum %v", v, got, want[int64(v)]/2)
			}
		}
	})
}

func TestBetweennessOfAStarLiesInItsCentre(t *testing.T) {
	n := FromArrays(5, []int32{0, 0, 3, 0, 0}, []int32{1, 2, 0, 4, 4})
	if got, want := n.Betweenness(), []float64{6, 0, 0, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v: six pairs of four leaves", got, want)
	}
}

func TestComponentsAgreeWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNetwork(t)
		got := n.Components()
		want := topo.ConnectedComponents(undirected(n))
		if len(got.Groups) != len(want) {
			t.Fatalf("%d components, gonum finds %d", len(got.Groups), len(want))
		}
		for _, nodes := range want {
			for _, v := range nodes {
				if got.Of[v.ID()] != got.Of[nodes[0].ID()] {
					t.Fatalf("nodes %d and %d are joined but stand in two components", v.ID(), nodes[0].ID())
				}
			}
		}
		checkPartition(t, n, got)
	})
}

// checkPartition asserts what every partition promises.
func checkPartition(t *rapid.T, n *Network, p Partition) {
	seen := 0
	for g, nodes := range p.Groups {
		seen += len(nodes)
		if g > 0 && len(nodes) > len(p.Groups[g-1]) {
			t.Fatalf("group %d is larger than the one before", g)
		}
		for _, v := range nodes {
			if p.Of[v] != int32(g) {
				t.Fatalf("node %d is listed in group %d and numbered %d", v, g, p.Of[v])
			}
		}
	}
	if seen != n.Len() {
		t.Fatalf("%d of %d nodes are in groups", seen, n.Len())
	}
}

func TestCommunitiesAreConnectedAndModularityAgreesWithGonum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNetwork(t)
		p := n.Communities(1)
		checkPartition(t, n, p)
		for g, nodes := range p.Groups {
			part := FromArrays(n.Len(), n.from, n.to).extract(members(p, n.Len(), int32(g)))
			if c := part.Components(); len(c.Groups) != 1 {
				t.Fatalf("community %v is in %d pieces", nodes, len(c.Groups))
			}
		}
		if n.simple.start[n.Len()] == 0 {
			return
		}
		want := community.Q(undirected(n), gonumGroups(p), 1)
		if got := n.Modularity(p, 1); math.Abs(got-want) > 1e-9 {
			t.Fatalf("modularity %v, gonum %v", got, want)
		}
	})
}

func TestCommunitiesAreAsGoodAsGonums(t *testing.T) {
	n := clustered(130, 260, 7, 3)
	got := n.Modularity(n.Communities(1), 1)
	reduced := community.Modularize(undirected(n), 1, rand.NewPCG(1, 1))
	if want := community.Q(undirected(n), reduced.Communities(), 1); got < want-0.01 {
		t.Errorf("modularity %.4f, gonum's Louvain reaches %.4f", got, want)
	}
}

func TestCommunitiesFindTwoCliques(t *testing.T) {
	from := []int32{0, 0, 0, 1, 1, 2, 4, 4, 4, 5, 5, 6, 3}
	to := []int32{1, 2, 3, 2, 3, 3, 5, 6, 7, 6, 7, 7, 4}
	p := FromArrays(8, from, to).Communities(0)
	if want := []int32{0, 0, 0, 0, 1, 1, 1, 1}; !slices.Equal(p.Of, want) {
		t.Errorf("got %v, want %v", p.Of, want)
	}
}

func members(p Partition, size int, g int32) []bool {
	in := make([]bool, size)
	for _, v := range p.Groups[g] {
		in[v] = true
	}
	return in
}

func gonumGroups(p Partition) [][]gonum.Node {
	groups := make([][]gonum.Node, len(p.Groups))
	for g, nodes := range p.Groups {
		for _, v := range nodes {
			groups[g] = append(groups[g], simple.Node(v))
		}
	}
	return groups
}
