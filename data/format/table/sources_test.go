package table_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// TestSourcesAreCitedByTheIdsOfTheirTable: other people's ids have capitals and
// spaces, and the tables that cite may stand before the one that describes.
func TestSourcesAreCitedByTheIdsOfTheirTable(t *testing.T) {
	people := csvFile("people.csv", "id,name,kind,source,page\na,Ann,person,Tageblatt,4\nb,Bo,person,n 7; N-7; n-7,5\n")
	mapping := "tables:\n  - table: people.csv\n    entities: [{id: id, name: name, kind: kind, evidence: {source: {column: source, split: \";\"}, at: page}}]\n" +
		"  - table: papers.csv\n    sources: [{id: ref, title: headline}]\n"
	rows := "\nTageblatt,Tageblatt of May\nN-7,Capital\nn 7,Space\nn-7,Plain\n"
	for name, c := range map[string]struct {
		table   format.Input
		options format.Options
	}{
		"guessed": {csvFile("sources.csv", "id,title"+rows), format.Options{}},
		"mapped":  {csvFile("papers.csv", "ref,headline"+rows), withMapping(t, format.Options{}, []byte(mapping))},
	} {
		ds, report, err := read(t, []format.Input{people, c.table}, c.options)
		if err != nil || report.Count(data.Error) > 0 {
			t.Fatal(name, err, said(report))
		}
		titles := map[data.SourceID]string{}
		for _, s := range ds.Sources {
			titles[s.ID] = s.Title + " " + s.Note
		}
		var got []string
		for _, e := range ds.Entities {
			for _, cited := range e.Evidence[:len(e.Evidence)-1] {
				got = append(got, string(e.ID)+" "+titles[cited.Source]+" "+cited.At)
			}
		}
		want := []string{"a Tageblatt of May id: Tageblatt 4", "b Space id: n 7 5", "b Capital id: N-7 5", "b Plain  5"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(name, diff)
		}
	}
}
