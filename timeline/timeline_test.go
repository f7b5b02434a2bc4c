package timeline

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// box is a drawn rectangle of a row: what must not touch another's.
type box struct {
	what     string
	compound int
	label    bool
	lane     int
	row      int
	from, to float64
}

// drawn is what a page draws of a layout at a scale, worked out from the
// places alone, by the documented meaning of the sides.
type drawn struct {
	*testing.T
	t     *Timeline
	g     Grouping
	l     Layout
	scale float64
	boxes []box
	seen  map[int]bool
}

func draw(t *Timeline, g Grouping, l Layout, scale float64) *drawn {
	d := &drawn{t: t, g: g, l: l, scale: scale, seen: map[int]bool{}}
	place, compound := 0, 0
	for lane, ln := range g.Lanes {
		for _, item := range ln.Members {
			n := 1 + len(t.Items[item].Stages)
			d.compound(lane, compound, item, l.Places[place:place+n])
			place += n
			compound++
		}
	}
	for i, c := range l.Clusters {
		from, to := d.x(c.From), d.x(c.To)
		mid := (from + to) / 2
		d.boxes = append(d.boxes, box{fmt.Sprint("cluster ", i), -1 - i, false, c.Lane, c.Row, min(from, mid-PillHalf), max(to, mid+PillHalf)})
	}
	return d
}

func (d *drawn) x(day float64) float64 { return d.t.Scale.Units(day) * d.scale }

func (d *drawn) compound(lane, compound, item int, places []Place) {
	d.seen[item] = true
	it := d.t.Items[item]
	for _, s := range it.Stages {
		d.seen[s] = true
	}
	if places[0].Cluster >= 0 {
		return
	}
	row := places[0].Row
	add := func(what string, label bool, from, to float64) {
		d.boxes = append(d.boxes, box{string(it.ID) + " " + what, compound, label, lane, row, from, to})
	}
	from, to := d.x(it.At)-MarkHalf, d.x(it.At)+MarkHalf
	stageStart := 0.0
	for _, i := range append([]int{item}, it.Stages...) {
		m := d.t.Items[i]
		lo, hi := d.x(m.From), d.x(m.To)
		if m.FadesLeft() {
			lo -= FadeWidth
		}
		if m.FadesRight() {
			hi += FadeWidth
		}
		from, to = min(from, lo, d.x(m.At)-StageHalf), max(to, hi, d.x(m.At)+StageHalf)
	}
	for k, s := range it.Stages {
		p, at := places[1+k], d.x(d.t.Items[s].At)
		switch p.Side {
		case Right:
			stageStart = at + LabelGap
		case Left:
			stageStart = from - PartGap - p.Width
		case End:
			stageStart = d.x(d.t.Items[s].To) + FadeWidth + PartGap
		case After:
			stageStart = at + LabelGap + places[0].Width + PartGap
		default:
			continue
		}
		add(fmt.Sprint("stage ", k), true, stageStart, stageStart+p.Width)
		from, to = min(from, stageStart), max(to, stageStart+p.Width)
	}
	w := places[0].Width
	switch at := d.x(it.At); places[0].Side {
	case Right:
		add("label", true, at+LabelGap, at+LabelGap+w)
	case Left:
		add("label", true, from-PartGap-w, from-PartGap)
	case Before:
		add("label", true, from-PartGap-w, from-PartGap)
	case End:
		add("label", true, to+PartGap, to+PartGap+w)
	}
	add("marks", false, from, to)
}

// overlaps lists pairs that touch: boxes of two things, or two labels.
func (d *drawn) overlaps() []string {
	var out []string
	slices.SortStableFunc(d.boxes, func(a, b box) int {
		if a.lane != b.lane {
			return a.lane - b.lane
		}
		return a.row - b.row
	})
	for i, a := range d.boxes {
		for _, b := range d.boxes[i+1:] {
			if b.lane != a.lane || b.row != a.row {
				break
			}
			apart := a.to <= b.from+1e-6 || b.to <= a.from+1e-6
			if !apart && (a.compound != b.compound || a.label && b.label) {
				out = append(out, fmt.Sprintf("%q %.1f..%.1f and %q %.1f..%.1f", a.what, a.from, a.to, b.what, b.from, b.to))
			}
		}
	}
	return out
}

