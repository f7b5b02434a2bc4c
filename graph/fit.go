package graph

import (
	"math"
	"slices"
)

// directions are unit vectors every 15 degrees of a half turn, as constants:
// sines differ between processors.
var directions = [][2]float64{
	{1, 0}, {0.9659258262890683, 0.25881904510252074}, {0.8660254037844387, 0.5},
	{0.7071067811865476, 0.7071067811865476}, {0.5, 0.8660254037844387}, {0.25881904510252074, 0.9659258262890683},
	{0, 1}, {-0.25881904510252074, 0.9659258262890683}, {-0.5, 0.8660254037844387},
	{-0.7071067811865476, 0.7071067811865476}, {-0.8660254037844387, 0.5}, {-0.9659258262890683, 0.25881904510252074},
}

const (
	stretch   = 2.2   // a drawing is stretched at most so much more one way than the other
	roomiest  = 130.0 // px that the mean line is drawn long at most
	judgeable = 400   // up to this size a turn is judged by the labels it lets stand
)

// arrange draws a component and fits it into its room, turned to where the
// fewest labels collide.
func (s *sketch) arrange(r room, seed uint64) points {
	g := r.ways
	random := seeded(seed)
	flat := relax(len(r.nodes), slices.Clone(r.terms), &random)
	best, least := points{}, math.Inf(1)
	for _, d := range directions {
		p := g.fit(flat.turned(d), s.inner(r))
		if c := s.clashes(r, p); c < least {
			best, least = p, c
		}
	}
	return best
}

// inner leaves room for marks along the walls.
func (s *sketch) inner(r room) Box {
	side := 0.0
	for _, v := range r.nodes {
		side = max(side, s.blank[v].Size)
	}
	side = side/2 + 4
	b := r.box
	b.Left, b.Right = b.Left+min(side, (b.Right-b.Left)/4), b.Right-min(side, (b.Right-b.Left)/4)
	b.Top, b.Bottom = b.Top+min(side, (b.Bottom-b.Top)/4), b.Bottom-min(side, (b.Bottom-b.Top)/4)
	return b
}

func (p points) turned(d [2]float64) points {
	q := points{make([]float64, len(p.x)), make([]float64, len(p.x))}
	for i := range p.x {
		q.x[i] = float64(p.x[i]*d[0]) - float64(p.y[i]*d[1])
		q.y[i] = float64(p.x[i]*d[1]) + float64(p.y[i]*d[0])
	}
	return q
}

// fit scales points into a box, stretching within limits, and centres them.
func (g springs) fit(p points, b Box) points {
	left, right := extent(p.x)
	top, bottom := extent(p.y)
	sx, sy := scaleTo(right-left, b.Right-b.Left), scaleTo(bottom-top, b.Bottom-b.Top)
	sx, sy = min(sx, float64(sy*stretch)), min(sy, float64(sx*stretch))
	if most := roomiest / g.meanLine(p); len(p.x) < 60 {
		sx, sy = min(sx, float64(most*1.3)), min(sy, most)
	}
	for i := range p.x {
		p.x[i] = (b.Left+b.Right)/2 + float64((p.x[i]-(left+right)/2)*sx)
		p.y[i] = (b.Top+b.Bottom)/2 + float64((p.y[i]-(top+bottom)/2)*sy)
	}
	return p
}

func scaleTo(size, room float64) float64 { return room / max(size, 1e-6) }

func extent(list []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, x := range list {
		low, high = min(low, x), max(high, x)
	}
	return low, high
}

func (g springs) meanLine(p points) float64 {
	sum := 0.0
	for v := range int32(len(p.x)) {
		for _, w := range g.of(v) {
			sum += distance(p.x[v]-p.x[w], p.y[v]-p.y[w])
		}
	}
	return max(1e-6, sum/max(1, float64(len(g.list))))
}

// clashes counts the pairs of marks that stand within a label's box of each
// other.
func (s *sketch) clashes(r room, p points) float64 {
	if len(p.x) > judgeable {
		left, right := extent(p.x)
		top, bottom := extent(p.y)
		return -float64((right - left) * (bottom - top)) // fill the room
	}
	count := 0.0
	for i := range p.x {
		for j := range i {
			dx, dy := math.Abs(p.x[i]-p.x[j]), math.Abs(p.y[i]-p.y[j])
			if wide := 20 + s.blank[r.nodes[j]].TextWidth; dx < wide && dy < labelHeight+3 {
				count += float64((1 - dx/wide) * (1 - dy/(labelHeight+3)))
			}
		}
	}
	return count
}

// contain draws a component together where pushing its labels apart has sent
// marks over the edge of the canvas.
func (s *sketch) contain(r room, at []Placed) {
	x, y := make([]float64, len(r.nodes)), make([]float64, len(r.nodes))
	side := 0.0
	for i, v := range r.nodes {
		x[i], y[i] = at[v].X, at[v].Y
		side = max(side, at[v].Size/2)
	}
	into(x, side, s.o.Width-side)
	into(y, side, s.height-side)
	for i, v := range r.nodes {
		at[v].X, at[v].Y = hundredths(x[i]), hundredths(y[i])
	}
}

// into maps the list onto the part of low..high that it reaches beyond.
func into(list []float64, low, high float64) {
	least, most := extent(list)
	if least >= low && most <= high {
		return
	}
	from := min(max(least, low), high)
	to := max(from, min(most, high))
	for i := range list {
		list[i] = from + float64((list[i]-least)*((to-from)/max(most-least, 1e-9)))
	}
}
