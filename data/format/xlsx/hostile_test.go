package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
	"github.com/redthread/redthread/data/format/table"
)

func oneSheet(xml string) book { return book{sheets: []handSheet{{name: "s", xml: xml}}} }

// readAll reads tables and all their rows.
func readAll(in format.Input, opt format.Options) error {
	list, err := Tables(in, opt)
	for _, t := range list {
		if err == nil {
			err = t.Rows(func(table.Row) bool { return true })
		}
	}
	return err
}

func TestHostileWorkbooksEndInAClearError(t *testing.T) {
	good := texts("name|date", "a|2015", "b|2016")
	few := format.Limits{Expanded: 1 << 20, Cells: 1000, Columns: 50, Text: 1000}
	for _, c := range []struct {
		name    string
		content []byte
		limits  format.Limits
		want    string
	}{
		{"empty file", nil, few, "no workbook"},
		{"text", []byte("name,date\n"), few, "no workbook"},
		{"older format", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), few, "older format .xls: open it in a spreadsheet program and save it as .xlsx"},
		{"oldest format", []byte("\x09\x08\x10\x00\x00\x06\x05\x00"), few, "older format .xls"},
		{"password", append(append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 70000)...), encryptedPackage...), few, "a workbook that a password protects"},
		{"OpenDocument", odsFile(), few, "OpenDocument spreadsheet (.ods)"},
		{"binary workbook", packed(map[string]string{"xl/workbook.bin": "x"}), few, ".xlsb"},
		{"another archive", packed(map[string]string{"word/document.xml": "<a/>"}), few, "broken workbook"},
		{"cut off", oneSheet(good).bytes()[:900], few, "the file was cut off"},
		{"unpacks to much", book{sheets: []handSheet{{name: "s", xml: good}}, parts: map[string]string{"xl/media/big": strings.Repeat("x", 2<<20)}}.bytes(), few, "unpacks to more than 1048576 bytes"},
		{"entities", oneSheet(good).with("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`), few, "declares entities"},
		{"entities in the frame", oneSheet(good).with("xl/workbook.xml", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>`), few, "declares entities"},
		{"an entity nobody declared", oneSheet(`<sheetData><row><c t="str"><v>&xxe;</v></c></row></sheetData>`).bytes(), few, "entity"},
		{"no sheets", oneSheet(good).with("xl/workbook.xml", `<workbook `+main+`><sheets/></workbook>`), few, "names no sheets"},
		{"no relations", oneSheet(good).with("xl/_rels/workbook.xml.rels", ""), few, "workbook"},
		{"sheet missing", oneSheet(good).with("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>`), few, "is missing"},
		{"sheet cut off", oneSheet(good).with("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c><v>1</v></c>`), few, "ends too early"},
		{"many cells", oneSheet("<sheetData>" + strings.Repeat(`<row>`+strings.Repeat("<c/>", 40)+`</row>`, 40) + "</sheetData>").bytes(), few, "more than 1000 cells"},
		{"many columns", oneSheet(`<sheetData><row><c r="AZ1"><v>1</v></c></row></sheetData>`).bytes(), few, "more than 50 columns"},
		{"beyond the last column", oneSheet(`<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>`).bytes(), format.Limits{}, "no cell is called"},
		{"no cell's name", oneSheet(`<sheetData><row><c r="12"><v>1</v></c></row></sheetData>`).bytes(), few, "no cell is called"},
		{"row out of order", oneSheet(`<sheetData><row r="5"><c><v>1</v></c></row><row r="4"/></sheetData>`).bytes(), few, `row "4" stands behind row 5`},
		{"row beyond the last", oneSheet(`<sheetData><row r="1048577"/></sheetData>`).bytes(), few, "row"},
		{"long text", oneSheet(texts("name|date", strings.Repeat("x", 1001)+"|2015")).bytes(), few, "more than 1000 bytes"},
		{"text that never ends", oneSheet("<sheetData>" + strings.Repeat("x", 3<<20)).bytes(), format.Limits{}, "text or tag of more than"},
		{"blank", oneSheet("<sheetData/>").bytes(), few, "no sheet with cells"},
		{"merged over everything", oneSheet(texts("name|date", "a|2015") + strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 3000)).bytes(), few, "merged cells: more than 1000"},
		{"many merges", oneSheet(texts("name|date", "a|2015") + strings.Repeat(`<mergeCell ref="A1:B2"/>`, maxMerges+2)).bytes(), format.Limits{}, "merged cells or links"},
		{"many shared texts", book{sheets: []handSheet{{name: "s", xml: good}}, strings: strings.Repeat("<si/>", 1100)}.bytes(), few, "more than 1000 texts"},
		{"a cell many times", oneSheet("<sheetData><row>" + strings.Repeat(`<c r="A1"><v>1</v></c>`, maxColumns+1) + "</row></sheetData>").bytes(), format.Limits{}, "cells stand twice"},
		{"a part twice", twice(), few, "stands twice"},
	} {
		err := readAll(format.Bytes("x.xlsx", c.content), format.Options{Limits: c.limits})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "x.xlsx: ") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// with packs the workbook with another part in place of one.
func (b book) with(name, text string) []byte {
	b.parts = map[string]string{name: text}
	return b.bytes()
}

// odsFile begins as every .ods does.
func odsFile() []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, _ := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	w.Write([]byte("application/vnd.oasis.opendocument.spreadsheet"))
	z.Close()
	return buf.Bytes()
}

func twice() []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, name := range []string{"xl/workbook.xml", `XL\workbook.xml`} {
		w, _ := z.Create(name)
		w.Write([]byte("<workbook/>"))
	}
	z.Close()
	return buf.Bytes()
}

