package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

// flowOption is the part of the options that the tests read.
type flowOption struct {
	Sankey struct {
		Series []struct {
			Type             string
			LayoutIterations *int
			NodeGap          *int
			NodeAlign        string
			Data             []sankeyNode
			Links            []sankeyLink
		}
		Redthread flowOwn
	}
	Matrix struct {
		Series    []struct{ Data []matrixCell }
		Redthread matrixOwn
		XAxis     []struct{ Data []string }
		YAxis     []struct{ Data []string }
	}
}

func drawFlow(t testing.TB, x *data.Index) ([]byte, flowOption, graph.All) {
	t.Helper()
	tracer := graph.NewTracer(x)
	all := tracer.ThreadsAll(graph.ThreadOptions{})
	text, err := Flow(x, all, tracer.RuledOut(graph.ThreadOptions{}))
	if err != nil {
		t.Fatal(err)
	}
	var option flowOption
	if err := json.Unmarshal(text, &option); err != nil {
		t.Fatal(err)
	}
	return text, option, all
}

// flowIndex has a law that leads to a case over two columns and directly, a
// charge without a law, a case that came too early, and one that is ruled out.
func flowIndex() *data.Index {
	return data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "notice", Kind: "law", Name: "Notice", Stages: []data.Stage{{Stage: "issued", Date: edtf.MustParse("2017-01")}}},
			{ID: "draft", Kind: "law", Name: "Draft"},
			{ID: "crackdown", Kind: "event", Name: "Crackdown"},
			{ID: "theft", Kind: "charge", Name: "theft"},
			{ID: "seller", Kind: "case", Name: "Seller", Stages: []data.Stage{{Stage: "sentenced", Date: edtf.MustParse("2017-12")}}},
			{ID: "early", Kind: "case", Name: "Early"},
			{ID: "thief", Kind: "case", Name: "Thief"},
			{ID: "nobody", Kind: "case", Name: "Nobody"},
			{ID: "wu", Kind: "person", Name: "Wu"},
		},
		Relations: []data.Relation{
			{ID: "n-c", From: "notice/issued", Predicate: "led_to", To: "crackdown", Date: edtf.MustParse("2017-01")},
			{ID: "c-s", From: "crackdown", Predicate: "includes", To: "seller", Date: edtf.MustParse("2017-12")},
			{ID: "n-s", From: "notice", Predicate: "led_to", To: "seller/sentenced", Status: data.Inferred, Date: edtf.MustParse("2017-12")},
			{ID: "n-e", From: "notice/issued", Predicate: "led_to", To: "early", Date: edtf.MustParse("2016-05")},
			{ID: "t-t", From: "thief", Predicate: "charged_with", To: "theft", Status: data.Possible},
			{ID: "w-t", From: "wu", Predicate: "subject", To: "thief"},
		},
		RuledOut: []data.RuledOut{
			{ID: "not-the-draft", From: "draft", To: "wu", Reason: "it was no law"},
			{ID: "not-the-event", From: "draft", To: "crackdown", Reason: "it was no law"},
		},
	})
}

func TestFlowOptionsAreGolden(t *testing.T) {
	text, _, _ := drawFlow(t, flowIndex())
	golden(t, "flow.golden.json", text)
}

func TestFlowKeepsItsColumnsAndSaysWhatTheyAre(t *testing.T) {
	_, option, _ := drawFlow(t, flowIndex())
	var titles []string
	for _, c := range option.Sankey.Redthread.Columns {
		titles = append(titles, c.Title)
	}
	if got, want := strings.Join(titles, " | "), "No law is named | Laws and rules | Events | Cases"; got != want {
		t.Errorf("columns %q, want %q", got, want)
	}
	at := map[data.EntityID]int{}
	for _, n := range option.Sankey.Series[0].Data {
		at[n.ID] = n.Depth
	}
	if at["theft"] != 0 || at["notice"] != 1 || at["seller"] != 3 || at["thief"] != 3 {
		t.Errorf("columns by thing: %v", at)
	}
}