var dateForms = []string{
	"2014", "2015-06", "2016-11-07", "2017-01/2018-03", "[2016-11-07..2016-11-13]", "[2016-11-07..]",
	"[..2017-12-08]", "2016-11-07/..", "2016-11-07/", "/2015-03-04", "../2015", "2014~", "2016?", "1989-06-04", "2015-08~/",
	"", "",
}

func genDate(r *rapid.T, name string) edtf.Date {
	if rapid.Bool().Draw(r, name+" by day") {
		return edtf.MustParse(fmt.Sprintf("201%d-%02d-%02d", rapid.IntRange(4, 8).Draw(r, name+" year"),
			rapid.IntRange(1, 12).Draw(r, name+" month"), rapid.IntRange(1, 28).Draw(r, name+" day")))
	}
	form := rapid.SampledFrom(dateForms).Draw(r, name)
	if form == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(form)
}

func genIndex(r *rapid.T) *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds}
	names := rapid.SampledFrom([]string{"A", "Police", "Cyber Security Law", "公安机关互联网安全监督检查规定",
		"Regulations on Public Security Organs Internet Safety Supervision and Inspection"})
	n := rapid.IntRange(0, 40).Draw(r, "things")
	for i := range n {
		e := data.Entity{ID: data.EntityID(fmt.Sprintf("e%02d", i)), Name: names.Draw(r, "name"), Date: genDate(r, "date")}
		e.Kind = rapid.SampledFrom([]data.KindID{"law", "event", "event", "event", "case", "agency"}).Draw(r, "kind")
		if e.Kind == "law" || e.Kind == "case" {
			for _, s := range []string{"drafted", "passed", "in-force"}[:rapid.IntRange(0, 3).Draw(r, "stages")] {
				e.Stages = append(e.Stages, data.Stage{Stage: s, Date: genDate(r, "stage date")})
			}
		}
		e.Tags = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"court", "press"}), 0, 2, rapid.ID[string]).Draw(r, "tags")
		ds.Entities = append(ds.Entities, e)
	}
	for i := range rapid.IntRange(0, n).Draw(r, "relations") {
		from := rapid.IntRange(0, n-1).Draw(r, "from")
		to := rapid.IntRange(0, n-1).Draw(r, "to")
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprint("r", i)), Predicate: "related_to",
			From: ds.Entities[from].ID, To: ds.Entities[to].ID})
	}
	return data.NewIndex(ds)
}

// scales of a level are its own, one in between, and one just below the next.
func scalesOf(t *Timeline, level int) []float64 {
	s := t.Levels[level]
	next := s * 2
	if level+1 < len(t.Levels) {
		next = t.Levels[level+1]
	}
	return []float64{s, s + (next-s)/2, s + (next-s)*0.999}
}

func TestNothingOverlapsAtAnyScaleAndNothingIsLost(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		x := genIndex(r)
		tl := New(x, Options{Rows: []int{8, 20}})
		if got, want := len(tl.Items)+len(tl.Tray), len(x.Things()); got != want {
			r.Fatalf("%d items and %d in the tray of %d things", len(tl.Items), len(tl.Tray), want)
		}
		for _, g := range tl.Groupings {
			for size, layouts := range g.Layouts {
				for level, l := range layouts {
					for _, scale := range scalesOf(tl, level) {
						checkLayout(r, tl, g, l, fmt.Sprintf("%s, %d rows, level %d, scale %g", g.ID, tl.Sizes[size], level, scale), scale)
					}
				}
			}
		}
	})
}

func checkLayout(r *rapid.T, tl *Timeline, g Grouping, l Layout, where string, scale float64) {
	d := draw(tl, g, l, scale)
	if bad := d.overlaps(); len(bad) > 0 {
		r.Fatalf("%s: %v", where, bad)
	}
	if len(d.seen) != len(tl.Items) {
		r.Fatalf("%s: %d of %d items stand in a lane", where, len(d.seen), len(tl.Items))
	}
	counts := make([]int, len(l.Clusters))
	owners := map[int]bool{}
	i := 0
	for lane, ln := range g.Lanes {
		for _, item := range ln.Members {
			p := l.Places[i]
			if p.Row < 0 || p.Row >= l.Rows[lane] {
				r.Fatalf("%s: row %d of %d", where, p.Row, l.Rows[lane])
			}
			if p.Cluster >= 0 {
				counts[p.Cluster]++
				owners[i] = true
			}
			i += 1 + len(tl.Items[item].Stages)
		}
	}
	if i != len(l.Places) {
		r.Fatalf("%s: %d places for %d members", where, len(l.Places), i)
	}
	for c, n := range counts {
		if n < 2 || n != l.Clusters[c].Count {
			r.Fatalf("%s: cluster %d counts %d and stands for %d", where, c, l.Clusters[c].Count, n)
		}
	}
}

