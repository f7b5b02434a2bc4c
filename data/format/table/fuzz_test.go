package table_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// FuzzRead: whatever stands in a file, reading ends with an error or with a
// dataset that can be written, and every row is counted.
func FuzzRead(f *testing.F) {
	err := filepath.WalkDir("testdata/cases", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".golden") {
			return err
		}
		content, err := os.ReadFile(name)
		f.Add(filepath.Base(name), content)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("a.csv", []byte("\xff\xfea\x00,\x00"))
	f.Add("a.json", []byte(`{"a":[{"b":[[{}]]}]}`))
	f.Add("a.jsonl", []byte("{\"a\":\"\"}\n{\n{\"a\":1}"))
	f.Add("b.csv", []byte("a;b\n \"c;d\" ;e\n \"f;g\n"))
	f.Add("c.csv", []byte("\x8e\x81\x96\xbc,\xfc\n"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if len(content) > 64<<10 {
			return
		}
		files := []format.Input{format.Bytes(name, content)}
		ds, report, err := read(t, files, format.Options{Limits: format.Limits{Records: 2000, Cells: 20_000, Columns: 500}})
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := data.WriteJSON(&b, ds); err != nil {
			t.Fatal(err)
		}
		left, rows := 0, 0
		for _, c := range report.Turned {
			if c.From == "row" || c.From == "line" { // of JSON lines one that is broken
				rows += c.N
			}
			if c.Into == "left out" {
				left += c.N
			}
		}
		if read := report.Files[0].Read; rows < read {
			t.Fatalf("%d rows read, %d accounted for", read, rows)
		}
		if err := table.Explain(files, format.Options{}, &b); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzMapping: whatever stands in a mapping, reading ends with an error that
// names it or with a dataset.
func FuzzMapping(f *testing.F) {
	mapping, err := os.ReadFile("testdata/cases/mapped/mapping.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(mapping)
	f.Add([]byte("entities: [{name: name, date: {column: day, order: dmy}, each: name}]"))
	f.Add([]byte("relations: [{from: {column: name, table: t, key: kind}, to: {value: x, make: person}, end: {column: day, blank: open}}]"))
	f.Fuzz(func(t *testing.T, mapping []byte) {
		documents, problems := data.ParseYAML("m.yaml", mapping)
		if problems.Err() != nil || len(documents) == 0 {
			return
		}
		files := []format.Input{csvFile("t.csv", "name,kind,day\nAnn,person,3/4/2015\nBo;Cy,x,2015\n")}
		ds, _, err := read(t, files, format.Options{Mapping: documents, MappingName: "m.yaml"})
		if err != nil {
			if !strings.Contains(err.Error(), "m.yaml") {
				t.Fatal(err)
			}
			return
		}
		canonical(t, ds)
	})
}
