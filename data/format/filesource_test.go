package format

import (
	"testing"

	"github.com/redthread/redthread/data"
)

func TestSourcesOfAFileKeepTheirIDsBesideTheFileItself(t *testing.T) {
	b := begun(t, Options{})
	if id := b.Source(data.Source{ID: "people-csv", Title: "an older file of the same name"}); id != "people-csv" {
		t.Errorf("the source that the file describes became %q", id)
	}
	b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "Ann", Evidence: []data.Evidence{{Source: "people-csv"}}}, Place{Line: 2})
	b.Entity(Ref{ID: "2"}, "row", data.Entity{Name: "Ben"}, Place{Line: 3})
	b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "2"}, Verb: "knows", Sort: "row", At: Place{Line: 4}})
	ds, report := b.Finish()
	if n := report.Count(data.Error); n > 0 {
		t.Error(issues(report))
	}
	for i, want := range []data.SourceID{"people-csv", "people-csv-2"} {
		if got := ds.Entities[i].Evidence[0].Source; got != want {
			t.Errorf("%s cites %q, want %q", ds.Entities[i].ID, got, want)
		}
	}
	if got := ds.Relations[0].Evidence[0].Source; got != "people-csv-2" {
		t.Errorf("the relation cites %q", got)
	}
}

func TestAFileThatNothingCitesIsNoSource(t *testing.T) {
	b := begun(t, Options{})
	b.Source(data.Source{ID: "s", Title: "S"})
	b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "Ann", Evidence: []data.Evidence{{Source: "s"}}}, Place{Line: 2})
	if ds, _ := b.Finish(); len(ds.Sources) != 1 || ds.Sources[0].ID != "s" {
		t.Error(ds.Sources)
	}
}
