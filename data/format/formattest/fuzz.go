package formattest

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Seed starts a FuzzRead with files of testdata.
func Seed(f *testing.F, names ...string) {
	f.Helper()
	for _, name := range names {
		f.Add(File(f, name))
	}
}

// Fuzz is the body of a FuzzRead: nothing panics, and the report of what was
// read is finished.
func Fuzz(t *testing.T, f format.Format, name string, text []byte) {
	f.Detect(name, text)
	b := format.NewBuilder(format.Options{Placeholders: len(text)%2 == 0, Limits: format.Limits{Records: 10_000, Cells: 100_000}})
	if err := f.Read([]format.Input{format.Bytes(name, bytes.Clone(text))}, b); err != nil {
		return
	}
	ds, report := b.Finish()
	if err := data.WriteJSON(&bytes.Buffer{}, ds); err != nil {
		t.Fatal(err)
	}
	if err := report.WriteText(&bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if report.Count(data.Error) == 0 {
		return
	}
	for _, i := range report.Issues {
		if i.Severity == data.Error {
			t.Errorf("the Builder let through what data refuses: %s %v", i.What, i.Examples)
		}
	}
}

// FuzzGraph is a whole FuzzRead for a format whose reports account for every
// record: it starts with the files and with what the format writes.
func FuzzGraph(f *testing.F, to format.Format, files [][]byte) {
	f.Helper()
	for _, text := range files {
		f.Add(text)
	}
	for i := range 4 {
		text, _ := Written(f, to, rapid.Custom(Dataset).Example(i))
		f.Add(text)
	}
	name := "a" + to.Names[0]
	f.Fuzz(func(t *testing.T, text []byte) {
		Fuzz(t, to, name, text)
		b := format.NewBuilder(format.Options{})
		if err := to.Read([]format.Input{format.Bytes(name, text)}, b); err == nil {
			_, report := b.Finish()
			Accounts(t, report)
		}
	})
}
