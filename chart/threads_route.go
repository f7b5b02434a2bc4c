package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// What a curve must not do, and what it should rather not: the cost of running
// over a name, over another's mark, and of its shape.
const (
	overName     = 1000.0
	overMark     = 120.0
	overOwn      = 2.0 // the mark of another stage in its own row
	hookCost     = 3.0
	shapeCost    = 4.0
	cornerRadius = 12.0
	clearance    = 3.0
)

// way is a curve from a mark to a mark: down (or up) the vertical of its
// beginning to a, across to that of its end at b, and on to the end. A detour
// goes across to a vertical of its own first, and at a2 to b2 to that of the
// end. A hook goes down the first vertical all the way and runs into its end
// from the side.
type way struct {
	x1, y1, x2, y2 float64
	a, b           float64
	xm, a2, b2     float64
	hook, detour   bool
}

// x is where a way without a hook is at a height between its ends: where it
// joins a vertical its tangent is upright.
func (w *way) x(y float64) float64 {
	if !w.detour {
		return swing(w.x1, w.x2, w.a, w.b, y)
	}
	if (y-w.b)*(w.b-w.a) < 0 {
		return swing(w.x1, w.xm, w.a, w.b, y)
	}
	return swing(w.xm, w.x2, w.a2, w.b2, y)
}

// swing goes from one vertical to another between two heights: the cubic whose
// control points stand at thirds of the height.
func swing(x1, x2, a, b, y float64) float64 {
	if a == b {
		return x2
	}
	t := min(max((y-a)/(b-a), 0), 1)
	return x1 + float64((x2-x1)*float64(t*t*(3-float64(2*t))))
}

// across is what a way can touch from left to right.
func (w *way) across() (left, right float64) {
	left, right = min(w.x1, w.x2), max(w.x1, w.x2)
	if w.detour {
		left, right = min(left, w.xm), max(right, w.xm)
	}
	return left - clearance, right + clearance
}

// bends is a way as the options tell it.
func (w *way) bends() []float64 {
	switch {
	case w.hook:
		return []float64{}
	case w.detour:
		return []float64{w.a, w.b, w.xm, w.a2, w.b2}
	}
	return []float64{w.a, w.b}
}

// hits tells whether a way runs over a box.
func (w *way) hits(b rect) bool {
	top, bottom := min(w.y1, w.y2), max(w.y1, w.y2)
	y0, y1 := max(b.y0, top), min(b.y1, bottom)
	if y0 > y1 {
		return false
	}
	if w.hook {
		upright := w.x1 > b.x0-clearance && w.x1 < b.x1+clearance
		across := w.y2 >= b.y0-1 && w.y2 <= b.y1+1 && max(w.x1, w.x2) > b.x0 && min(w.x1, w.x2) < b.x1
		return upright || across
	}
	from, to := w.x(y0), w.x(y1)
	lo, hi := min(from, to), max(from, to)
	if w.detour && y0 <= max(w.b, w.a2) && y1 >= min(w.b, w.a2) {
		lo, hi = min(lo, w.xm), max(hi, w.xm)
	}
	return hi > b.x0-clearance && lo < b.x1+clearance
}

// route finds the cheapest way for a curve.
func (p *plan) route(c int) {
	t := &p.curve[c]
	w := way{x1: p.leave[c], y1: p.y[t.from], x2: p.end[c], y2: p.y[t.to]}
	w.a, w.b = w.y1, w.y2
	if p.row(t.from) == p.row(t.to) || t.ruled || w.y1 == w.y2 {
		p.ways[c], p.cost[c] = w, 0
		return
	}
	if old := &p.ways[c]; old.y1 == w.y1 && old.y2 == w.y2 && old.x1 == w.x1 && p.shape[c] < easy && p.over(old, t, 1) == 0 {
		p.cost[c] = p.shape[c]
		return
	}
	if p.large() {
		w.hook = math.Abs(w.x2-w.x1) > cornerRadius+8
		p.ways[c], p.cost[c] = w, 0
		return
	}
	best, least := w, math.Inf(1)
	try := func(w way, shape float64) bool {
		if shape >= least {
			return true
		}
		if cost := shape + p.over(&w, t, least-shape); cost < least {
			best, least, p.shape[c] = w, cost, shape
		}
		return least >= 2 // good enough
	}
	lim := p.limits(w)
	p.offer(w, lim, try)
	if p.detour && least >= 14 {
		p.detours(w, try)
	}
	p.ways[c], p.cost[c] = best, least
}

