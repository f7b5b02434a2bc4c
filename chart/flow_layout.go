package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/redthread/redthread/data"
)

// flowFrame is the drawing's measure, in pixels of a page that does not stretch
// it.
type flowFrame struct {
	columns int
	unit    float64 // height of one thread
	gap     float64 // between two nodes of a column
	height  float64
}

const (
	flowPitch  = 25.0  // px from one line of labels to the next, at the least
	flowUnit   = 14.0  // px for a thread, where there are few
	flowThick  = 700.0 // px that all threads together may take
	foldThick  = 330.0 // the same where some things are drawn as one
	flowPass   = 7.0   // px between two links that pass a column, there
	flowBand   = 34.0  // px above the parts that no law leads to: room for their head
	flowSweeps = 24
)

// layout orders each column so that links cross little, and sets heights so
// that they run straight where they can. Parts that nothing joins stand one
// below the other: first those with a law, then those without.
func (f *flow) layout() {
	thick := flowThick
	if f.folded {
		thick = foldThick
	}
	f.frame.unit = math.Max(0.25, math.Min(flowUnit, rounded(thick/math.Max(1, float64(len(f.threads))), 100)))
	f.frame.gap = math.Max(8, flowPitch-f.frame.unit)
	f.route()
	parts := f.parts()
	top := 0.0
	for i, part := range parts {
		if i > 0 {
			top += f.frame.gap
			if !lawless(parts[i-1]) && lawless(part) {
				top += flowBand
			}
		}
		top += f.layoutPart(part, i, top)
	}
	f.frame.height = rounded(math.Max(top, 1), 100)
	slices.SortStableFunc(f.order, func(a, b *flowNode) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.part, b.part), cmp.Compare(a.y, b.y), cmp.Compare(a.id, b.id))
	})
}

// route joins the nodes and gives each link a waypoint in every column that it
// passes, so that it never lies on what stands there.
func (f *flow) route() {
	f.order = f.sorted()
	for _, l := range f.links {
		from, to := f.nodes[l.from], f.nodes[l.to]
		l.path = []*flowNode{from}
		for c := from.column + 1; c < to.column; c++ {
			way := &flowNode{id: data.EntityID(fmt.Sprintf("%s#%d", l.id, c)), column: c, threads: l.threads, way: l}
			l.path = append(l.path, way)
			f.order = append(f.order, way)
		}
		l.path = append(l.path, to)
		for i, n := range l.path[1:] {
			l.path[i].after = append(l.path[i].after, n)
			n.before = append(n.before, l.path[i])
		}
	}
	for _, n := range f.order {
		n.h = float64(n.threads) * f.frame.unit
	}
}

// parts are the groups of nodes that links join: those with a law by their
// threads, then those without, each kind of beginning together.
func (f *flow) parts() [][]*flowNode {
	seen := map[*flowNode]bool{}
	var parts [][]*flowNode
	for _, n := range f.order {
		if seen[n] {
			continue
		}
		var part []*flowNode
		for queue := []*flowNode{n}; len(queue) > 0; {
			m := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			if seen[m] {
				continue
			}
			seen[m] = true
			part = append(part, m)
			queue = append(append(queue, m.before...), m.after...)
		}
		slices.SortFunc(part, func(a, b *flowNode) int { return cmp.Or(cmp.Compare(a.column, b.column), f.byName(a, b)) })
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, f.comparedParts)
	return parts
}

func (f *flow) comparedParts(a, b []*flowNode) int {
	without := func(part []*flowNode) int {
		if lawless(part) {
			return 1
		}
		return 0
	}
	return cmp.Or(without(a)-without(b), b[0].kind.Lane*without(b)-a[0].kind.Lane*without(a),
		cmp.Compare(threadsOf(b), threadsOf(a)), f.byName(a[0], b[0]))
}

// lawless tells a part whose threads begin where no law is named.
func lawless(part []*flowNode) bool {
	return !slices.ContainsFunc(part, func(n *flowNode) bool { return n.class == laws && n.way == nil })
}

func threadsOf(part []*flowNode) int {
	n := 0
	for _, p := range part {
		if len(p.before) == 0 {
			n += p.threads
		}
	}
	return n
}

// layoutPart lays a part out from a height down and answers how high it is.
func (f *flow) layoutPart(part []*flowNode, number int, top float64) float64 {
	columns := make([][]*flowNode, f.frame.columns)
	for _, n := range part {
		n.part = number
		columns[n.column] = append(columns[n.column], n)
	}
	uncross(columns)
	for _, column := range columns {
		f.sortFolded(column)
	}
	f.settle(columns)
	low, high := math.Inf(1), math.Inf(-1)
	for _, n := range part {
		low, high = math.Min(low, n.y), math.Max(high, n.y+n.h)
	}
	for _, n := range part {
		n.y = rounded(n.y-low+top, 100)
	}
	return rounded(high-low, 100)
}

// sortFolded puts a column of which a part is drawn as one in the order of the
// names, that part last: whatever the order, it is crossed by many links.
func (f *flow) sortFolded(column []*flowNode) {
	if !drawnAsOne(column) {
		return
	}
	rank := func(n *flowNode) int { return btoi(n.way != nil) + 2*btoi(n.others > 0) }
	slices.SortStableFunc(column, func(a, b *flowNode) int {
		if c := cmp.Compare(rank(a), rank(b)); c != 0 || rank(a) > 0 {
			return c
		}
		return f.byName(a, b)
	})
}

