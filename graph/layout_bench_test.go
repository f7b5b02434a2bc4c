package graph

import (
	"fmt"
	"testing"
)

// clustered makes a connected network with hubs and communities.
func clustered(nodes, relations, groups int, seed uint64) *Network {
	random := seeded(seed)
	from, to := make([]int32, 0, relations), make([]int32, 0, relations)
	for v := 1; v < nodes; v++ {
		w := random.below(v)
		if v >= groups { // join a node of the same group
			w = w/groups*groups + v%groups
			for w >= v {
				w -= groups
			}
		}
		from, to = append(from, int32(v)), append(to, int32(w))
	}
	for len(from) < relations {
		v, w := random.below(nodes), random.below(nodes)
		if random.below(10) > 0 {
			w = (w/groups*groups + v%groups) % nodes
			w = w * w / nodes / groups * groups % nodes // prefer small numbers: hubs
			w = min(nodes-1, w+v%groups)
		}
		from, to = append(from, int32(v)), append(to, int32(w))
	}
	return FromArrays(nodes, from, to)
}

func BenchmarkLayout(b *testing.B) {
	for _, size := range []int{130, 500, 2000, 10000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			n := clustered(size, 2*size, 8, 1)
			for b.Loop() {
				n.Layout(LayoutOptions{})
			}
		})
	}
}

func BenchmarkLayoutOfTheBundledDataset(b *testing.B) {
	n := New(bundled(b), Options{})
	for shape, o := range shapes {
		b.Run(shape, func(b *testing.B) {
			for b.Loop() {
				n.Layout(o)
			}
		})
	}
}
