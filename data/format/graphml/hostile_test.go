package graphml

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
	err := Format().Read([]format.Input{format.Bytes("a.graphml", []byte(text))}, format.NewBuilder(format.Options{Limits: limits}))
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
	const open, end = "<graphml><graph edgedefault='directed'>", "</graph></graphml>"
	for _, c := range []struct {
		name, text string
		limits     format.Limits
		want       string
	}{
		{"a bomb of entities", `<!DOCTYPE graphml [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><graphml/>`, format.Limits{}, "a.graphml:1: a document type that declares"},
		{"an external entity", "<!DOCTYPE graphml [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\n<graphml>&a;</graphml>", format.Limits{}, "a.graphml:1: a document type"},
		{"deep nesting", "<graphml>" + strings.Repeat("<graph edgedefault='directed'><node id='a'>", 100_000), format.Limits{}, "a.graphml:1: elements nested deeper than 64"},
		{"cut off", open + "<node id='a'>", format.Limits{}, "cut off"},
		{"another format", "<gexf/>", format.Limits{}, "a.graphml:1: the root element is <gexf>, not <graphml>"},
		{"no XML", "graph [ node [ id 1 ] ]", format.Limits{}, "not XML"},
		{"many nodes", open + many(11, "\n<node id='%d'/>") + end, format.Limits{Records: 10}, "a.graphml:12: more than 10 nodes and edges"},
		{"many endpoints", open + "<hyperedge>" + many(11, "<endpoint node='%d'/>") + "</hyperedge>" + end, format.Limits{Records: 10}, "more than 10 nodes and edges"},
		{"many values", open + "<node id='a'>" + many(11, "<data key='%d'>x</data>") + "</node>" + end, format.Limits{Cells: 10}, "more than 10 values"},
		{"many keys", "<graphml>" + many(11, "<key id='%d' attr.name='t'/>") + "</graphml>", format.Limits{Columns: 10}, "more than 10 keys declared"},
		{"a million values of a node", open + "<node id='a'>" + many(1_000_000, "<data key='%d'>x</data>"), format.Limits{}, "more than 16384"},
		{"a million values of one key", "<graphml><key id='k'/><graph edgedefault='directed'><node id='a'>" + strings.Repeat("<data key='k'>x</data>", 1_000_000), format.Limits{}, "more than 16384 values of one node"},
		{"a million attributes of a tag", open + "<node " + many(1_000_000, "a%d='' ") + "/>", format.Limits{}, "more than 8388608 bytes"},
		{"a million elements in a value", open + "<node id='a'><data key='k'>" + strings.Repeat("<b/>", 1_000_000), format.Limits{}, "more than 10000 elements in one value"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(t, c.text, c.limits); !strings.Contains(got, c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
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
		formattest.Fuzz(t, Format(), "a.graphml", text)
		b := format.NewBuilder(format.Options{})
		if err := Format().Read([]format.Input{format.Bytes("a.graphml", text)}, b); err == nil {
			_, report := b.Finish()
			accounts(t, report)
		}
	})
}
