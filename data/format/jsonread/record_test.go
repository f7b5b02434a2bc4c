package jsonread

import (
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// TestATextThatSaysMoreThanItsDateStays: of times of day, and of what reading
// the date left aside.
func TestATextThatSaysMoreThanItsDateStays(t *testing.T) {
	for text, kept := range map[string]int{"2015-06-03": 0, "2015-06-03T10:00:00Z": 1, "early 1990s": 1, "1433289600": 1, "no date": 1} {
		v, problems := data.ParseJSON("a.json", []byte(`{"since": "`+text+`"}`))
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		r := New(format.NewBuilder(format.Options{}), v, "person", "p1")
		date := r.Date("since")
		if rest := r.Rest(); len(rest) != kept || date.IsZero() != (text == "no date") {
			t.Errorf("%q: %v, kept %v", text, date, rest)
		}
	}
}
