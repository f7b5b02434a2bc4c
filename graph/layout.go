package graph

import (
	"math"

	"github.com/redthread/redthread/data"
)

// LayoutOptions shape a drawing. The zero value asks for a landscape of
// 1100 x 640 px.
type LayoutOptions struct {
	Width      float64 // of the nominal canvas in px; 0: 1100
	Aspect     float64 // width / height; 0: 1100/640; a phone held upright is near 0.7
	Seed       uint64  // another seed, another drawing
	Resolution float64 // of the communities; 0: 1
	Named      int     // how many of the highest degree must show their label; 0: 12
	LabelWidth float64 // longer labels are cut; 0: 172 px, at most a third of the canvas
}

// Side is where a label stands beside its mark.
type Side uint8

// The sides, in the order of preference.
const (
	Right Side = iota
	Left
	Below
	Above
)

// String is the name that the drawing library uses.
func (s Side) String() string { return [...]string{"right", "left", "bottom", "top"}[s] }

// Placed is where a node stands on the nominal canvas, whose origin is the top
// left corner.
type Placed struct {
	ID        data.EntityID
	X, Y      float64 // centre of the mark in px, in steps of 1/100
	Size      float64 // diameter of the mark in px
	Label     Side
	Show      bool    // the label shows at nominal size without touching another or a mark
	Text      string  // the label, cut with an ellipsis where it is too long
	TextWidth float64 // estimated, in px, at a size of 12 px
	Community int32   // number of its community, the largest is 0
}

// Box is a rectangle in px.
type Box struct{ Left, Top, Right, Bottom float64 }

// Overlaps tells whether two boxes share more than an edge.
func (b Box) Overlaps(c Box) bool {
	return b.Left < c.Right && c.Left < b.Right && b.Top < c.Bottom && c.Top < b.Bottom
}

const (
	labelGap    = 4.0  // between mark and label
	labelHeight = 15.0 // line of a 12 px label
)

// Mark is the box of the mark.
func (p Placed) Mark() Box {
	h := p.Size / 2
	return Box{p.X - h, p.Y - h, p.X + h, p.Y + h}
}

// LabelBox is the box of the label on its side, shown or not.
func (p Placed) LabelBox() Box { return labelBox(p, p.Label) }

func labelBox(p Placed, side Side) Box {
	h, w := p.Size/2, p.TextWidth
	const half = labelHeight / 2
	switch side {
	case Left:
		return Box{p.X - h - labelGap - w, p.Y - half, p.X - h - labelGap, p.Y + half}
	case Below:
		return Box{p.X - w/2, p.Y + h + 1, p.X + w/2, p.Y + h + 1 + labelHeight}
	case Above:
		return Box{p.X - w/2, p.Y - h - 1 - labelHeight, p.X + w/2, p.Y - h - 1}
	}
	return Box{p.X + h + labelGap, p.Y - half, p.X + h + labelGap + w, p.Y + half}
}

// Drawing is a layout: every node of the network, in its order.
type Drawing struct {
	Width, Height float64
	Placed        []Placed
	Communities   Partition
	Strip         float64 // top of the strip of isolates and tiny components in px; Height when there is none
	Silhouette    float64 // how far apart the communities stand, see Silhouette
	Crossings     int     // of straight lines between joined marks; -1 beyond 1,500 of them
}

// Layout places the network: each component of more than three nodes in a
// rectangle of its own, by stress on distances that keep communities apart; the
// rest in an orderly strip at the bottom. Marks and as many labels as possible
// are pushed apart, and each label gets a side. Small networks are drawn from
// several starts and the clearest drawing stays. The same network and options
// give the same bytes on every processor.
func (n *Network) Layout(o LayoutOptions) Drawing {
	o = o.withDefaults()
	s := newSketch(n, o)
	best := s.draw(o.Seed)
	for try := uint64(1); try < s.starts(); try++ {
		if d := s.draw(o.Seed + try*1000003); s.cost(d) < s.cost(best)-1e-9 {
			best = d
		}
	}
	return best
}

func (o LayoutOptions) withDefaults() LayoutOptions {
	if o.Width <= 0 {
		o.Width = 1100
	}
	if o.Aspect <= 0 {
		o.Aspect = 1100.0 / 640
	}
	if o.Named == 0 {
		o.Named = 12
	}
	if o.LabelWidth <= 0 {
		o.LabelWidth = 172
	}
	o.LabelWidth = min(o.LabelWidth, o.Width/3)
	return o
}

// sketch is what all starts of a drawing share.
type sketch struct {
	n           *Network
	o           LayoutOptions
	blank       []Placed // sizes and labels, no places
	priority    []int32  // nodes by falling degree
	must        []bool   // those whose label must show
	edges       [][2]int32
	communities Partition
	rooms       []room
	strip       strip
	height      float64
}

func newSketch(n *Network, o LayoutOptions) *sketch {
	s := &sketch{n: n, o: o, priority: n.ByDegree(), communities: n.Communities(o.Resolution), must: make([]bool, n.Len())}
	s.height = math.Round(o.Width / o.Aspect)
	s.blank = make([]Placed, n.Len())
	most := fullDegree
	if len(s.priority) > 0 {
		most = max(most, n.Degree(s.priority[0]).Total)
	}
	scale := markScale(n.Len(), o.Width*s.height)
	for v := range int32(n.Len()) {
		text, width := fitLabel(n.Thing(v).Short, o.LabelWidth)
		share := math.Sqrt(float64(n.Degree(v).Total) / float64(most))
		s.blank[v] = Placed{
			ID: n.ID(v), Text: text, TextWidth: width, Community: s.communities.Of[v],
			Size: hundredths((8 + float64(18*share)) * scale),
		}
		for _, w := range n.simple.of(v) {
			if w > v {
				s.edges = append(s.edges, [2]int32{v, w})
			}
		}
	}
	for _, v := range s.priority[:min(s.o.Named, len(s.priority))] {
		s.must[v] = true
		s.blank[v].TextWidth *= boldness
	}
	s.furnish()
	return s
}