func TestMatrixTellsThreadsImpossibleAndRuledOutApart(t *testing.T) {
	_, option, all := drawFlow(t, flowIndex())
	own := option.Matrix.Redthread
	got := map[string]matrixCell{}
	for _, c := range option.Matrix.Series[0].Data {
		got[string(own.Columns[c.Value[0]].ID+" "+own.Rows[c.Value[1]].ID)] = c
	}
	for pair, want := range map[string]string{"notice seller": "stated", "notice early": "impossible", "theft thief": "possible", "draft thief": "ruled-out"} {
		if c := got[pair]; c.Mark != want || matrixMarks[c.Value[2]-1].id != want {
			t.Errorf("%s is %q (%v), want %q", pair, c.Mark, c.Value, want)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d cells, want 4: %v", len(got), got)
	}
	if got, want := got["notice early"].Breaks, []cellBreak{{Late: "r:n-e", After: "notice/issued"}}; !slices.Equal(got, want) {
		t.Errorf("the impossible thread breaks at %v, want %v", got, want)
	}
	if c := got["notice seller"]; c.Threads != 2 || c.Thread != all.Pairs[1].Threads[0].ID() {
		t.Errorf("the cell of two threads is %+v", c)
	}
	if !slices.Equal(own.Elsewhere, []string{"not-the-event"}) {
		t.Errorf("ruled out elsewhere: %v", own.Elsewhere)
	}
	if last := own.Rows[len(own.Rows)-1]; last.ID != "nobody" {
		t.Errorf("the last row is %s; a case without threads keeps its row, at the end", last.ID)
	}
}

// TestFlowCutsCirclesByTheColumns lets two events lead to each other: ECharts
// fails on a circle.
func TestFlowCutsCirclesByTheColumns(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for id, kind := range map[data.EntityID]data.KindID{"law": "law", "other-law": "law", "event": "event", "case": "case"} {
		ds.Entities = append(ds.Entities, data.Entity{ID: id, Kind: kind, Name: string(id)})
	}
	slices.SortFunc(ds.Entities, func(a, b data.Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, r := range []string{"law event", "event other-law", "other-law event", "event case", "other-law case"} {
		from, to, _ := strings.Cut(r, " ")
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(strings.ReplaceAll(r, " ", "-to-")), From: data.EntityID(from), Predicate: "led_to", To: data.EntityID(to)})
	}
	x := data.NewIndex(ds)
	_, option, all := drawFlow(t, x)
	if want := []flowLeft{{"event-to-other-law", "circle"}}; !slices.Equal(option.Sankey.Redthread.Left, want) {
		t.Errorf("left out %v, want %v: it runs against the columns", option.Sankey.Redthread.Left, want)
	}
	checkFlow(t, x, option, all)
}

// flowFatal is what *testing.T and *rapid.T share.
type flowFatal interface {
	Helper()
	Fatalf(string, ...any)
}

// checkFlow holds a diagram to its promises.
func checkFlow(t flowFatal, x *data.Index, option flowOption, all graph.All) {
	t.Helper()
	series, own := option.Sankey.Series[0], option.Sankey.Redthread
	if series.Type != "sankey" || series.LayoutIterations == nil || *series.LayoutIterations != 0 || series.NodeGap == nil || series.NodeAlign != "left" {
		t.Fatalf("ECharts would move the nodes: %+v", series)
	}
	nodes := map[data.EntityID]sankeyNode{}
	for _, n := range series.Data {
		if _, twice := nodes[n.ID]; twice {
			t.Fatalf("node %s stands twice", n.ID)
		}
		nodes[n.ID] = n
	}
	checkPlaces(t, series.Data, own)
	checkLinks(t, x, series.Links, nodes)
	checkThreads(t, series.Links, own, all)
}

// checkPlaces wants nodes of a column apart, in their order, and inside.
func checkPlaces(t flowFatal, nodes []sankeyNode, own flowOwn) {
	t.Helper()
	for i, n := range nodes {
		top := n.LocalY * own.Scale
		if math.IsNaN(top) || top < -0.1 || top+float64(n.Value)*own.Unit > own.Height+0.1 {
			t.Fatalf("node %s stands at %v of %v", n.ID, top, own.Height)
		}
		if n.Depth < 0 || n.Depth >= len(own.Columns) {
			t.Fatalf("node %s stands in column %d of %d", n.ID, n.Depth, len(own.Columns))
		}
		if i == 0 || nodes[i-1].Depth != n.Depth {
			continue
		}
		above := nodes[i-1]
		least := 7.9
		if n.Waypoint != "" && above.Waypoint != "" {
			least = flowPass - 0.1
		}
		if pitch := n.LocalY*own.Scale - above.LocalY*own.Scale - float64(above.Value)*own.Unit; pitch < least {
			t.Fatalf("%s stands %v px below the end of %s", n.ID, pitch, above.ID)
		}
	}
}

// checkLinks wants each to be a relation of the dataset, in its direction of
// influence, in parts from column to column, and as sure as it is.
func checkLinks(t flowFatal, x *data.Index, links []sankeyLink, nodes map[data.EntityID]sankeyNode) {
	t.Helper()
	in, out := map[data.EntityID]int{}, map[data.EntityID]int{}
	parts := map[data.RelationID][]sankeyLink{}
	for _, l := range links {
		if nodes[l.Target].Depth != nodes[l.Source].Depth+1 {
			t.Fatalf("%s runs from column %d to %d", l.Relation, nodes[l.Source].Depth, nodes[l.Target].Depth)
		}
		parts[l.Relation] = append(parts[l.Relation], l)
		out[l.Source] += l.Value
		in[l.Target] += l.Value
	}
	for id, list := range parts {
		if list[0].Relations > 1 {
			checkBundle(t, list, nodes)
			continue
		}
		r, ok := x.Relation(id)
		if !ok {
			t.Fatalf("%s is no relation", id)
		}
		from, to := r.From, r.To
		if x.Predicate(r.Predicate).Influence == data.Backward {
			from, to = to, from
		}
		f := flow{x: x}
		stands := func(at, id data.EntityID) bool {
			return at == id || nodes[at].Others > 0 && nodes[id].ID == ""
		}
		if !stands(list[0].Source, f.owner(from)) || !stands(list[len(list)-1].Target, f.owner(to)) {
			t.Fatalf("%s is drawn from %s to %s", id, list[0].Source, list[len(list)-1].Target)
		}
		for i, l := range list {
			if l.Status != weaker("", r.Status) || l.Value != list[0].Value || i > 0 && l.Source != list[i-1].Target {
				t.Fatalf("%s has a part %+v", id, l)
			}
		}
	}
	for id, n := range nodes {
		if in[id] > n.Value || out[id] > n.Value {
			t.Fatalf("%s has %d in, %d out and is %d wide", id, in[id], out[id], n.Value)
		}
	}
}

// checkBundle wants relations that are drawn as one to have an end that is
// several things.
func checkBundle(t flowFatal, parts []sankeyLink, nodes map[data.EntityID]sankeyNode) {
	t.Helper()
	first, last := parts[0], parts[len(parts)-1]
	if nodes[first.Source].Others == 0 && nodes[last.Target].Others == 0 {
		t.Fatalf("%s is drawn as one of %d, between %s and %s", first.Relation, first.Relations, first.Source, last.Target)
	}
	for _, l := range parts {
		if l.Relations > l.Value || l.Status != first.Status || l.Value != first.Value || l.Relations != first.Relations {
			t.Fatalf("%s has a part %+v", first.Relation, l)
		}
	}
}

// checkThreads wants every relation of every thread in the diagram or named as
// left out, and as wide as the threads that follow it.
func checkThreads(t flowFatal, links []sankeyLink, own flowOwn, all graph.All) {
	t.Helper()
	width, want := map[data.RelationID]int{}, map[data.RelationID]int{}
	for _, l := range links {
		width[l.Relation] = l.Value
	}
	left := map[data.RelationID]bool{}
	for _, l := range own.Left {
		left[l.Relation] = true
	}
	told := map[string]int{}
	for _, thread := range own.Threads {
		told[thread.ID] = len(thread.Relations)
		for _, id := range thread.Relations {
			want[id]++
		}
	}
	threads := 0
	for _, f := range append(slices.Clone(all.Pairs), all.Charges...) {
		for _, thread := range f.Threads {
			threads++
			drawn := 0
			for _, s := range thread.Steps {
				if s.Relation != "" && !left[s.Relation] {
					drawn++
				}
			}
			if n, ok := told[thread.ID()]; ok && n != drawn {
				t.Fatalf("%s has %d relations in the diagram, want %d", thread.ID(), n, drawn)
			}
		}
	}
	if len(own.Threads)+own.Omitted != threads {
		t.Fatalf("%d threads and %d omitted of %d", len(own.Threads), own.Omitted, threads)
	}
	for id, n := range want {
		if width[id] != n {
			t.Fatalf("%s is %d wide, and %d threads follow it", id, width[id], n)
		}
	}
	for id := range width {
		if left[id] || want[id] == 0 {
			t.Fatalf("%s is drawn, and no thread follows it or it is said to be left out", id)
		}
	}
}

func TestFlowLosesNoThread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawnFlow(t)
		tracer := graph.NewTracer(x)
		all := tracer.ThreadsAll(graph.ThreadOptions{Hops: 5, Count: 4})
		draw := func() []byte {
			text, err := Flow(x, all, tracer.RuledOut(graph.ThreadOptions{}))
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		text := draw()
		var option flowOption
		if err := json.Unmarshal(text, &option); err != nil {
			t.Fatal(err)
		}
		checkFlow(t, x, option, all)
		checkMatrix(t, option, all)
		if !bytes.Equal(text, draw()) {
			t.Fatal("the same threads gave other bytes")
		}
	})
}

