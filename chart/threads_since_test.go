package chart

import (
	"testing"

	"github.com/redthread/redthread/data/edtf"
)

func TestWhatComesFirstCountsFromItsStart(t *testing.T) {
	for _, c := range []struct{ date, want string }{
		{"2017-10", "October 2017"},
		{"2017-06/..", "June 2017"},
		{"2017-06/", "June 2017"},
		{"2016-11-17/2018-04", "17 November 2016"},
		{"2016?/2017", "2016, uncertain"},
		{"[2016-11-13,2016-11-07]", "7 November 2016"},
		{"[2016-11-07..2016-11-13]", "7 November 2016"},
		{"{2015,2017}", "2015"},
		{"../2017", ""},
		{"/2017", ""},
		{"[..2017]", ""},
	} {
		got := ""
		if d := sinceOf(edtf.MustParse(c.date)); d != nil {
			got = d.Text
		}
		if got != c.want {
			t.Errorf("%s counts from %q, want %q", c.date, got, c.want)
		}
	}
	if sinceOf(edtf.Date{}) != nil {
		t.Error("no date has a start")
	}
}