// boldness is how much wider than estimated the names that must show are drawn:
// bold, and on a stage that may be smaller than the canvas.
const boldness = 1.12

// fullDegree is the least degree of a mark of full size: where nothing has more
// than one relation, nothing is large.
const fullDegree = 8

// markScale shrinks the marks so that they fill at most a twentieth of the canvas.
func markScale(nodes int, area float64) float64 {
	need := float64(nodes) * 12 * 12
	if need <= area/20 {
		return 1
	}
	return max(0.1, math.Sqrt(area/20/need))
}

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }

// starts is the number of drawings to choose from.
func (s *sketch) starts() uint64 {
	switch size := s.n.Len(); {
	case size <= 60:
		return 8
	case size <= 160:
		return 6
	case size <= 300:
		return 2
	}
	return 1
}

func (s *sketch) draw(seed uint64) Drawing {
	d := Drawing{Width: s.o.Width, Height: s.height, Strip: s.strip.top, Communities: s.communities}
	d.Placed = append([]Placed(nil), s.blank...)
	labelled := s.labelled()
	for i, r := range s.rooms {
		at := s.arrange(r, seed+uint64(i))
		s.separate(r, at, d.Placed, labelled)
		s.contain(r, d.Placed)
	}
	s.strip.place(d.Placed)
	for i := range d.Placed {
		d.Placed[i].X, d.Placed[i].Y = hundredths(d.Placed[i].X), hundredths(d.Placed[i].Y)
	}
	s.name(d.Placed)
	s.unpile(d.Placed)
	d.Silhouette = d.silhouette()
	d.Crossings = s.crossings(d.Placed)
	return d
}

// cost weighs what makes a drawing hard to read; less is better.
func (s *sketch) cost(d Drawing) float64 {
	hidden := 0
	for _, p := range d.Placed {
		if !p.Show {
			hidden++
		}
	}
	size := float64(max(1, len(d.Placed)))
	crossed := float64(d.Crossings) / float64(max(1, len(s.edges)))
	return float64(3*float64(hidden))/size + crossed/2 - float64(2*d.Silhouette)
}

func (d Drawing) silhouette() float64 {
	x, y := make([]float64, len(d.Placed)), make([]float64, len(d.Placed))
	group := make([]int32, len(d.Placed))
	for i, p := range d.Placed {
		x[i], y[i], group[i] = p.X, p.Y, p.Community
	}
	return Silhouette(x, y, group)
}

// Silhouette is the mean silhouette of groups of points on the plane, from -1
// to 1 (Rousseeuw, "Silhouettes: a graphical aid", 1987): near 1 when each
// point lies closer to its own group than to the next one. A point alone in its
// group counts 0. Beyond 2,000 points it is taken over an even sample of 2,000.
func Silhouette(x, y []float64, group []int32) float64 {
	stride := max(1, (len(x)+1999)/2000)
	groups := int32(0)
	for _, g := range group {
		groups = max(groups, g+1)
	}
	sum, sampled := 0.0, 0
	far, size := make([]float64, groups), make([]int, groups)
	for i := 0; i < len(x); i += stride {
		clear(far)
		clear(size)
		for j := 0; j < len(x); j += stride {
			if i != j {
				far[group[j]] += distance(x[i]-x[j], y[i]-y[j])
				size[group[j]]++
			}
		}
		sum += silhouetteOf(group[i], far, size)
		sampled++
	}
	return sum / float64(max(1, sampled))
}

func silhouetteOf(own int32, far []float64, size []int) float64 {
	if size[own] == 0 {
		return 0
	}
	within, beyond := far[own]/float64(size[own]), math.Inf(1)
	for g := range far {
		if int32(g) != own && size[g] > 0 {
			beyond = min(beyond, far[g]/float64(size[g]))
		}
	}
	if math.IsInf(beyond, 1) || max(within, beyond) == 0 {
		return 0
	}
	return (beyond - within) / max(within, beyond)
}

func distance(dx, dy float64) float64 {
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// crossings counts the pairs of lines that cross between their ends.
func (s *sketch) crossings(at []Placed) int {
	if len(s.edges) > 1500 {
		return -1
	}
	count := 0
	for i, e := range s.edges {
		for _, f := range s.edges[i+1:] {
			if e[0] != f[0] && e[0] != f[1] && e[1] != f[0] && e[1] != f[1] &&
				cross(at[e[0]], at[e[1]], at[f[0]], at[f[1]]) {
				count++
			}
		}
	}
	return count
}

func cross(a, b, c, d Placed) bool {
	return turn(a, b, c) != turn(a, b, d) && turn(c, d, a) != turn(c, d, b)
}

// turn tells whether c lies to the left of the line from a to b.
func turn(a, b, c Placed) bool {
	return float64((b.X-a.X)*(c.Y-a.Y)) > float64((b.Y-a.Y)*(c.X-a.X))
}