// drawnFlow is a dataset whose relations all carry, in any direction.
func drawnFlow(t *rapid.T) *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	kinds := []data.KindID{"law", "law", "charge", "concept", "agency", "event", "event", "case", "case", "thing-of-theirs"}
	things := rapid.IntRange(2, 14).Draw(t, "things")
	for i := range things {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("t%02d", i)), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Name: rapid.String().Draw(t, "name")})
	}
	statuses := []data.Status{"", data.Stated, data.Possible, data.Inferred, data.Disputed}
	for i := range rapid.IntRange(0, 26).Draw(t, "relations") {
		end := rapid.IntRange(0, things-1)
		ds.Relations = append(ds.Relations, data.Relation{
			ID: data.RelationID(fmt.Sprintf("r%02d", i)), From: ds.Entities[end.Draw(t, "from")].ID, To: ds.Entities[end.Draw(t, "to")].ID,
			Predicate: rapid.SampledFrom([]data.PredicateID{"led_to", "charged_with", "targets"}).Draw(t, "predicate"), Status: rapid.SampledFrom(statuses).Draw(t, "status"),
		})
	}
	return data.NewIndex(ds)
}

// checkMatrix wants one cell for each pair that has a thread or an impossible
// one, and a row for each case.
func checkMatrix(t flowFatal, option flowOption, all graph.All) {
	t.Helper()
	own, threads, want := option.Matrix.Redthread, 0, 0
	for _, f := range append(slices.Clone(all.Pairs), all.Charges...) {
		want += len(f.Threads)
	}
	seen := map[[2]int]bool{}
	for _, c := range option.Matrix.Series[0].Data {
		at := [2]int{c.Value[0], c.Value[1]}
		if seen[at] || c.Value[0] >= len(own.Columns) || c.Value[1] >= len(own.Rows) || c.Mark != matrixMarks[c.Value[2]-1].id {
			t.Fatalf("cell %+v", c)
		}
		seen[at] = true
		threads += c.Threads
	}
	if threads != want {
		t.Fatalf("the cells tell of %d threads, there are %d", threads, want)
	}
	rows := map[data.EntityID]bool{}
	for _, r := range own.Rows {
		rows[r.ID] = true
	}
	for _, c := range all.Cases {
		if !rows[c] {
			t.Fatalf("case %s has no row", c)
		}
	}
}

