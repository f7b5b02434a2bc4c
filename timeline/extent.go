package timeline

// Sizes in pixels. The page draws by the same numbers, which the options
// carry.
const (
	MarkHalf  = 7.0  // half of a mark with its outline
	StageHalf = 4.0  // half of a stage's tick
	LabelGap  = 10.0 // from the middle of a mark to its label
	PartGap   = 6.0  // between the label of a thing and that of its stage
	FadeWidth = 30.0 // an end that is not known, or its arrow
	PillHalf  = 17.0 // half of a cluster's pill
	RowGap    = 8.0  // between neighbours in a row
)

// edge is a place that moves with the scale, and pixels that do not.
type edge struct{ unit, px float64 }

// extent is what a thing covers of its row at any scale: from the leftmost of
// its left edges to the rightmost of its right ones. As pixels are never
// negative, two extents that are apart at one scale are apart at every larger.
type extent struct{ left, right []edge }

func (e *extent) cover(unit, left, right float64) {
	e.left = append(e.left, edge{unit, left})
	e.right = append(e.right, edge{unit, right})
}

// clone copies an extent, with room for more edges.
func (e extent) clone(more int) extent {
	room := len(e.left) + more
	both := make([]edge, 2*room)
	out := extent{both[:0:room], both[room : room : 2*room]}
	out.left, out.right = append(out.left, e.left...), append(out.right, e.right...)
	return out
}

func (e extent) from(scale float64) float64 {
	x := float64(e.left[0].unit*scale) - e.left[0].px
	for _, l := range e.left[1:] {
		x = min(x, float64(l.unit*scale)-l.px)
	}
	return x
}

func (e extent) to(scale float64) float64 {
	x := float64(e.right[0].unit*scale) + e.right[0].px
	for _, r := range e.right[1:] {
		x = max(x, float64(r.unit*scale)+r.px)
	}
	return x
}