// suspicious is the cost of a curve that others should make room for.
const suspicious = 16.0

// easy is the cost of a shape that is not worth another search.
const easy = 6.0

// offer goes through what is possible from the plainest on, until it is told to stop.
func (p *plan) offer(w way, lim [2]float64, try func(way, float64) bool) {
	dx, dy := math.Abs(w.x2-w.x1), math.Abs(w.y2-w.y1)
	down := 1.0
	if w.y2 < w.y1 {
		down = -1
	}
	cost := func(h float64) float64 { return float64(shapeCost*(1-h/dy)) + float64(0.5*min(dx/h, 12)) }
	if !try(w, 0.5*min(dx/dy, 12)) || dx < 1 {
		return
	}
	bend := func(a, b float64) bool {
		a, b = math.Round(a), math.Round(b)
		if h := (b - a) * down; h >= 8 && (a-w.y1)*down >= 0 && (w.y2-b)*down >= 0 && (lim[0]-a)*down >= 0 && (b-lim[1])*down >= 0 {
			w.a, w.b = a, b
			return try(w, cost(h))
		}
		return true
	}
	for _, h := range []float64{0.75 * dy, 0.5 * dy, 120, 66, 33} {
		if !bend(w.y1, w.y1+float64(down*h)) || !bend(w.y2-float64(down*h), w.y2) {
			return
		}
	}
	hook := w
	hook.hook = true
	if dx > cornerRadius+8 && (lim[0]-w.y2)*down >= 0 && !try(hook, hookCost) {
		return
	}
	for _, y := range p.bounds {
		for _, h := range []float64{33, 11} {
			if !bend(y-float64(down*h), y+float64(down*h)) {
				return
			}
		}
	}
}

// limits are how far the vertical of the beginning is free of names, and from
// where on that of the end is.
func (p *plan) limits(w way) [2]float64 {
	lim := [2]float64{w.y2, w.y1}
	down := w.y2 > w.y1
	for _, row := range p.rows {
		for _, i := range row {
			for _, b := range p.boxes[i] {
				if b.y1 < min(w.y1, w.y2) || b.y0 > max(w.y1, w.y2) {
					continue
				}
				top, bottom := b.y0, b.y1
				if !down {
					top, bottom = bottom, top
				}
				if w.x1 > b.x0-clearance && w.x1 < b.x1+clearance && (top < lim[0]) == down {
					lim[0] = top
				}
				if w.x2 > b.x0-clearance && w.x2 < b.x1+clearance && (bottom > lim[1]) == down {
					lim[1] = bottom
				}
			}
		}
	}
	return lim
}

// free tells whether a vertical is free of names between two heights.
func (p *plan) free(x, y0, y1 float64) bool {
	y0, y1 = min(y0, y1), max(y0, y1)
	for _, row := range p.rows {
		if len(row) == 0 || p.y[row[0]] < y0-tallHeight || p.y[row[0]] > y1+tallHeight {
			continue
		}
		for _, i := range row {
			for _, b := range p.boxes[i] {
				if x > b.x0-clearance && x < b.x1+clearance && b.y1 > y0 && b.y0 < y1 {
					return false
				}
			}
		}
	}
	return true
}

