package edtf

import (
	"fmt"
	"strings"
	"testing"
)

// when writes an instant of a bound: the day alone where the bound covers it
// whole, with the time of day otherwise, "-" for a missing one.
func when(i *Instant, whole int32) string {
	if i == nil {
		return "-"
	}
	y, m, d := civilOf(i.Day)
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if i.Second != whole {
		s += fmt.Sprintf("T%02d:%02d:%02d", i.Second/3600, i.Second/60%60, i.Second%60)
	}
	return s
}

func (b Bound) String() string { return when(b.Earliest, 0) + " " + when(b.Latest, lastSecond) }

// letters names the flags that are set: span, uncertain, approximate, open and
// unknown ends.
func letters(d Date) string {
	var b strings.Builder
	for _, f := range []struct {
		is   bool
		name string
	}{
		{d.IsInterval(), "span "}, {d.Uncertain(), "? "}, {d.Approximate(), "~ "},
		{d.OpenStart(), "open-start "}, {d.OpenEnd(), "open-end "},
		{d.UnknownStart(), "unknown-start "}, {d.UnknownEnd(), "unknown-end "},
	} {
		if f.is {
			b.WriteString(f.name)
		}
	}
	return strings.TrimSpace(b.String())
}

type specCase struct {
	text       string
	start, end string // end "" where it equals start
	flags      string
	precision  Precision
}

func checkCases(t *testing.T, cases []specCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			d, err := Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			if c.end == "" {
				c.end = c.start
			}
			if d.String() != c.text {
				t.Errorf("text %q", d)
			}
			if got := d.Start().String(); got != c.start {
				t.Errorf("start %s, want %s", got, c.start)
			}
			if got := d.End().String(); got != c.end {
				t.Errorf("end %s, want %s", got, c.end)
			}
			if got := letters(d); got != c.flags {
				t.Errorf("flags %q, want %q", got, c.flags)
			}
			if d.Precision() != c.precision {
				t.Errorf("precision %s, want %s", d.Precision(), c.precision)
			}
		})
	}
}