func TestFlowOfTheBundledDatasetIsWhole(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	x := data.NewIndex(ds)
	_, option, all := drawFlow(t, x)
	checkFlow(t, x, option, all)
	checkMatrix(t, option, all)
	own := option.Sankey.Redthread
	if len(own.Left) > 0 || own.Omitted > 0 {
		t.Errorf("left out: %v and %d threads", own.Left, own.Omitted)
	}
	t.Logf("%d threads, %d nodes, %d links, %.0f px high; %d rows, %d columns, %d cells", len(own.Threads), len(option.Sankey.Series[0].Data),
		len(option.Sankey.Series[0].Links), own.Height, len(option.Matrix.Redthread.Rows), len(option.Matrix.Redthread.Columns), len(option.Matrix.Series[0].Data))
}

func TestNamesInTheFlowStayTexts(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i, text := range hostile {
		law, c := data.EntityID('a'+rune(i)), data.EntityID('A'+rune(i))
		ds.Entities = append(ds.Entities, data.Entity{ID: law, Kind: "law", Name: text}, data.Entity{ID: c, Kind: "case", Name: text})
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(law), From: law, Predicate: "led_to", To: c, Status: data.Status(text)})
	}
	text, option, _ := drawFlow(t, data.NewIndex(ds))
	if bytes.ContainsAny(text, "<>&") {
		t.Error("the options could end a script element")
	}
	names := map[string]int{}
	for _, n := range option.Sankey.Series[0].Data {
		names[n.Name]++
	}
	for _, want := range hostile {
		if names[want] != 1 || names[want+", case"] != 1 {
			t.Errorf("%q stands %d times, as a case %d, want 1 and 1", want, names[want], names[want+", case"])
		}
	}
	for _, l := range option.Sankey.Series[0].Links {
		if l.Status != data.Disputed {
			t.Errorf("an unknown status became %q; want the weakest", l.Status)
		}
	}
	if len(option.Matrix.XAxis[0].Data) != len(hostile) || len(option.Matrix.YAxis[0].Data) != len(hostile) {
		t.Errorf("%d columns, %d rows", len(option.Matrix.XAxis[0].Data), len(option.Matrix.YAxis[0].Data))
	}
}

