package table_test

import (
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// TestADirectedEdgeWithoutAWordKeepsItsDirection: Gephi's tables say of each
// edge whether it has one.
func TestADirectedEdgeWithoutAWordKeepsItsDirection(t *testing.T) {
	ds, _, err := read(t, []format.Input{format.Bytes("edges.csv", []byte("Source,Target,Type\n1,2,Directed\n2,3,Undirected\n3,1,Mixed\n"))}, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]data.PredicateID{}
	for _, r := range ds.Relations {
		got[string(r.From+">"+r.To)] = r.Predicate
	}
	for ends, want := range map[string]data.PredicateID{"1>2": "links_to", "2>3": "related_to", "3>1": "related_to"} {
		if got[ends] != want {
			t.Errorf("%s is %q, want %q", ends, got[ends], want)
		}
	}
}
