package graphml

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestHostileFilesAreRefusedWithTheirPlace(t *testing.T) {
	many := formattest.Many
	const open, end = "<graphml><graph edgedefault='directed'>", "</graph></graphml>"
	formattest.Refuses(t, Format(), "a.graphml", append(formattest.HostileXML("graphml"), []formattest.Hostile{
		{Name: "deep nesting", Text: "<graphml>" + strings.Repeat("<graph edgedefault='directed'><node id='a'>", 100_000), Want: "a.graphml:1: elements nested deeper than 64"},
		{Name: "cut off", Text: open + "<node id='a'>", Want: "cut off"},
		{Name: "many nodes", Text: open + many(11, "\n<node id='%d'/>") + end, Limits: format.Limits{Records: 10}, Want: "a.graphml:12: more than 10 nodes and edges"},
		{Name: "many endpoints", Text: open + "<hyperedge>" + many(11, "<endpoint node='%d'/>") + "</hyperedge>" + end, Limits: format.Limits{Records: 10}, Want: "more than 10 nodes and edges"},
		{Name: "many values", Text: open + "<node id='a'>" + many(11, "<data key='%d'>x</data>") + "</node>" + end, Limits: format.Limits{Cells: 10}, Want: "more than 10 values"},
		{Name: "many keys", Text: "<graphml>" + many(11, "<key id='%d' attr.name='t'/>") + "</graphml>", Limits: format.Limits{Columns: 10}, Want: "more than 10 keys declared"},
		{Name: "a million values of a node", Text: open + "<node id='a'>" + many(1_000_000, "<data key='%d'>x</data>"), Want: "more than 16384"},
		{Name: "a million values of one key", Text: "<graphml><key id='k'/><graph edgedefault='directed'><node id='a'>" + strings.Repeat("<data key='k'>x</data>", 1_000_000), Want: "more than 16384 values of one node"},
		{Name: "a million elements in a value", Text: open + "<node id='a'><data key='k'>" + strings.Repeat("<b/>", 1_000_000), Want: "more than 10000 elements in one value"},
	}...))
}

func TestReportsAccountForEveryRecord(t *testing.T) {
	for _, text := range formattest.Files(t, "*.graphml") {
		_, report := imported(t, text)
		formattest.Accounts(t, report)
	}
}

func FuzzRead(f *testing.F) { formattest.FuzzGraph(f, Format(), formattest.Files(f, "*.graphml")) }