func TestFlowOfNothingIsEmpty(t *testing.T) {
	_, option, _ := drawFlow(t, data.NewIndex(&data.Dataset{}))
	if n := len(option.Sankey.Series[0].Data) + len(option.Matrix.Series[0].Data); n != 0 {
		t.Errorf("%d marks of nothing", n)
	}
}

// everyPair has laws that each lead to every case.
func everyPair(laws, cases int) *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	add := func(id string, kind data.KindID) data.EntityID {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(id), Kind: kind, Name: id})
		return data.EntityID(id)
	}
	for i := range laws {
		law := add(fmt.Sprintf("law-%02d", i), "law")
		for j := range cases {
			c := data.EntityID(fmt.Sprintf("case-%02d", j))
			if i == 0 {
				add(string(c), "case")
			}
			ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%02d-%02d", i, j)), From: law, Predicate: "led_to", To: c, Status: []data.Status{data.Stated, data.Possible}[(i+j)%2]})
		}
	}
	return data.NewIndex(ds)
}

// TestAFullFlowLeavesWholeThreadsOut keeps the best of each pair.
func TestAFullFlowLeavesWholeThreadsOut(t *testing.T) {
	x := everyPair(70, 60)
	_, option, all := drawFlow(t, x)
	checkFlow(t, x, option, all)
	if got := option.Sankey.Redthread.Omitted; got != 4200-maxFlowLinks {
		t.Errorf("%d threads omitted, want %d", got, 4200-maxFlowLinks)
	}
	if got := len(option.Matrix.Series[0].Data); got != 4200 {
		t.Errorf("%d cells, want 4200: the matrix is whole", got)
	}
}

func TestOfAFullColumnTheLeastAreDrawnAsOne(t *testing.T) {
	x := unevenPairs()
	_, option, all := drawFlow(t, x)
	checkFlow(t, x, option, all)
	alone, others := map[int]int{}, map[string]int{}
	for _, n := range option.Sankey.Series[0].Data {
		if n.Others > 0 {
			others[n.Name] = n.Value
		} else if n.Waypoint == "" {
			alone[n.Depth]++
		}
	}
	// law i leads to i cases: the 12 with the most stand alone; case j is led to
	// by 60-j laws, of which the first 12 do
	if alone[0] != namedAlone || alone[1] != namedAlone {
		t.Errorf("things that stand alone by column: %v, want %d", alone, namedAlone)
	}
	if want := 47 * 48 / 2; others["47 other laws and rules"] != want {
		t.Errorf("drawn as one: %v, want %d threads of laws", others, want)
	}
	relations := 0
	seen := map[data.RelationID]bool{}
	for _, l := range option.Sankey.Series[0].Links {
		if !seen[l.Relation] {
			relations += max(1, l.Relations)
		}
		seen[l.Relation] = true
	}
	if want := 59 * 60 / 2; relations != want {
		t.Errorf("%d relations are drawn, want %d", relations, want)
	}
}

// unevenPairs has sixty laws of which the i-th leads to the first i of fifty-nine
// cases.
func unevenPairs() *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i := range 60 {
		law := data.EntityID(fmt.Sprintf("law-%02d", i))
		ds.Entities = append(ds.Entities, data.Entity{ID: law, Kind: "law", Name: string(law)})
		if i > 0 {
			ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("case-%02d", i-1)), Kind: "case", Name: fmt.Sprintf("case-%02d", i-1)})
		}
		for j := range i {
			ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%02d-%02d", i, j)), From: law, Predicate: "led_to", To: data.EntityID(fmt.Sprintf("case-%02d", j)), Status: []data.Status{data.Stated, data.Possible}[(i+j)%2]})
		}
	}
	return data.NewIndex(ds)
}

func TestTheRowsOfALargeMatrixFollowItsColumns(t *testing.T) {
	_, option, _ := drawFlow(t, unevenPairs())
	last := 0
	first := map[int]int{}
	for _, c := range option.Matrix.Series[0].Data {
		if at, ok := first[c.Value[1]]; !ok || c.Value[0] < at {
			first[c.Value[1]] = c.Value[0]
		}
	}
	for row := range option.Matrix.Redthread.Rows {
		if first[row] < last {
			t.Fatalf("row %d begins in column %d, the one above in %d", row, first[row], last)
		}
		last = first[row]
	}
}

