package data

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// seed adds the fixtures of a format.
func seed(f *testing.F, ext string) {
	archives, err := filepath.Glob("testdata/defects/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ext) {
				f.Add(file.Data)
			}
		}
	}
}

// holds is what must be true of any input: places lie within the file, and
// what was read without error is written and read back to the same bytes.
func holds(t *testing.T, name string, data []byte) {
	ds, problems := Read(fstest.MapFS{name: {Data: data}})
	lines := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
	for _, p := range problems {
		if p.Line < 0 || p.Line > lines+1 || p.Line > 0 && p.Column < 1 {
			t.Errorf("%s lies outside of %d lines", p, lines)
		}
	}
	if problems.Err() != nil {
		return
	}
	first := canonical(t, ds)
	back, problems := Read(fstest.MapFS{"a.json": {Data: first}})
	if err := problems.Err(); err != nil {
		t.Fatalf("the canonical form has errors: %v\n%s", err, first)
	}
	if second := canonical(t, back); !bytes.Equal(first, second) {
		t.Errorf("first\n%s\nsecond\n%s", first, second)
	}
}

func FuzzYAML(f *testing.F) {
	seed(f, ".yaml")
	f.Add([]byte(small))
	f.Add([]byte("\r\r0"))
	f.Add([]byte("dataset: {title: a\u2028b}\n"))
	f.Add([]byte("eras: [{id: a, label: A, date: [2016..2017]}, {date: {2001,2002}, id: b, label: |-\n date: [x]\n}]"))
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, "a.yaml", data) })
}

func FuzzJSON(f *testing.F) {
	seed(f, ".json")
	f.Add(canonical(f, func() *Dataset { ds, _ := Read(folder("a.yaml", small)); return ds }()))
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, "a.json", data) })
}

func FuzzCSV(f *testing.F) {
	seed(f, ".csv")
	f.Add([]byte("id,kind,name,names.zh-Hans,aliases,attributes.role\na,law,\"A\nB\",法,x; y,z\n"))
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, "a.csv", data) })
}

// FuzzDateMasks holds the finder of dates alone: masks lie within the text, in
// order, on one line, and covering them moves nothing.
func FuzzDateMasks(f *testing.F) {
	seed(f, ".yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		ms := findDates(data)
		end := 0
		for _, m := range ms.all {
			if m.start < end || m.end <= m.start || m.end > len(data) || string(data[m.start:m.end]) != m.text || strings.Contains(m.text, "\n") {
				t.Fatalf("mask %+v", m)
			}
			end = m.end
		}
		covered := ms.apply(data)
		if bytes.Count(covered, []byte("\n")) != bytes.Count(data, []byte("\n")) {
			t.Error("lines were lost")
		}
	})
}
