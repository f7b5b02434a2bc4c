package chart

import (
	"fmt"
	"testing"
	"time"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// spanText writes a span as days: "2016-01-01 to ?".
func spanText(s *threadSpan) string {
	if s == nil {
		return "none"
	}
	day := func(d *float64) string {
		if d == nil {
			return "?"
		}
		return time.Unix(int64(*d)*86400, 0).UTC().Format(time.DateOnly)
	}
	years := map[bool]string{true: ", years"}[s.Years]
	from := day(s.From)
	if s.By != nil {
		from = "by " + day(s.By)
	}
	return fmt.Sprintf("%s to %s%s", from, day(s.To), years)
}

// The list once told a sentence passed on a day before 17 November 2016 as one of
// November 2016, and what happened between January and November as of June: the
// days at which they are drawn.
func TestASpanSaysNoMoreThanTheDates(t *testing.T) {
	for _, c := range []struct{ name, first, relation, last, want string }{
		{"before a day", "", "", "[..2016-11-16]", "by 2016-11-16 to 2016-11-16"},
		{"on or after a day", "", "", "[2016-11-07..]", "2016-11-07 to ?"},
		{"a day among these", "", "[2016-01-01..2016-11-16]", "", "2016-01-01 to 2016-11-16"},
		{"years", "2014", "2015", "", "2014-01-01 to 2015-12-31, years"},
		{"months", "2017-01", "2017-12", "", "2017-01-01 to 2017-12-31"},
		{"nothing is dated", "", "", "", "none"},
		{"an end known only by a later bound", "2015-09", "[..2018-04-19]", "", "2015-09-01 to 2018-04-19"},
		{"what began before the thread came", "2017-06", "", "2014/2018", "2017-06-01 to 2017-06-30"},
		{"a beginning known only by a later bound", "[..2015-09-22]", "", "[..2018-04-19]", "by 2015-09-22 to 2018-04-19"},
		{"not after what it led to", "[..2017-10-17]", "2017-09", "", "by 2017-09-30 to 2017-09-30"},
		{"about", "2014~", "", "", "2013-01-01 to 2015-12-31, years"},
	} {
		ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
		date := func(text string) edtf.Date {
			d, _ := edtf.Parse(text)
			return d
		}
		ds.Entities = []data.Entity{{ID: "a", Kind: "event", Name: "A", Date: date(c.first)}, {ID: "b", Kind: "case", Name: "B", Date: date(c.last)}}
		ds.Relations = []data.Relation{{ID: "r", From: "a", Predicate: "led_to", To: "b", Date: date(c.relation)}}
		_, told := sceneOf(data.NewIndex(ds))
		if len(told.Threads) != 1 {
			t.Fatalf("%s: %d threads", c.name, len(told.Threads))
		}
		if got := spanText(told.Threads[0].Span); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
