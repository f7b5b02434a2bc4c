package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// networkOption is what the page reads of the options.
type networkOption struct {
	Series []struct {
		ID, Type, Layout string
		Data             json.RawMessage
		Links            []networkLink
	}
	Redthread struct {
		Loops  []networkLink
		Canvas [4]float64
		Dots   []planeDots
		Lines  planeLines
	}
}

func drawNetwork(t interface {
	Helper()
	Fatal(...any)
}, x *data.Index) ([]byte, networkOption) {
	t.Helper()
	n := graph.New(x, graph.Options{})
	text, err := Network(n, x, DrawNetwork(n))
	if err != nil {
		t.Fatal(err)
	}
	var option networkOption
	if err := json.Unmarshal(text, &option); err != nil {
		t.Fatal(err)
	}
	return text, option
}

// networkIndex has every case of the links: one, parallel, both ways, a
// bundle, a loop, a stage, every status.
func networkIndex() *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for _, e := range []struct {
		id   data.EntityID
		kind data.KindID
	}{{"law", "law"}, {"miit", "agency"}, {"police", "agency"}, {"wu", "person"}, {"case-wu", "case"}, {"alone", "place"}} {
		ds.Entities = append(ds.Entities, data.Entity{ID: e.id, Kind: e.kind, Name: "The " + string(e.id)})
	}
	ds.Entities[0].Stages = []data.Stage{{Stage: "in-force"}}
	add := func(from data.EntityID, p data.PredicateID, to data.EntityID, s data.Status) {
		id := data.RelationID(fmt.Sprintf("r%02d-%s", len(ds.Relations), p))
		ds.Relations = append(ds.Relations, data.Relation{ID: id, From: from, Predicate: p, To: to, Status: s})
	}
	add("miit", "issued", "law", data.Stated)
	add("police", "enforces", "law/in-force", data.Possible)
	add("police", "criticised", "law", data.Inferred)
	add("law", "authorises", "police", data.Disputed)
	add("wu", "subject", "case-wu", "")
	add("law", "amends", "law", data.Stated)
	for range 5 {
		add("police", "detained", "case-wu", data.Inferred)
	}
	add("case-wu", "criticised", "police", data.Possible)
	return data.NewIndex(ds)
}

func TestNetworkOptionsOfASmallDataset(t *testing.T) {
	text, _ := drawNetwork(t, networkIndex())
	golden(t, "network.golden.json", text)
}

func TestParallelRelationsAreCurvesOfTheirOwnAndManyAreABundle(t *testing.T) {
	_, option := drawNetwork(t, networkIndex())
	bends := map[string][]float64{}
	for _, l := range option.Series[0].Links {
		pair, bend := string(l.Source+" "+l.Target), l.LineStyle.Curveness
		if l.Source > l.Target { // seen from the lesser end
			pair, bend = string(l.Target+" "+l.Source), -bend
		}
		bends[pair] = append(bends[pair], bend)
		if pair == "case-wu police" && (len(l.Relations) != 6 || l.Status != data.Inferred || l.Influence != data.Forward) {
			t.Errorf("the bundle is %+v; want six relations, inferred as its weakest, carrying", l)
		}
	}
	if got := bends["law police"]; len(got) != 3 || got[0] == got[1] || got[1] == got[2] || got[0] == got[2] {
		t.Errorf("three relations between law and police bend by %v; want three different bends", got)
	}
	if loops := option.Redthread.Loops; len(loops) != 1 || loops[0].Relations[0] != "r05-amends" {
		t.Errorf("loops are %+v; want the law that amends itself", loops)
	}
}

func TestNetworkKeepsZeroAndLosesNoRelation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawnIndex(t, rapid.IntRange(0, 24).Draw(t, "things"), rapid.IntRange(0, 60).Draw(t, "relations"))
		text, option := drawNetwork(t, x)
		seen := map[data.RelationID]int{}
		for _, l := range append(option.Series[0].Links, option.Redthread.Loops...) {
			for _, id := range l.Relations {
				seen[id]++
			}
			if l.Status == data.Stated || math.Abs(l.LineStyle.Curveness) > 1 {
				t.Fatalf("link %+v", l)
			}
		}
		for _, r := range x.Relations() {
			if r.Predicate != data.StageOf && seen[r.ID] != 1 {
				t.Fatalf("relation %s is in %d links", r.ID, seen[r.ID])
			}
		}
		everyNodeHasAPlace(t, x, option)
		again, _ := drawNetwork(t, x)
		if !bytes.Equal(text, again) {
			t.Fatal("the same network gave other bytes")
		}
	})
}

func everyNodeHasAPlace(t *rapid.T, x *data.Index, option networkOption) {
	var nodes []map[string]any
	if err := json.Unmarshal(option.Series[0].Data, &nodes); err != nil {
		t.Fatal(err)
	}
	entities := 0
	for _, thing := range x.Things() {
		if !thing.IsStage() {
			entities++
		}
	}
	if len(nodes) != entities {
		t.Fatalf("%d nodes for %d entities", len(nodes), entities)
	}
	for _, n := range nodes {
		for _, key := range []string{"id", "x", "y", "symbol", "symbolSize", "degree", "community"} {
			if _, ok := n[key]; !ok {
				t.Fatalf("node %v has no %s", n["id"], key)
			}
		}
	}
}

