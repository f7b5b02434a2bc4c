package dates

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// readAll reads the values of a column; what is doubted is "!" and why.
func readAll(c *Column, values []string) []string {
	var got []string
	for _, v := range values {
		if d, doubt := c.Parse(v); doubt != nil {
			got = append(got, "!"+doubt.What)
		} else {
			got = append(got, d.String())
		}
	}
	return got
}

const (
	either   = "!could be two days"
	contrary = "!the column holds dates of both orders"
	misfit   = "!not in the order of the column's other dates"
)

func TestAColumnSettlesItsOrder(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []string
		opt    format.Options
		want   []string
	}{
		{"one value of the other order", []string{"03/04/2015", "25/04/2015"}, format.Options{}, []string{"2015-04-03", "2015-04-25"}},
		{"month first", []string{"03/04/2015", "04/25/2015"}, format.Options{}, []string{"2015-03-04", "2015-04-25"}},
		{"nothing settles it", []string{"03/04/2015", "05/05/2015", "2015-06-03"}, format.Options{}, []string{either, "2015-05-05", "2015-06-03"}},
		{"the option settles it", []string{"03/04/2015", "05/06/2015"}, format.Options{Order: format.MonthFirst}, []string{"2015-03-04", "2015-05-06"}},
		{"both orders", []string{"13/01/2015", "01/13/2015", "03/04/2015"}, format.Options{}, []string{contrary, contrary, contrary}},
		{"most are of one order", []string{"13/01/2015", "14/01/2015", "01/13/2015", "03/04/2015"}, format.Options{}, []string{"2015-01-13", "2015-01-14", misfit, contrary}},
		{"the option against one value", []string{"13/01/2015", "01/13/2015", "03/04/2015"}, format.Options{Order: format.DayFirst}, []string{"2015-01-13", "!no date in the order that --date-order says", "2015-04-03"}},
		{"another separator settles nothing", []string{"03/04/2015", "25.04.2015"}, format.Options{}, []string{either, "2015-04-25"}},
		{"two-digit years", []string{"03/04/15", "25/04/15"}, format.Options{Century: 1950}, []string{"2015-04-03", "2015-04-25"}},
		{"within spans", []string{"03/04/2015 - 05/04/2015", "25/04/2015"}, format.Options{}, []string{"2015-04-03/2015-04-05", "2015-04-25"}},
		{"school years", []string{"2004-05", "2012-13", "2013-14"}, format.Options{}, []string{"2004/2005", "2012/2013", "2013/2014"}},
		{"months", []string{"2004-05", "2012-11"}, format.Options{}, []string{"2004-05", "2012-11"}},
		{"months and spans of years", []string{"2004-05", "2012-13", "2015-06"}, format.Options{}, []string{contrary, "2012/2013", "2015-06"}},
		{"years before a slash", []string{"2004/05", "2012/13"}, format.Options{}, []string{"2004/2005", "2012/2013"}},
		{"six digits", []string{"201012", "201506"}, format.Options{}, []string{"2010-12", "2015-06"}},
		{"eight digits", []string{"20122015", "03042015"}, format.Options{}, []string{"2015-12-20", "2015-04-03"}},
		{"seconds before 2001", []string{"999999999", "1433289600"}, format.Options{}, []string{"2001-09-09", "2015-06-03"}},
		{"nine digits alone", []string{"999999999"}, format.Options{}, []string{"!a number, no date"}},
	} {
		got := readAll(Decide(c.values, c.opt), c.values)
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.values, got, c.want)
		}
	}
}

func TestSpreadsheetDaysNeedAColumnOfDates(t *testing.T) {
	values := []string{"42158", "42158.5", "120"}
	alone := readAll(Decide(values, format.Options{}), values)
	if !strings.HasPrefix(alone[0], "!a number, which may be") {
		t.Errorf("mere numbers: %q", alone)
	}
	for _, name := range []string{"Date", "start_date", "Geburtsdatum", "日期", "date of birth", "Born"} {
		c := DecideNamed(name, values, format.Options{})
		if got := readAll(c, values); got[0] != "2015-06-03" || got[1] != "2015-06-03" || !strings.HasPrefix(got[2], "!") {
			t.Errorf("below %q: %q", name, got)
		}
		if r := c.Read("42158.5"); r.Time != "12:00" || !strings.Contains(r.Note, "1900") {
			t.Errorf("half a day: %+v", r)
		}
	}
	beside := []string{"2015-06-01", "42158"}
	if got := readAll(Decide(beside, format.Options{}), beside); got[1] != "2015-06-03" {
		t.Errorf("beside a date: %q", got)
	}
	for _, name := range []string{"amount", "candidate number", "staff", "id"} {
		if got := readAll(DecideNamed(name, values, format.Options{}), values); got[0][0] != '!' {
			t.Errorf("below %q: %q", name, got)
		}
	}
}

func TestFormatSaysHowAColumnIsWritten(t *testing.T) {
	for _, c := range []struct {
		values []string
		words  string
		sure   float64
	}{
		{[]string{"03/04/2015", "25/04/2015", "", "2015", "x"}, "day/month/yyyy (2), not read (1), year (1)", 0.75},
		{[]string{"2015-06-03", "3 June 2015"}, "in words (1), year-month-day (1)", 1},
		{[]string{"2015", "2016"}, "year (2)", 0.5},
		{[]string{"Peter", "Paul"}, "not read (2)", 0},
		{[]string{"", "N/A"}, "no values", 0},
		{nil, "no values", 0},
	} {
		if words, sure := Decide(c.values, format.Options{}).Format(); words != c.words || sure != c.sure {
			t.Errorf("%q: %q %v, want %q %v", c.values, words, sure, c.words, c.sure)
		}
	}
}

func TestSerialCountsInBothEpochs(t *testing.T) {
	for _, c := range []struct {
		days       float64
		from1904   bool
		date, time string
	}{
		{1, false, "1900-01-01", ""}, {59, false, "1900-02-28", ""}, {61, false, "1900-03-01", ""}, {42158, false, "2015-06-03", ""},
		{42158.75, false, "2015-06-03", "18:00"}, {42157.9999999, false, "2015-06-03", ""}, {42158.000011574, false, "2015-06-03", "00:00:01"},
		{0, true, "1904-01-01", ""}, {40696, true, "2015-06-03", ""}, {2958465, false, "9999-12-31", ""},
	} {
		d, at, doubt := Serial(c.days, c.from1904)
		if doubt != nil || d.String() != c.date || at != c.time {
			t.Errorf("%v: %s %s %v, want %s %s", c.days, d, at, doubt, c.date, c.time)
		}
	}
	for _, days := range []float64{-1, 0, 0.5, 60, 60.5, 2958466, 1e300} {
		if d, _, doubt := Serial(days, false); doubt == nil {
			t.Errorf("%v: %s", days, d)
		}
	}
}

func TestWhatACallerAddsToADoubtStaysWithIt(t *testing.T) {
	c := Decide([]string{"03/04/2015"}, format.Options{})
	first := c.Read("03/04/2015").Doubt
	if first == nil {
		t.Fatal("no doubt")
	}
	hint := first.Hint
	first.Hint += "; and more"
	for range 2 {
		again := c.Read("03/04/2015").Doubt
		if again == nil || again.Hint != hint {
			t.Fatalf("%v, want the hint %q", again, hint)
		}
		again.Hint = ""
	}
}