func TestLabelsStayOnTheAxisAtEachLevel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tl := New(genIndex(r), Options{Rows: []int{12}})
		for _, g := range tl.Groupings {
			for level, l := range g.Layouts[0] {
				length := tl.Scale.Length() * tl.Levels[level]
				for _, b := range draw(tl, g, l, tl.Levels[level]).boxes {
					if b.label && (b.from < -1e-6 || b.to > length+1e-6) {
						r.Fatalf("level %d: %q at %.1f..%.1f of %.1f", level, b.what, b.from, b.to, length)
					}
				}
			}
		}
	})
}

// TestANameIsWrittenWholeOrNotAtAll: half of a name is read as the name of another thing.
func TestANameIsWrittenWholeOrNotAtAll(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tl := New(genIndex(r), Options{Rows: []int{8, 20}})
		for _, g := range tl.Groupings {
			for size, layouts := range g.Layouts {
				for level, l := range layouts {
					for i, p := range itemsOf(tl, g) {
						if got, need := l.Places[i], TextWidth(tl.Items[p].Label); got.Side != NoLabel && got.Width < need || got.Side == NoLabel && got.Width != 0 {
							r.Fatalf("%s, %d rows, level %d: %q needs %.0f pixels and has %v", g.ID, tl.Sizes[size], level, tl.Items[p].Label, need, got)
						}
					}
				}
			}
		}
	})
}

// itemsOf lists the items of a layout's places.
func itemsOf(t *Timeline, g Grouping) []int {
	var out []int
	for _, l := range g.Lanes {
		for _, m := range l.Members {
			out = append(append(out, m), t.Items[m].Stages...)
		}
	}
	return out
}

func TestRowsKeepToTheSizeUnlessLanesAreMany(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		tl := New(genIndex(r), Options{Rows: []int{14}})
		for _, g := range tl.Groupings {
			for level, l := range g.Layouts[0] {
				total := 0
				for _, n := range l.Rows {
					total += n
				}
				if total > 14 && (2*len(g.Lanes) <= 14 || total > 3*len(g.Lanes)) {
					r.Fatalf("%s at level %d: %d rows in %d lanes", g.ID, level, total, len(g.Lanes))
				}
			}
		}
	})
}

func TestTheSameIndexGivesTheSameTimeline(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		x := genIndex(r)
		if a, b := New(x, Options{}), New(x, Options{}); !reflect.DeepEqual(a, b) {
			r.Fatal("two timelines of one index differ")
		}
	})
}

func TestAWholeLaneOnOneDayBecomesACounterThatOpensNowhere(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds}
	for i := range 300 {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("e%03d", i)), Kind: "event", Name: "Arrest", Date: edtf.MustParse("2015-07-09")})
	}
	tl := New(data.NewIndex(ds), Options{Rows: []int{20}})
	last := tl.Groupings[0].Layouts[0][len(tl.Levels)-1]
	if len(last.Clusters) != 1 || last.Clusters[0].Count != 281 || last.Rows[0] != 20 {
		t.Errorf("rows %v, clusters %v", last.Rows, last.Clusters)
	}
}

func TestZoomingInGivesEveryThingItsLabelBack(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds}
	for i := range 90 {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("e%03d", i)), Kind: "event", Name: "Conference in Wuzhen",
			Date: edtf.MustParse(fmt.Sprintf("201%d-%02d-%02d", 4+i%4, 1+i%12, 1+i%28))})
	}
	tl := New(data.NewIndex(ds), Options{Rows: []int{12}})
	labels := func(level int) (n int) {
		for _, p := range tl.Groupings[0].Layouts[0][level].Places {
			if p.Side != NoLabel {
				n++
			}
		}
		return n
	}
	if first, last := labels(0), labels(len(tl.Levels)-1); first >= 60 || last != 90 {
		t.Errorf("%d labels with everything in view, %d at the deepest zoom", first, last)
	}
}
