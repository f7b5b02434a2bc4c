package all

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestEveryFormatHasItsPage(t *testing.T) {
	index, err := os.ReadFile("../../../docs/formats/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats() {
		i := slices.IndexFunc(strings.Split(string(index), "\n"), func(l string) bool { return strings.HasPrefix(l, "| `"+f.Name+"` |") })
		if i < 0 {
			t.Errorf("docs/formats/README.md has no row for %s", f.Name)
			continue
		}
		row := strings.Split(strings.Split(string(index), "\n")[i], "|")
		if reads := strings.TrimSpace(row[2]) == "yes"; reads != (f.Read != nil) {
			t.Errorf("%s: the page says in: %v", f.Name, reads)
		}
		if writes := strings.TrimSpace(row[3]) == "yes"; writes != (f.Write != nil) && f.Name != "csv" {
			t.Errorf("%s: the page says out: %v", f.Name, writes)
		}
	}
}

// TestWhatIsWrittenIsDetected writes the bundled dataset in each format and
// lets it be found out and read again, without a name of a format or a file.
func TestWhatIsWrittenIsDetected(t *testing.T) {
	ds := formattest.Bundled(t)
	for _, f := range Formats() {
		if f.Write == nil || f.Read == nil {
			continue
		}
		text, _ := formattest.Written(t, f, ds)
		in := format.Bytes("file", text)
		if got, err := Detect(in); err != nil || got.Name != f.Name {
			t.Errorf("%s is taken for %q (%v)", f.Name, got.Name, err)
			continue
		}
		again, report, err := Import([]format.Input{in}, "", format.Options{})
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if n := report.Count(data.Error); n > 0 {
			t.Errorf("%s: %d errors", f.Name, n)
		}
		if len(again.Entities) < len(ds.Entities)/2 {
			t.Errorf("%s: %d things of %d came back", f.Name, len(again.Entities), len(ds.Entities))
		}
	}
}

// TestWhatIsWrittenIsNotTakenForOurOwn: what redthread says beside another format,
// below a key of its own, does not make the file a dataset folder's. A small
// file shows more of its keys to whoever looks at its head.
func TestWhatIsWrittenIsNotTakenForOurOwn(t *testing.T) {
	small := &data.Dataset{Title: "Small", Entities: []data.Entity{{ID: "a", Kind: "person", Name: "Ann", Date: edtf.MustParse("2015~")}}}
	for _, ds := range []*data.Dataset{formattest.Bundled(t), small} {
		for _, f := range Formats() {
			if f.Write == nil || f.Name == "csv" {
				continue
			}
			text, _ := formattest.Written(t, f, ds)
			for _, ending := range append(f.Names, ".json") {
				if data.Holds("file"+ending, text[:min(len(text), 64<<10)]) {
					t.Errorf("%s as file%s is taken for a dataset of ours", f.Name, ending)
				}
			}
		}
	}
}

// TestADatasetOfManySourcesIsDetected: what is said of the whole may be longer
// than what is looked at.
func TestADatasetOfManySourcesIsDetected(t *testing.T) {
	ds := &data.Dataset{Title: "Many", Entities: []data.Entity{{ID: "a", Kind: "person", Name: "Ann", Date: edtf.MustParse("2015")}}}
	for i := range 3000 {
		ds.Sources = append(ds.Sources, data.Source{ID: data.SourceID(fmt.Sprintf("s-%d", i)), Title: strings.Repeat("A title ", 8)})
	}
	for _, f := range Formats() {
		if f.Write == nil || f.Read == nil || f.Name == "csv" {
			continue
		}
		text, _ := formattest.Written(t, f, ds)
		if got, err := Detect(format.Bytes("file", text)); err != nil || got.Name != f.Name {
			t.Errorf("%s is taken for %q (%v)", f.Name, got.Name, err)
		}
	}
}

