package chart

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
	"github.com/redthread/redthread/timeline"
)

// threadIndex has a law with a draft, a ban without a date, two cases of which
// one was begun too early, a charge, and a pair that nothing dates.
func threadIndex() *data.Index {
	date := edtf.MustParse
	return data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "law", Kind: "law", Name: "Network Law", Stages: []data.Stage{
				{Stage: "proposed", Date: date("2015-09")}, {Stage: "in-force", Date: date("2017-06")},
			}},
			{ID: "old-rule", Kind: "law", Name: "Old Rule"},
			{ID: "ban", Kind: "concept", Name: "ban on groups"},
			{ID: "action", Kind: "event", Name: "police action", Date: date("2017-07/2018-03")},
			{ID: "charge", Kind: "charge", Name: "picking quarrels"},
			{ID: "case-a", Kind: "case", Name: "Case A", Stages: []data.Stage{{Stage: "detained", Date: date("2016-11")}, {Stage: "tried", Date: date("2018-02")}}},
			{ID: "case-b", Kind: "case", Name: "Case B", Date: date("2015-12")},
			{ID: "case-c", Kind: "case", Name: "Case C"},
			{ID: "case-d", Kind: "case", Name: "Case D"},
		},
		Relations: []data.Relation{
			{ID: "lays-down", From: "law/in-force", Predicate: "prohibits", To: "ban", Date: date("2017-06")},
			{ID: "enforces", From: "action", Predicate: "enforces", To: "ban", Status: data.Possible},
			{ID: "tried", From: "action", Predicate: "includes", To: "case-a/tried", Date: date("2018-02")},
			{ID: "charged", From: "case-b", Predicate: "charged_with", To: "charge"},
			{ID: "too-early", From: "law/in-force", Predicate: "led_to", To: "case-b", Date: date("2015-12")},
			{ID: "undated", From: "old-rule", Predicate: "led_to", To: "case-c"},
		},
		RuledOut: []data.RuledOut{{ID: "custody", From: "law/in-force", To: "case-a/detained", Reason: "older than the law"}},
	})
}

func TestThreadsOptionsAreGolden(t *testing.T) {
	x := threadIndex()
	got, err := Threads(x, graph.NewTracer(x), ThreadsOptions{Widths: []float64{400}})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "threads.golden.json", got)
}

// readBack is the part of the options that the tests look at.
type readBack struct {
	Series []struct {
		ID, RenderItem string
		Data           []json.RawMessage
	}
	Redthread threadsData
}

