package jsonown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
	"github.com/redthread/redthread/data/format/jsonown"
)

// add reads the sections of a file that has been begun.
func add(t *testing.T, to *format.Builder, text []byte) {
	t.Helper()
	sections := jsonown.NewSections(to)
	if err := data.WalkJSON("x.json", text, jsonown.Lists(), func(path string, v data.Value) error {
		sections.Add(strings.TrimPrefix(path, jsonown.Key+"."), v)
		return nil
	}).Err(); err != nil {
		t.Fatal(err)
	}
}

// restored reads what Dataset wrote, times times, with the things it names.
func restored(t *testing.T, ds *data.Dataset, times int) (*data.Dataset, *format.Report) {
	t.Helper()
	text := []byte(`{"redthread": ` + jsonown.Dataset(ds, "") + "}")
	to := format.NewBuilder(format.Options{})
	if err := to.Begin(format.Bytes("x.json", text), "x"); err != nil {
		t.Fatal(err)
	}
	for range times {
		add(t, to, text)
	}
	for _, e := range ds.Entities {
		to.Entity(format.Ref{ID: string(e.ID)}, "thing", e, format.Place{})
	}
	for _, r := range ds.Relations {
		to.Link(format.Link{Relation: r, From: format.Ref{ID: string(r.From)}, To: format.Ref{ID: string(r.To)}, Sort: "relation"})
	}
	return to.Finish()
}

func TestAllSectionsComeBack(t *testing.T) {
	ds := formattest.Bundled(t)
	if len(ds.Sources) == 0 || len(ds.Figures) == 0 || len(ds.Conflicts) == 0 || len(ds.RuledOut) == 0 || len(ds.Eras) == 0 || len(ds.Story) == 0 {
		t.Fatal("the bundled dataset has not every section")
	}
	back, report := restored(t, ds, 1)
	formattest.Sound(t, report)
	formattest.Same(t, ds, back, report)
}

func TestTheSameFileTwiceAddsNothingAndSaysSo(t *testing.T) {
	ds := formattest.Bundled(t)
	back, report := restored(t, ds, 2)
	formattest.Same(t, ds, back, report)
	n := 0
	for _, i := range report.Issues {
		if strings.HasPrefix(i.What, "its id stands twice") {
			n += i.N
		}
	}
	if want := len(ds.Figures) + len(ds.Conflicts) + len(ds.RuledOut) + len(ds.Eras) + len(ds.Story); n != want {
		t.Errorf("%d records are said to stand twice, want %d", n, want)
	}
}

func TestARecordThatDoesNotFitIsReportedWithItsPlace(t *testing.T) {
	to := format.NewBuilder(format.Options{})
	text := []byte("{\"redthread\": {\"eras\": [\n{\"id\": \"e\", \"label\": \"E\", \"date\": \"someday\"}]}}")
	if err := to.Begin(format.Bytes("x.json", text), "x"); err != nil {
		t.Fatal(err)
	}
	add(t, to, text)
	ds, report := to.Finish()
	if len(ds.Eras) != 0 || report.Count(data.Warning) != 1 || report.Issues[0].Examples[0].Line != 2 {
		t.Error(ds.Eras, report.Issues)
	}
}

func TestOneRecordALine(t *testing.T) {
	got := jsonown.Dataset(&data.Dataset{Title: "T", Kinds: data.BuiltinKinds, Sources: []data.Source{{ID: "s", Title: "S"}, {ID: "t", Title: "T"}}}, "  ")
	want := `{
    "version": "1",
    "dataset": {"title": "T"},
    "sources": [
      {"id": "s", "title": "S"},
      {"id": "t", "title": "T"}
    ]
  }`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
