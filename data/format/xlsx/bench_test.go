package xlsx

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// wide is a sheet of some megabytes: names, a date, a number, a text.
func wide(megabytes int) string {
	var b strings.Builder
	b.WriteString(`<sheetData><row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>date</t></is></c><c t="inlineStr"><is><t>share</t></is></c><c t="inlineStr"><is><t>note</t></is></c></row>`)
	row := `<row r="%" spans="1:4"><c t="inlineStr"><is><t>somebody with a name</t></is></c><c s="1"><v>42158</v></c><c s="4"><v>0.25</v></c><c t="inlineStr"><is><t>a note of some words</t></is></c></row>`
	row = strings.Replace(row, ` r="%"`, "", 1)
	b.WriteString(strings.Repeat(row, megabytes<<20/len(row)))
	b.WriteString(`</sheetData>`)
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	text := wide(4)
	in := oneSheet(text).input()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		list, err := Tables(in, format.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := list[0].Rows(func(table.Row) bool { return true }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecoder is what Go's own decoder takes for the same XML.
func BenchmarkDecoder(b *testing.B) {
	text := "<worksheet>" + wide(4) + "</worksheet>"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkImport(b *testing.B) {
	text := wide(4)
	in := oneSheet(text).input()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		to := format.NewBuilder(format.Options{})
		if err := Read([]format.Input{in}, to); err != nil {
			b.Fatal(err)
		}
	}
}