func readThreadOptions(t testing.TB, x *data.Index, o ThreadsOptions) readBack {
	t.Helper()
	got, err := Threads(x, graph.NewTracer(x), o)
	if err != nil {
		t.Fatal(err)
	}
	var r readBack
	if err := json.Unmarshal(got, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func bundledIndex(t testing.TB) *data.Index {
	t.Helper()
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return data.NewIndex(ds)
}

func TestTheListIsWhatTheEngineFinds(t *testing.T) {
	for name, x := range map[string]*data.Index{"small": threadIndex(), "bundled": bundledIndex(t)} {
		want := map[string]graph.Thread{}
		all := graph.NewTracer(x).ThreadsAll(graph.ThreadOptions{})
		impossible := 0
		for _, found := range [][]graph.Found{all.Pairs, all.Charges} {
			for _, f := range found {
				for _, found := range f.Threads {
					want[found.ID()] = found
				}
				if f.Impossible != nil {
					impossible++
				}
			}
		}
		got := readThreadOptions(t, x, ThreadsOptions{Widths: []float64{400}}).Redthread
		for _, told := range got.Threads {
			found, ok := want[told.ID]
			delete(want, told.ID)
			if !ok || told.Time != found.Time.String() || told.Status != found.Status || len(told.Steps) != len(found.Steps) {
				t.Errorf("%s: thread %s is not the engine's", name, told.ID)
			}
			if told.Time == "impossible" {
				t.Errorf("%s: %s cannot have happened and stands among the threads", name, told.ID)
			}
		}
		for id := range want {
			t.Errorf("%s: thread %s is missing", name, id)
		}
		if len(got.Impossible) != impossible || len(got.Cases) != len(all.Cases) || len(got.Ruled) != len(x.Dataset.RuledOut) {
			t.Errorf("%s: %d impossible, %d alone, %d ruled out", name, len(got.Impossible), len(got.Cases), len(got.Ruled))
		}
	}
}

func TestWhatIsImpossibleStandsApartWithItsDates(t *testing.T) {
	got := readThreadOptions(t, threadIndex(), ThreadsOptions{Widths: []float64{400}}).Redthread
	if len(got.Impossible) != 1 || got.Impossible[0].To != "case-b" {
		t.Fatalf("impossible: %+v", got.Impossible)
	}
	b := got.Impossible[0].Breaks[0]
	if b.Date == nil || b.Date.EDTF != "2015-12" || b.Since == nil || b.Since.EDTF != "2017-06" {
		t.Errorf("the break is told as %+v", b)
	}
	x := threadIndex()
	told := tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults())
	for i, c := range newThreadScene(x, told).curve {
		if c.relation == "too-early" && !c.ruled {
			t.Errorf("curve %d is drawn, though only what cannot have happened has it", i)
		}
	}
	if r := got.Ruled[0]; !r.ByDate || r.FromDay.EDTF != "2017-06" || r.ToDay.EDTF != "2016-11" {
		t.Errorf("the ruling is told as %+v", r)
	}
	if len(got.Cases) != 1 || got.Cases[0].Case != "case-d" || got.Cases[0].Why != "no connection" {
		t.Errorf("alone: %+v", got.Cases)
	}
	for _, told := range got.Threads {
		if told.To == "case-a" && (len(told.Earlier) != 1 || told.Earlier[0] != "case-a/detained") {
			t.Errorf("the detention before the law is not told: %+v", told.Earlier)
		}
	}
}

func TestThingsWithoutADate(t *testing.T) {
	x := threadIndex()
	told := tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults())
	s := newThreadScene(x, told)
	mark := func(id data.EntityID) threadMark { return s.marks[s.at[id]] }
	june, _ := timeline.At(edtf.MustParse("2017-06"))
	december, _ := timeline.At(edtf.MustParse("2015-12"))
	for _, c := range []struct {
		id    data.EntityID
		day   float64
		aside int
	}{{"ban", june, 0}, {"charge", december, 0}, {"old-rule", 0, 1}, {"case-c", 0, 1}} {
		m := mark(c.id)
		if !m.NoDate || m.Aside != c.aside || c.aside == 0 && math.Abs(m.At-c.day) > 0.01 {
			t.Errorf("%s stands at %v, column %d, without date %v; want %v, %d", c.id, m.At, m.Aside, m.NoDate, c.day, c.aside)
		}
	}
	if mark("action").NoDate || mark("case-a").NoDate {
		t.Error("a thing with a date is drawn as one without")
	}
}

func TestAThingBetweenTwoDatesStandsBetweenThem(t *testing.T) {
	x := data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "a", Kind: "law", Name: "A", Date: edtf.MustParse("2015-01-01")}, {ID: "b", Kind: "event", Name: "B"},
			{ID: "c", Kind: "event", Name: "C"}, {ID: "d", Kind: "case", Name: "D", Date: edtf.MustParse("2015-01-31")},
		},
		Relations: []data.Relation{
			{ID: "1", From: "a", Predicate: "led_to", To: "b"}, {ID: "2", From: "b", Predicate: "led_to", To: "c"}, {ID: "3", From: "c", Predicate: "led_to", To: "d"},
		},
	})
	s := newThreadScene(x, tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults()))
	days := map[data.EntityID]float64{}
	for _, m := range s.marks {
		days[m.ID] = m.At - 16436 // 2015-01-01
	}
	for id, want := range map[data.EntityID]float64{"a": 0.5, "b": 10.5, "c": 20.5, "d": 30.5} {
		if math.Abs(days[id]-want) > 0.1 {
			t.Errorf("%s stands at day %v, want %v", id, days[id], want)
		}
	}
}

// runsOver walks along every curve in small steps, by other means than the
// router, and lists the names that it comes upon.
func runsOver(p *plan) []string {
	var found []string
	for c, t := range p.curve {
		if t.ruled || p.row(t.from) == p.row(t.to) {
			continue
		}
		for _, at := range pointsAlong(p.ways[c]) {
			for i := range p.marks {
				for _, b := range p.boxes[i] {
					if at[0] > b.x0+1 && at[0] < b.x1-1 && at[1] > b.y0+1 && at[1] < b.y1-1 {
						found = append(found, fmt.Sprintf("%s to %s over the name of %s", p.marks[t.from].ID, p.marks[t.to].ID, p.marks[i].ID))
					}
				}
			}
		}
	}
	return found
}

