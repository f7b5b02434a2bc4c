package gexf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestHostileFilesAreRefusedWithTheirPlace(t *testing.T) {
	many := formattest.Many
	const open, end = "<gexf version='1.3'><graph><nodes>", "</nodes></graph></gexf>"
	formattest.Refuses(t, Format(), "a.gexf", append(formattest.HostileXML("gexf"), []formattest.Hostile{
		{Name: "deep nesting", Text: "<gexf><graph>" + strings.Repeat("<nodes><node id='a'>", 100_000), Want: "a.gexf:1: elements nested deeper than 64"},
		{Name: "cut off", Text: open + "<node id='a'", Want: "cut off"},
		{Name: "many nodes", Text: open + many(11, "\n<node id='%d'/>") + end, Limits: format.Limits{Records: 10}, Want: "a.gexf:12: more than 10 nodes and edges"},
		{Name: "many values", Text: open + "<node id='a'><attvalues>" + many(11, "<attvalue for='%d' value='x'/>") + "</attvalues></node>" + end, Limits: format.Limits{Cells: 10}, Want: "more than 10 values"},
		{Name: "many declared", Text: "<gexf><graph><attributes class='node'>" + many(11, "<attribute id='%d' title='t'/>") + "</attributes></graph></gexf>", Limits: format.Limits{Columns: 10}, Want: "more than 10 attributes declared"},
		{Name: "a million attributes of a node", Text: open + "<node id='a'><attvalues>" + many(1_000_000, "<attvalue for='%d' value='x'/>"), Want: "more than 16384 values of one node"},
	}...))
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
	formattest.Accounts(t, report)
}

func TestReportsAccountForEveryRecord(t *testing.T) {
	for _, text := range formattest.Files(t, "*.gexf") {
		_, report := imported(t, text)
		formattest.Accounts(t, report)
	}
}

func FuzzRead(f *testing.F) { formattest.FuzzGraph(f, Format(), formattest.Files(f, "*.gexf")) }