// TestNodesBesideOtherRecordsAreNoNodeLinkGraph: read as one, Neo4j's
// relationships would become a text about the whole.
func TestNodesBesideOtherRecordsAreNoNodeLinkGraph(t *testing.T) {
	for _, c := range []struct {
		text, format string
		relations    int
	}{
		{`{"nodes":[{"id":"1","properties":{"name":"Ann"}},{"id":"2"}],"relationships":[{"id":"9","type":"OWNS","startNode":"1","endNode":"2"}]}`, "json-records", 1},
		{`{"nodes":[{"id":"1"},{"id":"2"}],"links":[{"source":"1","target":"2"}],"categories":[{"name":"a"}]}`, "d3", 1},
		{`{"nodes":[{"id":"1"},{"id":"2"}]}`, "d3", 0},
	} {
		in := format.Bytes("file.json", []byte(c.text))
		if got, err := Detect(in); err != nil || got.Name != c.format {
			t.Errorf("%s is taken for %q (%v)", c.text, got.Name, err)
			continue
		}
		ds, _, err := Import([]format.Input{in}, "", format.Options{})
		if err != nil || len(ds.Entities) != 2 || len(ds.Relations) != c.relations {
			t.Errorf("%s: %v, %d things, %d relations", c.text, err, len(ds.Entities), len(ds.Relations))
		}
	}
}

// TestOptionsThatNothingUsesAreReported: a mapping does nothing for a graph, and a
// table has no sheets.
func TestOptionsThatNothingUsesAreReported(t *testing.T) {
	mapping, problems := data.ParseYAML("m.yaml", []byte("entities:\n  - name: a\n"))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	graph := format.Bytes("g.json", []byte(`{"nodes":[{"id":"1"},{"id":"2"}],"links":[{"source":"1","target":"2"}]}`))
	rows := format.Bytes("t.csv", []byte("a\nAnn\n"))
	for _, c := range []struct {
		files []format.Input
		opt   format.Options
		want  []string
	}{
		{[]format.Input{graph}, format.Options{Mapping: mapping, MappingName: "m.yaml"}, []string{"a mapping is given, and no file is a table"}},
		{[]format.Input{graph, rows}, format.Options{Sheets: []string{"2"}}, []string{"sheets are named, and no file is a workbook"}},
		{[]format.Input{rows}, format.Options{Mapping: mapping, MappingName: "m.yaml"}, nil},
		{[]format.Input{graph}, format.Options{}, nil},
	} {
		_, report, err := Import(c.files, "", c.opt)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, i := range report.Issues {
			if strings.Contains(i.What, "no file is") {
				got = append(got, i.What)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.files[0].Name, got, c.want)
		}
	}
}

// TestWritingIsRepeatable holds every writer to the same bytes.
func TestWritingIsRepeatable(t *testing.T) {
	ds := formattest.Bundled(t)
	for _, f := range Formats() {
		if f.Write == nil {
			continue
		}
		first, _ := formattest.Written(t, f, ds)
		if second, _ := formattest.Written(t, f, ds); !bytes.Equal(first, second) {
			t.Errorf("%s: two exports differ", f.Name)
		}
	}
}

// TestForeignFilesEndInAWord hands every reader what is of no format, or of
// another: an error or a report, never a panic.
func TestForeignFilesEndInAWord(t *testing.T) {
	samples := map[string]string{
		"empty": "", "words": "Just a sentence.\nAnd another one.", "zip": "PK\x03\x04\x14\x00\x00\x00\x08\x00broken", "binary": "\x00\x01\x02\xff\xfe\x00\x00",
		"open json": `{"nodes":[{"id":`, "open xml": `<gexf><graph><nodes><node id="a">`, "deep json": strings.Repeat("[", 100_000), "deep xml": strings.Repeat("<a>", 100_000),
		"entity":   `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><graphml><graph><node id="&z;"/></graph></graphml>`,
		"external": `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf><graph><nodes><node id="a" label="&x;"/></nodes></graph></gexf>`,
	}
	for name, text := range samples {
		for _, f := range Formats() {
			if f.Read == nil {
				continue
			}
			b := format.NewBuilder(format.Options{})
			start := time.Now()
			err := f.Read([]format.Input{format.Bytes("x", []byte(text))}, b)
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%s of %s: an answer after %s", f.Name, name, took)
			}
			if err != nil {
				continue
			}
			ds, report := b.Finish()
			plain := f.Name == "edges" || f.Family == "table" // any words are a list or a table
			if len(ds.Entities) > 0 && !plain {
				t.Errorf("%s of %s: %d things and no error", f.Name, name, len(ds.Entities))
			}
			var out bytes.Buffer
			_ = report.WriteText(&out)
			if strings.Contains(out.String(), "root:") {
				t.Errorf("%s read a file that the data names", f.Name)
			}
		}
	}
}
