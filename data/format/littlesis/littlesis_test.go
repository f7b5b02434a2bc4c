package littlesis

import (
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
	ds, _ := formattest.Imported(t, Format(), "records.json", formattest.File(t, "records.json"), format.Options{})
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
	formattest.Seed(f, fixtures...)
	f.Fuzz(func(t *testing.T, text []byte) { formattest.Fuzz(t, Format(), "x.json", text) })
}
