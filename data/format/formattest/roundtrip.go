package formattest

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Written is a dataset as a format writes it into one file, and what is lost.
func Written(t rapid.TB, f format.Format, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	var b bytes.Buffer
	var lost format.Losses
	if err := f.Write(format.One{Writer: &b}, ds, &lost); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), lost.List()
}

// Imported reads one file; the text is left as it is.
func Imported(t rapid.TB, f format.Format, name string, text []byte, opt format.Options) (*data.Dataset, *format.Report) {
	t.Helper()
	b := format.NewBuilder(opt)
	if err := f.Read([]format.Input{format.Bytes(name, bytes.Clone(text))}, b); err != nil {
		t.Fatalf("%v\n%.10000s", err, text)
	}
	return b.Finish()
}

// Back reads what a format wrote, which it knows for its own.
func Back(t rapid.TB, f format.Format, text []byte) (*data.Dataset, *format.Report) {
	t.Helper()
	name := "back" + f.Names[0]
	if sure := f.Detect(name, text); sure != format.Certain {
		t.Errorf("%s knows what it wrote with confidence %d only", f.Name, sure)
	}
	ds, report := Imported(t, f, name, text, format.Options{})
	Sound(t, report)
	return ds, report
}

// Sound holds a report to telling of no error.
func Sound(t rapid.TB, report *format.Report) {
	t.Helper()
	if n := report.Count(data.Error); n > 0 {
		var b strings.Builder
		_ = report.WriteText(&b)
		t.Errorf("%d errors\n%s", n, b.String())
	}
}

// Canonical is a dataset as the one text that data writes of it.
func Canonical(t rapid.TB, ds *data.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := data.WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Same holds a dataset that was read against the one that was meant.
func Same(t rapid.TB, want, got *data.Dataset, report *format.Report) {
	t.Helper()
	if diff := cmp.Diff(Canonical(t, want), Canonical(t, got)); diff != "" {
		t.Errorf("(-want +got)\n%s\n%v", diff, report.Issues)
	}
}

// Bundled is the dataset that the program brings along, read anew.
func Bundled(t testing.TB) *data.Dataset {
	t.Helper()
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return ds
}

// RoundTrip holds a format to giving back what it wrote, with generated
// datasets. carried is what it can hold of one; nil where it holds all, and
// then it may count nothing as lost.
func RoundTrip(t *testing.T, f format.Format, carried func(*data.Dataset) *data.Dataset) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		ds := Dataset(t)
		text, lost := Written(t, f, ds)
		want := kept(t, ds, carried, lost)
		back, report := Back(t, f, text)
		Same(t, want, back, report)
		if again, _ := Written(t, f, back); !bytes.Equal(text, again) {
			t.Errorf("writing what was read gives other bytes than\n%.10000s", text)
		}
	})
}

func kept(t rapid.TB, ds *data.Dataset, carried func(*data.Dataset) *data.Dataset, lost []format.Count) *data.Dataset {
	t.Helper()
	if carried != nil {
		return carried(ds)
	}
	if len(lost) > 0 {
		t.Errorf("lost: %v", lost)
	}
	return ds
}

// RoundTripBundled does the same with the bundled dataset, and gives the report
// of reading it back: no record is left out. Whole sections that are not carried
// must be counted, and nothing else.
func RoundTripBundled(t *testing.T, f format.Format, carried func(*data.Dataset) *data.Dataset) *format.Report {
	t.Helper()
	ds := Bundled(t)
	text, lost := Written(t, f, ds)
	want := kept(t, ds, carried, lost)
	back, report := Back(t, f, text)
	Same(t, want, back, report)
	if diff := cmp.Diff(missing(ds, want), counted(lost)); diff != "" {
		t.Errorf("%s: what is lost (-want +got)\n%s", f.Name, diff)
	}
	if r := report.Files[0]; r.Read != r.Kept || r.Kept < len(ds.Entities)+len(ds.Relations) {
		t.Errorf("%s: counts %+v", f.Name, r)
	}
	if again, _ := Written(t, f, ds); !bytes.Equal(text, again) {
		t.Errorf("%s: not the same bytes twice", f.Name)
	}
	return report
}

// missing are the sections that a dataset has and what is carried of it has not.
func missing(ds, carried *data.Dataset) map[string]int {
	m := map[string]int{}
	for what, n := range map[string]int{"figures": len(ds.Figures) - len(carried.Figures), "conflicts": len(ds.Conflicts) - len(carried.Conflicts),
		"ruled-out links": len(ds.RuledOut) - len(carried.RuledOut), "eras": len(ds.Eras) - len(carried.Eras), "steps of the story": len(ds.Story) - len(carried.Story)} {
		if n > 0 {
			m[what] = n
		}
	}
	return m
}

func counted(lost []format.Count) map[string]int {
	m := map[string]int{}
	for _, c := range lost {
		m[c.From] = c.N
	}
	return m
}

// WithoutSections is a dataset without the sections that a graph has no place
// for.
func WithoutSections(ds *data.Dataset) *data.Dataset {
	c := *ds
	c.Figures, c.Conflicts, c.RuledOut, c.Eras, c.Story = nil, nil, nil, nil, nil
	return &c
}

// Accounts holds a report to its own sums: every record that was read was kept
// or left out, none in silence.
func Accounts(t rapid.TB, report *format.Report) {
	t.Helper()
	rest := 0
	for _, f := range report.Files {
		rest += f.Read - f.Kept
	}
	for _, c := range report.Turned {
		switch {
		case c.Into == "left out":
			rest -= c.N
		case c.From == "missing end":
			rest += c.N // it was kept and not read
		}
	}
	if rest != 0 {
		t.Errorf("%d records read are neither kept nor left out: %+v %v", rest, report.Files, report.Turned)
	}
}