// The examples of the specification, https://www.loc.gov/standards/datetime/.
func TestLibraryOfCongressLevel0(t *testing.T) {
	checkCases(t, []specCase{
		{"1985-04-12", "1985-04-12 1985-04-12", "", "", Day},
		{"1985-04", "1985-04-01 1985-04-30", "", "", Month},
		{"1985", "1985-01-01 1985-12-31", "", "", Year},
		{"1985-04-12T23:20:30", "1985-04-12T23:20:30 1985-04-12T23:20:30", "", "", Second},
		{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30 1985-04-12T23:20:30", "", "", Second},
		{"1985-04-12T23:20:30-04", "1985-04-13T03:20:30 1985-04-13T03:20:30", "", "", Second},
		{"1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30 1985-04-12T18:50:30", "", "", Second},
		{"1964/2008", "1964-01-01 1964-12-31", "2008-01-01 2008-12-31", "span", Year},
		{"2004-06/2006-08", "2004-06-01 2004-06-30", "2006-08-01 2006-08-31", "span", Month},
		{"2004-02-01/2005-02-08", "2004-02-01 2004-02-01", "2005-02-08 2005-02-08", "span", Day},
		{"2004-02-01/2005-02", "2004-02-01 2004-02-01", "2005-02-01 2005-02-28", "span", Month},
		{"2004-02-01/2005", "2004-02-01 2004-02-01", "2005-01-01 2005-12-31", "span", Year},
		{"2005/2006-02", "2005-01-01 2005-12-31", "2006-02-01 2006-02-28", "span", Year},
	})
}

func TestLibraryOfCongressLevel1(t *testing.T) {
	checkCases(t, []specCase{
		{"Y170000002", "170000002-01-01 170000002-12-31", "", "", Year},
		{"Y-170000002", "-170000002-01-01 -170000002-12-31", "", "", Year},
		{"2001-21", "2001-03-01 2001-11-30", "", "", SubYear},
		{"1984?", "1984-01-01 1984-12-31", "", "?", Year},
		{"2004-06~", "2004-05-01 2004-07-31", "", "~", Month},
		{"2004-06-11%", "2004-06-10 2004-06-12", "", "? ~", Day},
		{"201X", "2010-01-01 2019-12-31", "", "", Decade},
		{"20XX", "2000-01-01 2099-12-31", "", "", Century},
		{"2004-XX", "2004-01-01 2004-12-31", "", "", Year},
		{"1985-04-XX", "1985-04-01 1985-04-30", "", "", Month},
		{"1985-XX-XX", "1985-01-01 1985-12-31", "", "", Year},
		{"1985-04-12/..", "1985-04-12 1985-04-12", "1985-04-12 -", "span open-end", Day},
		{"1985-04/..", "1985-04-01 1985-04-30", "1985-04-01 -", "span open-end", Month},
		{"1985/..", "1985-01-01 1985-12-31", "1985-01-01 -", "span open-end", Year},
		{"../1985-04-12", "- 1985-04-12", "1985-04-12 1985-04-12", "span open-start", Day},
		{"../1985-04", "- 1985-04-30", "1985-04-01 1985-04-30", "span open-start", Month},
		{"../1985", "- 1985-12-31", "1985-01-01 1985-12-31", "span open-start", Year},
		{"1985-04-12/", "1985-04-12 1985-04-12", "1985-04-12 -", "span unknown-end", Day},
		{"1985-04/", "1985-04-01 1985-04-30", "1985-04-01 -", "span unknown-end", Month},
		{"1985/", "1985-01-01 1985-12-31", "1985-01-01 -", "span unknown-end", Year},
		{"/1985-04-12", "- 1985-04-12", "1985-04-12 1985-04-12", "span unknown-start", Day},
		{"/1985-04", "- 1985-04-30", "1985-04-01 1985-04-30", "span unknown-start", Month},
		{"/1985", "- 1985-12-31", "1985-01-01 1985-12-31", "span unknown-start", Year},
		{"-1985", "-1985-01-01 -1985-12-31", "", "", Year},
		// ends with qualifiers, from the table of features
		{"1984~/2004-06", "1983-01-01 1985-12-31", "2004-06-01 2004-06-30", "span ~", Year},
		{"1984/2004-06~", "1984-01-01 1984-12-31", "2004-05-01 2004-07-31", "span ~", Year},
		{"1984?/2004%", "1984-01-01 1984-12-31", "2003-01-01 2005-12-31", "span ? ~", Year},
		{"1984-06-02?/2004-08-08~", "1984-06-02 1984-06-02", "2004-08-07 2004-08-09", "span ? ~", Day},
		{"1984-06-02?/", "1984-06-02 1984-06-02", "1984-06-02 -", "span ? unknown-end", Day},
	})
}

func TestLibraryOfCongressLevel2(t *testing.T) {
	checkCases(t, []specCase{
		{"Y-17E7", "-170000000-01-01 -170000000-12-31", "", "", Year},
		{"1950S2", "1900-01-01 1999-12-31", "", "~", Century},
		// The page prints 171010000 to 171010999, which are six digits, not three.
		{"Y171010000S3", "171000000-01-01 171999999-12-31", "", "~", NoPrecision},
		{"Y3388E2S3", "338000-01-01 338999-12-31", "", "~", Millennium},
		{"2001-34", "2001-04-01 2001-06-30", "", "", SubYear},
		{"[1667,1668,1670..1672]", "1667-01-01 1672-12-31", "", "", Year},
		{"[..1760-12-03]", "- 1760-12-03", "", "", Day},
		{"[1760-12..]", "1760-12-01 -", "", "", Month},
		{"[1760-01,1760-02,1760-12..]", "1760-01-01 -", "", "", Month},
		{"[1667,1760-12]", "1667-01-01 1760-12-31", "", "", Year},
		{"[..1984]", "- 1984-12-31", "", "", Year},
		{"{1667,1668,1670..1672}", "1667-01-01 1667-12-31", "1672-01-01 1672-12-31", "span", Year},
		{"{1960,1961-12}", "1960-01-01 1960-12-31", "1961-12-01 1961-12-31", "span", Year},
		{"{..1984}", "- 1984-12-31", "1984-01-01 1984-12-31", "span open-start", Year},
		{"2004-06~-11", "2004-05-11 2004-07-11", "", "~", Day},
		{"2004?-06-11", "2004-06-11 2004-06-11", "", "?", Day},
		{"?2004-06-~11", "2004-06-10 2004-06-12", "", "? ~", Day},
		{"2004-%06-11", "2004-05-11 2004-07-11", "", "? ~", Day},
		{"156X-12-25", "1560-12-25 1569-12-25", "", "", Decade},
		{"15XX-12-25", "1500-12-25 1599-12-25", "", "", Century},
		{"XXXX-12-XX", "0000-12-01 9999-12-31", "", "", NoPrecision},
		{"1XXX-XX", "1000-01-01 1999-12-31", "", "", Millennium},
		{"1XXX-12", "1000-12-01 1999-12-31", "", "", Millennium},
		{"1984-1X", "1984-10-01 1984-12-31", "", "", Year},
		{"2004-06-~01/2004-06-~20", "2004-05-31 2004-06-02", "2004-06-19 2004-06-21", "span ~", Day},
		{"2004-06-XX/2004-07-03", "2004-06-01 2004-06-30", "2004-07-03 2004-07-03", "span", Month},
	})
}

func TestFormsBeyondTheExamples(t *testing.T) {
	checkCases(t, []specCase{
		{"0000", "0000-01-01 0000-12-31", "", "", Year},
		{"-0001-12-31", "-001-12-31 -001-12-31", "", "", Day},
		{"0000-02-29", "0000-02-29 0000-02-29", "", "", Day},
		{"-156X?", "-1569-01-01 -1560-12-31", "", "?", Decade},
		{"-000X", "-009-01-01 -001-12-31", "", "", Decade},
		{"Y20E2", "2000-01-01 2000-12-31", "", "", Year},
		{"-1859S2", "-1899-01-01 -1800-12-31", "", "~", Century},
		{"1950S4", "1950-01-01 1950-12-31", "", "", Year},
		{"0050S1", "0050-01-01 0059-12-31", "", "~", Decade},
		{"XXXX-02-29", "0000-02-29 9996-02-29", "", "", NoPrecision},
		{"1985-0X-31", "1985-01-31 1985-08-31", "", "", Year},
		{"1985-XX-3X", "1985-01-30 1985-12-31", "", "", Year},
		{"1XX3", "1003-01-01 1993-12-31", "", "", Year},
		{"201X~", "2000-01-01 2029-12-31", "", "~", Decade},
		{"2011-23~", "2010-12-01 2012-02-29", "", "~", SubYear},
		{"2004-02-29~", "2004-02-28 2004-03-01", "", "~", Day},
		{"~2004-02-29", "2003-02-28 2005-02-28", "", "~", Day},
		{"[1985]", "1985-01-01 1985-12-31", "", "", Year},
		{"{1985}", "1985-01-01 1985-12-31", "", "", Year},
		{"{1985..}", "1985-01-01 1985-12-31", "1985-01-01 -", "span open-end", Year},
		{"{1961-12,1960}", "1960-01-01 1960-12-31", "1961-12-01 1961-12-31", "span", Year},
		{"[2016-11-07..2016-11-13]", "2016-11-07 2016-11-13", "", "", Day},
		{"2017-01/2018-03", "2017-01-01 2017-01-31", "2018-03-01 2018-03-31", "span", Month},
		{"2004/2004-02", "2004-01-01 2004-02-29", "2004-02-01 2004-02-29", "span", Year},
		{"2005~/2004", "2004-01-01 2004-12-31", "2004-01-01 2004-12-31", "span ~", Year},
		{"2016-06-30T23:59:60Z", "2016-06-30T23:59:59 2016-06-30", "", "", Second}, // a leap second counts as the one before
		{"1985-04-12T00:10:00+01:00", "1985-04-11T23:10:00 1985-04-11T23:10:00", "", "", Second},
	})
}

func TestPartsOfTheYear(t *testing.T) {
	var cases []specCase
	for number, months := range map[int][2]string{
		21: {"2001-03-01", "2001-11-30"}, 22: {"2000-12-01", "2002-02-28"}, 23: {"2001-03-01", "2001-11-30"}, 24: {"2000-12-01", "2002-02-28"},
		25: {"2001-03-01", "2001-05-31"}, 26: {"2001-06-01", "2001-08-31"}, 27: {"2001-09-01", "2001-11-30"}, 28: {"2000-12-01", "2002-02-28"},
		29: {"2001-09-01", "2001-11-30"}, 30: {"2000-12-01", "2002-02-28"}, 31: {"2001-03-01", "2001-05-31"}, 32: {"2001-06-01", "2001-08-31"},
		33: {"2001-01-01", "2001-03-31"}, 34: {"2001-04-01", "2001-06-30"}, 35: {"2001-07-01", "2001-09-30"}, 36: {"2001-10-01", "2001-12-31"},
		37: {"2001-01-01", "2001-04-30"}, 38: {"2001-05-01", "2001-08-31"}, 39: {"2001-09-01", "2001-12-31"},
		40: {"2001-01-01", "2001-06-30"}, 41: {"2001-07-01", "2001-12-31"},
	} {
		cases = append(cases, specCase{fmt.Sprintf("2001-%d", number), months[0] + " " + months[1], "", "", SubYear})
	}
	checkCases(t, cases)
}

// Years of any length keep their text; their bounds rest on a far year.
func TestVeryLongYearsRestOnALimit(t *testing.T) {
	long := "Y1" + strings.Repeat("0", 99)
	d := MustParse(long)
	if d.String() != long || d.Start().Earliest.Day != dayOf(yearLimit, 1, 1) || d.End().Latest.Day != maxDay {
		t.Errorf("%s: %v", d, d.Start())
	}
	if got := MustParse("Y-1E99~").Start(); got.Earliest.Day != minDay {
		t.Errorf("the limit holds when widened, got %v", got)
	}
	if o := Precedes(MustParse("Y1E20"), MustParse("Y1E30")); o != Possible {
		t.Errorf("years beyond the limit are not told apart, got %s", o)
	}
	if o := Precedes(MustParse("2000"), MustParse("Y1E30")); o != Certain {
		t.Errorf("but they are ordered against others, got %s", o)
	}
}
