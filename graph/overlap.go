package graph

import (
	"cmp"
	"math"
	"slices"
)

// labelled says whose labels take part in pushing apart: all, if their boxes
// fill less than half of the canvas; else by falling degree up to a quarter of it,
// because more would bend the picture for labels that do not fit anyway.
func (s *sketch) labelled() []bool {
	need := 0.0
	for _, p := range s.blank {
		need += p.room()
	}
	left := float64(s.o.Width * s.height / 2)
	if need > left {
		left = float64(left * 0.55)
	}
	yes := make([]bool, s.n.Len())
	for i, v := range s.priority {
		left -= s.blank[v].room()
		yes[v] = left >= 0 || i < s.o.Named
	}
	return yes
}

// room is the area in px² that a mark with its label takes up.
func (p Placed) room() float64 {
	return float64((p.TextWidth + p.Size + 8) * (labelHeight + 4))
}

// body is a mark with its label as one box around a point that can be pushed.
type body struct {
	x, y                     float64
	left, right, top, bottom float64 // of the box, from the point
	mass                     float64
	air                      float64 // around the label
}

func (b *body) wrap(p Placed, side Side, label bool) {
	h := p.Size/2 + 2
	b.left, b.right, b.top, b.bottom = h, h, h, h
	if !label {
		return
	}
	b.top, b.bottom = max(h, labelHeight/2+1+b.air), max(h, labelHeight/2+1+b.air)
	reach := p.Size/2 + labelGap + p.TextWidth + 4 + b.air
	switch side {
	case Right:
		b.right = reach
	case Left:
		b.left = reach
	default:
		b.left, b.right = max(h, p.TextWidth/2+2+b.air), max(h, p.TextWidth/2+2+b.air)
		if side == Below {
			b.bottom = h + labelHeight + b.air
		} else {
			b.top = h + labelHeight + b.air
		}
	}
}

// separate pushes the marks and labels of a room apart and writes the places.
// Labels first point away from a mark's neighbours; once things have moved they
// turn to the emptier side, and the rest is pushed again.
func (s *sketch) separate(r room, at points, placed []Placed, labelled []bool) {
	bodies := make([]body, len(r.nodes))
	for i, v := range r.nodes {
		bodies[i] = body{x: at.x[i], y: at.y[i], mass: 1 + float64(len(s.n.simple.of(v)))}
		placed[v].X, placed[v].Y = at.x[i], at.y[i]
	}
	for i, v := range r.nodes {
		placed[v].Label = s.outward(v, placed, r.box)
		bodies[i].wrap(placed[v], placed[v].Label, labelled[v])
	}
	for turn := range 3 {
		push(bodies, r.box, 120)
		for i, v := range r.nodes {
			placed[v].X, placed[v].Y = bodies[i].x, bodies[i].y
		}
		if turn < 2 {
			s.flip(r, bodies, placed, labelled)
		}
	}
	s.unstack(r, bodies, placed)
}

// unstack leaves no mark upon another, whatever becomes of the labels.
func (s *sketch) unstack(r room, bodies []body, placed []Placed) {
	for i, v := range r.nodes {
		bodies[i].wrap(placed[v], Right, false)
	}
	push(bodies, r.box, 60)
	for i, v := range r.nodes {
		placed[v].X, placed[v].Y = bodies[i].x, bodies[i].y
	}
}

// unpile parts marks that still stand upon each other, of whatever room; where
// there are any, labels choose anew.
func (s *sketch) unpile(placed []Placed) {
	bodies := make([]body, len(placed))
	for i, p := range placed {
		h := p.Size / 2
		bodies[i] = body{x: p.X, y: p.Y, left: h, right: h, top: h, bottom: h, mass: 1}
	}
	if !piled(bodies) {
		return
	}
	for i := range bodies {
		bodies[i].wrap(placed[i], Right, false)
	}
	push(bodies, Box{0, 0, s.o.Width, s.height}, 400)
	for i, b := range bodies {
		placed[i].X, placed[i].Y = hundredths(b.x), hundredths(b.y)
	}
	s.choose(placed)
}

// piled tells whether any two bodies overlap.
func piled(bodies []body) bool {
	order := make([]int32, len(bodies))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(bodies[a].x-bodies[a].left, bodies[b].x-bodies[b].left), int(a-b))
	})
	for at, i := range order {
		for _, j := range order[at+1:] {
			if bodies[j].x-bodies[j].left >= bodies[i].x+bodies[i].right {
				break
			}
			if x, y := shared(&bodies[i], &bodies[j]); x > 0.02 && y > 0.02 {
				return true
			}
		}
	}
	return false
}

