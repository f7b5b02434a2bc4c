package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/redthread/redthread/timeline"
)

// Sizes in pixels of the chart of threads. The page draws by the same numbers.
const (
	rowHeight   = 22.0
	tallHeight  = 34.0  // of a row with a name above its line
	aboveLine   = 15.0  // from the middle line of a row to that of a name above it
	lanePad     = 8.0   // of a lane, above and below its rows together
	threadGap   = 12.0  // from the middle of a mark to its name, with room for a numbered disc
	marginWidth = 150.0 // right of the axis, for names
	asideStep   = 12.0  // between columns beside the axis
	discApart   = 20.0  // between two numbered discs
	labelHalf   = 8.0   // half the height of a name
	leftRoom    = 118.0 // left of the axis, for the titles of lanes
	asideRoom   = 150.0 // the same where things without any date stand there
)

// The sides of a name.
const (
	rightOf byte = 'r' // of its mark
	leftOf  byte = 'l'
	behind  byte = 'e' // behind everything that is drawn of the thing
	before  byte = 'b' // before everything
	above   byte = 'a' // above the line, from its mark on
	nowhere byte = 'n' // left out: a curve that nothing else lets pass would run over it
)

const sideCount = 6

var sides = [sideCount]byte{rightOf, leftOf, behind, before, above, nowhere}

// sideCost is what a side costs: a name above the line makes the row taller.
var sideCost = map[byte]float64{rightOf: 0, leftOf: 0, behind: 2, before: 2, above: 9, nowhere: 60}

// rect is a box on the chart.
type rect struct{ x0, x1, y0, y1 float64 }

// plan is a layout at one width while it is improved.
type plan struct {
	*threadScene
	scale  float64 // pixels a unit
	width  float64
	most   float64
	packed bool
	detour bool      // curves may go round about
	xs     []float64 // of the marks
	leave  []float64 // of the curves
	end    []float64
	extent [][2]float64      // of what is drawn of each row's owner, without names
	names  [][sideCount]name // of each row's owner, by side
	order  [][]int           // of each lane, from the top
	side   []byte            // by mark; of owners only
	search search

	picture         // of the sides and orders at hand
	last    picture // the one before
}

// name is what a thing's name and those of its stages cover at a side, from the
// middle line of its row.
type name struct {
	boxes []rect
	whole rect // with all that is drawn of the thing; its heights say nothing
}

// picture is what follows from sides and orders.
type picture struct {
	y      []float64 // middle line of each mark's row
	boxes  [][]rect  // names by row's owner
	rowOf  []int     // the row of each row's owner
	put    []byte    // the side of each row's owner
	bounds []float64 // middles between rows, ascending
	rows   [][]int   // owners by row, from the top
	tops   []float64
	height float64
	ways   []way
	cost   []float64 // by curve
	shape  []float64 // the part of the cost that its shape has
}

func (s *threadScene) levels(widths []float64) []threadLevel {
	out := make([]threadLevel, len(widths))
	parallel(len(widths), func(i int) {
		level := threadLevel{Width: widths[i], Most: mostLabel(widths[i])}
		for _, packed := range []bool{true} {
			p := s.plan(widths[i], packed)
			p.improve()
			level.Sizes, level.Most = append(level.Sizes, p.size()), p.most
		}
		out[i] = level
	})
	return out
}

// mostLabel is the widest name at a width.
func mostLabel(width float64) float64 {
	return math.Round(min(max(float64(width*0.38), 110), 230))
}

func (s *threadScene) plan(width float64, packed bool) *plan {
	p := &plan{threadScene: s, width: width, packed: packed, most: mostLabel(width), side: make([]byte, len(s.marks))}
	if long := s.scale.Length(); long > 0 {
		p.scale = width / long
	}
	for i := range s.marks {
		p.xs = append(p.xs, p.markX(i))
	}
	for i := range s.marks {
		p.stepAside(i)
	}
	for _, c := range s.curve {
		p.leave = append(p.leave, p.tieX(c.from, c.leave))
		p.end = append(p.end, p.tieX(c.to, c.end))
	}
	p.picture, p.last = s.newPicture(), s.newPicture()
	p.extent = make([][2]float64, len(s.marks))
	for i := range s.marks {
		p.extent[i] = p.drawn(i)
	}
	for _, l := range s.lanes {
		order := slices.Clone(l.Members)
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.headX(a), p.headX(b)) })
		p.order = append(p.order, order)
		for _, i := range order {
			p.side[i] = p.firstSide(i)
		}
	}
	p.measure()
	return p
}

func (s *threadScene) newPicture() picture {
	m, c := len(s.marks), len(s.curve)
	return picture{
		y: make([]float64, m), boxes: make([][]rect, m), rowOf: make([]int, m), put: make([]byte, m),
		ways: make([]way, c), cost: make([]float64, c), shape: make([]float64, c),
	}
}

