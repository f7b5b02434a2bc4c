package graph

import (
	"fmt"
	"testing"

	lib "github.com/dominikbraun/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/redthread/redthread/data"
)

// temporal makes a tracer of so many relations, ten to a node, with dates over
// thirty years, three tenths of them spans and three tenths unknown.
func temporal(relations int, seed uint64) *Tracer {
	random := seeded(seed)
	nodes := relations / 10
	t := &Tracer{}
	for v := range int32(nodes) {
		t.owner = append(t.owner, v)
		t.begin = append(t.begin, span{always, closed, never})
	}
	for r := range int32(relations) {
		m := move{from: int32(random.below(nodes)), to: int32(random.below(nodes)), relation: r, sure: true}
		m.status = grade(random.below(8) / 5 * random.below(4))
		day := int64(random.below(30 * 365))
		m.when = span{day * 86400, day*86400 + 86399, day*86400 + 86399}
		switch random.below(10) {
		case 0, 1, 2:
			m.when, m.sure = undecided, false
		case 3, 4, 5:
			m.when.end += int64(random.below(2000)) * 86400
		}
		t.moves = append(t.moves, m)
	}
	t.index()
	return t
}

var benchSizes = []int{10_000, 100_000, 1_000_000}

// benchPairs are eight pairs joined by a thread of five to eight steps.
func benchPairs(t *Tracer) [][2]int32 {
	var pairs [][2]int32
	for start := int32(0); len(pairs) < 8; start++ {
		w := t.settle(start)
		for v := int32(len(t.owner)) - 1 - start*31; v > 0; v-- {
			if w.arrival[v] != never && w.steps[v] >= 5 && w.steps[v] <= 8 {
				pairs = append(pairs, [2]int32{start, v})
				break
			}
		}
	}
	return pairs
}

func BenchmarkReach(b *testing.B) {
	for _, size := range benchSizes {
		t := temporal(size, 1)
		pairs := benchPairs(t)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				t.settle(pairs[i%8][0])
			}
		})
	}
}

// A plain breadth-first search over the same arrays, as the measure for the
// others.
func BenchmarkSearch(b *testing.B) {
	for _, size := range benchSizes {
		t := temporal(size, 1)
		pairs := benchPairs(t)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				t.steps(pairs[i%8][0], size)
			}
		})
	}
}

func BenchmarkTenThreads(b *testing.B) {
	for _, size := range benchSizes {
		t := temporal(size, 1)
		pairs := benchPairs(t)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				p := pairs[i%8]
				f := Found{}
				t.find(&f, p[0], []int32{p[1]}, ThreadOptions{}.withDefaults())
				if len(f.Threads) == 0 {
					b.Fatal("no thread")
				}
			}
		})
	}
}

// AllPathsBetween knows no bound: forty nodes in eight layers are what it
// finishes.
func BenchmarkAllPathsOfTheLibrary(b *testing.B) {
	t, n := layered(8, 5)
	last := int32(n.Len() - 1)
	b.Run("dominikbraun", func(b *testing.B) {
		g := n.Directed()
		for b.Loop() {
			if _, err := lib.AllPathsBetween(g, data.EntityID("n0000000"), n.ID(last)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			f := Found{}
			t.find(&f, 0, []int32{last}, ThreadOptions{Hops: 10}.withDefaults())
		}
	})
}

// layered joins every node of a layer with every one of the next.
func layered(layers, width int) (*Tracer, *Network) {
	nodes := layers*width + 2
	var from, to []int32
	join := func(a, b int) { from, to = append(from, int32(a)), append(to, int32(b)) }
	for w := range width {
		join(0, 1+w)
		join(1+(layers-1)*width+w, nodes-1)
	}
	for l := range layers - 1 {
		for v := range width * width {
			join(1+l*width+v/width, 1+(l+1)*width+v%width)
		}
	}
	t := &Tracer{owner: make([]int32, nodes), begin: make([]span, nodes)}
	for v := range t.owner {
		t.owner[v], t.begin[v] = int32(v), span{always, closed, never}
	}
	for r := range from {
		t.moves = append(t.moves, move{from: from[r], to: to[r], relation: int32(r), when: undecided})
	}
	t.index()
	return t, FromArrays(nodes, from, to)
}

// Yen's ten shortest ways of gonum, without time or status.
func BenchmarkYenOfGonum(b *testing.B) {
	for _, size := range benchSizes[:2] {
		t := temporal(size, 1)
		g := simple.NewWeightedDirectedGraph(0, 0)
		for _, m := range t.moves {
			g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(m.from), T: simple.Node(m.to), W: 1})
		}
		pairs := benchPairs(t)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				p := pairs[i%8]
				path.YenKShortestPaths(g, 10, 8, simple.Node(p[0]), simple.Node(p[1]))
			}
		})
	}
}
