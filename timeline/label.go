package timeline

import (
	"iter"
	"math"
	"slices"
)

// mostLabel is the width in pixels of a name beyond which no row is long enough
// for it; the page then names the thing where it is chosen.
const mostLabel = 2000.0

// option is a compound with its labels settled.
type option struct {
	places []Place // the thing, then its stages
	extent extent
}

// option labels a compound: the first arrangement that stays on the axis. A name
// is written whole or not at all; half a name is read as another.
func (p packer) option(c compound, a allowance) option {
	if c.width <= min(a.widest, mostLabel) {
		for try := range p.arrangements(c, a.stages) {
			if p.fits(try) {
				return try
			}
		}
	}
	return p.arrange(c, NoLabel, nil)
}

// arrangements lists what to try, the best first.
func (p packer) arrangements(c compound, stages bool) iter.Seq[option] {
	return func(yield func(option) bool) {
		words := p.stageLabels(c, stages)
		if p.oneStage(c) && words[0].Side != NoLabel {
			if !p.aroundOneMark(c, words[0].Width, yield) {
				return
			}
			words[0] = Place{Cluster: -1}
		}
		if !p.withWords(c, words, yield) || !p.trailing(words) {
			return
		}
		words[len(words)-1] = Place{Cluster: -1}
		p.withWords(c, words, yield)
	}
}

// withWords tries the sides of the name with the same words for the stages.
func (p packer) withWords(c compound, words []Place, yield func(option) bool) bool {
	for _, side := range p.sides(c) {
		if !yield(p.arrange(c, side, words)) {
			return false
		}
	}
	return true
}

func (p packer) trailing(words []Place) bool {
	return len(words) > 0 && words[len(words)-1].Side != NoLabel
}

// oneStage tells whether the mark of the thing and that of its only stage are
// in the same place.
func (p packer) oneStage(c compound) bool {
	return len(c.stages) == 1 && p.Items[c.stages[0]].At == p.Items[c.item].At
}

// aroundOneMark sets the name and the stage at the right of the mark, at both
// sides, and at the left. Words do not cover an end that fades.
func (p packer) aroundOneMark(c compound, stage float64, yield func(option) bool) bool {
	at := func(side Side) []Place { return []Place{{Cluster: -1, Side: side, Width: stage}} }
	if !p.fadesRight(c) {
		if !yield(p.arrange(c, Right, at(After))) || !yield(p.arrange(c, Left, at(Right))) {
			return false
		}
	}
	return yield(p.arrange(c, Before, at(Left)))
}

// fadesRight tells whether the thing or its last stage ends in an arrow or a
// question mark.
func (p packer) fadesRight(c compound) bool {
	last := c.item
	if n := len(c.stages); n > 0 {
		last = c.stages[n-1]
	}
	return p.Items[c.item].FadesRight() || p.Items[last].FadesRight()
}

// The sides a name may stand at, the best first.
var (
	behind  = []Side{End, Left}
	infront = []Side{Left, End}
	usual   = []Side{Right, Left}
)

// sides keep the name clear of ends that fade and of stages.
func (p packer) sides(c compound) []Side {
	it := p.Items[c.item]
	early := slices.ContainsFunc(c.stages, func(s int) bool { return p.Items[s].At < it.At })
	late := slices.ContainsFunc(c.stages, func(s int) bool { return p.Items[s].At > it.At })
	switch {
	case early:
		return behind
	case late || len(c.stages) > 1 || p.fadesRight(c):
		return infront
	}
	return usual
}

// stageLabels gives a stage its words where they end before the next stage;
// the last one only where it may take room.
func (p packer) stageLabels(c compound, last bool) []Place {
	out := make([]Place, len(c.stages))
	for i, s := range c.stages {
		out[i].Cluster = -1
		width := fours(TextWidth(p.Items[s].Label))
		at := p.Scale.Units(p.Items[s].At)
		room := 0.0
		switch {
		case i+1 < len(c.stages) && p.Items[s].FadesRight():
		case i+1 < len(c.stages):
			next := p.Scale.Units(p.Items[c.stages[i+1]].At)
			room = float64((next-at)*p.scale) - LabelGap - MarkHalf - PartGap
		case last:
			room = 160
		}
		if width <= room && !p.meetsOwner(c, at, width) {
			out[i].Side, out[i].Width = Right, width
			if p.Items[s].FadesRight() {
				out[i].Side = End
			}
		}
	}
	return out
}

// meetsOwner tells whether the words of a stage would run into the mark of its
// owner.
func (p packer) meetsOwner(c compound, at, width float64) bool {
	gap := float64((c.at - at) * p.scale)
	return gap > 0 && gap < LabelGap+width+MarkHalf+PartGap
}

// arrange settles the labels of a compound and what it then covers.
func (p packer) arrange(c compound, side Side, words []Place) option {
	o := option{places: make([]Place, 1+len(c.stages))}
	o.extent = c.extent.clone(2 + len(c.stages))
	for i := range o.places {
		o.places[i].Cluster = -1
	}
	copy(o.places[1:], words)
	p.coverStages(&o, c)
	if side != NoLabel {
		o.places[0].Side, o.places[0].Width = side, c.width
		coverLabel(&o.extent, c.at, side, c.width)
	}
	return o
}

// coverStages adds the labels of the stages.
func (p packer) coverStages(o *option, c compound) {
	for i, s := range c.stages {
		w := o.places[i+1]
		switch at := p.Scale.Units(p.Items[s].At); w.Side {
		case Right, Left:
			coverLabel(&o.extent, at, w.Side, w.Width)
		case End:
			o.extent.cover(p.Scale.Units(p.Items[s].To), 0, FadeWidth+PartGap+w.Width)
		case After:
			coverLabel(&o.extent, at, Right, c.width+PartGap+w.Width)
		}
	}
}

func coverLabel(e *extent, at float64, side Side, width float64) {
	switch side {
	case Right:
		e.cover(at, 0, LabelGap+width)
	case Left, Before:
		for i := range e.left {
			e.left[i].px += PartGap + width
		}
	case End:
		for i := range e.right {
			e.right[i].px += PartGap + width
		}
	}
}

// fits tells whether the labels stay on the axis.
func (p packer) fits(o option) bool {
	return o.extent.from(p.scale) >= 0 && o.extent.to(p.scale) <= p.length
}

func fours(width float64) float64 { return math.Ceil(width/4) * 4 }