func pointsAlong(w way) [][2]float64 {
	var out [][2]float64
	walk := func(x0, y0, x1, y1 float64) {
		for k := range 101 {
			s := float64(k) / 100
			out = append(out, [2]float64{x0 + (x1-x0)*s, y0 + (y1-y0)*s})
		}
	}
	bend := func(x0, y0, x1, y1 float64) { // the cubic that the page draws, control points at thirds of the height
		for k := range 101 {
			s := float64(k) / 100
			a, b, c, d := (1-s)*(1-s)*(1-s), 3*s*(1-s)*(1-s), 3*s*s*(1-s), s*s*s
			out = append(out, [2]float64{(a+b)*x0 + (c+d)*x1, a*y0 + b*(y0+(y1-y0)/3) + c*(y1-(y1-y0)/3) + d*y1})
		}
	}
	switch v := w.bends(); len(v) {
	case 0:
		walk(w.x1, w.y1, w.x1, w.y2)
		walk(w.x1, w.y2, w.x2, w.y2)
	case 2:
		walk(w.x1, w.y1, w.x1, v[0])
		bend(w.x1, v[0], w.x2, v[1])
		walk(w.x2, v[1], w.x2, w.y2)
	default:
		walk(w.x1, w.y1, w.x1, v[0])
		bend(w.x1, v[0], v[2], v[1])
		walk(v[2], v[1], v[2], v[3])
		bend(v[2], v[3], w.x2, v[4])
		walk(w.x2, v[4], w.x2, w.y2)
	}
	return out
}

func TestNoCurveHidesANameOfTheBundledDataset(t *testing.T) {
	x := bundledIndex(t)
	o := ThreadsOptions{}.withDefaults()
	s := newThreadScene(x, tellThreads(x, graph.NewTracer(x), o))
	for _, width := range o.Widths {
		p := s.plan(width, true)
		p.improve()
		if n := p.crossings(); n > 0 {
			t.Errorf("at %v pixels the router counts %d names under curves", width, n)
		}
		if p.most < float64(0.85*mostLabel(width)) && width > 500 {
			t.Errorf("at %v pixels names are cut at %v", width, p.most)
		}
		if found := runsOver(p); len(found) > 0 {
			t.Errorf("at %v pixels %d points of curves lie in names: %s", width, len(found), found[0])
		}
		out := 0
		for _, side := range p.side {
			out += truth(side == nowhere)
		}
		if t.Logf("at %v pixels %d names are left out, %v", width, out, p.most); out > 4 {
			t.Errorf("at %v pixels %d names are left out", width, out)
		}
		namesApart(t, p)
	}
}

// namesApart finds names over each other, over another's mark and outside.
func namesApart(t testing.TB, p *plan) {
	t.Helper()
	for i := range p.marks {
		for _, a := range p.boxes[i] {
			if a.x0 < -p.left() || a.x1 > p.width+marginWidth+0.5 {
				t.Errorf("the name of %s stands from %v to %v", p.marks[i].ID, a.x0, a.x1)
			}
			for j := range p.marks {
				if j <= i {
					continue
				}
				for _, b := range p.boxes[j] {
					if min(a.x1, b.x1)-max(a.x0, b.x0) > 0.5 && min(a.y1, b.y1)-max(a.y0, b.y0) > 0.5 {
						t.Errorf("the names of %s and %s cover each other: %v, %v", p.marks[i].ID, p.marks[j].ID, a, b)
					}
				}
			}
		}
	}
}

