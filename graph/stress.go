package graph

import (
	"math"
	"slices"
)

const (
	fullStress = 500 // components up to this size use all pairs
	pivots     = 120 // beyond, each node is held by so many others
	rounds     = 30

	// A line between two communities wants to be so much longer, any two nodes
	// of two communities so much farther apart, and nodes of one community hold
	// together so much more firmly. Tried on the bundled dataset: without them
	// the communities' mean silhouette is below 0, with them 0.4, and fewer lines
	// cross.
	apart = 2.5
	aloof = 1.7
	bond  = 3.0
)

// points is a drawing without a scale.
type points struct{ x, y []float64 }

// term pulls nodes i and j to a distance; how strongly each end gives way is
// its weight.
type term struct {
	i, j           int32
	distance       float64
	weighI, weighJ float64
}

// springs is a component with wished lengths of its lines.
type springs struct {
	rows
	length []float64
	group  []int32 // community of each node
}

// springsOf measures the lines of a component: longer at hubs, so that their
// many neighbours find room around them (the set difference of neighbourhoods
// of Gansner, Koren and North, "Graph Drawing by Stress Majorization", 2004,
// here under a root), and longer between communities.
func (s *sketch) springsOf(nodes []int32) springs {
	number := make(map[int32]int32, len(nodes))
	for i, v := range nodes {
		number[v] = int32(i)
	}
	g := springs{rows: rows{start: make([]int32, 1, len(nodes)+1)}}
	for _, v := range nodes {
		g.group = append(g.group, s.communities.Of[v])
		for _, w := range s.n.simple.of(v) {
			l := math.Sqrt(float64(max(1, s.unshared(v, w))))
			if s.communities.Of[v] != s.communities.Of[w] {
				l *= apart
			}
			g.list = append(g.list, number[w])
			g.length = append(g.length, l)
		}
		g.start = append(g.start, int32(len(g.list)))
	}
	return g
}

// unshared counts the nodes beside v or w but not beside both.
func (s *sketch) unshared(v, w int32) int {
	a, b := s.n.simple.of(v), s.n.simple.of(w)
	shared, j := 0, 0
	for _, x := range a {
		for j < len(b) && b[j] < x {
			j++
		}
		if j < len(b) && b[j] == x {
			shared++
		}
	}
	return len(a) + len(b) - 2*shared
}

// from measures the shortest ways from a node (Dijkstra). Lengths are positive,
// and positive numbers sort like their bits, so the heap of arrivals serves.
func (g springs) from(source int32) []float64 {
	far := make([]float64, len(g.start)-1)
	for i := range far {
		far[i] = math.Inf(1)
	}
	far[source] = 0
	queue := arrivals{{mark: source}}
	for len(queue) > 0 {
		at := queue.pop()
		way := math.Float64frombits(uint64(at.when))
		if way > far[at.mark] {
			continue
		}
		for k := g.start[at.mark]; k < g.start[at.mark+1]; k++ {
			w, d := g.list[k], way+g.length[k]
			if d < far[w] {
				far[w] = d
				queue.push(arrival{when: int64(math.Float64bits(d)), mark: w})
			}
		}
	}
	return far
}

// terms lists what the stress is made of.
func (g springs) terms() []term {
	if len(g.start)-1 <= fullStress {
		return g.allPairs()
	}
	return g.sparse()
}

func (g springs) allPairs() []term {
	size := int32(len(g.start) - 1)
	list := make([]term, 0, int(size)*int(size-1)/2)
	for i := range size {
		far := g.from(i)
		for j := i + 1; j < size; j++ {
			d, w := g.wish(i, j, far[j])
			list = append(list, term{i, j, d, w, w})
		}
	}
	return list
}

// wish is the distance that two nodes want, and how firmly.
func (g springs) wish(i, j int32, way float64) (distance, weight float64) {
	weight = 1 / float64(way*way)
	if g.group[i] == g.group[j] {
		return way, weight * bond
	}
	return way * aloof, weight
}

