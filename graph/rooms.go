package graph

import (
	"slices"
)

const (
	tiny       = 3     // components up to this size stand in the strip, one node below the other
	compact    = 12    // and up to this size in the strip in a block of their own
	narrow     = 220.0 // px that a room is wide at least
	low        = 130.0 // and high
	margin     = 10.0  // kept free along the edge of the canvas
	stripRow   = 22.0
	stripShare = 0.33 // of the canvas at most
)

// room is the rectangle of one component.
type room struct {
	nodes []int32
	box   Box
	ways  springs
	terms []term
}

// furnish divides the canvas: the strip at the bottom, above it one room for
// each larger component.
func (s *sketch) furnish() {
	canvas := Box{margin, margin, s.o.Width - margin, s.height - margin}
	large, rest := s.roomy(canvas)
	s.strip = s.newStrip(rest, canvas, len(large) == 0)
	if len(rest) > 0 {
		canvas.Bottom = s.strip.top - margin
	}
	weight := make([]float64, len(large))
	for i, g := range large {
		for _, v := range g {
			weight[i] += 900 + float64(s.blank[v].TextWidth*labelHeight)
		}
	}
	for i, box := range tile(canvas, weight) {
		s.rooms = append(s.rooms, room{nodes: large[i], box: box})
	}
	s.rooms = append(s.rooms, s.strip.blocks...)
	for i := range s.rooms {
		s.rooms[i].ways = s.springsOf(s.rooms[i].nodes)
		s.rooms[i].terms = s.rooms[i].ways.terms()
	}
}

// roomy parts the components into those that get a room and those of the
// strip. The strip is for what is small beside the rest: where nothing is much
// larger, or more blocks would stand in it than it is wide, they get rooms too.
func (s *sketch) roomy(canvas Box) (large, rest [][]int32) {
	groups := s.n.Components().Groups
	least := compact
	if len(groups) > 0 && len(groups[0]) <= compact || s.blocksWidth(groups, canvas) > float64((canvas.Right-canvas.Left)*0.6) {
		least = tiny
	}
	if len(groups) > 0 && len(groups[0]) <= tiny && s.fewPieces(groups, canvas) {
		least = 1
	}
	for _, g := range groups {
		if len(g) > least {
			large = append(large, g)
		} else {
			rest = append(rest, g)
		}
	}
	return large, rest
}

func (s *sketch) blocksWidth(groups [][]int32, canvas Box) float64 {
	width := 0.0
	for _, g := range groups {
		if len(g) > tiny && len(g) <= compact {
			width += s.blockWidth(g, true, canvas) + margin
		}
	}
	return width
}

// fewPieces tells whether each joined piece can have a room with space for its
// names.
func (s *sketch) fewPieces(groups [][]int32, canvas Box) bool {
	joined := 0
	for _, g := range groups {
		if len(g) > 1 {
			joined++
		}
	}
	area := float64((canvas.Right - canvas.Left) * (canvas.Bottom - canvas.Top) * (1 - stripShare))
	return float64(joined)*narrow*low <= area
}

// tile fills a box with one box for each weight, given in falling order, in
// proportion and near to square: the squarified treemap of Bruls, Huizing and
// van Wijk (2000).
func tile(box Box, weight []float64) []Box {
	total := 0.0
	for _, w := range weight {
		total += w
	}
	var tiles []Box
	for len(weight) > 0 {
		wide, tall := box.Right-box.Left, box.Bottom-box.Top
		short := min(wide, tall)
		unit := wide * tall / total
		take, sum := 1, weight[0]
		for take < len(weight) && worst(weight[:take+1], sum+weight[take], unit, short) <= worst(weight[:take], sum, unit, short) {
			sum += weight[take]
			take++
		}
		depth := sum * unit / short
		if take < len(weight) {
			depth = leave(depth, wide, tall)
		}
		tiles = append(tiles, row(&box, weight[:take], sum, depth)...)
		total -= sum
		weight = weight[take:]
	}
	return tiles
}

// leave keeps a row from squeezing what comes after it.
func leave(depth, wide, tall float64) float64 {
	if wide >= tall {
		return max(min(depth, wide-narrow), depth/2)
	}
	return max(min(depth, tall-low), depth/2)
}

// worst is the most stretched box of a row.
func worst(weight []float64, sum, unit, short float64) float64 {
	depth := sum * unit / short
	most := 0.0
	for _, w := range weight {
		side := w * unit / depth
		most = max(most, max(side/depth, depth/side))
	}
	return most
}

// row lays the boxes along the shorter side and takes them off the box.
func row(box *Box, weight []float64, sum, depth float64) []Box {
	tiles := make([]Box, 0, len(weight))
	wide := box.Right-box.Left >= box.Bottom-box.Top
	done := 0.0
	for _, w := range weight {
		t := *box
		if wide {
			t.Right = box.Left + depth
			t.Top = box.Top + float64((box.Bottom-box.Top)*(done/sum))
			t.Bottom = box.Top + float64((box.Bottom-box.Top)*((done+w)/sum))
		} else {
			t.Bottom = box.Top + depth
			t.Left = box.Left + float64((box.Right-box.Left)*(done/sum))
			t.Right = box.Left + float64((box.Right-box.Left)*((done+w)/sum))
		}
		done += w
		tiles = append(tiles, t)
	}
	if wide {
		box.Left += depth
	} else {
		box.Top += depth
	}
	return tiles
}

// strip is the orderly part: columns of cells, the nodes of a component one below
// the other, and blocks for components that need the plane.
type strip struct {
	top     float64
	row     float64 // height of a cell
	columns []column
	blocks  []room
}

