package edtf

import (
	"errors"
	"strings"
	"testing"
)

func TestErrorsSayWhereAndWhatToWrite(t *testing.T) {
	for _, c := range []struct {
		text   string
		column int
		what   string // part of what is wrong
		hint   string // the whole hint where it matters
	}{
		// no such date
		{"2015-06-31", 9, "June 2015 has 30 days, not 31", "leave the day out if it is not known"},
		{"2015-02-29", 9, "February 2015 has 28 days", ""},
		{"1900-02-29", 9, "February 1900 has 28 days", ""},
		{"2015-06-00", 9, "no day 00", ""},
		{"2015-13", 6, "no month 13", "months are 01 to 12, seasons and parts of a year 21 to 41"},
		{"2015-00", 6, "no month 00", ""},
		{"2001-42", 6, "no month 42", ""},
		{"2001-2X", 6, "no month 2X", ""},
		{"1985-02-3X", 9, "no day 3X", ""},
		{"X900-02-29", 9, "no day 29", ""},
		{"-0000", 2, "year 0 has no sign", "write 0000"},
		{"2015-?13", 7, "no month 13", ""},
		// order
		{"2018/2017", 6, "the end 2017 lies before the start 2018", "write 2017/2018 if they are swapped"},
		{"2004-06-20/2004-06-01", 12, "lies before the start", "write 2004-06-01/2004-06-20 if they are swapped"},
		{"[1672..1670]", 8, "lies before the start", ""},
		{"-0999/-1000", 7, "lies before the start", ""},
		// nothing said
		{"", 1, "nothing here", "leave the date out where none is known"},
		{"..", 1, "without any date", "leave the date out, or give one end: 2016/.. or [..2016]"},
		{"/", 1, "without any date", ""},
		{"../..", 1, "without any date", ""},
		{"../", 1, "without any date", ""},
		{"/..", 1, "without any date", ""},
		{"[]", 2, "empty", ""},
		{"[..]", 2, "without any date", ""},
		// other spellings
		{"2015/06", 6, "four digits", "write 2015-06"},
		{"6/2015", 1, "four digits", "write 2015-06"},
		{"2015-6-1", 6, "two digits", "write 2015-06-01"},
		{"2015-13-01", 0, "", "write 2015-01-13"},
		{"20150601", 0, "", "write 2015-06-01"},
		{"31/12/2015", 0, "", "write 2015-12-31"},
		{"6/7/2015", 0, "", "write 2015-07-06 or 2015-06-07"},
		{"June 2015", 1, "a year is expected here", "write 2015-06"},
		{"7 November 2016", 0, "", "write 2016-11-07"},
		{"November 7, 2016", 0, "", "write 2016-11-07"},
		{"7 to 13 November 2016", 0, "", "write 2016-11-07/2016-11-13"},
		{"before 9 December 2017", 0, "", "write [..2017-12-08]"},
		{"after June 2014", 0, "", "write [2014-07-01..]"},
		{"since 2014", 0, "", "write 2014/.."},
		{"2014 to present", 0, "", "write 2014/.."},
		{"circa 2014", 0, "", "write 2014~"},
		{"possibly June 2014", 0, "", "write 2014-06?"},
		{"1990s", 0, "", "write 199X"},
		{"19th century", 0, "", "write 18XX"},
		{"44 BC", 0, "", "write -0043"},
		{"spring 2001", 0, "", "write 2001-21"},
		{"2015-Q3", 0, "", "write 2015-35"},
		{"2016年11月7日", 5, "", "write 2016-11-07"},
		{"2015 - 2016", 5, "", "write 2015/2016"},
		{"2016–2017", 0, "", "write 2016/2017"},
		{"2014-2016", 0, "", "write 2014/2016"},
		{"2015/16", 0, "", "write 2015/2016"},
		{"988", 0, "", "write 0988"},
		{"-44", 0, "", "write -0044"},
		{"12004", 1, "starts with Y", "write Y12004"},
		{"Y2015", 2, "more than four digits", "write 2015"},
		{"20xx", 0, "", "write 20XX"},
		{"y170000002", 0, "", "write Y170000002"},
		{"y-17e7", 0, "", "write Y-17E7"},
		// older drafts
		{"156u", 0, "", "write 156X"},
		{"unknown/2014", 0, "", "write /2014"},
		{"2014/unknown", 0, "", "write 2014/"},
		{"2014/open", 0, "", "write 2014/.."},
		{"2004?~", 6, "one qualifier", "write 2004%"},
		{"(2011)-06-04~", 0, "", "write 2011-06-04~"},
		{"y171010000p3", 0, "", "write Y171010000S3"},
		// sets
		{"2016-11-07..2016-11-13", 0, "", "write 2016-11-07/2016-11-13 or [2016-11-07..2016-11-13]"},
		{"..2017-12-08", 0, "", "write [..2017-12-08] or ../2017-12-08"},
		{"2016-11-07..", 0, "", "write [2016-11-07..] or 2016-11-07/.."},
		{"[1667, 1668]", 7, "", "write [1667,1668]"},
		{"1667,1668", 5, "", "write [1667,1668] or {1667,1668}"},
		{"[1667", 6, "not closed", "write [1667]"},
		{"[1667}", 7, "not closed", ""},
		{"[1667,]", 7, "", ""},
		{"[,1667]", 2, "missing", ""},
		{"[1667,..1670]", 7, "before the first date", ""},
		{"[1667..,1670]", 6, "after the last date", ""},
		{"{1667/1670}", 6, "cannot stand", ""},
		{"[1667]?", 8, "not closed", ""},
		// years
		{"1984S", 6, "one to three digits", ""},
		{"1984S0", 6, "at least one digit", ""},
		{"198XS2", 5, "exclude each other", ""},
		{"Y12345-06", 7, "stands alone", ""},
		{"Y1X0000", 2, "unspecified", ""},
		{"Y012345", 2, "does not start with 0", ""},
		{"Y", 2, "year is missing", ""},
		{"Y1E", 4, "exponent", ""},
		{"Y1E1000", 4, "exponent", ""},
		{"Y1E100", 3, "more than 100 digits", ""},
		{"Y1" + strings.Repeat("0", 100), 2, "more than 100 digits", ""},
		// what ISO 8601 counts from the start of the year
		{"2017-W05", 6, "a week is no date", "write 2017-01-30/2017-02-05"},
		{"2015-W53-7", 6, "a week is no date", "write 2016-01-03"},
		{"2017-W53", 6, "a week is no date", ""},
		{"2017-024", 6, "two digits", "write 2017-01-24"},
		{"2017-366", 6, "two digits", ""},
		{"2016-366", 6, "two digits", "write 2016-12-31"},
		// rest
		{"2004-06-", 9, "two digits", "write 2004-06"},
		{"2004-06-11-12", 11, "nothing can follow", ""},
		{"2001-21-03", 9, "has no day", ""},
		{"2020-13-45", 6, "no month 13", "months are 01 to 12, seasons and parts of a year 21 to 41"},
		{"2020-13-05", 6, "no month 13", "write 2020-05-13"},
		{"2004/2005/2006", 10, "one slash", ""},
		{"[" + strings.Repeat("2004,", 1000) + "2005]", maxLength + 1, "longer than", ""},
		// time of day
		{"1985-04-12T23:20", 12, "hh:mm:ss", ""},
		{"1985-04-12T24:00:00", 12, "no time of day", ""},
		{"1985-04-12T23:58:60", 12, "no time of day", ""},
		{"1985-04-12T10:10:10+24", 20, "zone", ""},
		{"1985-04-12T10:10:10-00:00", 20, "zone", "for UTC write Z"},
		{"1985-04-12T10:10:10+0430", 20, "zone", ""},
		{"1985-04-12T10:10:10Z10", 21, "cannot stand", ""},
		{"1985-04T10:10:10", 8, "needs year, month and day", ""},
		{"1985-04-1XT10:10:10", 11, "unspecified", ""},
		{"1985-04-12?T10:10:10", 12, "qualifiers", ""},
		{"1985-04-12T10:10:10?", 20, "qualifier", ""},
		{"1985-04-12T10:10:10/1986", 11, "interval or set", "give the day alone"},
		{"1985-04-12 10:10:10", 0, "", "write 1985-04-12T10:10:10"},
		{"1985-04-12t10:10:10z", 0, "", "write 1985-04-12T10:10:10Z"},
	} {
		t.Run(shorten(c.text), func(t *testing.T) {
			d, err := Parse(c.text)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, %v", d, err)
			}
			if !d.IsZero() {
				t.Errorf("a refused text gave the date %v", d)
			}
			if c.column > 0 && e.Column != c.column {
				t.Errorf("column %d, want %d: %v", e.Column, c.column, err)
			}
			if !strings.Contains(e.What, c.what) {
				t.Errorf("says %q, want %q", e.What, c.what)
			}
			if c.hint != "" && e.Hint != c.hint {
				t.Errorf("hint %q, want %q", e.Hint, c.hint)
			}
		})
	}
}

func TestErrorTextNamesValueColumnAndHint(t *testing.T) {
	_, err := Parse("6/2015")
	want := `date "6/2015", column 1: a year needs four digits, not "6"; write 2015-06`
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	_, err = Parse(strings.Repeat("é", 5000))
	if err == nil || len(err.Error()) > 600 {
		t.Errorf("a long text is shortened, got %d bytes", len(err.Error()))
	}
}
