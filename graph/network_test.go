package graph

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
)

// small is a dataset with stages, parallel relations, a loop and an isolate.
func small() *data.Dataset {
	return &data.Dataset{
		Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "law", Kind: "law", Name: "The Law", Stages: []data.Stage{{Stage: "passed"}, {Stage: "in-force"}}},
			{ID: "police", Kind: "agency", Name: "Police"},
			{ID: "case", Kind: "case", Name: "The Case"},
			{ID: "alone", Kind: "place", Name: "Alone"},
		},
		Relations: []data.Relation{
			{ID: "r1", From: "police", Predicate: "enforces", To: "law/in-force"},
			{ID: "r2", From: "police", Predicate: "detained", To: "case"},
			{ID: "r3", From: "police", Predicate: "prosecuted", To: "case"},
			{ID: "r4", From: "case", Predicate: "related_to", To: "police"},
			{ID: "r5", From: "law", Predicate: "amends", To: "law"},
		},
	}
}

func TestStagesFoldIntoTheirOwners(t *testing.T) {
	n := New(data.NewIndex(small()), Options{})
	if n.Len() != 4 || n.Size() != 5 {
		t.Fatalf("got %d nodes, %d relations, want 4 and 5", n.Len(), n.Size())
	}
	law, _ := n.Node("law")
	stage, ok := n.Node("law/in-force")
	if !ok || stage != law {
		t.Errorf("the stage is found at %d (%v), its owner at %d", stage, ok, law)
	}
	if d := n.Degree(law); d != (Degree{In: 2, Out: 1, Total: 3}) {
		t.Errorf("degree of the law: %+v; a loop counts out and in", d)
	}
}

func TestStagesStandAloneWhenAsked(t *testing.T) {
	n := New(data.NewIndex(small()), Options{Stages: true})
	if n.Len() != 6 || n.Size() != 7 {
		t.Fatalf("got %d nodes, %d relations, want 6 and 7 with two of stage_of", n.Len(), n.Size())
	}
	stage, _ := n.Node("law/in-force")
	if d := n.Degree(stage); d != (Degree{In: 1, Out: 1, Total: 2}) {
		t.Errorf("degree of the stage: %+v", d)
	}
}

func TestDanglingRelationsAreNamed(t *testing.T) {
	ds := small()
	ds.Relations = append(ds.Relations, data.Relation{ID: "r6", From: "law", To: "nobody"})
	n := New(data.NewIndex(ds), Options{})
	if got := n.Dangling(); !slices.Equal(got, []data.RelationID{"r6"}) {
		t.Errorf("dangling: %v", got)
	}
}

func TestBundlesKeepParallelRelationsTogetherAndApart(t *testing.T) {
	n := New(data.NewIndex(small()), Options{})
	want := []Bundle{
		{"case", "police", []data.RelationID{"r2", "r3", "r4"}},
		{"law", "law", []data.RelationID{"r5"}},
		{"law", "police", []data.RelationID{"r1"}},
	}
	if got := n.Bundles(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNeighbourhoodGoesByStepsAndDirection(t *testing.T) {
	n := New(data.NewIndex(small()), Options{})
	tests := []struct {
		of    data.EntityID
		steps int
		d     Direction
		want  []Near
	}{
		{"law", 0, Both, []Near{{"law", 0}}},
		{"law", 1, Both, []Near{{"law", 0}, {"police", 1}}},
		{"law", 2, Both, []Near{{"law", 0}, {"police", 1}, {"case", 2}}},
		{"law", 9, Along, []Near{{"law", 0}}},
		{"law", 9, Against, []Near{{"law", 0}, {"police", 1}, {"case", 2}}},
		{"law/in-force", 1, Both, []Near{{"law", 0}, {"police", 1}}},
		{"alone", 3, Both, []Near{{"alone", 0}}},
		{"nobody", 3, Both, nil},
	}
	for _, tt := range tests {
		if got := n.Neighbourhood(tt.of, tt.steps, tt.d); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s within %d, direction %d: got %v, want %v", tt.of, tt.steps, tt.d, got, tt.want)
		}
	}
}

func TestExtractKeepsWhatLiesBetween(t *testing.T) {
	n := New(data.NewIndex(small()), Options{})
	part := n.Extract([]data.EntityID{"police", "law/in-force", "nobody"})
	if part.Len() != 2 || part.Size() != 2 {
		t.Fatalf("got %d nodes, %d relations, want 2 and 2 (enforces, amends)", part.Len(), part.Size())
	}
	if _, ok := part.Node("law/passed"); !ok {
		t.Error("a folded stage is not found in the extract")
	}
}

// anyNetwork draws small multigraphs with loops and parallels.
func anyNetwork(t *rapid.T) *Network {
	size := rapid.IntRange(1, 24).Draw(t, "nodes")
	end := rapid.Int32Range(0, int32(size-1))
	from := rapid.SliceOfN(end, 0, 60).Draw(t, "from")
	to := make([]int32, len(from))
	for i := range to {
		to[i] = end.Draw(t, "to")
	}
	return FromArrays(size, from, to)
}

func TestNoRelationIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNetwork(t)
		out, in := make([]int, n.Size()), make([]int, n.Size())
		for v := range int32(n.Len()) {
			for _, r := range n.Out(v) {
				out[r]++
			}
			for _, r := range n.In(v) {
				in[r]++
			}
		}
		bundled := map[data.RelationID]int{}
		for _, b := range n.Bundles() {
			for _, r := range b.Relations {
				bundled[r]++
			}
		}
		for r := range int32(n.Size()) {
			if out[r] != 1 || in[r] != 1 || bundled[n.RelationID(r)] != 1 {
				t.Fatalf("relation %d: out %d times, in %d, bundled %d, want once each", r, out[r], in[r], bundled[n.RelationID(r)])
			}
		}
	})
}

func TestNeighboursAreDistinctSortedAndCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNetwork(t)
		for v := range int32(n.Len()) {
			want := map[int32]int32{}
			for r := range int32(n.Size()) {
				switch from, to := n.Ends(r); {
				case from == to:
				case from == v:
					want[to]++
				case to == v:
					want[from]++
				}
			}
			got := map[int32]int32{}
			for i, w := range n.Neighbours(v) {
				got[w] = n.simple.counts(v)[i]
			}
			if !slices.IsSorted(n.Neighbours(v)) || !reflect.DeepEqual(got, want) {
				t.Fatalf("neighbours of %d: %v %v, want %v", v, n.Neighbours(v), got, want)
			}
		}
	})
}

func TestFromArraysRefusesEndsOutOfRange(t *testing.T) {
	defer func() {
		if got, want := fmt.Sprint(recover()), "graph: relation 0 joins 0 and 2 among 2 nodes"; got != want {
			t.Errorf("panic %q, want %q", got, want)
		}
	}()
	FromArrays(2, []int32{0}, []int32{2})
}
