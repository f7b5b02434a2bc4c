package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPartIsADatasetOfItsOwn(t *testing.T) {
	ds, problems := Read(Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	part, left := ds.Part(func(e *Entity) bool { return e.Kind == "law" || e.Kind == "case" }, nil)
	if err := Check(part).Err(); err != nil {
		t.Error(err)
	}
	if len(part.Entities)+left["entities"] != len(ds.Entities) || len(part.Relations)+left["relations"] != len(ds.Relations) || len(part.Sources)+left["sources"] != len(ds.Sources) {
		t.Errorf("%d things and %d left of %d; %v", len(part.Entities), left["entities"], len(ds.Entities), left)
	}
	for _, e := range part.Entities {
		if e.Kind != "law" && e.Kind != "case" {
			t.Error(e.ID)
		}
	}
	if left["story"] == 0 || part.Story != nil {
		t.Error("a story of the whole goes with a part")
	}
}

func TestThePartThatKeepsAllIsTheWhole(t *testing.T) {
	ds, _ := Read(Bundled())
	part, left := ds.Part(nil, nil)
	if diff := cmp.Diff(string(canonical(t, ds)), string(canonical(t, part))); diff != "" || len(left) > 0 {
		t.Error(diff, left)
	}
}

func TestOneRelationLess(t *testing.T) {
	ds, _ := Read(Bundled())
	first := ds.Relations[0].ID
	part, left := ds.Part(nil, func(r *Relation) bool { return r.ID != first })
	if len(part.Relations) != len(ds.Relations)-1 || left["relations"] != 1 || left["entities"] != 0 {
		t.Error(left)
	}
}