// measure works out once what every name would cover at every side.
func (p *plan) measure() {
	p.names = make([][sideCount]name, len(p.marks))
	for _, order := range p.order {
		for _, i := range order {
			for k, side := range sides {
				boxes := p.allBoxes(i, side)
				n := name{boxes, rect{x0: p.extent[i][0], x1: p.extent[i][1]}}
				for _, b := range boxes {
					n.whole.x0, n.whole.x1 = min(n.whole.x0, b.x0), max(n.whole.x1, b.x1)
				}
				p.names[i][k] = n
			}
		}
	}
}

// shorten makes the names shorter.
func (p *plan) shorten(most float64) {
	p.most = most
	p.measure()
}

func (p *plan) nameAt(i int) *name { return &p.names[i][slices.Index(sides[:], p.side[i])] }

func (p *plan) dayX(day float64) float64 {
	return float64(p.threadScene.scale.Units(day) * p.scale)
}

func (p *plan) markX(i int) float64 {
	m := &p.marks[i]
	if m.Aside > 0 {
		return -float64(asideStep*float64(m.Aside-1)) - 14
	}
	return p.dayX(m.At)
}

func (p *plan) tieX(i int, day float64) float64 {
	m := &p.marks[i]
	if m.Aside > 0 || day == m.At {
		return p.xs[i]
	}
	return p.dayX(day)
}

// stepAside keeps room for an owner left of a stage that threads pass at the
// same time. The page draws the mark at its date all the same.
func (p *plan) stepAside(i int) {
	if p.marks[i].Owner >= 0 || !p.marks[i].met {
		return
	}
	for _, k := range p.marks[i].named {
		p.xs[i] = min(p.xs[i], p.xs[k]-discApart)
	}
}

func (p *plan) headX(i int) float64 { return p.xs[p.marks[i].head] }

// drawn is what a thing covers of its row without names.
func (p *plan) drawn(i int) [2]float64 {
	out := [2]float64{p.xs[i] - timeline.MarkHalf, p.xs[i] + timeline.MarkHalf}
	cover := func(k int) {
		m := &p.marks[k]
		if m.NoDate {
			return
		}
		lo, hi := p.dayX(m.From), p.dayX(m.To)
		if m.FadesLeft() {
			lo -= timeline.FadeWidth
		}
		if m.FadesRight() {
			hi += timeline.FadeWidth
		}
		out[0], out[1] = min(out[0], lo), max(out[1], hi)
	}
	cover(i)
	for _, k := range p.marks[i].Stages {
		out[0], out[1] = min(out[0], p.xs[k]-timeline.StageHalf), max(out[1], p.xs[k]+timeline.StageHalf)
		cover(k)
	}
	return out
}

func (p *plan) firstSide(i int) byte {
	m := &p.marks[i]
	prefer := []byte{rightOf, leftOf, behind, before, above}
	switch {
	case m.Aside > 0:
		return leftOf
	case m.Run:
		prefer = []byte{before, above}
	case m.Sink && !p.large():
		prefer = []byte{leftOf, rightOf, before, behind, above}
	}
	for _, side := range prefer {
		if p.allowed(i, side) {
			return side
		}
	}
	return above
}

// allowed tells whether a name may stand at a side: within the chart, clear of
// the other marks of its row and of a thread that goes along it.
func (p *plan) allowed(i int, side byte) bool {
	m := &p.marks[i]
	if m.Aside > 0 {
		return side == leftOf
	}
	b := p.nameBox(i, side, 0)
	if b.x0 < p.leftmost() || b.x1 > p.width+marginWidth {
		return false
	}
	if side == above {
		return true
	}
	if p.underEnd(i, b) {
		return false
	}
	if m.Run && (side == rightOf || side == leftOf && m.head != i) {
		return false
	}
	near := func(k int) bool { return p.xs[k] > b.x0-6 && p.xs[k] < b.x1+6 }
	if h := m.head; h != i && near(i) {
		return false
	}
	for _, k := range m.named {
		if x := p.behindStage(k); x < b.x1+8 && x+p.labelWidth(k) > b.x0-8 {
			return false
		}
	}
	return !slices.ContainsFunc(m.Stages, func(k int) bool { return k != m.head && near(k) })
}

// underEnd tells whether the sign of an end that is open or not known would
// stand in a name.
func (p *plan) underEnd(i int, b rect) bool {
	for _, k := range append([]int{i}, p.marks[i].Stages...) {
		m := &p.marks[k]
		if m.NoDate {
			continue
		}
		if x := p.dayX(m.To) + timeline.FadeWidth; m.FadesRight() && x > b.x0-2 && x < b.x1+8 {
			return true
		}
		if x := p.dayX(m.From) - timeline.FadeWidth; m.FadesLeft() && x > b.x0-8 && x < b.x1+2 {
			return true
		}
	}
	return false
}

func (p *plan) labelWidth(i int) float64 {
	if p.marks[i].Aside > 0 {
		return min(p.marks[i].width, p.left()+p.xs[i]-threadGap-4)
	}
	return min(p.marks[i].width, p.most)
}

// leftmost is how far the names of things on the axis may reach: not into the
// lines beside it.
func (s *threadScene) leftmost() float64 {
	if s.left() == asideRoom {
		return -8
	}
	return 8 - leftRoom
}