func TestAPartThatGivesMoreThanItDeclaresIsRefused(t *testing.T) {
	content := oneSheet(texts("name|date", strings.Repeat("x", 5000)+"|2015")).bytes()
	at := bytes.LastIndex(content, []byte("xl/worksheets/sheet1.xml")) - 46 // the entry of the directory
	binary.LittleEndian.PutUint32(content[at+24:], 100)
	err := readAll(format.Bytes("x.xlsx", content), format.Options{})
	if err == nil || !strings.Contains(err.Error(), "xl/worksheets/sheet1.xml: ") {
		t.Error(err)
	}
}

func TestAProtectedWorkbookIsRefusedWithAWord(t *testing.T) {
	f := excelize.NewFile()
	f.SetCellValue("Sheet1", "A1", "secret")
	var buf bytes.Buffer
	if _, err := f.WriteTo(&buf, excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	if err := readAll(format.Bytes("x.xlsx", buf.Bytes()), format.Options{}); err == nil || !strings.Contains(err.Error(), "a password protects") {
		t.Error(err)
	}
}

// A sheet that unpacks to 50 MB passes through: its cells stand in memory packed,
// at most maxPacked, a declared dimension does not.
func TestALargeSheetPassesThroughInLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 50 MB")
	}
	var xml strings.Builder
	xml.WriteString(`<dimension ref="A1:XFD1048576"/><sheetData><row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>date</t></is></c></row>`)
	row := `<row><c t="inlineStr"><is><t>somebody with a name of usual length</t></is></c><c s="1"><v>42158</v></c></row>`
	xml.WriteString(strings.Repeat(row, 50<<20/len(row)))
	xml.WriteString(`</sheetData>`)
	in := oneSheet(xml.String()).input()
	xml.Reset()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := time.Now()
	list, err := Tables(in, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, most := 0, uint64(0)
	err = list[0].Rows(func(table.Row) bool {
		if rows++; rows%50_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&after)
			most = max(most, after.HeapAlloc)
		}
		return true
	})
	if err != nil || rows != 50<<20/len(row) {
		t.Fatalf("%d rows, %v", rows, err)
	}
	if grown := int64(most) - int64(before.HeapAlloc); grown > 64<<20 {
		t.Errorf("%d MB more in use while reading", grown>>20)
	}
	t.Logf("%d rows looked through and read in %v", rows, time.Since(begun))
}

func TestNoFileIsLeftBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	if err := readAll(oneSheet(texts(append([]string{"name|date"}, strings.Split(strings.Repeat("somebody|2015\n", 50_000), "\n")...)...)).input(), format.Options{}); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("%v %v", left, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(texts("name|date", "a|2015"), "", styles)
	f.Add(`<cols><col min="1" max="3" hidden="1"/></cols><sheetData><row hidden="1"><c s="1"><v>42158</v></c></row><row r="7"><c r="C7" t="s"><v>0</v></c><c t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C9"/></mergeCells><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>`, "<si><t>a</t><rPh/></si>", styles)
	f.Add(`<sheetData><row><c><f>1</f></c><c t="b"><v>1</v></c><c s="2"><v>-1e300</v></c></row>`, "<si>", `<cellXfs><xf numFmtId="999999"/></cellXfs>`)
	f.Fuzz(func(t *testing.T, sheet, shared, style string) {
		b := book{sheets: []handSheet{{name: "s", xml: sheet, links: []string{"https://example.org/"}}}, strings: shared, styles: style}
		formattest.Fuzz(t, Format(), "book.xlsx", b.bytes())
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(oneSheet(texts("name|date", "a|2015")).bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		formattest.Fuzz(t, Format(), "x.xlsx", content)
	})
}
