package table_test

import (
	"testing"

	"github.com/redthread/redthread/data/format"
)

// TestANumberThatCountsDaysStays: from where it counts is a conclusion, which a
// reader may want to check.
func TestANumberThatCountsDaysStays(t *testing.T) {
	ds, _, err := read(t, []format.Input{format.Bytes("a.csv", []byte("name,date\nfire,42158\nflood,2015-06-04\n"))}, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fire, flood := ds.Entities[0], ds.Entities[1]
	if fire.Date.String() != "2015-06-03" || len(fire.Attributes) != 1 || fire.Attributes[0].Key != "date" || fire.Attributes[0].Value != "42158" {
		t.Errorf("%v %+v", fire.Date, fire.Attributes)
	}
	if flood.Date.String() != "2015-06-04" || len(flood.Attributes) > 0 {
		t.Errorf("%+v", flood.Attributes)
	}
}
