package edtf

import "testing"

func TestWordsSayNoMoreThanTheDate(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"2014", "2014"},
		{"2014-06", "June 2014"},
		{"2016-11-07", "7 November 2016"},
		{"1985-04-12T23:20:30", "12 April 1985, 23:20:30"},
		{"1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"},
		{"1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04"},
		{"1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"},
		// years
		{"0065", "65 AD"},
		{"0000", "1 BC"},
		{"-0043", "44 BC"},
		{"-0100-03-15", "15 March 101 BC"},
		{"Y12345", "12,345"},
		{"Y170000002", "170,000,002"},
		{"Y-170000002", "170,000,003 BC"},
		{"Y-17E7", "170,000,001 BC"},
		{"1950S2", "about 1950 (1900 to 1999)"},
		{"1950S4", "1950"},
		{"-1859S2", "about 1860 BC (1900 to 1801 BC)"},
		// qualifiers
		{"2014-06~", "about June 2014"},
		{"2016?", "2016, uncertain"},
		{"2004-06-11%", "about 11 June 2004, uncertain"},
		{"2004-06~-11", "11 June 2004, the year and month approximate"},
		{"?2004-06-~11", "11 June 2004, the year uncertain, the day approximate"},
		{"2004-%06-11", "11 June 2004, the month uncertain and approximate"},
		{"2001-~21", "spring 2001, the season approximate"},
		{"2001-~34", "the 2nd quarter of 2001, the part of the year approximate"},
		// unspecified digits
		{"156X", "the 1560s"},
		{"18XX", "the 1800s"},
		{"20XX", "the 2000s"},
		{"200X", "a year from 2000 to 2009"}, // not the century
		{"005X", "the 50s AD"},
		{"00XX", "a year from 1 BC to 99 AD"},
		{"1XXX", "a year from 1000 to 1999"},
		{"XXXX", "an unspecified year"},
		{"1XX3", "a year written 1XX3"},
		{"-004X", "a year from 50 to 41 BC"},
		{"-000X", "a year from 10 to 2 BC"},
		{"201X~", "about the 2010s"},
		{"2004-XX", "some month in 2004"},
		{"1984-1X", "October, November or December 1984"},
		{"1984-X1", "January or November 1984"},
		{"1984-0X", "a month from January to September 1984"},
		{"1985-XX-XX", "some day in 1985"},
		{"1985-04-XX", "some day in April 1985"},
		{"1985-04-XX~", "some day in April 1985, approximate"},
		{"1985-XX-12", "day 12 of some month in 1985"},
		{"1985-XX-1X", "day 10 to 19 of some month in 1985"},
		{"1985-04-1X", "between 10 and 19 April 1985"},
		{"1985-02-2X", "between 20 and 28 February 1985"},
		{"1985-04-3X", "30 April 1985"},
		{"1985-05-3X", "30 or 31 May 1985"},
		{"1985-04-X5", "5, 15 or 25 April 1985"},
		{"156X-12-25", "25 December in the 1560s"},
		{"15XX-12-XX", "some day in December in the 1500s"},
		{"XXXX-12-XX", "some day in December of an unspecified year"},
		{"1XXX-12", "December of a year from 1000 to 1999"},
		{"1XXX-XX", "some month of a year from 1000 to 1999"},
		// parts of a year
		{"2001-21", "spring 2001"},
		{"2001-25", "spring 2001 (northern hemisphere)"},
		{"2001-32", "winter 2001 (southern hemisphere)"},
		{"2015-35", "the 3rd quarter of 2015"},
		{"2015-37", "the 1st third of 2015"},
		{"2015-41", "the 2nd half of 2015"},
		{"-0043-24", "winter 44 BC"},
		{"156X-21", "spring in the 1560s"},
		{"201X-33", "the 1st quarter of a year in the 2010s"},
		{"1XXX-33", "the 1st quarter of a year from 1000 to 1999"},
		{"2011-23~", "about autumn 2011"},
		// intervals
		{"2017-01/2018-03", "January 2017 to March 2018"},
		{"2017-01/2017-03", "January to March 2017"},
		{"2016-11-07/2016-11-13", "7 to 13 November 2016"},
		{"2016-11-07/2016-12-03", "7 November to 3 December 2016"},
		{"2016-12-30/2017-01-02", "30 December 2016 to 2 January 2017"},
		{"2017-21/2017-22", "spring 2017 to summer 2017"},
		{"2017/2017", "within 2017"},
		{"2016-11-07/2016-11-07", "7 November 2016"},
		{"2014/", "since 2014, end unknown"},
		{"2014/..", "from 2014, open end"},
		{"/2014", "until 2014, start unknown"},
		{"../2014", "until 2014, open start"},
		{"1984~/2004?", "about 1984 to 2004 (uncertain)"},
		{"1984-06-02?/", "since 2 June 1984 (uncertain), end unknown"},
		{"2004-06-~01/2004-06-~20", "1 June 2004 (the day approximate) to 20 June 2004 (the day approximate)"},
		{"2004-06-XX/2004-07-03", "some day in June 2004 to 3 July 2004"},
		// one of
		{"[1985]", "1985"},
		{"[2016-11-07..2016-11-13]", "between 7 and 13 November 2016"},
		{"[1670..1673]", "between 1670 and 1673"},
		{"[2016-11-07..]", "7 November 2016 or later"},
		{"[..2017-12-08]", "before 9 December 2017"},
		{"[..2017-12-31]", "before 1 January 2018"},
		{"[..2017-12-08?]", "8 December 2017 (uncertain) or earlier"},
		{"[..1984]", "1984 or earlier"},
		{"[1667,1760-12]", "1667 or December 1760"},
		{"[1667,1668,1670..1672]", "1667, 1668, or 1670 to 1672"},
		{"[1760-01,1760-02,1760-12..]", "January 1760, February 1760, or December 1760 or later"},
		// all of
		{"{1960,1961-12}", "1960 and December 1961"},
		{"{1667,1668,1670..1672}", "1667, 1668, and every year from 1670 to 1672"},
		{"{1985-04-12..1985-05-01}", "every day from 12 April to 1 May 1985"},
		{"{2001-21..2001-23}", "all from spring 2001 to autumn 2001"},
		{"{..1984}", "every year up to 1984"},
		{"{1984..}", "every year from 1984 on"},
	} {
		if got := MustParse(c.text).Words(); got != c.words {
			t.Errorf("%s: %q, want %q", c.text, got, c.words)
		}
	}
}

func TestZeroDateHasNoWords(t *testing.T) {
	if got := (Date{}).Words(); got != "" {
		t.Errorf("got %q", got)
	}
}
