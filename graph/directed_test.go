package graph

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	lib "github.com/dominikbraun/graph"
	"github.com/dominikbraun/graph/draw"

	"github.com/redthread/redthread/data"
)

// amendments is a chain of laws, each amending the next, with a shortcut, and
// two laws that amend each other.
func amendments() *Network {
	ds := &data.Dataset{Predicates: data.BuiltinPredicates}
	for _, id := range []data.EntityID{"a", "b", "c", "x", "y"} {
		ds.Entities = append(ds.Entities, data.Entity{ID: id, Kind: "law", Name: "Law " + string(id)})
	}
	for _, e := range [][2]data.EntityID{{"a", "b"}, {"b", "c"}, {"a", "c"}, {"x", "y"}, {"y", "x"}, {"a", "b"}} {
		id := data.RelationID(e[0] + "--amends--" + e[1])
		if slices.ContainsFunc(ds.Relations, func(r data.Relation) bool { return r.ID == id }) {
			id += "--2"
		}
		ds.Relations = append(ds.Relations, data.Relation{ID: id, From: e[0], Predicate: "amends", To: e[1]})
	}
	return New(data.NewIndex(ds), Options{})
}

func TestDirectedBundlesParallelRelations(t *testing.T) {
	g := amendments().Directed()
	e, err := g.Edge("a", "b")
	if err != nil {
		t.Fatal(err)
	}
	want := []data.RelationID{"a--amends--b", "a--amends--b--2"}
	if !reflect.DeepEqual(e.Properties.Data, want) || e.Properties.Weight != 2 {
		t.Errorf("edge carries %v (weight %d), want %v", e.Properties.Data, e.Properties.Weight, want)
	}
	if size, _ := g.Size(); size != 5 {
		t.Errorf("%d edges, want 5", size)
	}
}

func TestDirectedListsInTheOrderOfIDs(t *testing.T) {
	edges, err := amendments().Directed().Edges()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range edges {
		got = append(got, string(e.Source+">"+e.Target))
	}
	if want := []string{"a>b", "a>c", "b>c", "x>y", "y>x"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDirectedFindsCycles(t *testing.T) {
	n := amendments()
	strong, err := lib.StronglyConnectedComponents(n.Directed())
	if err != nil {
		t.Fatal(err)
	}
	var cycles [][]data.EntityID
	for _, c := range strong {
		if len(c) > 1 {
			slices.Sort(c)
			cycles = append(cycles, c)
		}
	}
	if want := [][]data.EntityID{{"x", "y"}}; !reflect.DeepEqual(cycles, want) {
		t.Errorf("cycles %v, want %v", cycles, want)
	}
	if _, err := lib.TopologicalSort(n.Directed()); err == nil {
		t.Error("a network with a cycle was sorted")
	}
}

func TestDirectedReducesAndSortsAnExtract(t *testing.T) {
	g := amendments().Extract([]data.EntityID{"a", "b", "c"}).Directed()
	order, err := lib.StableTopologicalSort(g, func(a, b data.EntityID) bool { return a < b })
	if err != nil || !slices.Equal(order, []data.EntityID{"a", "b", "c"}) {
		t.Errorf("order %v (%v)", order, err)
	}
	reduced, err := lib.TransitiveReduction(g)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reduced.Edge("a", "c"); !errors.Is(err, lib.ErrEdgeNotFound) {
		t.Errorf("the shortcut a>c is still there (%v)", err)
	}
}

func TestDirectedTellsAncestry(t *testing.T) {
	var met []data.EntityID
	err := lib.BFS(amendments().Directed(), "a", func(id data.EntityID) bool {
		met = append(met, id)
		return false
	})
	slices.Sort(met)
	if err != nil || !slices.Equal(met, []data.EntityID{"a", "b", "c"}) {
		t.Errorf("met %v (%v)", met, err)
	}
}

func TestDirectedWritesDOT(t *testing.T) {
	var out bytes.Buffer
	if err := draw.DOT(amendments().Directed(), &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"a" -> "b"`) {
		t.Errorf("no edge a -> b in\n%s", out.String())
	}
}

func TestDirectedIsReadOnlyAndItsCloneIsNot(t *testing.T) {
	g := amendments().Directed()
	if err := g.AddEdge("c", "a"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("AddEdge: %v, want %v", err, ErrReadOnly)
	}
	clone, err := g.Clone()
	if err != nil {
		t.Fatal(err)
	}
	if err := clone.AddEdge("c", "a"); err != nil {
		t.Errorf("the clone refuses an edge: %v", err)
	}
}

func TestDirectedHidesFoldedStages(t *testing.T) {
	g := New(data.NewIndex(small()), Options{}).Directed()
	if _, err := g.Vertex("law/in-force"); !errors.Is(err, lib.ErrVertexNotFound) {
		t.Errorf("a folded stage is a vertex (%v)", err)
	}
}