// All cases of a full column once were one mark without a name where as many
// threads led to each, and names stood in the order 0, 1, 14, 2.
func TestOfThingsWithAsManyThreadsTheFirstByNameStandAlone(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i := range 3 {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("law-%d", i)), Kind: "law", Name: fmt.Sprintf("Law %d", i)})
	}
	for j := range 40 {
		c := data.EntityID(fmt.Sprintf("case-%d", j))
		ds.Entities = append(ds.Entities, data.Entity{ID: c, Kind: "case", Name: fmt.Sprintf("Case %d", j)})
		for i := range 3 {
			ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%d-%d", i, j)), From: data.EntityID(fmt.Sprintf("law-%d", i)), Predicate: "led_to", To: c})
		}
	}
	x := data.NewIndex(ds)
	_, option, all := drawFlow(t, x)
	checkFlow(t, x, option, all)
	var names []string
	for _, n := range option.Sankey.Series[0].Data {
		names = append(names, n.Name)
	}
	want := ""
	for i := range 12 {
		want += fmt.Sprintf(", Case %d", i)
	}
	slices.Sort(names[:3]) // the laws cross nothing in any order
	if got := strings.Join(names, ", "); got != "Law 0, Law 1, Law 2"+want+", 28 other cases" {
		t.Errorf("drawn: %s", got)
	}
	for _, l := range option.Sankey.Series[0].Links {
		if l.Relations > 0 && (l.EndCount != 28 || fmt.Sprint(l.Ends) != "[case-12 case-13 case-14]") {
			t.Errorf("%s leads to %d, first %v", l.Relation, l.EndCount, l.Ends)
		}
	}
	var rows []string
	for _, h := range option.Matrix.Redthread.Rows {
		rows = append(rows, string(h.ID))
	}
	if at := slices.Index(rows, "case-9"); at < 0 || slices.Index(rows, "case-14") < at {
		t.Errorf("the rows of the matrix: %q", rows)
	}
}

// Forty laws of one case each once were named by themselves, and so were the
// cases: the bands of named laws ran into the others, and those of the others to
// named cases.
func TestTheCasesOfNamedLawsStandAlone(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i := range 40 {
		law, c := data.EntityID(fmt.Sprintf("law-%d", i)), data.EntityID(fmt.Sprintf("case-%d", 39-i))
		ds.Entities = append(ds.Entities, data.Entity{ID: law, Kind: "law", Name: fmt.Sprintf("Law %d", i)}, data.Entity{ID: c, Kind: "case", Name: fmt.Sprintf("Case %d", 39-i)})
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%d", i)), From: law, Predicate: "led_to", To: c})
	}
	x := data.NewIndex(ds)
	_, option, all := drawFlow(t, x)
	checkFlow(t, x, option, all)
	var laws []string
	for _, n := range option.Sankey.Series[0].Data {
		if n.Depth == 0 && n.Others == 0 {
			laws = append(laws, n.Name)
		}
	}
	if got := strings.Join(laws, ", "); got != "Law 0, Law 1, Law 2, Law 3, Law 4, Law 5, Law 6, Law 7, Law 8, Law 9, Law 10, Law 11" {
		t.Errorf("named: %s", got)
	}
	for _, l := range option.Sankey.Series[0].Links {
		if from, to := strings.HasPrefix(string(l.Source), "others:"), strings.HasPrefix(string(l.Target), "others:"); from != to {
			t.Errorf("a band runs from %s to %s", l.Source, l.Target)
		}
	}
}

func TestABreakOfAStepWithoutADateNamesWhatItLeadsTo(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Entities: []data.Entity{
		{ID: "law", Kind: "law", Name: "Law", Date: edtf.MustParse("2018")}, {ID: "old", Kind: "case", Name: "Old case", Date: edtf.MustParse("2016")},
	}, Relations: []data.Relation{{ID: "r", From: "old", Predicate: "charged_under", To: "law"}}}
	_, option, _ := drawFlow(t, data.NewIndex(ds))
	cells := option.Matrix.Series[0].Data
	if len(cells) != 1 || cells[0].Mark != "impossible" || len(cells[0].Breaks) != 1 || cells[0].Breaks[0].Over != "old" {
		t.Errorf("cells: %+v", cells)
	}
}
