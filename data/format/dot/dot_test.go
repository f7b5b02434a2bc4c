package dot

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func encoded(t rapid.TB, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	return formattest.Written(t, Format(), ds)
}

// hostile are texts that mean something to Graphviz.
var hostile = []string{`a "quoted" one`, `back\slash`, `ends in \`, `\N \G \l`, "<b>not HTML</b>", "&lt; &copy; & &#65;", "two\nlines", "{a|b} <c>", "中华人民共和国网络安全法的解释与适用问题研究报告", `"]; evil [label="x`, "tab\there", "x // y /* z */ # w"}

func hostileDataset() *data.Dataset {
	ds := &data.Dataset{Title: `The "title" \ & <more>`, Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for i, text := range hostile {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("thing-%02d", i)), Kind: data.BuiltinKinds[i%len(data.BuiltinKinds)].ID, Name: text, Summary: text})
		if i > 0 {
			for n := range 2 {
				ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%02d-%d", i, n)), From: "thing-00", Predicate: "led_to", To: ds.Entities[i].ID, Note: text,
					Status: []data.Status{"", data.Possible, data.Inferred, data.Disputed}[i%4]})
			}
		}
	}
	return ds
}

// graphviz is what dot understood: -Tdot_json names every node and edge.
type graphviz struct {
	Objects []struct{ Name, Label, Kind string }
	Edges   []struct{ ID, Predicate, Style string }
}

func rendered(t *testing.T, text []byte, as string) []byte {
	cmd := exec.Command(formattest.Peer(t, "dot"), "-T"+as)
	cmd.Stdin = bytes.NewReader(text)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil || said.Len() > 0 {
		t.Fatal(err, said.String())
	}
	return out
}

func TestGraphvizSeesEveryThingAndEveryParallelRelation(t *testing.T) {
	ds := hostileDataset()
	text, _ := encoded(t, ds)
	var g graphviz
	if err := json.Unmarshal(rendered(t, text, "dot_json"), &g); err != nil {
		t.Fatal(err)
	}
	nodes := 0
	for _, o := range g.Objects {
		if o.Kind != "" {
			nodes++
		}
	}
	if nodes != len(ds.Entities) || len(g.Edges) != len(ds.Relations) {
		t.Errorf("%d nodes and %d edges, want %d and %d", nodes, len(g.Edges), len(ds.Entities), len(ds.Relations))
	}
	if e := g.Edges[1]; e.ID != "r-01-1" || e.Predicate != "led_to" || e.Style != "dashed" {
		t.Errorf("edge %+v", e)
	}
}

// pictured are the texts of an SVG picture.
func pictured(t *testing.T, svg []byte) []string {
	var texts []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	d.Strict = true
	in := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if in = x.Name.Local == "text"; in {
				texts = append(texts, "")
			}
		case xml.EndElement:
			in = false
		case xml.CharData:
			if in {
				texts[len(texts)-1] += string(x)
			}
		}
	}
}

func TestTextsStandInThePictureAsTheyAre(t *testing.T) {
	text, _ := encoded(t, hostileDataset())
	texts := pictured(t, rendered(t, text, "svg"))
	for _, want := range hostile {
		for _, line := range strings.Split(wrapped(want, columns), "\n") {
			if !slices.ContainsFunc(texts, func(s string) bool { return strings.ReplaceAll(s, "\u00a0", " ") == line }) {
				t.Errorf("the picture lacks %q", line)
			}
		}
	}
}

func TestTheBundledDatasetIsDrawn(t *testing.T) {
	ds := formattest.Bundled(t)
	text, lost := encoded(t, ds)
	if again, _ := encoded(t, ds); !bytes.Equal(text, again) {
		t.Error("not the same bytes twice")
	}
	if svg := rendered(t, text, "svg"); !bytes.Contains(svg, []byte("<svg")) {
		t.Error("no picture")
	}
	if !slices.Contains(lost, format.Count{From: "sources", Into: "left out", N: len(ds.Sources)}) {
		t.Error(lost)
	}
}

func TestLabelsBreakAtSpacesAndBetweenChineseCharacters(t *testing.T) {
	for text, want := range map[string]string{
		"one two three":   "one two\nthree",
		"unbreakablelong": "unbreakablelong",
		"网络安全法":           "网络安全\n法",
		"a 网络安全法":         "a 网络安\n全法",
		"":                "",
	} {
		if got := wrapped(text, 8); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// closed reads statements as the grammar of DOT does and tells whether every
// quoted text ends where its line does.
func closed(text string) error {
	for n, line := range strings.Split(text, "\n") {
		in := false
		for i := 0; i < len(line); i++ {
			switch {
			case in && line[i] == '\\':
				i++
			case line[i] == '"':
				in = !in
			case !in && strings.IndexByte("<>", line[i]) >= 0 && !strings.HasPrefix(line[i-1:], "->"):
				return fmt.Errorf("line %d: HTML outside of a text: %s", n+1, line)
			}
		}
		if in {
			return fmt.Errorf("line %d: a text does not end: %s", n+1, line)
		}
	}
	return nil
}

func TestNoTextEndsEarly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		text, _ := encoded(t, ds)
		if err := closed(string(text)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(string(text), " -> "); got < len(ds.Relations) {
			t.Fatalf("%d edges, want %d", got, len(ds.Relations))
		}
	})
}

func TestATextLongerThanGraphvizReadsIsCutAloud(t *testing.T) {
	ds := formattest.Bundled(t)
	ds.Entities[0].Summary = strings.Repeat("&\"words\" ", 8000)
	var b bytes.Buffer
	var lost format.Losses
	if err := Format().Write(format.One{Writer: &b}, ds, &lost); err != nil {
		t.Fatal(err)
	}
	rendered(t, b.Bytes(), "dot_json")
	for _, l := range lost.List() {
		if strings.HasPrefix(l.From, "the end of texts") && l.N == 1 {
			return
		}
	}
	t.Error("nothing says that the text is cut:", lost.List())
}
