package graphml

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestForeignFilesComeBackFromOurOutput(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for i, text := range formattest.Files(t, "*.graphml") {
		ds, _ := formattest.Imported(t, Format(), "first.graphml", text, format.Options{})
		ours, _ := written(t, ds)
		back, report := imported(t, ours)
		formattest.Same(t, ds, back, report)
		files = append(files, save(t, dir, i, ours))
	}
	for _, tool := range []string{"igraph", "networkx"} {
		if got := opened(t, tool, files...); len(got) != len(files) {
			t.Errorf("%s opened %d of %d", tool, len(got), len(files))
		}
	}
}

func TestLabelsAreTheFirstKeyAndNumbersAreNumbers(t *testing.T) {
	ds := formattest.Bundled(t)
	ds.Relations[0].Attributes = []data.Attribute{{Key: "weight", Value: "2"}}
	ds.Relations[1].Attributes = []data.Attribute{{Key: "weight", Value: "17"}}
	text, _ := written(t, ds)
	first, _, _ := strings.Cut(string(text[strings.Index(string(text), "<key"):]), "\n")
	if first != `<key id="label" for="node" attr.name="label" attr.type="string"/>` {
		t.Error(first)
	}
	if !strings.Contains(string(text), `attr.name="attributes.weight" attr.type="int"`) {
		t.Error("weights are no numbers")
	}
}

func TestCharactersThatXMLCannotHoldAreReported(t *testing.T) {
	ds := &data.Dataset{Title: "\x02T", Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{{ID: "a", Kind: "person", Name: "A\x00\x1f\ufffe & <b>\"'", Summary: "x\xff\n\t\ry", Attributes: []data.Attribute{{Key: "k\x01", Value: "]]>"}}}}}
	text, lost := written(t, ds)
	path := save(t, t.TempDir(), 0, text)
	if out, err := exec.Command(formattest.Peer(t, "xmllint"), "--noout", filepath.Clean(path)).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for _, tool := range []string{"igraph", "networkx"} {
		if got := opened(t, tool, path)[0].Nodes["a"]; got["name"] != `A & <b>"'` || got["attributes.k"] != "]]>" {
			t.Errorf("%s: %v", tool, got)
		}
	}
	if len(lost) != 1 || lost[0].From != "characters that XML cannot hold" {
		t.Error(lost)
	}
}

func TestIdsOfOneGraphDoNotMeanNodesOfAnother(t *testing.T) {
	ds, _ := imported(t, []byte(`<graphml><graph edgedefault="directed"><node id="0"/><node id="1"/><edge source="0" target="1"/></graph>
		<graph edgedefault="directed"><node id="0"/><node id="2"/><edge source="0" target="2"/><edge source="0" target="1"/></graph></graphml>`))
	var got []string
	for _, r := range ds.Relations {
		got = append(got, string(r.From+">"+r.To))
	}
	if diff := cmp.Diff([]string{"0>1", "0-2>2"}, got); diff != "" {
		t.Error(diff)
	}
}