// randomThreads are datasets in which anything may be undated, parallel or
// staged, with names of any length.
func randomThreads(t *rapid.T) *data.Index {
	kinds := []data.KindID{"law", "charge", "event", "agency", "case", "case", "law"}
	dates := rapid.SampledFrom([]string{"", "2015", "2015-06", "2016-02-03", "[..2016-04]", "2016/..", "2015-03/2017-01", "2017~", "[2014-01..2014-09]"})
	date := func(name string) edtf.Date {
		if s := dates.Draw(t, name); s != "" {
			return edtf.MustParse(s)
		}
		return edtf.Date{}
	}
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	n := rapid.IntRange(2, 14).Draw(t, "things")
	for i := range n {
		e := data.Entity{ID: data.EntityID(fmt.Sprintf("t%02d", i)), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Date: date("date")}
		e.Name = strings.Repeat(string(rune('a'+i)), rapid.IntRange(1, 40).Draw(t, "length"))
		if e.Kind == "law" || e.Kind == "case" {
			for _, s := range []string{"proposed", "in-force", "detained", "tried"}[:rapid.IntRange(0, 4).Draw(t, "stages")] {
				e.Stages = append(e.Stages, data.Stage{Stage: s, Date: date("stage")})
			}
		}
		ds.Entities = append(ds.Entities, e)
	}
	end := func() data.EntityID {
		e := ds.Entities[rapid.IntRange(0, n-1).Draw(t, "end")]
		if k := rapid.IntRange(0, 4).Draw(t, "at"); k < len(e.Stages) {
			return data.StageID(e.ID, e.Stages[k].Stage)
		}
		return e.ID
	}
	for i := range rapid.IntRange(1, 20).Draw(t, "relations") {
		ds.Relations = append(ds.Relations, data.Relation{
			ID: data.RelationID(fmt.Sprintf("r%02d", i)), From: end(), To: end(), Predicate: "led_to", Date: date("when"),
			Status: rapid.SampledFrom([]data.Status{data.Stated, data.Possible, data.Inferred}).Draw(t, "status"),
		})
	}
	return data.NewIndex(ds)
}

func TestAnyThreadsCanBeDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := randomThreads(t)
		o := ThreadsOptions{Widths: []float64{320, 700}}
		got, err := Threads(x, graph.NewTracer(x), o)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Threads(x, graph.NewTracer(x), o)
		if !bytes.Equal(got, again) {
			t.Fatal("the same data give other bytes")
		}
		told := tellThreads(x, graph.NewTracer(x), o.withDefaults())
		s := newThreadScene(x, told)
		for _, list := range [][]thread{told.Threads, told.Impossible} {
			for _, thread := range list {
				for _, step := range thread.Steps {
					c := s.curve[step.Tie]
					if s.marks[c.from].ID != step.From || s.marks[c.to].ID != step.To || c.status != step.Status {
						t.Fatalf("step %s to %s has the curve of %s to %s", step.From, step.To, s.marks[c.from].ID, s.marks[c.to].ID)
					}
				}
			}
		}
		for _, m := range s.marks {
			if math.IsNaN(m.At) || !m.NoDate && m.Aside > 0 {
				t.Fatalf("%s stands at %v, column %d", m.ID, m.At, m.Aside)
			}
		}
		for _, width := range o.Widths {
			p := s.plan(width, true)
			p.improve()
			rowsHoldEverything(t, p)
			for c, w := range p.ways {
				for _, v := range append(w.bends(), w.x1, w.y1, w.x2, w.y2) {
					if math.IsNaN(v) || math.IsInf(v, 0) {
						t.Fatalf("curve %d goes through %v", c, v)
					}
				}
			}
		}
	})
}

// rowsHoldEverything checks that things of one row are apart, names and all.
func rowsHoldEverything(t *rapid.T, p *plan) {
	seen := 0
	for _, row := range p.rows {
		for k, i := range row {
			seen++
			a := p.nameAt(i).whole
			for _, j := range row[k+1:] {
				if b := p.nameAt(j).whole; a.x0 < b.x1 && b.x0 < a.x1 {
					t.Fatalf("%s and %s share a row and meet", p.marks[i].ID, p.marks[j].ID)
				}
			}
		}
	}
	want := 0
	for _, l := range p.lanes {
		want += len(l.Members)
	}
	if seen != want {
		t.Fatalf("%d things have a row, of %d", seen, want)
	}
}