func drawnIndex(t *rapid.T, things, relations int) *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i := range things {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("t%d", i)), Kind: rapid.SampledFrom(data.BuiltinKinds).Draw(t, "kind").ID, Name: rapid.String().Draw(t, "name")})
	}
	statuses := []data.Status{"", data.Stated, data.Possible, data.Inferred, data.Disputed}
	for i := 0; things > 0 && i < relations; i++ {
		end := rapid.IntRange(0, things-1)
		ds.Relations = append(ds.Relations, data.Relation{
			ID: data.RelationID(fmt.Sprintf("r%d", i)), From: ds.Entities[end.Draw(t, "from")].ID, To: ds.Entities[end.Draw(t, "to")].ID,
			Predicate: rapid.SampledFrom(data.BuiltinPredicates).Draw(t, "predicate").ID, Status: rapid.SampledFrom(statuses).Draw(t, "status"),
		})
	}
	return data.NewIndex(ds)
}

func TestALargeNetworkIsDrawnInBulkWithEveryRelation(t *testing.T) {
	const nodes, size = maxGraphNodes + 1, 3000
	from, to := make([]int32, size), make([]int32, size)
	for i := range from {
		from[i], to[i] = int32(i*7%nodes), int32(i*i%nodes)
	}
	n := graph.FromArrays(nodes, from, to)
	flat := func() graph.Drawing {
		d := graph.Drawing{Width: 100, Height: 100, Placed: make([]graph.Placed, nodes)}
		for v := range d.Placed {
			d.Placed[v] = graph.Placed{ID: n.ID(int32(v)), X: float64(v % 50), Y: float64(v / 50), Size: 4}
		}
		return d
	}
	text, err := Network(n, data.NewIndex(&data.Dataset{}), NetworkDrawings{Landscape: flat(), Portrait: flat()})
	if err != nil {
		t.Fatal(err)
	}
	var option networkOption
	if err := json.Unmarshal(text, &option); err != nil {
		t.Fatal(err)
	}
	var coords []planeCoords
	if err := json.Unmarshal(option.Series[0].Data, &coords); err != nil {
		t.Fatal(err)
	}
	lines := option.Redthread.Lines
	if len(lines.Relations) != size || len(lines.Ends) != size || len(coords) != size {
		t.Errorf("%d relations, %d pairs of ends, %d lines for %d relations", len(lines.Relations), len(lines.Ends), len(coords), size)
	}
	dots := 0
	for _, d := range option.Redthread.Dots {
		dots += len(d.IDs)
	}
	if dots != nodes || option.Series[1].Type != "scatter" || option.Series[0].Type != "lines" {
		t.Errorf("%d of %d nodes, series %s and %s", dots, nodes, option.Series[0].Type, option.Series[1].Type)
	}
}

func TestHostileNamesSymbolsAndColoursStayData(t *testing.T) {
	evil := `</script><img src=x onerror=alert(1)>__f__(alert(1))__f__`
	ds := &data.Dataset{
		Kinds:    []data.Kind{{ID: "k", Label: evil, Symbol: "image://https://example.org/x.png", Light: "url(https://example.org)"}},
		Entities: []data.Entity{{ID: "a", Kind: "k", Name: evil}, {ID: "b", Kind: "other", Name: "path://M0 0"}},
	}
	ds.Relations = []data.Relation{{ID: "r", From: "a", Predicate: "p", To: "b", Status: "sure"}}
	text, option := drawNetwork(t, data.NewIndex(ds))
	for _, bad := range []string{"<", ">", "image://", "url("} {
		if bytes.Contains(text, []byte(bad)) {
			t.Errorf("the options hold %q: %s", bad, text)
		}
	}
	var nodes []networkNode
	if err := json.Unmarshal(option.Series[0].Data, &nodes); err != nil {
		t.Fatal(err)
	}
	if nodes[0].Symbol != "disc" || nodes[0].Name != evil {
		t.Errorf("symbol %q, name %q; want a disc and the name as it is", nodes[0].Symbol, nodes[0].Name)
	}
	if got := option.Series[0].Links[0].Status; got != data.Disputed {
		t.Errorf("an unknown status became %q; want the weakest", got)
	}
}

func TestNetworkRefusesDrawingsOfAnotherNetwork(t *testing.T) {
	x := networkIndex()
	n := graph.New(x, graph.Options{})
	right := DrawNetwork(n)
	clone := func(change func(p []graph.Placed) []graph.Placed) NetworkDrawings {
		d := right
		d.Portrait.Placed = change(append([]graph.Placed(nil), right.Portrait.Placed...))
		return d
	}
	for name, tt := range map[string]struct {
		d    NetworkDrawings
		want string
	}{
		"too few":      {clone(func(p []graph.Placed) []graph.Placed { return p[1:] }), "the portrait drawing places 5 nodes, the network has 6"},
		"another node": {clone(func(p []graph.Placed) []graph.Placed { p[0].ID = "x"; return p }), `has "x" where the network has "alone"`},
		"no number":    {clone(func(p []graph.Placed) []graph.Placed { p[0].X = math.NaN(); return p }), `places "alone" at NaN`},
	} {
		if _, err := Network(n, x, tt.d); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v; want %q", name, err, tt.want)
		}
	}
}
