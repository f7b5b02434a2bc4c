package graph

import "math"

// name decides which labels show, by falling degree: each takes the side where
// it covers no mark and no shown label and is crossed by the fewest lines. Those
// of the highest degree must show; where they cannot, what is in their way is
// moved.
func (s *sketch) name(placed []Placed) {
	for range 6 {
		missing := s.choose(placed)
		if len(missing) == 0 {
			return
		}
		s.clearFor(placed)
	}
	s.choose(placed)
}

// choose answers with the nodes that must show and do not.
func (s *sketch) choose(placed []Placed) []int32 {
	taken := newShelf(s.o.Width, s.height)
	for i := range placed {
		placed[i].Show = false
		taken.put(placed[i].Mark(), int32(i))
	}
	var missing []int32
	for rank, v := range s.priority {
		side, ok := s.freeSide(v, placed, taken)
		if ok {
			placed[v].Label, placed[v].Show = side, true
			taken.put(labelBox(placed[v], side).grown(1), -1)
		} else if rank < s.o.Named {
			missing = append(missing, v)
		}
	}
	return missing
}

// air in px keeps other marks off a name that must show: it stands nearer to its
// own mark than to any other.
const air = 4.0

func (b Box) grown(by float64) Box {
	return Box{b.Left - by, b.Top - by, b.Right + by, b.Bottom + by}
}

func (s *sketch) freeSide(v int32, placed []Placed, taken *shelf) (Side, bool) {
	best, least := placed[v].Label, math.Inf(1)
	floor := s.height
	if placed[v].Y < s.strip.top {
		floor = s.strip.top
	}
	if placed[v].TextWidth == 0 {
		return best, false
	}
	room := 0.0
	if s.must[v] {
		room = air - 1
	}
	for side := Right; side <= Above; side++ {
		box := labelBox(placed[v], side)
		if box.Left < 0 || box.Top < 0 || box.Right > s.o.Width || box.Bottom > floor || taken.covers(box.grown(room), v) {
			continue
		}
		c := float64(s.lines(box, v, placed)) + float64(float64(side)*0.4)
		if side == placed[v].Label {
			c -= 0.7
		}
		if c < least {
			best, least = side, c
		}
	}
	return best, !math.IsInf(least, 1)
}

// lines counts the lines that run through a box. Large networks are not
// counted: their lines are everywhere.
func (s *sketch) lines(box Box, v int32, placed []Placed) int {
	if len(s.edges) > 1500 {
		return 0
	}
	count := 0
	for _, e := range s.edges {
		if box.crossed(placed[e[0]], placed[e[1]]) {
			count++
		}
	}
	return count
}

// crossed tells whether the line between two marks meets the box.
func (b Box) crossed(p, q Placed) bool {
	if max(p.X, q.X) < b.Left || min(p.X, q.X) > b.Right ||
		max(p.Y, q.Y) < b.Top || min(p.Y, q.Y) > b.Bottom {
		return false
	}
	corner := [4]Placed{{X: b.Left, Y: b.Top}, {X: b.Right, Y: b.Top}, {X: b.Right, Y: b.Bottom}, {X: b.Left, Y: b.Bottom}}
	first := turn(p, q, corner[0])
	for _, c := range corner[1:] {
		if turn(p, q, c) != first {
			return true
		}
	}
	return false
}

// clearFor makes room for the labels that must show: their boxes push each
// other and every mark away, and are themselves hardly moved.
func (s *sketch) clearFor(placed []Placed) {
	must := s.must
	for _, r := range s.rooms {
		bodies := make([]body, len(r.nodes))
		for i, v := range r.nodes {
			bodies[i] = body{x: placed[v].X, y: placed[v].Y, mass: 1}
			if must[v] {
				bodies[i].mass, bodies[i].air = 20, air
			}
			bodies[i].wrap(placed[v], placed[v].Label, must[v])
		}
		s.flip(r, bodies, placed, must)
		push(bodies, r.box, 200)
		for i, v := range r.nodes {
			placed[v].X, placed[v].Y = hundredths(bodies[i].x), hundredths(bodies[i].y)
		}
		s.contain(r, placed)
	}
}

// shelf finds the boxes near a box by a grid of cells.
type shelf struct {
	across, down int
	cells        [][]shelved
}

type shelved struct {
	box  Box
	mark int32 // whose mark it is; -1 for a label
}

const cellSize = 40.0

func newShelf(width, height float64) *shelf {
	s := &shelf{across: int(width/cellSize) + 1, down: int(height/cellSize) + 1}
	s.cells = make([][]shelved, s.across*s.down)
	return s
}

// span is the range of cells that a box touches.
func (s *shelf) span(b Box) (x0, x1, y0, y1 int) {
	return cell(b.Left, s.across), cell(b.Right, s.across), cell(b.Top, s.down), cell(b.Bottom, s.down)
}

func cell(at float64, cells int) int {
	return int(max(0, min(float64(cells-1), at/cellSize)))
}

func (s *shelf) put(b Box, mark int32) {
	x0, x1, y0, y1 := s.span(b)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			s.cells[y*s.across+x] = append(s.cells[y*s.across+x], shelved{b, mark})
		}
	}
}

// covers tells whether a label of a node would touch another mark or a label.
func (s *shelf) covers(b Box, own int32) bool {
	x0, x1, y0, y1 := s.span(b)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			for _, c := range s.cells[y*s.across+x] {
				if c.mark != own && c.box.Overlaps(b) {
					return true
				}
			}
		}
	}
	return false
}