func TestALargeChartIsLaidOutInOnePass(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	add := func(id string, kind data.KindID, date string) {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(id), Kind: kind, Name: id, Date: edtf.MustParse(date)})
	}
	add("law", "law", "2001")
	for i := range 300 {
		c := fmt.Sprintf("case-%03d", i)
		add(c, "case", fmt.Sprintf("%d", 2005+i%9))
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(c), From: "law", Predicate: "led_to", To: data.EntityID(c)})
	}
	x := data.NewIndex(ds)
	p := newThreadScene(x, tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults())).plan(400, true)
	if !p.large() {
		t.Fatalf("%d curves and %d marks are not large", len(p.curve), len(p.marks))
	}
	p.improve()
	for c, w := range p.ways {
		if w.x1 != p.leave[c] || w.x2 != p.end[c] || w.y2 != p.y[p.curve[c].to] {
			t.Fatalf("curve %d goes to %v, %v", c, w.x2, w.y2)
		}
	}
	namesApart(t, p)
}

func TestThreadsBeyondTheBoundAreCounted(t *testing.T) {
	x := bundledIndex(t)
	all := readThreadOptions(t, x, ThreadsOptions{Widths: []float64{400}}).Redthread
	few := readThreadOptions(t, x, ThreadsOptions{Widths: []float64{400}, Most: 5}).Redthread
	if len(few.Threads) != 5 || few.LeftOut != len(all.Threads)-5 || all.LeftOut != 0 {
		t.Errorf("%d threads and %d left out, of %d", len(few.Threads), few.LeftOut, len(all.Threads))
	}
}

func TestHostileNamesInThreadsStayTexts(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i, text := range hostile {
		law, c := data.EntityID(fmt.Sprintf("law-%d", i)), data.EntityID(fmt.Sprintf("case-%d", i))
		ds.Entities = append(ds.Entities, data.Entity{ID: law, Kind: "law", Name: text, Date: edtf.MustParse("2015")}, data.Entity{ID: c, Kind: "case", Name: text + " 2"})
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(law + "--" + c), From: law, Predicate: "led_to", To: c})
	}
	x := data.NewIndex(ds)
	got, err := Threads(x, graph.NewTracer(x), ThreadsOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(got) || bytes.ContainsAny(got, "<>&") {
		t.Fatal("the options are not JSON that may stand in a page")
	}
	r := readThreadOptions(t, x, ThreadsOptions{})
	for _, s := range r.Series {
		if !strings.HasPrefix(s.RenderItem, "rt.threads.") {
			t.Errorf("renderer %q is not of our list", s.RenderItem)
		}
	}
	if n := bytes.Count(got, []byte("renderItem")); n != len(r.Series) {
		t.Errorf("%d renderers named for %d series", n, len(r.Series))
	}
	labels := map[string]int{}
	for _, raw := range r.Series[2].Data {
		var d struct{ Label string }
		if err := json.Unmarshal(raw, &d); err != nil {
			t.Fatal(err)
		}
		labels[d.Label]++
	}
	for _, text := range hostile {
		if labels[text] != 1 || labels[text+" 2"] != 1 {
			t.Errorf("%q stands %d and %d times on the chart", text, labels[text], labels[text+" 2"])
		}
	}
}

func BenchmarkThreads(b *testing.B) {
	x := bundledIndex(b)
	tracer := graph.NewTracer(x)
	for b.Loop() {
		if _, err := Threads(x, tracer, ThreadsOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A case that is called like the person it is about once was cut to make room for
// what its lane says.
func TestTheLaneSaysThatItIsACase(t *testing.T) {
	x := bundledIndex(t)
	s, _ := sceneOf(x)
	for id, want := range map[data.EntityID]string{"case-huang-qi": "Huang Qi: faces indictment and trial", "case-targeted-individuals": "Targeted individuals", "case-wu-xiangyang": "Wu Xiangyang: sentenced"} {
		thing, _ := x.Thing(id)
		got := s.data()[s.at[id]]
		if text := cmp.Or(got.Text, got.Label); text != want || got.Label != thing.Short {
			t.Errorf("%s is called %q, short %q", id, text, got.Label)
		}
	}
}

// A dataset without any thread once left lists of the options null, and the view
// could not be drawn.
func TestDatasetWithoutThreadsGivesListsNotNull(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Entities: []data.Entity{
		{ID: "lone-case", Kind: "case", Name: "Lone case"}, {ID: "law", Kind: "law", Name: "Law"},
	}}
	x := data.NewIndex(ds)
	text, err := Threads(x, graph.NewTracer(x), ThreadsOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte(":null")) {
		t.Errorf("a list is null: %.600s", text)
	}
	if !bytes.Contains(text, []byte("lone-case")) {
		t.Error("the case without a thread is not listed")
	}
}
