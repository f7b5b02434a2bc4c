package table_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// TestIdsThatDifferByTypeOnlyStayApart: a number and a text are two things
// where records of both have them, and links go to the one that they name.
func TestIdsThatDifferByTypeOnlyStayApart(t *testing.T) {
	for name, text := range map[string]string{
		"a.json": `{"people": [{"id": 7, "name": "Number"}, {"id": "7", "name": "Text"}, {"id": "8", "name": "Eight"}],
			"links": [{"from": 7, "to": "8", "type": "knows"}, {"from": "7", "to": 8, "type": "knows"}]}`,
		"b.json": `{"people": [{"id": 7, "name": "Number"}, {"id": 8, "name": "Eight"}, {"id": "7", "name": "Text"}],
			"links": [{"from": 7, "to": 8, "type": "knows"}, {"from": "7", "to": "8", "type": "knows"}]}`,
	} {
		ds, report, err := read(t, []format.Input{format.Bytes(name, []byte(text))}, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]string{}
		for _, e := range ds.Entities {
			names[string(e.ID)] = e.Name
		}
		var links []string
		for _, r := range ds.Relations {
			links = append(links, names[string(r.From)]+">"+names[string(r.To)])
		}
		slices.Sort(links)
		if got := strings.Join(links, " "); got != "Number>Eight Text>Eight" || len(ds.Entities) != 3 {
			t.Errorf("%s: %s, %v\n%s", name, got, names, said(report))
		}
		if !strings.Contains(said(report), "differ by their type only are told apart") {
			t.Error(said(report))
		}
	}
}

// TestANumberWrittenInTwoWaysIsOneId where no two records have it.
func TestANumberWrittenInTwoWaysIsOneId(t *testing.T) {
	ds, report, err := read(t, []format.Input{format.Bytes("a.json", []byte(`{"people": [{"id": 7, "name": "Ann"}, {"id": "8", "name": "Bo"}], "links": [{"from": "7", "to": 8}]}`))}, format.Options{})
	if err != nil || len(ds.Relations) != 1 || len(ds.Entities) != 2 || len(report.Issues) > 0 {
		t.Errorf("%v %+v %s", err, ds.Relations, said(report))
	}
}