// outward is the side away from the neighbours, towards the middle at the walls.
func (s *sketch) outward(v int32, placed []Placed, b Box) Side {
	p := placed[v]
	switch {
	case p.X+p.TextWidth+p.Size > b.Right:
		return Left
	case p.X-p.TextWidth-p.Size < b.Left:
		return Right
	}
	sum := 0.0
	for _, w := range s.n.simple.of(v) {
		sum += placed[w].X - p.X
	}
	if sum > 0 {
		return Left
	}
	return Right
}

// flip turns each label to the side where it overlaps least.
func (s *sketch) flip(r room, bodies []body, placed []Placed, labelled []bool) {
	if len(bodies) > judgeable {
		return
	}
	for i, v := range r.nodes {
		if !labelled[v] {
			continue
		}
		best, least := placed[v].Label, math.Inf(1)
		for _, side := range []Side{placed[v].Label, Right, Left, Below, Above} {
			bodies[i].wrap(placed[v], side, true)
			c := crowd(bodies, i) + beyond(bodies[i], r.box)
			if side >= Below {
				c += 40
			}
			if c < least-1e-9 {
				best, least = side, c
			}
		}
		placed[v].Label = best
		bodies[i].wrap(placed[v], best, true)
	}
}

// crowd is the area in px² that a body shares with the others.
func crowd(bodies []body, i int) float64 {
	sum := 0.0
	for j := range bodies {
		if j != i {
			ox, oy := shared(&bodies[i], &bodies[j])
			if ox > 0 && oy > 0 {
				sum += float64(ox * oy)
			}
		}
	}
	return sum
}

// beyond is the area of a body outside the box.
func beyond(b body, box Box) float64 {
	out := max(0, box.Left-(b.x-b.left)) + max(0, b.x+b.right-box.Right)
	return float64(out * (b.top + b.bottom))
}

// shared is how far two bodies overlap across and down; not both positive means
// not at all.
func shared(a, b *body) (x, y float64) {
	if a.y-a.top >= b.y+b.bottom || b.y-b.top >= a.y+a.bottom {
		return 0, 0 // most pairs end here
	}
	x = min(a.x+a.right, b.x+b.right) - max(a.x-a.left, b.x-b.left)
	y = min(a.y+a.bottom, b.y+b.bottom) - max(a.y-a.top, b.y-b.top)
	return x, y
}

// push moves overlapping bodies apart along the shorter way, heavy ones less,
// until nothing overlaps or the rounds (fewer for many bodies) are over. Only bodies that follow one
// another from left to right can overlap, so they are swept in that order.
func push(bodies []body, box Box, rounds int) {
	order := make([]int32, len(bodies))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Compare(bodies[a].x-bodies[a].left, bodies[b].x-bodies[b].left)
	})
	for range max(8, rounds*judgeable/max(judgeable, len(bodies))) {
		byLeft(bodies, order)
		moved := sweep(bodies, order)
		for i := range bodies {
			bodies[i].keepIn(box)
		}
		if moved < 0.05 {
			return
		}
	}
}

// byLeft sorts by insertion: from one round to the next little changes.
func byLeft(bodies []body, order []int32) {
	for i := 1; i < len(order); i++ {
		v := order[i]
		left, j := bodies[v].x-bodies[v].left, i
		for ; j > 0; j-- {
			u := order[j-1]
			if at := bodies[u].x - bodies[u].left; at < left || at == left && u < v {
				break
			}
			order[j] = u
		}
		order[j] = v
	}
}

// slack is how far a body may have moved since the sorting without being missed.
const slack = 8.0

// sweep answers with the deepest overlap it met.
func sweep(bodies []body, order []int32) float64 {
	deepest := 0.0
	for at, i := range order {
		a := &bodies[i]
		end := a.x + a.right
		for _, j := range order[at+1:] {
			b := &bodies[j]
			if b.x-b.left > end+slack { // others may have moved since the sorting
				break
			}
			if x, y := shared(a, b); x > 0 && y > 0 {
				deepest = max(deepest, min(x, y))
				part(a, b, x, y)
			}
		}
	}
	return deepest
}

func part(a, b *body, x, y float64) {
	first := b.mass / (a.mass + b.mass)
	if y <= x {
		if centreY(a) > centreY(b) {
			y = -y
		}
		a.y -= float64(y * first)
		b.y += float64(y * (1 - first))
		return
	}
	if centreX(a) > centreX(b) {
		x = -x
	}
	a.x -= float64(x * first)
	b.x += float64(x * (1 - first))
}

func centreX(b *body) float64 { return b.x + (b.right-b.left)/2 }
func centreY(b *body) float64 { return b.y + (b.bottom-b.top)/2 }

func (b *body) keepIn(box Box) {
	b.x = within(b.x, box.Left+b.left, box.Right-b.right)
	b.y = within(b.y, box.Top+b.top, box.Bottom-b.bottom)
}

// within keeps a place between two limits, and between the two where they have
// changed sides because the room is too small.
func within(at, low, high float64) float64 {
	if low > high {
		return (low + high) / 2
	}
	return max(low, min(high, at))
}
