package gexf

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// broken reads a text that must be refused and gives the error.
func broken(t *testing.T, text string, limits format.Limits) string {
	t.Helper()
	err := Format().Read([]format.Input{format.Bytes("a.gexf", []byte(text))}, format.NewBuilder(format.Options{Limits: limits}))
	if err == nil {
		t.Fatalf("%.80s... is read", text)
	}
	return err.Error()
}

func TestHostileFilesAreRefusedWithTheirPlace(t *testing.T) {
	many := func(n int, unit string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, unit, i)
		}
		return b.String()
	}
	const open, end = "<gexf version='1.3'><graph><nodes>", "</nodes></graph></gexf>"
	for _, c := range []struct {
		name, text string
		limits     format.Limits
		want       string
	}{
		{"a bomb of entities", `<!DOCTYPE gexf [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><gexf/>`, format.Limits{}, "a.gexf:1: a document type that declares"},
		{"an external entity", "<!DOCTYPE gexf [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\n<gexf>&a;</gexf>", format.Limits{}, "a.gexf:1: a document type"},
		{"deep nesting", "<gexf><graph>" + strings.Repeat("<nodes><node id='a'>", 100_000), format.Limits{}, "a.gexf:1: elements nested deeper than 64"},
		{"cut off", open + "<node id='a'", format.Limits{}, "cut off"},
		{"another format", "<html/>", format.Limits{}, "a.gexf:1: the root element is <html>, not <gexf>"},
		{"no XML", "PK\x03\x04", format.Limits{}, "not XML"},
		{"many nodes", open + many(11, "\n<node id='%d'/>") + end, format.Limits{Records: 10}, "a.gexf:12: more than 10 nodes and edges"},
		{"many values", open + "<node id='a'><attvalues>" + many(11, "<attvalue for='%d' value='x'/>") + "</attvalues></node>" + end, format.Limits{Cells: 10}, "more than 10 values"},
		{"many declared", "<gexf><graph><attributes class='node'>" + many(11, "<attribute id='%d' title='t'/>") + "</attributes></graph></gexf>", format.Limits{Columns: 10}, "more than 10 attributes declared"},
		{"a million attributes of a node", open + "<node id='a'><attvalues>" + many(1_000_000, "<attvalue for='%d' value='x'/>"), format.Limits{}, "more than 16384 values of one node"},
		{"a million attributes of a tag", open + "<node " + many(1_000_000, "a%d='' ") + "/>", format.Limits{}, "more than 8388608 bytes"},
		{"a file beyond the limit", "<gexf/>", format.Limits{Bytes: 3}, "7 bytes, the limit is 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(t, c.text, c.limits); !strings.Contains(got, c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestManyTypesStayAttributes(t *testing.T) {
	var b strings.Builder
	b.WriteString("<gexf version='1.3'><graph defaultedgetype='directed'><attributes class='node'><attribute id='0' title='type' type='string'/></attributes><nodes>")
	for i := range 5000 {
		fmt.Fprintf(&b, "<node id='%d'><attvalues><attvalue for='0' value='type %d'/></attvalues></node>", i, i)
	}
	b.WriteString("</nodes><edges>")
	for i := range 5000 {
		fmt.Fprintf(&b, "<edge source='%d' target='%d' kind='kind %d' label='label %d'/>", i, (i+1)%5000, i, i)
	}
	ds, report := imported(t, []byte(b.String()+"</edges></graph></gexf>"))
	if len(ds.Entities) != 5000 || len(ds.Relations) != 5000 || len(ds.Kinds) > 200 || len(ds.Predicates) > 600 {
		t.Error(len(ds.Entities), len(ds.Relations), len(ds.Kinds), len(ds.Predicates))
	}
	if r := ds.Relations[len(ds.Relations)-1]; len(r.Attributes) == 0 || r.Note == "" {
		t.Error("the kind of an edge is lost")
	}
	accounts(t, report)
}

// accounts holds a report to its own sums: what was read was kept or left out.
func accounts(t testing.TB, report *format.Report) {
	t.Helper()
	left := 0
	for _, c := range report.Turned {
		switch {
		case c.Into == "left out":
			left += c.N
		case c.From == "missing end":
			left -= c.N // it was not read
		}
	}
	for _, f := range report.Files {
		if f.Read != f.Kept+left {
			t.Errorf("%d read, %d kept, %d left out", f.Read, f.Kept, left)
		}
	}
}

func TestReportsAccountForEveryRecord(t *testing.T) {
	for _, text := range seeds(t) {
		_, report := imported(t, text)
		accounts(t, report)
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	for i := range 4 {
		text, _ := written(f, rapid.Custom(formattest.Dataset).Example(i))
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		formattest.Fuzz(t, Format(), "a.gexf", text)
		b := format.NewBuilder(format.Options{})
		if err := Format().Read([]format.Input{format.Bytes("a.gexf", text)}, b); err == nil {
			_, report := b.Finish()
			accounts(t, report)
		}
	})
}