// detours goes through verticals beside those of the two ends.
func (p *plan) detours(w way, try func(way, float64) bool) {
	dy := math.Abs(w.y2 - w.y1)
	down := 1.0
	if w.y2 < w.y1 {
		down = -1
	}
	w.detour = true
	for _, first := range []float64{22, 52} {
		for _, last := range []float64{22, 52} {
			if first+last > dy-2 {
				continue
			}
			w.a, w.b = w.y1, math.Round(w.y1+float64(down*first))
			w.a2, w.b2 = math.Round(w.y2-float64(down*last)), w.y2
			for _, off := range []float64{14, 28, 46, 70, 100, 140, 190} {
				for _, xm := range []float64{w.x1 - off, w.x1 + off, w.x2 - off, w.x2 + off} {
					w.xm = math.Round(xm)
					if w.xm < 4 || w.xm > p.width+marginWidth-4 || math.Abs(w.xm-w.x1) < 4 || math.Abs(w.xm-w.x2) < 4 {
						continue
					}
					if !p.free(w.xm, w.b, w.a2) {
						continue
					}
					wide := math.Abs(w.xm-w.x1)/first + math.Abs(w.x2-w.xm)/last
					if !try(w, 14+float64(0.14*off)+float64(1.2*wide)) {
						return
					}
				}
			}
		}
	}
}

// over adds up what a way runs over, up to a limit.
func (p *plan) over(w *way, t *tie, limit float64) float64 {
	top, bottom := min(w.y1, w.y2)-tallHeight, max(w.y1, w.y2)+tallHeight
	left, right := w.across()
	own := [2]int{p.row(t.from), p.row(t.to)}
	cost := 0.0
	for _, row := range p.rows {
		if len(row) == 0 || p.y[row[0]] < top || p.y[row[0]] > bottom {
			continue
		}
		for _, i := range row {
			for _, b := range p.boxes[i] {
				if b.x0 < right && b.x1 > left && w.hits(b) {
					cost += overName
				}
			}
			if p.extent[i][0]-8 < right && p.extent[i][1]+8 > left {
				cost += p.overMarks(w, t, i, own)
			}
			if cost >= limit {
				return cost
			}
		}
	}
	return cost
}

func (p *plan) overMarks(w *way, t *tie, i int, own [2]int) float64 {
	cost := overMark
	if i == own[0] || i == own[1] {
		cost = overOwn
	}
	n := 0.0
	if i != t.from && i != t.to && w.hits(p.around(i, 8)) {
		n++
	}
	for _, k := range p.marks[i].Stages {
		if k != t.from && k != t.to && w.hits(p.around(k, 5)) {
			n++
		}
	}
	return float64(n * cost)
}

// around is the box of a mark.
func (p *plan) around(k int, half float64) rect {
	return rect{p.xs[k] - half, p.xs[k] + half, p.y[k] - half, p.y[k] + half}
}

// total settles and routes everything and says what it costs: a curve that
// several threads share counts for as many, up to four.
func (p *plan) total() float64 {
	p.settle()
	sum := float64(p.height * 0.05)
	for c := range p.curve {
		p.route(c)
		sum += float64(p.cost[c] * float64(min(max(p.curve[c].count, 1), 4)))
	}
	for _, order := range p.order {
		for _, i := range order {
			sum += sideCost[p.side[i]]
		}
	}
	return sum
}

// crossings counts the names that curves run over.
func (p *plan) crossings() int {
	n := 0
	for _, cost := range p.cost {
		n += int(cost / overName)
	}
	return n
}

// many is from how many curves times things on a plan is not improved and curves
// take the plainest way: the page shows a part of it at a time.
const many = 40_000

func (p *plan) large() bool { return len(p.curve)*len(p.marks) > many }

// effort is how many plans are tried, fewer where there are many curves.
func (p *plan) effort() int { return min(1000, 60_000/max(1, len(p.curve))) }

