package format

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
)

func TestWhatAFormatHasNoPlaceForIsCountedByField(t *testing.T) {
	ds := &data.Dataset{Figures: []data.Figure{{ID: "f"}}, Sources: []data.Source{{ID: "s"}}, Entities: []data.Entity{
		{ID: "a", Kind: "law", Name: "A", Attributes: []data.Attribute{{Key: "x", Value: "1"}, {Key: "y", Value: "2"}}, DateNote: "n"},
		{ID: "b", Kind: "law", Name: "B", Names: map[string]string{"fr": "b", "de": "b"}, Attributes: []data.Attribute{{Key: "x", Value: "1"}}},
	}}
	var l Losses
	Lost(&l, "entities", ds.Entities, "id", "kind", "name", "names")
	l.LostSections(ds, "sources")
	want := []Count{{"attributes of entities", "left out", 2}, {"date note of entities", "left out", 1}, {"figures", "left out", 1}}
	if diff := cmp.Diff(want, l.List()); diff != "" {
		t.Error(diff)
	}
}
