package all

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"github.com/redthread/redthread/data/format"
)

// TestAFileThatIsNotReadGetsAWord: what to do with it, not only that it is not
// known; in a folder too.
func TestAFileThatIsNotReadGetsAWord(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"people.csv.gz", "\x1f\x8b\x08\x00\x00", "unpack it first"},
		{"people.csv", "\x1f\x8b\x08\x00\x00", "unpack it first"},
		{"z.zip", "PK\x03\x04\x14\x00\x00\x00\x08\x00a.txt", "it is an archive"},
		{"a.gml", "graph\n[\n  node\n  [\n    id 0\n  ]\n]\n", "GML is not read"},
		{"a.net", "*Vertices 2\n1 \"A\"\n2 \"B\"\n*Edges\n1 2\n", "Pajek's format is not read"},
		{"a.pajek", "*Vertices 2\n1 \"A\"\n2 \"B\"\n*Edges\n1 2\n", "Pajek's format is not read"},
		{"a.dot", "digraph { a -> b }\n", "DOT is written, not read"},
		{"a.pdf", "%PDF-1.7\n", "it is a PDF"},
		{"words", "Just a sentence.", "name one with --format"},
	} {
		in := format.Bytes(c.name, []byte(c.content))
		if _, _, err := Import([]format.Input{in}, "", format.Options{}); err == nil || !strings.HasPrefix(err.Error(), c.name+": ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	in := format.Bytes("z.zip", []byte("PK\x03\x04\x14\x00\x00\x00\x08\x00a.txt"))
	in.Found = true
	_, report, err := Import([]format.Input{in, format.Bytes("a.csv", []byte("name,type\nAnn,person\n"))}, "", format.Options{})
	if err != nil || len(report.Issues) == 0 || !strings.Contains(report.Issues[0].Hint, "unpack it") {
		t.Errorf("%v: %+v", err, report)
	}
}

func TestExplainRefusesWhatIsNoTable(t *testing.T) {
	gexf := format.Bytes("a.gexf", []byte(`<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a" label="A"/></nodes></graph></gexf>`))
	csv := format.Bytes("a.csv", []byte("name,type\nAnn,person\n"))
	found := gexf
	found.Found = true
	for _, c := range []struct {
		files []format.Input
		want  string // of the error; empty: none
	}{
		{[]format.Input{gexf}, "a.gexf: GEXF"}, {[]format.Input{csv, gexf}, "a.gexf: GEXF"}, {[]format.Input{found}, "no table among the files"}, {[]format.Input{csv}, ""}, {[]format.Input{found, csv}, ""},
	} {
		var out bytes.Buffer
		err := Explain(c.files, "", format.Options{}, &out)
		if c.want == "" && (err != nil || !strings.Contains(out.String(), "table: a.csv")) || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want) || out.Len() > 0) {
			t.Errorf("%v\n%s", err, out.String())
		}
	}
}

func TestAFormatThatIsNamedIsHonoured(t *testing.T) {
	csv := format.Bytes("a.csv", []byte("name,type\nAnn,person\n"))
	if _, _, err := Import([]format.Input{csv}, "xlsx", format.Options{}); err == nil || !strings.Contains(err.Error(), "a.csv: no workbook") {
		t.Errorf("%v", err)
	}
}

// TestAGraphInUTF16IsNoTable: only tables are read in UTF-16, so a graph says so
// and does not become one.
func TestAGraphInUTF16IsNoTable(t *testing.T) {
	text := `{"graph": {"nodes": {"a": {"label": "A"}, "b": {}}, "edges": [{"source": "a", "target": "b"}]}}`
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Detect(format.Bytes("a.json", wide)); err == nil || !strings.Contains(err.Error(), "in UTF-16 (save it as UTF-8)") {
		t.Errorf("%v", err)
	}
	if f, err := Detect(format.Bytes("a.json", []byte(text))); err != nil || f.Name != "jgf" {
		t.Errorf("%s: %v", f.Name, err)
	}
}
