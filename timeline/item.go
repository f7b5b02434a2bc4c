package timeline

import (
	"math"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Flag says how a date is drawn where two numbers do not say it.
type Flag uint16

// The flags of an item.
const (
	Span         Flag = 1 << iota // lasts from one end to the other; otherwise a point within its bounds
	Uncertain                     // "?" in EDTF
	Approximate                   // "~" in EDTF
	Open                          // ".." at the end: an arrow, not "ongoing"
	Unknown                       // nothing at the end: fades to a question mark
	OpenStart                     // ".." at the start
	UnknownStart                  // nothing at the start
	OneOf                         // one day among these: the mark is hollow
	Derived                       // the hull of the stages, not a date of its own
	Conflicting                   // the sources disagree about the date
)

// Item is a dated thing. A stage draws in the row of its owner and is not
// counted as an event.
type Item struct {
	ID     data.EntityID
	Kind   data.KindID // for a stage that of its owner, whose lane it shares
	Owner  int         // index of the owner among the items, -1 for a thing of its own
	Stages []int       // of an owner, in time order
	Label  string      // the short name among all others; for a stage the words of the stage
	Status data.Status
	Flags  Flag
	Weight int // number of relations; heavier things keep their labels longer

	// Bounds are the earliest and latest start and the earliest and latest end
	// in days since 1970-01-01; nil where nothing is known.
	Bounds [4]*float64
	// From and To are where the drawing begins and ends, At where the mark
	// stands: the middle of what is known of the start.
	From, To, At float64
}

// Has tells whether a flag is set.
func (it Item) Has(f Flag) bool { return it.Flags&f != 0 }

func newItem(x *data.Index, t data.Thing) (Item, bool) {
	it := Item{ID: t.ID, Kind: t.Entity.Kind, Owner: -1, Label: x.Label(t), Status: t.Status, Flags: flags(t)}
	if t.IsStage() {
		it.Label = strings.TrimPrefix(t.Name, t.Entity.Name+": ")
	}
	if it.Status == "" {
		it.Status = data.Stated
	}
	it.Bounds = bounds(t.Date)
	return it, it.place()
}

func flags(t data.Thing) Flag {
	d := t.Date
	var f Flag
	for _, row := range []struct {
		set  bool
		flag Flag
	}{
		{d.IsInterval(), Span}, {d.Uncertain(), Uncertain}, {d.Approximate(), Approximate},
		{d.OpenEnd(), Open}, {d.UnknownEnd(), Unknown}, {d.OpenStart(), OpenStart},
		{d.UnknownStart(), UnknownStart}, {t.Derived, Derived},
		{strings.HasPrefix(d.String(), "[") && !d.IsInterval(), OneOf},
	} {
		if row.set {
			f |= row.flag
		}
	}
	return f
}

func bounds(d edtf.Date) [4]*float64 {
	s, e := d.Start(), d.End()
	return [4]*float64{days(s.Earliest), days(s.Latest), days(e.Earliest), days(e.Latest)}
}

// days rounds to a ten-thousandth of a day, so that the last second of a day
// and the first of the next meet and numbers stay short.
func days(i *edtf.Instant) *float64 {
	if i == nil {
		return nil
	}
	d := round(i.Days())
	return &d
}

func round(d float64) float64 { return math.Round(d*1e4) / 1e4 }

// place finds the drawn extent; false where no end is known at all.
func (it *Item) place() bool {
	if it.Has(Span) {
		return it.placeSpan()
	}
	lo, hi := first(it.Bounds[0], it.Bounds[1]), first(it.Bounds[3], it.Bounds[2])
	if lo == nil {
		lo = hi
	}
	if hi == nil {
		hi = lo
	}
	if lo == nil {
		return false
	}
	it.extend(*lo, *hi, middle(it.Bounds[0], it.Bounds[3]))
	return true
}

func (it *Item) placeSpan() bool {
	start, end := first(it.Bounds[0], it.Bounds[1]), first(it.Bounds[3], later(it.Bounds[1], it.Bounds[2]))
	switch {
	case start == nil && end == nil:
		return false
	case start == nil:
		it.extend(*end, *end, middle(it.Bounds[2], it.Bounds[3]))
	case end == nil:
		it.extend(*start, *start, nil)
	default:
		it.extend(*start, *end, middle(it.Bounds[0], it.Bounds[1]))
	}
	return true
}

// span draws an owner from its first to its last stage, where it has no date
// of its own.
func (it *Item) span(stages []Item) {
	it.From, it.To, it.At = stages[0].From, stages[0].To, stages[0].At
	for _, s := range stages[1:] {
		it.From, it.To, it.At = min(it.From, s.From), max(it.To, s.To), min(it.At, s.At)
	}
}

func (it *Item) extend(from, to float64, at *float64) {
	it.From, it.To = min(from, to), max(from, to)
	it.At = it.From
	if at != nil {
		it.At = min(max(*at, it.From), it.To)
	}
}

func first(a, b *float64) *float64 {
	if a != nil {
		return a
	}
	return b
}

func later(a, b *float64) *float64 {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}

// middle is the middle of two bounds, or the one that is known.
func middle(a, b *float64) *float64 {
	if a == nil || b == nil {
		return first(a, b)
	}
	m := round((*a + *b) / 2)
	return &m
}
