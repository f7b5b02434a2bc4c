package chart

import "math"

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
	leastSwing   = 4.0 // from the vertical of an end to that of a detour
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
	return min(w.x1, w.x2) - clearance, max(w.x1, w.x2) + clearance
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
func (w *way) hits(b *rect) bool {
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

// shifted is a way farther down.
func (w way) shifted(d float64) way {
	w.y1, w.y2, w.a, w.b = w.y1+d, w.y2+d, w.a+d, w.b+d
	if w.detour {
		w.a2, w.b2 = w.a2+d, w.b2+d
	}
	return w
}

// direct is a curve straight from its beginning to its end.
func (p *plan) direct(c int) way {
	t := &p.curve[c]
	w := way{x1: p.leave[c], y1: p.y[t.from], x2: p.end[c], y2: p.y[t.to]}
	w.a, w.b = w.y1, w.y2
	return w
}

// plain gives a curve its way where that needs no search; else false. The way of
// the picture before is taken over where nothing has changed beside it, or where
// it is easy and free.
func (p *plan) plain(c int) bool {
	t, w := &p.curve[c], p.direct(c)
	if p.row(t.from) == p.row(t.to) || t.ruled || w.y1 == w.y2 {
		p.ways[c], p.cost[c], p.shape[c] = w, 0, 0
		return true
	}
	if p.large() {
		w.hook = math.Abs(w.x2-w.x1) > cornerRadius+8
		p.ways[c], p.cost[c] = w, 0
		return true
	}
	return p.keep(c, &w)
}

// route finds the cheapest way for a curve.
func (p *plan) route(c int) {
	t, w := &p.curve[c], p.direct(c)
	best, least := w, math.Inf(1)
	try := func(w way, shape float64) bool {
		if shape >= least {
			return true
		}
		if cost := shape + p.search.over(&w, least-shape); cost < least {
			best, least, p.shape[c] = w, cost, shape
		}
		return least >= 2 // good enough
	}
	p.look(&w, t)
	p.offer(w, p.limits(w), try)
	if p.detour && least >= 14 {
		if old := p.last.ways[c].shifted(w.y1 - p.last.ways[c].y1); old.detour && old.x1 == w.x1 && old.x2 == w.x2 && old.y2 == w.y2 {
			try(old, p.last.shape[c])
		}
		p.detours(w, &least, try)
	}
	p.ways[c], p.cost[c] = best, least
}

// keep takes over the way of the picture before, moved with its rows.
func (p *plan) keep(c int, w *way) bool {
	old, t := &p.last.ways[c], &p.curve[c]
	d := w.y1 - old.y1
	if old.y2+d != w.y2 || old.x1 != w.x1 || old.x2 != w.x2 {
		return false
	}
	if p.search.same(p.rowOf[p.row(t.from)], p.rowOf[p.row(t.to)]) {
		p.ways[c], p.cost[c], p.shape[c] = old.shifted(d), p.last.cost[c], p.last.shape[c]
		return true
	}
	if p.last.shape[c] >= easy {
		return false
	}
	moved := old.shifted(d)
	p.look(&moved, t)
	if p.search.over(&moved, 1) > 0 {
		return false
	}
	p.ways[c], p.cost[c], p.shape[c] = moved, p.last.shape[c], p.last.shape[c]
	return true
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
	for k := range p.search.names {
		b := &p.search.names[k]
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
	return lim
}

// The offsets of the verticals of detours from those of the two ends, and the
// heights in which a detour goes over to its vertical and from it.
var (
	offsets  = [...]float64{14, 28, 46, 70, 100, 140, 190, 250, 320}
	passages = [...][2]float64{{52, 52}, {52, 22}, {22, 52}, {22, 22}}
)

// detours goes through verticals between those of the two ends: a line never
// goes back in time on its way, nor past its end and back.
func (p *plan) detours(w way, least *float64, try func(way, float64) bool) {
	w.detour = true
	for _, off := range offsets {
		if 14+float64(0.14*off) >= *least {
			return
		}
		for _, xm := range [...]float64{w.x1 - off, w.x1 + off, w.x2 - off, w.x2 + off} {
			w.xm = math.Round(xm)
			if w.xm < min(w.x1, w.x2)+leastSwing || w.xm > max(w.x1, w.x2)-leastSwing {
				continue
			}
			if !p.through(w, 14+float64(0.14*off), least, try) {
				return
			}
		}
	}
}

// through goes over to a vertical and from it in all heights that there are.
func (p *plan) through(w way, shape float64, least *float64, try func(way, float64) bool) bool {
	dy := math.Abs(w.y2 - w.y1)
	down := 1.0
	if w.y2 < w.y1 {
		down = -1
	}
	if core := passages[0][0]; 2*core < dy && !p.search.free(w.xm, w.y1+float64(down*core), w.y2-float64(down*core)) {
		return true
	}
	for _, h := range passages {
		if h[0]+h[1] > dy-2 {
			continue
		}
		cost := shape + float64(1.2*(math.Abs(w.xm-w.x1)/h[0]+math.Abs(w.x2-w.xm)/h[1]))
		if cost >= *least {
			continue
		}
		w.a, w.b = w.y1, math.Round(w.y1+float64(down*h[0]))
		w.a2, w.b2 = math.Round(w.y2-float64(down*h[1])), w.y2
		if p.search.free(w.xm, w.b, w.a2) && !try(w, cost) {
			return false
		}
	}
	return true
}

// around is the box of a mark.
func (p *plan) around(k int, half float64) rect {
	return rect{p.xs[k] - half, p.xs[k] + half, p.y[k] - half, p.y[k] + half}
}
