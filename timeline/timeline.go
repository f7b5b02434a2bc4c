package timeline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// manyItems is from where on levels are coarser and only the lanes by kind are
// laid out, so that the page stays small.
const manyItems = 2000

// Options say for which sizes to lay out.
type Options struct {
	// Rows are the numbers of rows that the sizes of the page have room for, all
	// lanes together, from the smallest up; 16, 25 and 40 when empty. Where
	// that is less than two a lane, the page scrolls and lanes get three.
	Rows []int
	// Narrow is the width in pixels at which the first level shows everything;
	// 300 when zero.
	Narrow float64
}

// Timeline is what a page needs to draw time: items, lanes and their layouts.
type Timeline struct {
	Items     []Item          // dated things and stages, by the place of their mark, then by id
	Tray      []data.EntityID // things and stages without a date, by kind in drawing order, then by id
	Eras      []Era
	Scale     Scale
	Density   []int     // things (no stages) by equal parts of the axis
	Levels    []float64 // pixels a unit of each level, ascending
	Sizes     []int     // rows of each size
	Groupings []Grouping
}

// Era is a stretch of time behind the lanes; From and To are in days, cut to
// the timeline.
type Era struct {
	ID, Label string
	From, To  float64
}

// Grouping is one way to sort the items into lanes.
type Grouping struct {
	ID      string // "kind", "entity", "place" or "tag"
	Lanes   []Lane
	Layouts [][]Layout // by size, then by level
}

// New lays out everything that an index holds.
func New(x *data.Index, o Options) *Timeline {
	if len(o.Rows) == 0 {
		o.Rows = []int{16, 25, 40}
	}
	if o.Narrow == 0 {
		o.Narrow = 300
	}
	t := &Timeline{Sizes: o.Rows}
	t.gather(x, func(data.EntityID) bool { return true })
	t.Scale = newScale(t.dates())
	t.Eras = eras(x, t.Scale)
	t.Density = t.density()
	t.Levels = levels(t.Scale, o.Narrow, len(t.Items))
	t.Groupings = t.lanes(x)
	for i := range t.Groupings {
		t.layOut(&t.Groupings[i])
	}
	return t
}

func (t *Timeline) gather(x *data.Index, wanted func(data.EntityID) bool) {
	torn := conflictingDates(x)
	for _, th := range x.Things() {
		if !wanted(th.ID) {
			continue
		}
		it, ok := newItem(x, th)
		if (!ok || it.Has(Derived)) && !it.spanStages(x) {
			t.Tray = append(t.Tray, th.ID)
			continue
		}
		if torn[string(th.ID)] {
			it.Flags |= Conflicting
		}
		it.Weight = len(x.Of(th.ID))
		t.Items = append(t.Items, it)
	}
	slices.SortStableFunc(t.Items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.At, b.At), strings.Compare(string(a.ID), string(b.ID)))
	})
	slices.SortStableFunc(t.Tray, func(a, b data.EntityID) int { return cmp.Compare(laneOf(x, a), laneOf(x, b)) })
	t.joinStages(x)
}

func laneOf(x *data.Index, id data.EntityID) int {
	th, _ := x.Thing(id)
	return x.Kind(th.Entity.Kind).Lane
}

func (t *Timeline) joinStages(x *data.Index) {
	at := make(map[data.EntityID]int, len(t.Items))
	for i, it := range t.Items {
		at[it.ID] = i
	}
	for i := range t.Items {
		th, _ := x.Thing(t.Items[i].ID)
		owner, ok := at[th.Owner]
		if th.IsStage() && ok {
			t.Items[i].Owner = owner
			t.Items[owner].Stages = append(t.Items[owner].Stages, i)
		}
	}
}

// spanStages gives a thing without a date the extent of its stages; false
// where none of them has a date.
func (it *Item) spanStages(x *data.Index) bool {
	var dated []Item
	for _, s := range x.Stages(it.ID) {
		if stage, ok := newItem(x, s); ok {
			dated = append(dated, stage)
		}
	}
	if len(dated) == 0 {
		return false
	}
	it.Flags = Derived | dated[0].Flags&OneOf
	it.span(dated)
	return true
}

func conflictingDates(x *data.Index) map[string]bool {
	torn := map[string]bool{}
	for _, c := range x.Dataset.Conflicts {
		if strings.HasPrefix(c.Field, "date") {
			torn[c.About] = true
		}
	}
	return torn
}

// dates are the days that span the timeline. What is open reaches its end
// without pushing it.
func (t *Timeline) dates() []float64 {
	at := make([]float64, 0, 3*len(t.Items))
	for _, it := range t.Items {
		at = append(at, it.From, it.At, it.To)
	}
	return at
}

func eras(x *data.Index, s Scale) []Era {
	out := []Era{}
	for _, e := range x.Dataset.Eras {
		from, to := eraBounds(e.Date, s)
		if from < to {
			out = append(out, Era{ID: e.ID, Label: e.Label, From: from, To: to})
		}
	}
	return out
}

func eraBounds(d edtf.Date, s Scale) (from, to float64) {
	if d.IsZero() {
		return 0, 0
	}
	b := bounds(d)
	from, to = s.Lo, s.Hi
	if b[0] != nil {
		from = max(from, *b[0])
	}
	if b[3] != nil {
		to = min(to, *b[3])
	}
	return from, to
}

// densityParts is the number of bars of the overview.
const densityParts = 96

func (t *Timeline) density() []int {
	bars, length := make([]int, densityParts), t.Scale.Length()
	for _, it := range t.Items {
		if it.Owner < 0 {
			part := int(t.Scale.Units(it.At) / length * densityParts)
			bars[min(max(part, 0), densityParts-1)]++
		}
	}
	return bars
}
