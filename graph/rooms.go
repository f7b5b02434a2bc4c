package graph

import (
	"math"
	"slices"
)

const (
	tiny       = 3    // components up to this size stand in the strip
	margin     = 10.0 // kept free along the edge of the canvas
	stripRow   = 22.0
	stripShare = 0.45 // of the canvas at most
)

// room is the rectangle of one component.
type room struct {
	nodes []int32
	box   Box
}

// furnish divides the canvas: the strip at the bottom, above it one room for
// each larger component.
func (s *sketch) furnish() {
	parts := s.n.Components()
	var large, small [][]int32
	for i, g := range parts.Groups {
		if len(g) > tiny || i == 0 && len(g) > 1 {
			large = append(large, g)
		} else {
			small = append(small, g)
		}
	}
	canvas := Box{margin, margin, s.o.Width - margin, s.height - margin}
	s.strip = s.newStrip(small, canvas, len(large) == 0)
	if len(small) > 0 {
		canvas.Bottom = s.strip.top - margin
	}
	weight := make([]float64, len(large))
	for i, g := range large {
		for _, v := range g {
			weight[i] += 900 + float64(s.blank[v].TextWidth*labelHeight)
		}
	}
	for i, box := range tile(canvas, weight) {
		s.rooms = append(s.rooms, room{large[i], box})
	}
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
		short := math.Min(wide, tall)
		unit := wide * tall / total
		take, sum := 1, weight[0]
		for take < len(weight) && worst(weight[:take+1], sum+weight[take], unit, short) <= worst(weight[:take], sum, unit, short) {
			sum += weight[take]
			take++
		}
		depth := sum * unit / short
		tiles = append(tiles, row(&box, weight[:take], sum, depth)...)
		total -= sum
		weight = weight[take:]
	}
	return tiles
}

// worst is the most stretched box of a row.
func worst(weight []float64, sum, unit, short float64) float64 {
	depth := sum * unit / short
	most := 0.0
	for _, w := range weight {
		side := w * unit / depth
		most = math.Max(most, math.Max(side/depth, depth/side))
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

// strip is the orderly part: columns of cells, a component's nodes one below
// the other.
type strip struct {
	top     float64
	columns [][]int32 // nodes from top to bottom, -1 leaves a cell free
	left    []float64 // of each column
	row     float64   // height of a cell
}

// newStrip finds the smallest number of rows with which the columns fit the
// width. Where even the largest allowed strip is too small for labels, cells
// shrink to the marks.
func (s *sketch) newStrip(small [][]int32, canvas Box, alone bool) strip {
	if len(small) == 0 {
		return strip{top: s.height}
	}
	small = slices.Clone(small)
	slices.SortStableFunc(small, func(a, b []int32) int { return len(b) - len(a) })
	for i := range small {
		small[i] = s.chain(small[i])
	}
	room := float64((canvas.Bottom - canvas.Top) * stripShare)
	if alone {
		room = canvas.Bottom - canvas.Top
	}
	for rows := len(small[0]); float64(rows)*stripRow <= room; rows++ {
		if t, ok := s.columns(small, rows, canvas, true); ok {
			return t
		}
	}
	for cell := stripRow; ; cell *= 0.8 {
		rows := max(len(small[0]), int(room/cell))
		if t, ok := s.columns(small, rows, canvas, false); ok {
			t.row = room / float64(rows)
			t.top = canvas.Bottom - room
			return t
		}
	}
}

// chain orders two or three nodes so that neighbours touch: the most joined one
// stands in the middle.
func (s *sketch) chain(nodes []int32) []int32 {
	nodes = slices.Clone(nodes)
	if len(nodes) == 3 {
		slices.SortStableFunc(nodes, func(a, b int32) int {
			return len(s.n.simple.of(a)) - len(s.n.simple.of(b))
		})
		nodes[1], nodes[2] = nodes[2], nodes[1]
	}
	return nodes
}

// columns fills columns from the left; ok says that they fit the width.
func (s *sketch) columns(small [][]int32, rows int, canvas Box, labels bool) (strip, bool) {
	t := strip{row: stripRow, top: canvas.Bottom - float64(float64(rows)*stripRow)}
	x := canvas.Left
	var column []int32
	closeColumn := func() {
		if len(column) > 0 {
			t.columns = append(t.columns, column)
			t.left = append(t.left, x)
			x += s.columnWidth(column, labels, float64(rows))
			column = nil
		}
	}
	for _, group := range small {
		if len(column)+len(group) > rows {
			closeColumn()
		}
		column = append(column, group...)
	}
	closeColumn()
	return t, x <= canvas.Right+18
}

func (s *sketch) columnWidth(column []int32, labels bool, rows float64) float64 {
	width := 0.0
	for _, v := range column {
		w := s.blank[v].Size + 3
		if labels {
			w += labelGap + s.blank[v].TextWidth + 18
		}
		width = math.Max(width, w)
	}
	return width
}

func (t strip) place(at []Placed) {
	for c, column := range t.columns {
		wide := 0.0
		for _, v := range column {
			wide = math.Max(wide, at[v].Size)
		}
		for i, v := range column {
			at[v].X = t.left[c] + wide/2
			at[v].Y = t.top + float64((float64(i)+0.5)*t.row)
		}
	}
}