// improve tries other sides of names and other places of rows, around what is in
// each other's way, until plain curves run over as little as possible; what is
// left goes round about. Late acceptance hill climbing (Burke and Bykov, 2017), with
// a generator of its own, so that the same data give the same picture.
func (p *plan) improve() {
	if p.large() {
		p.total()
		return
	}
	plans, costs := make([]*plan, starts), make([]float64, starts)
	parallel(starts, func(i int) {
		q := p.threadScene.plan(p.width, p.packed)
		q.climb(q.effort(), uint64(i))
		q.detour = true
		plans[i], costs[i] = q, q.climb(q.effort()/5, uint64(i))
	})
	*p = *plans[slices.Index(costs, slices.Min(costs))]
	for round := range uint64(mostRounds) {
		if p.crossings() == 0 {
			return
		}
		p.climb(p.effort()/5, starts+round)
		p.most = max(leastLabel, math.Round(p.most*0.9))
	}
	p.total()
}

// A plan in which curves still run over names is taken up again, so often, each
// time with shorter names.
const (
	starts     = 3 // plans of which the cheapest is kept
	mostRounds = 8
	leastLabel = 72.0
)

// climb tries so many plans, leaves the best and says what it costs.
func (p *plan) climb(effort int, seed uint64) float64 {
	random := rand.New(rand.NewPCG(seed, uint64(p.width)))
	now := p.total()
	best, kept := now, p.layout()
	late := make([]float64, 24)
	for i := range late {
		late[i] = now
	}
	for n := range effort {
		list := p.suspects()
		if len(list) == 0 {
			break
		}
		before := p.layout()
		p.move(list[random.IntN(min(len(list), 12))], random)
		next := p.total()
		if next > now && next > late[n%len(late)] {
			p.restore(before)
			continue // costs and ways are of the plan that was refused; the next total puts them right
		}
		now = next
		late[n%len(late)] = now
		if now < best {
			best, kept = now, p.layout()
		}
	}
	p.restore(kept)
	return p.total()
}

// layout is what a plan chooses.
type layout struct {
	side  []byte
	order [][]int
}

func (p *plan) layout() layout {
	l := layout{side: slices.Clone(p.side)}
	for _, order := range p.order {
		l.order = append(l.order, slices.Clone(order))
	}
	return l
}

func (p *plan) restore(l layout) { p.side, p.order = l.side, l.order }

// move gives a name another side, or its row another place in the lane.
func (p *plan) move(i int, random *rand.Rand) {
	sides := [...]byte{rightOf, leftOf, behind, before, above}
	if side := sides[random.IntN(len(sides))]; random.IntN(3) > 0 && side != p.side[i] && p.allowed(i, side) {
		p.side[i] = side
		return
	}
	for l := range p.order {
		at := slices.Index(p.order[l], i)
		if at < 0 || len(p.order[l]) < 2 {
			continue
		}
		to := random.IntN(len(p.order[l]))
		p.order[l] = slices.Insert(slices.Delete(p.order[l], at, at+1), to, i)
		return
	}
}

// suspects are the rows that the costliest curve runs over, then those at the
// ends of curves that run over something, in the order of the chart.
func (p *plan) suspects() []int {
	worst := -1
	rank := make([]int, len(p.marks)) // 0: none
	for c, cost := range p.cost {
		if cost < suspicious {
			continue
		}
		rank[p.row(p.curve[c].from)], rank[p.row(p.curve[c].to)] = 1, 1
		if worst < 0 || cost > p.cost[worst] {
			worst = c
		}
	}
	if worst < 0 {
		return nil
	}
	w := &p.ways[worst]
	var list []int
	for _, row := range p.rows {
		for _, i := range row {
			if slices.ContainsFunc(p.boxes[i], w.hits) || w.hits(p.around(i, 8)) {
				rank[i] = 2
			}
			if rank[i] > 0 {
				list = append(list, i)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return rank[b] - rank[a] })
	return list
}

// parallel runs n independent tasks; their order does not matter.
func parallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { do(i) })
	}
	wait.Wait()
}
