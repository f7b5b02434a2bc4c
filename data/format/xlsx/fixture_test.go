package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// book is a workbook made by hand, so that it may hold what no program writes.
type book struct {
	sheets   []handSheet
	strings  string // of sharedStrings.xml, between sst
	styles   string // of styles.xml, between styleSheet
	from1904 bool
	parts    map[string]string // further ones, or instead of others
}

type handSheet struct {
	name, state string
	xml         string // between worksheet
	links       []string
}

// styles are those of the cells in the fixtures: 0 plain, 1 a date, 2 a date
// with time, 3 month and year, 4 percent, 5 a time of day, 6 hours, 7 the year,
// 8 the word "day" in quotes.
const styles = `<numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/><numFmt numFmtId="165" formatCode="mmm\ yyyy"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/><numFmt numFmtId="167" formatCode="yyyy"/><numFmt numFmtId="168" formatCode="0 &quot;days&quot;"/></numFmts>` +
	`<cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs>`

const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func (b book) texts() map[string]string {
	parts := map[string]string{}
	var types, list, rels strings.Builder
	for i, s := range b.sheets {
		n := i + 1
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		fmt.Fprintf(&list, `<sheet name=%q sheetId="%d" state=%q r:id="rId%d"/>`, s.name, n, or(s.state, "visible"), n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, n, n)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", n)] = head + `<worksheet ` + main + `>` + s.xml + `</worksheet>`
		if s.links != nil {
			var links strings.Builder
			for j, url := range s.links {
				fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target=%q TargetMode="External"/>`, j+1, url)
			}
			parts[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", n)] = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + links.String() + `</Relationships>`
		}
	}
	parts["[Content_Types].xml"] = head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + types.String() + `</Types>`
	parts["_rels/.rels"] = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["xl/workbook.xml"] = head + fmt.Sprintf(`<workbook %s><workbookPr date1904="%t"/><sheets>%s</sheets></workbook>`, main, b.from1904, list.String())
	parts["xl/_rels/workbook.xml.rels"] = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`
	parts["xl/styles.xml"] = head + `<styleSheet ` + main + `>` + or(b.styles, styles) + `</styleSheet>`
	if b.strings != "" {
		parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`, 1)
		parts["xl/sharedStrings.xml"] = head + `<sst ` + main + `>` + b.strings + `</sst>`
	}
	for name, text := range b.parts {
		parts[name] = text
	}
	return parts
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// bytes packs the workbook.
func (b book) bytes() []byte { return packed(b.texts()) }

func packed(parts map[string]string) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.SortFunc(names, order)
	for _, name := range names {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}) // the same bytes with every release of Go
		w.Write([]byte(parts[name]))
	}
	z.Close()
	return buf.Bytes()
}

func (b book) input() format.Input { return format.Bytes("book.xlsx", b.bytes()) }

// texts makes rows of inline texts, a row a line, cells between bars; a blank
// cell is left out.
func texts(lines ...string) string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for i, line := range lines {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, text := range strings.Split(line, "|") {
			if text != "" {
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, columnName(j), i+1, text)
			}
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData>"
}

// grid is a table as lines of cells: header first, dates in angle brackets,
// remarks behind an exclamation mark.
func grid(t *testing.T, tab *table.Table) string {
	t.Helper()
	lines := []string{strings.Join(tab.Header, "|")}
	err := tab.Rows(func(r table.Row) bool {
		var cells []string
		for _, c := range r.Cells {
			text := c.Text
			if !c.Date.IsZero() {
				text += "<" + c.Date.String() + ">"
			}
			if c.Note != "" {
				text += "!" + c.Note
			}
			cells = append(cells, text)
		}
		lines = append(lines, fmt.Sprintf("%d: %s", r.Line, strings.Join(cells, "|")))
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}

// only reads a workbook of one table.
func only(t *testing.T, b book, opt format.Options) *table.Table {
	t.Helper()
	list, err := Tables(b.input(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("%d tables", len(list))
	}
	return list[0]
}
