package snap

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// TestTheTimeOfADayStays beside the day, and a column of times is called so.
func TestTheTimeOfADayStays(t *testing.T) {
	for text, want := range map[string]string{
		"1 2 2015-06-03T23:30:00+08:00\n2 3 2015-06-04\n": "2015-06-03 time=2015-06-03T23:30:00+08:00, 2015-06-04",
		"1 2 1082040961\n2 3 1085493738\n":                "2004-04-15, 2004-05-25",
		"1 2 0\n2 3 1085493738\n":                         " time=0, 2004-05-25",
		"1 2 5\n2 3 7\n":                                  " weight=5,  weight=7",
	} {
		ds, _ := formattest.Imported(t, Format(), "a.txt", []byte(text), format.Options{})
		var got []string
		for _, r := range ds.Relations {
			got = append(got, r.Date.String()+attributes(r))
		}
		if said := strings.Join(got, ", "); said != want {
			t.Errorf("%q: %q, want %q", text, said, want)
		}
	}
}

func attributes(r data.Relation) string {
	text := ""
	for _, a := range r.Attributes {
		text += " " + a.Key + "=" + a.Value
	}
	return text
}
