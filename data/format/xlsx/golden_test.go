package xlsx

import (
	"bytes"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// ugly is a workbook as people keep them: titles, merged cells, hidden parts,
// dates of every sort, formulas without values, links.
func ugly() book {
	persons := `<dimension ref="A1:XFD1048576"/><cols><col min="6" max="6" hidden="1"/></cols><sheetData>
	<row r="1"><c r="A1" t="inlineStr"><is><t>People in the case, as of June</t></is></c></row>
	<row r="2"/>
	<row r="3"><c r="A3" t="inlineStr"><is><t> Name </t></is></c><c r="B3" t="inlineStr"><is><t>Type</t></is></c><c r="C3" t="inlineStr"><is><t>Born</t></is></c><c r="D3" t="inlineStr"><is><t>Role</t></is></c><c r="E3" t="inlineStr"><is><t>Share</t></is></c><c r="F3" t="inlineStr"><is><t>Private</t></is></c></row>
	<row r="4"><c r="A4" t="inlineStr"><is><t>Ada Mora</t></is></c><c r="B4" t="inlineStr"><is><t>person</t></is></c><c r="C4" s="1"><v>25569</v></c><c r="D4" t="inlineStr"><is><t>judge</t></is></c><c r="E4" s="4"><v>0.25</v></c><c r="F4" t="inlineStr"><is><t>x</t></is></c></row>
	<row r="5"><c r="A5" t="inlineStr"><is><t>Bo Lindt</t></is></c><c r="B5" t="inlineStr"><is><t>person</t></is></c><c r="C5" s="3"><v>25600</v></c><c r="E5"><f>E4*2</f></c></row>
	<row r="6" hidden="1"><c r="A6" t="inlineStr"><is><t>Struck out</t></is></c><c r="B6" t="inlineStr"><is><t>person</t></is></c></row>
	<row r="7"><c r="A7" t="inlineStr"><is><t>Acme Ltd</t></is></c><c r="B7" t="inlineStr"><is><t>company</t></is></c><c r="C7" t="inlineStr"><is><t>03/04/1990</t></is></c><c r="D7" t="e"><v>#N/A</v></c><c r="E7"><v>1</v></c></row>
	</sheetData><mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="D4:D5"/></mergeCells><hyperlinks><hyperlink ref="A7" r:id="rId1"/></hyperlinks>`
	links := texts("from|predicate|to|date", "Ada Mora|owns|Acme Ltd|3 June 2015", "Bo Lindt|owns|Acme Ltd|c. 1990", "Bo Lindt|owns|Nobody|2016")
	return book{sheets: []handSheet{
		{name: "People", xml: persons, links: []string{"https://example.org/acme"}},
		{name: "Links", xml: links},
		{name: "Scratch", state: "hidden", xml: texts("a|b", "1|2")},
	}}
}

// The dataset and the report of the workbook stand in testdata/ugly.golden.
func TestAnUglyWorkbookIsReadWithAReportOfAllThatIsOdd(t *testing.T) {
	ds, report := formattest.Imported(t, Format(), "ugly.xlsx", ugly().bytes(), format.Options{})
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	got.WriteString(formattest.Canonical(t, ds))
	formattest.Sound(t, report)
	formattest.Golden(t, "ugly.golden", got.Bytes())
}

func TestAWorkbookAndATextAreReadTogether(t *testing.T) {
	b := book{sheets: []handSheet{{name: "entities", xml: texts("id|kind|name", "ada|person|Ada Mora", "acme|company|Acme Ltd")}}}
	csv := format.Bytes("relations.csv", []byte("from,predicate,to\nada,owns,acme\n"))
	for _, files := range [][]format.Input{{b.input(), csv}, {csv, b.input()}} {
		to := format.NewBuilder(format.Options{})
		if err := Read(files, to); err != nil {
			t.Fatal(err)
		}
		if ds, _ := to.Finish(); len(ds.Entities) != 2 || len(ds.Relations) != 1 {
			t.Errorf("%d entities, %d relations", len(ds.Entities), len(ds.Relations))
		}
	}
	var said bytes.Buffer
	if err := Explain([]format.Input{b.input(), csv}, format.Options{}, &said); err != nil || !bytes.Contains(said.Bytes(), []byte("entities")) {
		t.Errorf("%v: %s", err, said.Bytes())
	}
}

func TestFilesAreKnownByContent(t *testing.T) {
	for _, c := range []struct {
		name    string
		content []byte
		want    format.Confidence
	}{
		{"x.xlsx", ugly().bytes(), format.Certain}, {"x", ugly().bytes(), format.Certain},
		{"x.ods", odsFile(), format.Certain}, {"x.xls", append(oleSign, 0), format.Certain}, {"x.xls", []byte("\x09\x08\x10\x00\x00\x06"), format.Certain},
		{"x.xlsx", []byte("name,date\n"), format.No}, {"x.zip", packed(map[string]string{"a.txt": "a"}), format.No}, {"x.csv", []byte("a,b"), format.No}, {"", nil, format.No},
	} {
		if got := detect(c.name, c.content); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