// sparse holds every node by its lines and by pivots spread over the component,
// each standing for the nodes nearest to it: Ortmann, Klimenta and Brandes, "A
// Sparse Stress Model" (2016), section 3.
func (g springs) sparse() []term {
	var list []term
	size := int32(len(g.start) - 1)
	for i := range size {
		for k := g.start[i]; k < g.start[i+1]; k++ {
			if j := g.list[k]; j > i {
				d, w := g.wish(i, j, g.length[k])
				list = append(list, term{i, j, d, w, w})
			}
		}
	}
	far, nearest := g.spread()
	for p, ways := range far {
		region := g.region(ways, nearest, int32(p))
		pivot := int32(slices.Index(ways, 0))
		for i, d := range ways {
			if d > 0 {
				stands := float64(below(region, d/2))
				wished, w := g.wish(int32(i), pivot, d)
				list = append(list, term{int32(i), pivot, wished, float64(stands * w), 0})
			}
		}
	}
	return list
}

// spread picks pivots one by one, each the farthest from those before, and says
// which pivot is nearest to each node.
func (g springs) spread() (far [][]float64, nearest []int32) {
	size := len(g.start) - 1
	nearest = make([]int32, size)
	least := make([]float64, size)
	for i := range least {
		least[i] = math.Inf(1)
	}
	next := int32(0)
	for p := range int32(min(pivots, size)) {
		ways := g.from(next)
		far = append(far, ways)
		for i, d := range ways {
			if d < least[i] {
				least[i], nearest[i] = d, p
			}
		}
		next = 0
		for i := range least {
			if least[i] > least[next] {
				next = int32(i)
			}
		}
	}
	return far, nearest
}

// region lists in ascending order how far the nodes of a pivot are from it.
func (g springs) region(ways []float64, nearest []int32, p int32) []float64 {
	var region []float64
	for i, d := range ways {
		if nearest[i] == p {
			region = append(region, d)
		}
	}
	slices.Sort(region)
	return region
}

// below counts the values of an ascending list up to a limit.
func below(list []float64, limit float64) int {
	return max(1, len(list)-len(list[upTo(list, limit):]))
}

func upTo(list []float64, limit float64) int {
	at, found := slices.BinarySearch(list, limit)
	for found && at < len(list) && list[at] == limit {
		at++
	}
	return at
}

// relax moves the ends of one term after the other, in a new order each round
// and by ever smaller steps: Zheng, Pawar and Goodman, "Graph Drawing by
// Stochastic Gradient Descent" (2019), section 2.
func relax(size int, terms []term, random *generator) points {
	p := points{make([]float64, size), make([]float64, size)}
	for i := range size {
		p.x[i], p.y[i] = random.unit(), random.unit()
	}
	if len(terms) == 0 {
		return p
	}
	step, shrink := schedule(terms)
	for range rounds {
		for i := len(terms) - 1; i > 0; i-- {
			j := random.below(i + 1)
			terms[i], terms[j] = terms[j], terms[i]
		}
		for _, t := range terms {
			p.pull(t, step)
		}
		step *= shrink
	}
	return p
}

func (p points) pull(t term, step float64) {
	dx, dy := p.x[t.i]-p.x[t.j], p.y[t.i]-p.y[t.j]
	d := distance(dx, dy)
	if d < 1e-9 {
		dx, dy, d = 1e-3, 1e-3, math.Sqrt2*1e-3
	}
	r := (d - t.distance) / (2 * d)
	mi, mj := float64(min(1, t.weighI*step)*r), float64(min(1, t.weighJ*step)*r)
	p.x[t.i] -= float64(mi * dx)
	p.y[t.i] -= float64(mi * dy)
	p.x[t.j] += float64(mj * dx)
	p.y[t.j] += float64(mj * dy)
}

// schedule gives the first step and the factor from round to round, so that the
// last step moves the tightest term by a tenth.
func schedule(terms []term) (first, factor float64) {
	near, far := math.Inf(1), 0.0
	for _, t := range terms {
		near, far = min(near, t.distance), max(far, t.distance)
	}
	first = float64(far * far)
	last := 0.1 * float64(near*near)
	return first, root(last/first, rounds-1)
}

// root finds the n-th root of a number between 0 and 1 by halving: math.Pow
// differs between processors.
func root(x float64, n int) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		middle := (low + high) / 2
		power := 1.0
		for range n {
			power *= middle
		}
		if power < x {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
