package table_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// tables are the CSV files of a dataset.
func tables(t interface{ Fatal(...any) }, ds *data.Dataset) []format.Input {
	written := map[string]*bytes.Buffer{}
	var names []string
	err := data.WriteFolder(func(name string) (io.Writer, error) {
		written[name] = &bytes.Buffer{}
		names = append(names, name)
		return written[name], nil
	}, ds, data.FolderOptions{CSV: true})
	if err != nil {
		t.Fatal(err)
	}
	var files []format.Input
	for _, name := range names {
		if strings.HasSuffix(name, ".csv") {
			files = append(files, format.Bytes(name, written[name].Bytes()))
		}
	}
	// A folder says kinds and predicates in dataset.yaml; as tables they are
	// what another program may export.
	return append(files, format.Bytes("kinds.csv", flat(t, ds.Kinds)), format.Bytes("predicates.csv", flat(t, ds.Predicates)))
}

// flat writes records as a table of their cells.
func flat[R any](t interface{ Fatal(...any) }, records []R) []byte {
	var header []string
	var rows []map[string]string
	for _, r := range records {
		row := map[string]string{}
		for _, c := range data.Cells(r) {
			if row[c.Key] = data.Guard(c.Text); !slices.Contains(header, c.Key) {
				header = append(header, c.Key)
			}
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(header)
	for _, row := range rows {
		var cells []string
		for _, key := range header {
			cells = append(cells, row[key])
		}
		w.Write(cells)
	}
	if w.Flush(); w.Error() != nil {
		t.Fatal(w.Error())
	}
	return b.Bytes()
}

// carried is a copy of a dataset without what its tables do not hold: what the
// dataset says of itself.
func carried(ds *data.Dataset) *data.Dataset {
	c := *ds
	c.Title, c.Standfirst, c.Lang, c.Licence, c.About = "", "", "", "", ""
	return &c
}

func TestOurOwnTablesReadBackTheSame(t *testing.T) {
	bundled, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	same(t, bundled)
}

func TestAnyDatasetReadsBackFromItsTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		citing(ds)
		same(t, ds)
	})
}

// citing makes sure that each table has a column for evidence: one without is
// taken for somebody else's, whose rows cite the file.
func citing(ds *data.Dataset) {
	proof := []data.Evidence{{Source: "source-1"}}
	if !slices.ContainsFunc(ds.Entities, func(e data.Entity) bool { return len(e.Evidence) > 0 }) {
		ds.Entities[0].Evidence = proof
	}
	if len(ds.Relations) > 0 && !slices.ContainsFunc(ds.Relations, func(r data.Relation) bool { return len(r.Evidence) > 0 }) {
		ds.Relations[0].Evidence = proof
	}
}

type failer interface {
	Fatal(...any)
	Helper()
}

func same(t failer, ds *data.Dataset) {
	t.Helper()
	files := tables(t, ds)
	b := format.NewBuilder(format.Options{})
	if err := readInto(files, b); err != nil {
		t.Fatal(err)
	}
	got, report := b.Finish()
	for _, f := range report.Files {
		if f.Read != f.Kept {
			t.Fatal(f.Name, "read", f.Read, "kept", f.Kept)
		}
	}
	if diff := cmp.Diff(plain(t, carried(ds)), plain(t, got)); diff != "" {
		for _, f := range files {
			t.Fatal(diff, f.Name, string(f.Head(2000)))
		}
	}
}

func plain(t failer, ds *data.Dataset) string {
	var b bytes.Buffer
	if err := data.WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestErasOfTwoDatasetsStandOnce: parts of one dataset have the same eras, and
// two workbooks with them could not be read together.
func TestErasOfTwoDatasetsStandOnce(t *testing.T) {
	const eras = "id,label,date,evidence\nwar,War,1939/1945,\n"
	ds, report, err := read(t, []format.Input{csvFile("a/eras.csv", eras), csvFile("b/eras.csv", eras+"peace,Peace,1945/1950,\n")}, format.Options{})
	if err != nil || report.Count(data.Error) > 0 || len(ds.Eras) != 2 {
		t.Errorf("%v %+v %s", err, ds, said(report))
	}
	if !strings.Contains(said(report), "its id stands twice: the first is kept") {
		t.Error(said(report))
	}
}
