package littlesis

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

var fixtures = []string{"map.json", "records.json"}

func TestFilesWithWhatGoesWrong(t *testing.T) {
	for _, name := range fixtures {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}

func TestLargeNumbersKeepTheirDigitsAndZerosAreNotDates(t *testing.T) {
	text, err := os.ReadFile("testdata/records.json")
	if err != nil {
		t.Fatal(err)
	}
	b := format.NewBuilder(format.Options{})
	if err := Format().Read([]format.Input{format.Bytes("records.json", text)}, b); err != nil {
		t.Fatal(err)
	}
	ds, _ := b.Finish()
	r := ds.Relations[0]
	if r.Date.String() != "2008/2010-05-01" || r.Predicate != "has_a_position_in" {
		t.Errorf("%s %s", r.Predicate, r.Date)
	}
	found := false
	for _, a := range r.Attributes {
		found = found || a.Key == "amount" && a.Value == "10000000000000001"
	}
	if !found {
		t.Error("the amount is not what the file says:", r.Attributes)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range fixtures {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) { formattest.Fuzz(t, Format(), "x.json", text) })
}
