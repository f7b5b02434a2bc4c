package edtf

import "testing"

func TestPrecedes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Order
	}{
		{"2016-11-07", "2017-06-01", Certain},
		{"2017-06-01", "2016-11-07", Impossible},
		{"2017-06-01", "2017-06-01", Possible}, // a tie
		{"2017-06", "2017-06-15", Possible},
		{"2017-06-15", "2017-06", Possible},
		{"2017-06-30", "2017-07", Certain},
		{"2017", "2018", Certain},
		// a law in force is certain about its start, whatever its end
		{"2017-06-01/", "2018", Certain},
		{"2017-06-01/..", "2018", Certain},
		{"2018", "2017-06-01/", Possible},
		{"2018", "2017-06-01/2017-12", Impossible},
		{"2018", "/2017", Impossible}, // it has ended, whenever it began
		{"/2017", "2018", Certain},
		{"../2017", "2018", Certain},
		{"2018", "../2017", Impossible},
		// missing bounds
		{"[2016-11-07..]", "2018", Possible},
		{"[2016-11-07..]", "2015", Impossible},
		{"2015", "[2016-11-07..]", Certain},
		{"[..2017-12-08]", "2018", Certain},
		{"2018", "[..2017-12-08]", Impossible},
		{"2016", "[..2017-12-08]", Possible},
		{"", "2018", Possible},
		{"2018", "", Possible},
		// uncertain bounds decide nothing
		{"2016?", "2018", Possible},
		{"2018", "2016?", Possible},
		{"2016%", "2018", Possible},
		{"2016-11-?07", "2018", Possible},
		{"2016/2017?", "2018", Certain}, // its start is not in doubt
		{"2018", "2016/2017?", Possible},
		{"2018", "2016?/2017", Impossible}, // its end is not in doubt
		{"[2015,2016?]", "2018", Possible},
		// approximate bounds are wider by a unit
		{"2016~", "2018", Certain},
		{"2017~", "2018", Possible},
		{"2018~", "2017", Possible},
		{"2019~", "2017", Impossible},
		{"2014-06-~11", "2014-06-13", Certain},
		{"2014-06-~11", "2014-06-12", Possible},
		// zones
		{"2017-06-01T23:00:00-04:00", "2017-06-02T02:59:59Z", Impossible},
		{"2017-06-01T23:00:00-04:00", "2017-06-02T03:00:01Z", Certain},
	} {
		var a, b Date
		if c.a != "" {
			a = MustParse(c.a)
		}
		if c.b != "" {
			b = MustParse(c.b)
		}
		if got := Precedes(a, b); got != c.want {
			t.Errorf("%q before %q: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func dates(texts ...string) []Date {
	list := make([]Date, len(texts))
	for i, s := range texts {
		if s != "" {
			list[i] = MustParse(s)
		}
	}
	return list
}

func TestHull(t *testing.T) {
	for _, c := range []struct {
		dates []string
		want  string
	}{
		{nil, ""},
		{[]string{""}, ""},
		{[]string{"", "2015-07"}, "2015-07"},
		{[]string{"2015-07", "2018-04"}, "2015-07/2018-04"},
		{[]string{"2018-04", "", "2015-07", "2016"}, "2015-07/2018-04"},
		{[]string{"2015", "2015-07"}, "2015"},
		{[]string{"2015-07", "2015-07"}, "2015-07"},
		{[]string{"2014~", "2018?"}, "2014~/2018?"},
		{[]string{"2016-11-07/2017", "2015/2016"}, "2015/2017"},
		{[]string{"2017-06/..", "2018-04"}, "2017-06/.."},
		{[]string{"2017-06/", "2018-04"}, "2017-06/"},
		{[]string{"2017-06/", "2018/.."}, "2017-06/.."},
		{[]string{"../2015", "2018"}, "../2018"},
		{[]string{"/2015", "2018"}, "/2018"},
		{[]string{"../2015", "/2014", "2018"}, "../2018"},
		{[]string{"/2015", "2018/"}, ""}, // neither end can be said
		{[]string{"[2016-11-07..2016-11-13]", "2018"}, "2016-11/2018"},
		{[]string{"[2016-11-07..2017-02-01]", "2018"}, "201X/2018"},
		{[]string{"[2016-11-07?..2016-11-13]", "2018"}, "2016-11?/2018"},
		{[]string{"[..2017-12-08]", "2018-04"}, "/2018-04"},
		{[]string{"[..2017-12-08]", "[..2018]"}, "[..2018]"},
		{[]string{"[2016..]", "[2017..]"}, "[2016..]"},
		{[]string{"[2016]", "2018"}, "2016/2018"},
		{[]string{"{1667,1670..1672}", "1700"}, "1667/1700"},
		{[]string{"{1670..1672,1667}", "1600"}, "1600/1672"},
		{[]string{"1985-04-12T23:20:30-04", "1990"}, "1985-04-13/1990"}, // intervals have no time of day
		{[]string{"1990", "Y170000002"}, "1990/Y170000002"},
		{[]string{"-0044-03-15", "0014"}, "-0044-03-15/0014"},
		{[]string{"Y10000", "[Y-1E16..-0001]"}, "/Y10000"}, // too far for a text of its own
	} {
		if got := Hull(dates(c.dates...)...).String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.dates, got, c.want)
		}
	}
}

func TestOverlap(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"2015/2018", "2017/2020", "2017/2018"},
		{"2015-07", "2018-04", ""},
		{"2015/2016", "2017", ""},
		{"", "2017", ""},
		{"2015/2018-04", "2017-06/..", "2017-06/2018-04"},
		{"2017-06", "2017-01/2018-03", "2017-06"},
		{"2017-06-15", "2017-06-15", "2017-06-15"},
		{"2017", "2017-06", "2017-06"},
		{"../1985", "1984/..", "1984/1985"},
		{"1984/..", "1985/..", "1985/.."},
		{"1984/", "1985/", "1985/"},
		{"1984/..", "1985/", "1985/"},
		{"2017-06/", "2018-01-02/2018-03", "2018-01-02/2018-03?"}, // the first may have ended before
		{"2017-06/", "2018-04", "2018-04?"},
		{"/2018", "2014~/", "2014%/2018?"},
		{"[2016-11-07..]", "2018-04", "2018-04"},
		{"[2016..]", "[2017..]", "[2017-01-01..]"},
		{"[..2016]", "[..2017]", "[..2016-12-31]"},
		{"[2016-11-07..2016-11-13]", "2016-11-10/2016-12", "2016-11"},
		{"2016?/2018", "2017/2020", "2017?/2018"},
		{"[..Y10000,Y10000]", "Y-1E16/Y10000", "[..Y10000]"}, // too far for a text of its own
	} {
		list := dates(c.a, c.b)
		for range 2 {
			got, ok := Overlap(list[0], list[1])
			if got.String() != c.want || ok != (c.want != "") {
				t.Errorf("%q and %q: %q %v, want %q", list[0], list[1], got, ok, c.want)
			}
			list[0], list[1] = list[1], list[0]
		}
	}
}