type column struct {
	left  float64
	nodes []int32 // from top to bottom
}

// newStrip finds the smallest number of rows with which everything fits the
// width. Where even the highest strip allowed is too small for labels, cells
// shrink to the marks. Alone, the strip spreads over the canvas.
func (s *sketch) newStrip(parts [][]int32, canvas Box, alone bool) strip {
	if len(parts) == 0 {
		return strip{top: s.height}
	}
	parts = slices.Clone(parts)
	rows := 1
	for i := range parts {
		parts[i] = s.chain(parts[i])
		rows = max(rows, blockRows(parts[i]))
	}
	room := canvas.Bottom - canvas.Top
	if !alone {
		room *= stripShare
	}
	t := s.fill(parts, rows, room, canvas)
	if alone {
		t.spread(canvas)
	}
	return t
}

func (s *sketch) fill(parts [][]int32, rows int, room float64, canvas Box) strip {
	cell := max(stripRow, s.largest(parts)+markGap)
	for _, labels := range []bool{true, false} {
		for r := rows; float64(float64(r)*cell) <= room; r++ {
			if t, ok := s.columns(parts, r, cell, canvas, labels); ok {
				return t
			}
		}
	}
	for ; ; cell *= 0.8 {
		if t, ok := s.columns(parts, max(1, int(room/cell)), cell, canvas, false); ok || cell < 1 {
			return t
		}
	}
}

// markGap is left between marks one below the other, so that a line between
// them is seen.
const markGap = 6.0

func (s *sketch) largest(parts [][]int32) float64 {
	size := 0.0
	for _, nodes := range parts {
		for _, v := range nodes {
			size = max(size, s.blank[v].Size)
		}
	}
	return size
}

// spread uses the height of the canvas, up to three times that of a cell for each row.
func (t *strip) spread(canvas Box) {
	rows := 0
	for _, c := range t.columns {
		rows = max(rows, len(c.nodes))
	}
	high := canvas.Bottom - canvas.Top
	t.row = max(t.row, min(float64(3*t.row), high/float64(max(1, rows))))
	t.top = canvas.Top + max(0, (high-float64(float64(rows)*t.row))/2)
}

// blockRows is the number of rows that a component needs: its labels stand in
// two columns around its lines.
func blockRows(nodes []int32) int {
	if len(nodes) <= tiny {
		return len(nodes)
	}
	return (len(nodes)+1)/2 + 2
}

// chain orders two or three nodes so that neighbours touch: the most joined one
// stands in the middle.
func (s *sketch) chain(nodes []int32) []int32 {
	if len(nodes) != 3 {
		return nodes
	}
	nodes = slices.Clone(nodes)
	slices.SortStableFunc(nodes, func(a, b int32) int {
		return len(s.n.simple.of(a)) - len(s.n.simple.of(b))
	})
	nodes[1], nodes[2] = nodes[2], nodes[1]
	return nodes
}

// columns fills the strip from the left; ok says that it fits the width.
func (s *sketch) columns(parts [][]int32, rows int, cell float64, canvas Box, labels bool) (strip, bool) {
	t := strip{row: cell, top: canvas.Bottom - float64(float64(rows)*cell)}
	x := canvas.Left
	var open []int32
	finish := func() {
		if len(open) > 0 {
			t.columns = append(t.columns, column{x, open})
			x += s.columnWidth(open, labels)
			open = nil
		}
	}
	for _, nodes := range parts {
		if len(nodes) > tiny {
			wide := s.blockWidth(nodes, labels, canvas)
			t.blocks = append(t.blocks, room{nodes: nodes, box: Box{x, t.top, x + wide, canvas.Bottom}})
			x += wide + margin
			continue
		}
		if len(open)+len(nodes) > rows {
			finish()
		}
		open = append(open, nodes...)
	}
	finish()
	t.widen(canvas.Right-x, labels)
	return t, x <= canvas.Right+columnGap
}

// widen spreads columns over the width that is left: bare marks over all of it,
// so that some labels find room after all, labels a little, since bold ones are wider.
func (t strip) widen(left float64, labels bool) {
	if left <= 0 || len(t.columns) == 0 {
		return
	}
	each := left / float64(len(t.columns))
	if labels {
		each = min(each, columnGap)
	}
	for i := range t.columns {
		t.columns[i].left += float64(each * float64(i))
	}
}

const columnGap = 18.0

func (s *sketch) blockWidth(nodes []int32, labels bool, canvas Box) float64 {
	if !labels {
		return 60
	}
	return min(float64((canvas.Right-canvas.Left)*0.45), float64(2*s.widest(nodes))+60)
}

func (s *sketch) widest(nodes []int32) float64 {
	width := 0.0
	for _, v := range nodes {
		width = max(width, s.blank[v].TextWidth)
	}
	return width
}

func (s *sketch) columnWidth(nodes []int32, labels bool) float64 {
	size := 0.0
	for _, v := range nodes {
		size = max(size, s.blank[v].Size)
	}
	if !labels {
		return size + 3
	}
	return size + labelGap + s.widest(nodes) + columnGap
}

func (t strip) place(at []Placed) {
	for _, c := range t.columns {
		wide := 0.0
		for _, v := range c.nodes {
			wide = max(wide, at[v].Size)
		}
		for i, v := range c.nodes {
			at[v].X = c.left + wide/2
			at[v].Y = t.top + float64((float64(i)+0.5)*t.row)
		}
	}
}
