package timeline

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Part places some things of an index in time: items, tray, eras, scale and
// density, without lanes and layouts. A stage counts only where it is named
// itself.
func Part(x *data.Index, ids map[data.EntityID]bool) *Timeline {
	t := &Timeline{}
	t.gather(x, func(id data.EntityID) bool { return ids[id] })
	t.Scale = newScale(t.dates())
	t.Eras = eras(x, t.Scale)
	t.Density = t.density()
	return t
}

// At is the day at which the mark of a date stands: the middle of what is known
// of its start. False where nothing is known.
func At(d edtf.Date) (float64, bool) {
	it := Item{Bounds: bounds(d)}
	if d.IsInterval() {
		it.Flags = Span
	}
	ok := !d.IsZero() && it.place()
	return it.At, ok
}
