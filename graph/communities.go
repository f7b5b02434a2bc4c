package graph

import "math"

// Communities are groups that keep more relations within than chance would,
// at the given resolution (0 means 1; more gives smaller groups). Relations
// count both ways, parallel ones as weight.
//
// The search is that of Blondel, Guillaume, Lambiotte and Lefebvre, "Fast
// unfolding of communities in large networks" (2008), section 2, with the
// resolution of Reichardt and Bornholdt (2006). It runs from eight seeded
// orders (two beyond 5,000 nodes) and keeps the best; a community that the
// moves have left in several pieces is cut into them, as Traag, Waltman and
// van Eck ask in "From Louvain to Leiden" (2019).
func (n *Network) Communities(resolution float64) Partition {
	if resolution <= 0 {
		resolution = 1
	}
	runs := uint64(8)
	if n.Len() > 5000 {
		runs = 2
	}
	var best Partition
	most := math.Inf(-1)
	for seed := range runs {
		p := n.louvain(resolution, seed)
		if q := n.Modularity(p, resolution); q > most+1e-12 {
			best, most = p, q
		}
	}
	return best
}

// Modularity of a partition at a resolution: the share of relations within
// groups beyond what the degrees alone would give. 0 without relations.
func (n *Network) Modularity(p Partition, resolution float64) float64 {
	within := make([]float64, len(p.Groups))
	degree := make([]float64, len(p.Groups))
	total := 0.0
	for v := range int32(n.Len()) {
		counts := n.simple.counts(v)
		for i, w := range n.simple.of(v) {
			c := float64(counts[i])
			total += c
			degree[p.Of[v]] += c
			if p.Of[v] == p.Of[w] {
				within[p.Of[v]] += c
			}
		}
	}
	if total == 0 {
		return 0
	}
	q := 0.0
	for g := range within {
		share := degree[g] / total
		q += within[g]/total - float64(resolution*float64(share*share))
	}
	return q
}

func (n *Network) louvain(resolution float64, seed uint64) Partition {
	level := levelOf(n)
	label := make([]int32, n.Len())
	for v := range label {
		label[v] = int32(v)
	}
	random := seeded(seed)
	for {
		moved := level.settle(resolution, &random)
		if !moved {
			break
		}
		level.renumber()
		for v := range label {
			label[v] = level.group[label[v]]
		}
		level = level.merge()
	}
	return partition(n.cutPieces(label))
}

// cutPieces gives each connected piece of a group a label of its own.
func (n *Network) cutPieces(label []int32) []int32 {
	return connected(n.Len(), func(v int32) []int32 {
		var same []int32
		for _, w := range n.simple.of(v) {
			if label[w] == label[v] {
				same = append(same, w)
			}
		}
		return same
	})
}

// level is a weighted graph whose nodes are the groups of the level below.
type level struct {
	rows
	weight []float64 // of each entry of rows
	loop   []float64 // weight within a node, both ways
	degree []float64
	total  float64
	group  []int32
	sum    []float64 // degrees of each group
	link   []float64 // weight from the node at hand to each group
}

func levelOf(n *Network) *level {
	l := &level{rows: n.simple.rows, weight: make([]float64, len(n.simple.list)), loop: make([]float64, n.Len())}
	for i, c := range n.simple.count {
		l.weight[i] = float64(c)
	}
	return l.begin()
}

func (l *level) begin() *level {
	size := len(l.start) - 1
	l.degree = append([]float64(nil), l.loop...)
	l.group = make([]int32, size)
	l.link = make([]float64, size)
	for v := range int32(size) {
		l.group[v] = v
		for i := l.start[v]; i < l.start[v+1]; i++ {
			l.degree[v] += l.weight[i]
		}
		l.total += l.degree[v]
	}
	l.sum = append([]float64(nil), l.degree...)
	return l
}

// settle moves nodes to the neighbouring group that gains most until none
// moves. Ties go to the group with the smallest number, and a node stays where
// nothing is gained.
func (l *level) settle(resolution float64, random *generator) bool {
	size := len(l.group)
	order := random.order(size)
	changed := false
	for round := 0; round < 100; round++ {
		moves := 0
		for _, v := range order {
			if l.move(v, resolution) {
				moves++
			}
		}
		if moves == 0 {
			break
		}
		changed = true
	}
	return changed
}

func (l *level) move(v int32, resolution float64) bool {
	old := l.group[v]
	l.sum[old] -= l.degree[v]
	beside := l.of(v)
	for i, w := range beside {
		l.link[l.group[w]] += l.weight[int(l.start[v])+i]
	}
	gain := func(g int32) float64 {
		return l.link[g] - float64(float64(resolution*l.degree[v])*l.sum[g])/l.total
	}
	best, most := old, gain(old)
	for _, w := range beside {
		g := l.group[w]
		if x := gain(g); x > most+1e-9 || x > most-1e-9 && g < best && best != old {
			best, most = g, x
		}
	}
	for _, w := range beside {
		l.link[l.group[w]] = 0
	}
	l.link[old] = 0
	l.group[v] = best
	l.sum[best] += l.degree[v]
	return best != old
}

// renumber makes the groups 0, 1, 2 ... in the order of their first nodes.
func (l *level) renumber() {
	number := make([]int32, len(l.group))
	next := int32(0)
	for v, g := range l.group {
		if number[g] == 0 {
			next++
			number[g] = next
		}
		l.group[v] = number[g] - 1
	}
}

// merge makes the next level: one node for each group.
func (l *level) merge() *level {
	size := int32(0)
	for _, g := range l.group {
		size = max(size, g+1)
	}
	members := rowsOf(int(size), l.group)
	up := &level{rows: rows{start: make([]int32, size+1)}, loop: make([]float64, size)}
	link := make([]float64, size)
	for g := range size {
		var met []int32
		for _, v := range members.of(g) {
			up.loop[g] += l.loop[v]
			for i, w := range l.of(v) {
				h := l.group[w]
				if h == g {
					up.loop[g] += l.weight[int(l.start[v])+i]
					continue
				}
				if link[h] == 0 {
					met = append(met, h)
				}
				link[h] += l.weight[int(l.start[v])+i]
			}
		}
		sortInt32(met)
		for _, h := range met {
			up.list = append(up.list, h)
			up.weight = append(up.weight, link[h])
			link[h] = 0
		}
		up.start[g+1] = int32(len(up.list))
	}
	return up.begin()
}