// drawnAsOne tells a column of which a part is.
func drawnAsOne(column []*flowNode) bool {
	return slices.ContainsFunc(column, func(n *flowNode) bool { return n.others > 0 })
}

// uncross orders each column by the middle of its neighbours, to and fro, and
// keeps the order with the fewest crossings (Sugiyama, Tagawa and Toda 1981).
// Every second pair of sweeps turns round what stands level, since a tie that
// is kept may hold a crossing for good.
func uncross(columns [][]*flowNode) {
	place := func() map[*flowNode]float64 {
		at := map[*flowNode]float64{}
		for _, column := range columns {
			for i, n := range column {
				at[n] = float64(i)
			}
		}
		return at
	}
	best, fewest := cloned(columns), crossings(columns, place())
	for sweep := range flowSweeps {
		for i := range columns {
			c, near := i, func(n *flowNode) []*flowNode { return n.before }
			if sweep%2 == 1 {
				c, near = len(columns)-1-i, func(n *flowNode) []*flowNode { return n.after }
			}
			at := place()
			if sweep%4 > 1 {
				slices.Reverse(columns[c])
			}
			slices.SortStableFunc(columns[c], func(a, b *flowNode) int {
				return cmp.Compare(middle(near(a), at, at[a]), middle(near(b), at, at[b]))
			})
		}
		if n := crossings(columns, place()); n < fewest {
			best, fewest = cloned(columns), n
		}
	}
	copy(columns, best)
}

func cloned(columns [][]*flowNode) [][]*flowNode {
	out := make([][]*flowNode, len(columns))
	for i, c := range columns {
		out[i] = slices.Clone(c)
	}
	return out
}

func middle(near []*flowNode, at map[*flowNode]float64, usual float64) float64 {
	if len(near) == 0 {
		return usual
	}
	sum := 0.0
	for _, n := range near {
		sum += at[n]
	}
	return sum / float64(len(near))
}

// crossings counts the pairs of links that cross between neighbouring columns.
func crossings(columns [][]*flowNode, at map[*flowNode]float64) int {
	count := 0
	for _, column := range columns {
		var ends [][2]float64
		for _, n := range column {
			for _, to := range n.after {
				ends = append(ends, [2]float64{at[n], at[to]})
			}
		}
		for i, a := range ends {
			for _, b := range ends[i+1:] {
				if float64((a[0]-b[0])*(a[1]-b[1])) < 0 {
					count++
				}
			}
		}
	}
	return count
}

// settle moves the nodes of each column towards the middle of what they are
// joined to, as near as their order and the gaps allow.
func (f *flow) settle(columns [][]*flowNode) {
	for _, column := range columns {
		y := 0.0
		for i, n := range column {
			n.y = y
			if i+1 < len(column) {
				y += n.h + f.gap(n, column[i+1])
			}
		}
	}
	for sweep := range 2 * flowSweeps {
		for i := range columns {
			c := i
			if sweep%2 == 1 {
				c = len(columns) - 1 - i
			}
			if !drawnAsOne(columns[c]) { // that stands at the top, whole
				f.settleColumn(columns[c])
			}
		}
	}
}

func (f *flow) settleColumn(column []*flowNode) {
	wanted, shifts := make([]float64, len(column)), make([]float64, len(column))
	shift := 0.0
	for i, n := range column {
		wanted[i], shifts[i] = wantedTop(n)-shift, shift
		if i+1 < len(column) {
			shift += n.h + f.gap(n, column[i+1])
		}
	}
	for i, y := range rising(wanted) {
		column[i].y = y + shifts[i]
	}
}

// gap is what is kept between two neighbours of a column: room for a line of
// words, which links that pass do not need.
func (f *flow) gap(a, b *flowNode) float64 {
	if f.folded && a.way != nil && b.way != nil {
		return flowPass
	}
	return f.frame.gap
}

// wantedTop is where a node would stand if it were alone.
func wantedTop(n *flowNode) float64 {
	sum, weight := 0.0, 0.0
	for _, list := range [][]*flowNode{n.before, n.after} {
		for _, m := range list {
			w := float64(min(n.threads, m.threads)) * stiffness(n, m)
			sum += float64(w * (m.y + m.h/2))
			weight += w
		}
	}
	if weight == 0 {
		return n.y
	}
	return sum/weight - n.h/2
}

// stiffness keeps long links straight: between two waypoints most.
func stiffness(a, b *flowNode) float64 {
	switch {
	case a.way != nil && b.way != nil:
		return 8
	case a.way != nil || b.way != nil:
		return 2
	}
	return 1
}

// rising is the nearest sequence, by least squares, that never falls: pool
// adjacent violators.
func rising(wanted []float64) []float64 {
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	for _, w := range wanted {
		p := pool{w, 1}
		for len(pools) > 0 && pools[len(pools)-1].sum/float64(pools[len(pools)-1].n) > p.sum/float64(p.n) {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			p = pool{p.sum + last.sum, p.n + last.n}
		}
		pools = append(pools, p)
	}
	out := make([]float64, 0, len(wanted))
	for _, p := range pools {
		for range p.n {
			out = append(out, p.sum/float64(p.n))
		}
	}
	return out
}
