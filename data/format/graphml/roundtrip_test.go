package graphml

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func written(t rapid.TB, ds *data.Dataset) ([]byte, *format.Losses) {
	t.Helper()
	var b bytes.Buffer
	lost := &format.Losses{}
	if err := write(format.One{Writer: &b}, ds, lost); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), lost
}

func imported(t rapid.TB, text []byte) (*data.Dataset, *format.Report) {
	t.Helper()
	return importedAs(t, "back.graphml", text)
}

func importedAs(t rapid.TB, name string, text []byte) (*data.Dataset, *format.Report) {
	t.Helper()
	b := format.NewBuilder(format.Options{})
	if err := Format().Read([]format.Input{format.Bytes(name, text)}, b); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return b.Finish()
}

func canonical(t rapid.TB, ds *data.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := data.WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// carried is the dataset without what the format is known to lose.
func carried(ds *data.Dataset) *data.Dataset {
	c := *ds
	c.Figures, c.Conflicts, c.RuledOut, c.Eras, c.Story = nil, nil, nil, nil, nil
	return &c
}

func bundled(t testing.TB) *data.Dataset {
	t.Helper()
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return ds
}

func TestWhatWeWriteReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		text, _ := written(t, ds)
		back, report := imported(t, text)
		if diff := cmp.Diff(canonical(t, ds), canonical(t, back)); diff != "" {
			t.Fatalf("%s\n%v\n%s", diff, report.Issues, text)
		}
		if again, _ := written(t, back); !bytes.Equal(text, again) {
			t.Fatal("writing what was read gives other bytes")
		}
	})
}

func TestTheBundledDatasetReadsBack(t *testing.T) {
	ds := bundled(t)
	text, lost := written(t, ds)
	back, report := imported(t, text)
	if diff := cmp.Diff(canonical(t, carried(ds)), canonical(t, back)); diff != "" {
		t.Errorf("%s\n%v", diff, report.Issues)
	}
	want := map[string]int{"figures": len(ds.Figures), "conflicts": len(ds.Conflicts), "ruled-out links": len(ds.RuledOut), "eras": len(ds.Eras), "steps of the story": len(ds.Story)}
	got := map[string]int{}
	for _, c := range lost.List() {
		got[c.From] = c.N
	}
	for what, n := range want {
		if n == 0 {
			delete(want, what)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f := report.Files[0]; f.Read != f.Kept || f.Kept != len(ds.Entities)+len(ds.Relations) {
		t.Errorf("counts %+v", f)
	}
}