// left is the room left of the axis.
func (s *threadScene) left() float64 {
	if s.columns > 0 {
		return asideRoom
	}
	return leftRoom
}

// allBoxes are those of a thing's name and of its stages'.
func (p *plan) allBoxes(i int, side byte) []rect {
	if side == nowhere {
		return nil
	}
	return append(p.stageBoxes(i, side), p.nameBox(i, side, 0))
}

// nameBox is the box of a thing's name when its row's middle line is at y.
func (p *plan) nameBox(i int, side byte, y float64) rect {
	x, w := p.headX(i), p.labelWidth(i)
	switch side {
	case rightOf:
		x += threadGap
	case leftOf:
		x -= threadGap + w
	case behind:
		x = p.extent[i][1] + 6
	case before:
		x = p.extent[i][0] - 6 - w
	case above:
		x, y = x+6, y-aboveLine
	}
	return rect{x, x + w, y - labelHalf, y + labelHalf}
}

// stageBoxes are the names of the stages that threads pass and that the thing's
// own name does not tell, its own standing at a side.
func (p *plan) stageBoxes(i int, side byte) []rect {
	var out []rect
	main := p.nameBox(i, side, 0)
	for _, k := range p.marks[i].named {
		w := p.labelWidth(k)
		x := p.behindStage(k)
		b := rect{x, x + w, -labelHalf, labelHalf}
		if side == above && main.x1+8 < p.xs[k]-4 {
			b = rect{p.xs[k] - 4, p.xs[k] - 4 + w, -aboveLine - labelHalf, -aboveLine + labelHalf}
		}
		out = append(out, b)
	}
	return out
}

// behindStage is where the name of a stage begins: behind the sign of an end
// that is open.
func (p *plan) behindStage(k int) float64 {
	m := &p.marks[k]
	if !m.NoDate && m.FadesRight() {
		return max(p.xs[k]+threadGap, p.dayX(m.To)+timeline.FadeWidth+4)
	}
	return p.xs[k] + threadGap
}

// settle gives rows and heights to the sides and orders at hand.
func (p *plan) settle() {
	p.bounds, p.tops = p.bounds[:0], p.tops[:0]
	top, first := 0.0, 0
	p.rows = p.rows[:0]
	for _, order := range p.order {
		p.tops = append(p.tops, top)
		y := top + lanePad/2
		p.fillRows(order)
		for ; first < len(p.rows); first++ {
			height, line := rowHeight, rowHeight/2
			if slices.ContainsFunc(p.rows[first], func(i int) bool { return p.side[i] == above }) {
				height, line = tallHeight, tallHeight-rowHeight/2
			}
			for _, i := range p.rows[first] {
				p.putAt(i, first, y+line)
			}
			y += height
			p.bounds = append(p.bounds, y)
		}
		top = y + lanePad/2
	}
	p.height = top
}

func (p *plan) putAt(i, row int, y float64) {
	p.y[i], p.rowOf[i], p.put[i] = y, row, p.side[i]
	for _, k := range p.marks[i].Stages {
		p.y[k] = y
	}
	p.boxes[i] = p.boxes[i][:0]
	for _, b := range p.nameAt(i).boxes {
		p.boxes[i] = append(p.boxes[i], rect{b.x0, b.x1, b.y0 + y, b.y1 + y})
	}
}

// addRow opens an empty row, in the room of one that was there before.
func (p *plan) addRow() int {
	n := len(p.rows)
	if n < cap(p.rows) {
		p.rows = p.rows[:n+1]
		p.rows[n] = p.rows[n][:0]
	} else {
		p.rows = append(p.rows, nil)
	}
	return n
}

// fillRows gives each thing of a lane a row of its own, or when rows are few the
// first with room. The first row of a lane keeps the room beside the axis for
// its title.
func (p *plan) fillRows(order []int) {
	first := len(p.rows)
	for _, i := range order {
		e := p.nameAt(i).whole
		row := -1
		for r := first; r < len(p.rows) && p.packed && row < 0; r++ {
			if (r > first || e.x0 > 0) && p.room(r, e) {
				row = r
			}
		}
		if row < 0 && len(p.rows) == first && e.x0 < 0 {
			p.addRow()
		}
		if row < 0 {
			row = p.addRow()
		}
		p.rows[row] = append(p.rows[row], i)
	}
}

// room tells whether a row has room for what covers so much of it.
func (p *plan) room(row int, e rect) bool {
	for _, i := range p.rows[row] {
		if o := p.nameAt(i).whole; e.x0 < o.x1+14 && o.x0 < e.x1+14 {
			return false
		}
	}
	return true
}

func (p *plan) size() threadSize {
	size := threadSize{Height: p.height, Tops: append([]float64{}, p.tops...), Rows: []float64{}, Bends: [][]float64{}}
	for _, w := range p.ways {
		size.Bends = append(size.Bends, w.bends())
	}
	var sides []byte
	for _, l := range p.lanes {
		for _, i := range l.Members {
			size.Rows = append(size.Rows, p.y[i])
			sides = append(sides, p.side[i])
		}
	}
	size.Sides = string(sides)
	return size
}
