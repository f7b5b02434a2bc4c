package columns

import (
	"fmt"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// TestWhatADateDoesNotSayStaysAnAttribute: times of day, counts of seconds and
// what could be two days.
func TestWhatADateDoesNotSayStaysAnAttribute(t *testing.T) {
	for _, c := range []struct {
		has  string // key=value, ...
		date string
		note string
		left string // keys
		says string // in the report
	}{
		{"date=2015-06-03", "2015-06-03", "", "", ""},
		{"Date=2015-06-03T23:30:00+14:00", "2015-06-03", "", "Date", ""},
		{"timestamp=1464739201", "2016-06-01", "timestamp: seconds from 1970, in UTC", "timestamp", ""},
		{"timestamp=17", "", "", "timestamp", ""},
		{"year=1950", "1950", "", "", ""},
		{"since=2015", "2015/", "", "", ""},
		{"until=2015-03", "/2015-03", "", "", ""},
		{"since=2015,until=2016-06-03T01:00Z", "2015/2016-06-03", "", "until", ""},
		{"since=03/04/2015", "", "", "since", "could be two days"},
		{"date=17", "", "", "date", "not read as a date"},
		{"start=2016,end=2015", "", "", "start end", "no span of time"},
	} {
		b := format.NewBuilder(format.Options{})
		e := data.Entity{Name: "x"}
		for _, pair := range strings.Split(c.has, ",") {
			key, value, _ := strings.Cut(pair, "=")
			e.Attributes = append(e.Attributes, data.Attribute{Key: key, Value: value})
		}
		NewForeign(b).Entity(&e, format.Place{})
		var left []string
		for _, a := range e.Attributes {
			left = append(left, a.Key)
		}
		_, report := b.Finish()
		said := fmt.Sprint(report.Issues)
		if e.Date.String() != c.date || e.DateNote != c.note || strings.Join(left, " ") != c.left || !strings.Contains(said, c.says) || c.says == "" && len(report.Issues) > 0 {
			t.Errorf("%s: %q, %q, left %q, %s", c.has, e.Date, e.DateNote, left, said)
		}
	}
}
