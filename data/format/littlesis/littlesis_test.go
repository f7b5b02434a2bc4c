package littlesis

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

var fixtures = []string{"map.json", "records.json"}

func TestFilesWithWhatGoesWrong(t *testing.T) {
	for _, name := range fixtures {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}

func TestLargeNumbersKeepTheirDigitsAndZerosAreNotDates(t *testing.T) {
	ds, _ := formattest.Imported(t, Format(), "records.json", formattest.File(t, "records.json"), format.Options{})
	r := ds.Relations[0]
	if r.Date.String() != "2008/2010-05-01" || r.Predicate != "has_a_position_in" {
		t.Errorf("%s %s", r.Predicate, r.Date)
	}
	found := false
	for _, a := range r.Attributes {
		found = found || a.Key == "amount" && a.Value == "10000000000000001"
	}
	if !found {
		t.Error("the amount is not what the file says:", r.Attributes)
	}
}

func FuzzRead(f *testing.F) {
	formattest.Seed(f, fixtures...)
	f.Fuzz(func(t *testing.T, text []byte) { formattest.Fuzz(t, Format(), "x.json", text) })
}

// Version 3 keeps its steps in a map, LittleSis stores them as a text, and two
// maps have steps each: they were lost, or numbered alike.
func TestStepsOfAllVersionsAndOfSeveralMaps(t *testing.T) {
	const graph = `{"nodes":{"a":{"name":"Ann"},"b":{"name":"Bo"}},"edges":{"e":{"node1_id":"a","node2_id":"b","label":"knows"}}}`
	files := []format.Input{
		format.Bytes("state.json", []byte(`{"graph":`+graph+`,"annotations":{"list":[{"header":"One","text":"<p>first</p>","nodeIds":["a"]}],"currentIndex":0,"sources":{"header":"Sources","text":"S"}},
			"attributes":{"title":"The map","subtitle":"Who knows whom","date":"2020"}}`)),
		format.Bytes("saved.json", []byte(`{"id":1,"graph_data":{"nodes":{"c":{"name":"Cy"},"d":{"name":"Di"}}},"attributes":{"annotations_data":"[{\"header\":\"Two\",\"nodeIds\":[\"d\"]},7]"}}`)),
	}
	to := format.NewBuilder(format.Options{})
	if err := Format().Read(files, to); err != nil {
		t.Fatal(err)
	}
	ds, report := to.Finish()
	var got []string
	for _, s := range ds.Story {
		got = append(got, s.ID+" "+s.Title+" "+s.Text+" "+strings.Join(s.Focus, ","))
	}
	if diff := cmp.Diff([]string{"step-1 One first a", "step-2 Sources S ", "step-3 Two  d"}, got); diff != "" || report.Count(data.Error) > 0 {
		t.Error(diff, report.Issues)
	}
	if ds.Title != "The map" || ds.Standfirst != "Who knows whom" || report.Count(data.Warning) != 1 {
		t.Errorf("%q %q %+v", ds.Title, ds.Standfirst, report.Issues)
	}
}

func TestWhatStandsBesideTheAttributesIsKept(t *testing.T) {
	text := `{"data":[{"type":"entities","id":1,"attributes":{"name":"Ann","primary_ext":"Person"},"links":{"self":"https://example.org/1","next":"n"}, "score":5}]}`
	ds, _ := formattest.Imported(t, Format(), "x.json", []byte(text), format.Options{})
	e := ds.Entities[0]
	if diff := cmp.Diff([]data.Link{{Label: "page", URL: "https://example.org/1"}}, e.Links); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]data.Attribute{{Key: "links next", Value: "n"}, {Key: "score", Value: "5"}}, e.Attributes); diff != "" {
		t.Error(diff)
	}
}
