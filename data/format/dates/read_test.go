package dates

import (
	"strings"
	"testing"
	"time"

	"github.com/redthread/redthread/data/format"
)

// written are dates that have one reading, by what they are read as.
var written = map[string][]string{
	"2015":                   {"2015", "２０１５", "٢٠١٥", "२०१५", "2015年", "2015년", "民國104年", "中華民國一〇四年", "平成27年", "in 2015", "the year 2015", "2015 г.", "AD 2015", "公元2015年"},
	"2019":                   {"令和元年", "2019"},
	"2015-06":                {"2015-06", "06/2015", "6/2015", "6.2015", "2015/06", "2015/6", "June 2015", "Jun 2015", "Jun. 2015", "juin 2015", "Juni 2015", "junio de 2015", "junho de 2015", "giugno 2015", "июнь 2015", "Haziran 2015", "2015年6月", "2015年六月", "2015년 6월", "201506", "June, 2015", "JUNE 2015"},
	"2015-06-03":             {"2015-06-03", "2015/06/03", "2015/6/3", "2015.06.03", "2015. 6. 3.", "20150603", "3 June 2015", "3rd June 2015", "June 3rd, 2015", "June 3, 2015", "June the 3rd, 2015", "the 3rd of June, 2015", "3-Jun-2015", "2015-Jun-03", "2015 June 3", "Wednesday, June 3, 2015", "Wed 3 Jun 2015", "3. Juni 2015", "Mittwoch, 3. Juni 2015", "mercredi 3 juin 2015", "3 de junio de 2015", "miércoles, 3 de junio de 2015", "3 de junho de 2015", "quarta-feira, 3 de junho de 2015", "3 giugno 2015", "3 juni 2015", "woensdag 3 juni 2015", "3 июня 2015 г.", "среда, 3 июня 2015 года", "3 Haziran 2015 Çarşamba", "2015年6月3日", "２０１５年６月３日", "二〇一五年六月三日", "2015年6月3日（水曜日）", "2015年6月3日 星期三", "2015년 6월 3일", "2015년 6월 3일 수요일", "٣ يونيو ٢٠١٥", "民國104年6月3日", "(3 June 2015)", "2015-W23-3", "2015-154", "3 June 2015.", "3\u00a0June\u00a02015", "2015-06-03"},
	"1951-06-12":             {"12 juin 1951", "12 de junio de 1951", "12 giugno 1951", "12 juni 1951", "12 июня 1951"},
	"1968-05-01":             {"1er mai 1968", "1º de maio de 1968", "1 mai 1968", "1. Mai 1968", "1 de mayo de 1968"},
	"1951-03-12":             {"12. März 1951", "12 mars 1951", "12 марта 1951", "12 Mart 1951"},
	"1951-12-12":             {"12 Aralık 1951", "12 déc. 1951", "12 Dez. 1951", "12 ARALIK 1951"},
	"1951-08-12":             {"12 août 1951", "12 aout 1951", "12 Ağustos 1951", "12 agosto 1951"},
	"1979-03-12":             {"12 mar 1979", "lun. 12 mar. 1979"},
	"1951-06-12/1951-06-14":  {"12-14 June 1951", "12–14 juin 1951", "June 12-14, 1951", "from 12 to 14 June 1951", "vom 12. bis 14. Juni 1951", "du 12 au 14 juin 1951", "1951年6月12日至14日", "1951-06-12 - 1951-06-14", "1951-06-12 to 1951-06-14"},
	"2015-12-30/2016-01-02":  {"30 December 2015 – 2 January 2016", "December 30, 2015 to January 2, 2016"},
	"2015-06/2015-08":        {"June–August 2015", "June to August 2015", "juin à août 2015", "2015年6月至8月", "2015年6月〜8月", "06/2015 - 08/2015"},
	"1990/1995":              {"1990-1995", "1990–1995", "1990–95", "1990-95", "from 1990 to 1995", "1990 to 1995", "1990 bis 1995", "von 1990 bis 1995", "de 1990 à 1995", "de 1990 a 1995", "с 1990 по 1995", "1990..1995", "1990/1995", "1990年～1995年", "1990 through 1995"},
	"[1990..1995]":           {"between 1990 and 1995", "zwischen 1990 und 1995", "entre 1990 et 1995", "entre 1990 y 1995", "tra 1990 e 1995"},
	"1950~":                  {"1950~", "c. 1950", "c.1950", "ca 1950", "ca. 1950", "circa 1950", "about 1950", "around 1950", "approx. 1950", "um 1950", "etwa 1950", "vers 1950", "hacia 1950", "около 1950", "约1950年", "1950年左右", "1950年頃", "~ 1950"},
	"~1950":                  {"~1950"},
	"[1950,1951]":            {"1950 or 1951", "1950 oder 1951", "1950 ou 1951"},
	"[2015..]":               {"not before 2015", "no earlier than 2015", "frühestens 2015", "2015 or later"},
	"[..2015]":               {"not after 2015", "no later than 2015", "2015 or earlier", "2015 at the latest"},
	"1999/2000":              {"1999/00", "1999-2000", "1999–2000"},
	"1950?":                  {"1950?", "1950 ?", "1950 (?)", "possibly 1950", "vielleicht 1950"},
	"1950%":                  {"c. 1950?"},
	"1950~/1955~":            {"c. 1950-1955", "about 1950 to 1955", "c. 1950 – c. 1955"},
	"[..1949]":               {"before 1950", "vor 1950", "avant 1950", "antes de 1950", "prima del 1950", "до 1950", "1950年以前", "1950年之前"},
	"[..2017-12-08]":         {"before 9 December 2017", "vor dem 9. Dezember 2017", "avant le 9 décembre 2017"},
	"[..2015-05]":            {"before June 2015"},
	"[2014-07..]":            {"after June 2014", "nach Juni 2014", "après juin 2014"},
	"[..1950]":               {"by 1950", "spätestens 1950"},
	"../1950":                {"until 1950", "bis 1950", "jusqu'à 1950", "hasta 1950", "–1950"},
	"1950/..":                {"since 1950", "seit 1950", "depuis 1950", "desde 1950", "from 1950", "1950 onwards", "1950 to present", "1950-present", "1950 – today", "1950年以来", "с 1950"},
	"1950/":                  {"1950–", "1950-"},
	"199X":                   {"1990s", "the 1990s", "1990's", "1990er", "1990er Jahre", "années 1990", "1990年代", "early 1990s", "late 1990s"},
	"18XX":                   {"19th century", "the 19th century", "19. Jahrhundert", "XIXe siècle", "19e siècle", "siglo XIX", "s. XIX", "XIX secolo", "19e eeuw", "XIX век", "19世纪", "十九世紀", "late 19th century"},
	"-0399/-0300":            {"4th century BC", "4. Jahrhundert v. Chr."},
	"2015-35":                {"Q3 2015", "2015 Q3", "2015-Q3", "3rd quarter of 2015", "third quarter 2015", "3. Quartal 2015", "T3 2015", "2015年第三季度", "3Q 2015"},
	"2015-40":                {"H1 2015", "first half of 2015", "1. Halbjahr 2015", "2015年上半年"},
	"2015-21":                {"spring 2015", "Spring of 2015", "Frühjahr 2015", "printemps 2015", "primavera 2015", "2015年春季"},
	"2015-24":                {"winter 2015", "winter 2015/16", "winter 2015-16", "winter 2015/2016", "hiver 2015-2016"},
	"-0043":                  {"44 BC", "44 B.C.", "44 BCE", "44 v. Chr.", "44 av. J.-C.", "44 a. C.", "公元前44年", "44 до н. э."},
	"-0299":                  {"300 v. Chr.", "300 BC"},
	"-0043-03-15":            {"15 March 44 BC"},
	"0079":                   {"AD 79", "79 AD", "79 CE", "79 n. Chr.", "79 ap. J.-C."},
	"2015-06-01/2015-06-07":  {"2015-W23", "KW 23/2015", "week 23, 2015"},
	"2016-01-04":             {"2016-W01-1"},
	"1791-01-03":             {"Monday, January 3, 1791", "EOW: Monday, January 3, 1791", "Week ending Monday, January 3, 1791"},
	"[2016-11-07..]":         {"[2016-11-07..]"},
	"{1667,1668,1670..1672}": {"{1667,1668,1670..1672}"},
}

func TestWhatIsWrittenHasOneReading(t *testing.T) {
	for want, texts := range written {
		for _, text := range texts {
			d, doubt := Parse(text, format.Options{})
			if doubt != nil {
				t.Errorf("%q: %+v, want %s", text, *doubt, want)
			} else if d.String() != want {
				t.Errorf("%q: %s, want %s", text, d, want)
			}
		}
	}
}

func TestTimesOfDayNeverMoveTheDay(t *testing.T) {
	for text, want := range map[string]string{
		"2015-06-03T23:20:30+04:30":       "23:20:30+04:30",
		"2015-06-03T00:10:00-11:00":       "00:10-11:00",
		"2015-06-03T23:59:59Z":            "23:59:59Z",
		"2015-06-03 14:30":                "14:30",
		"2015-06-03 14:30:05.123 UTC":     "14:30:05 UTC",
		"2015-06-03 00:00:00":             "",
		"2015-06-03T00:00:00":             "",
		"2015-06-03T00:00:00Z":            "00:00Z",
		"Wed, 03 Jun 2015 15:04:05 -0700": "15:04:05-0700",
		"Wed Jun 3 15:04:05 MST 2015":     "15:04:05 MST",
		"June 3, 2015 at 2:30 pm":         "14:30",
		"June 3, 2015, 12 a.m.":           "",
		"3 juin 2015 à 14h30":             "14:30",
		"3. Juni 2015 um 14.30 Uhr":       "14:30",
		"20150603T123000Z":                "12:30Z",
		"20150603123005":                  "12:30:05",
		"10:30, 3 June 2015":              "10:30",
		"2015-06-03Z":                     "Z", "2015-06-03+02:00": "+02:00", "2015-06-03 14:30:00 -0700 PDT": "14:30-0700",
		"Wed Jun 03 2015 14:30:00 GMT+0200 (Central European Summer Time)": "14:30 GMT+0200",
	} {
		r := Read(text, format.Options{})
		if r.Doubt != nil || r.Date.String() != "2015-06-03" || r.Time != want {
			t.Errorf("%q: %s, time %q, want %q (%v)", text, r.Date, r.Time, want, r.Doubt)
		}
	}
}

func TestDaysDoNotDependOnTheZoneOfTheMachine(t *testing.T) {
	defer func(was *time.Location) { time.Local = was }(time.Local)
	texts := []string{"1433289600", "1433375999000", "20150603T000500-1100", "2015-W23-3", "before 1 January 2015", "Wednesday, June 3, 2015"}
	var first []string
	for _, hours := range []int{0, -11, 14} {
		time.Local = time.FixedZone("", hours*3600)
		var got []string
		for _, text := range texts {
			r := Read(text, format.Options{})
			got = append(got, r.Date.String()+" "+r.Time)
		}
		if first == nil {
			first = got
		}
		if strings.Join(got, "\n") != strings.Join(first, "\n") {
			t.Errorf("%+d hours: %q, not %q", hours, got, first)
		}
	}
}

func TestWhatIsDoubtedSaysWhyAndWhatItMayMean(t *testing.T) {
	for _, c := range []struct{ text, what, readings, hint string }{
		{"03/04/2015", "could be two days", "2015-03-04 2015-04-03", "--date-order"},
		{"3.4.2015", "could be two days", "2015-03-04 2015-04-03", "--date-order"},
		{"٠٣/٠٤/٢٠١٥", "could be two days", "2015-03-04 2015-04-03", "--date-order"},
		{"25/04/15", "the year has two digits", "1915-04-25 2015-04-25", "--century"},
		{"3-Jun-15", "the year has two digits", "1915-06-03 2015-06-03", "--century"},
		{"June '15", "the year has two digits", "1915-06 2015-06", "--century"},
		{"1/2/03", "could be two days", "1903-01-02 1903-02-01 2003-01-02 2003-02-01", "--date-order"},
		{"June 15", "a month with a number that could be a day or a year", "1915-06 2015-06", ""},
		{"15 June", "the year is missing", "", ""},
		{"13/04", "the year is missing", "", ""},
		{"90s", "a decade without its century", "199X 209X", ""},
		{"1900s", "could be a decade or a century", "190X 19XX", ""},
		{"2004/05", "could be a month or a span of years", "2004/2005 2004-05", ""},
		{"42158", "a number, which may be a day as spreadsheets count them", "2015-06-03 2019-06-04", ""},
		{"0000-00-00", "a month or day 00", "", ""},
		{"1900-01-00", "a month or day 00", "", ""},
		{"2015-06-00", "a month or day 00", "2015-06", ""},
		{"2015-00-00", "a month or day 00", "2015", ""},
		{"31/02/2015", "there is no such day", "", ""},
		{"31 February 2015", "there is no such day", "", ""},
		{"2015年2月31日", "there is no such day", "", ""},
		{"29.02.1900", "there is no such day", "", ""},
		{"2015-13-01", "there is no such month", "2015-01-13", ""},
		{"13/2015", "there is no such month", "", ""},
		{"13/13/2015", "there is no such month", "", ""},
		{"2015年13月", "there is no such month", "", ""},
		{"2015-366", "there is no such day", "", ""},
		{"2015-W54", "there is no such week", "", ""},
		{"1995-1990", "the end lies before the start", "1990/1995", ""},
		{"June 2015 to May 2015", "the end lies before the start", "", ""},
		{"Tuesday, January 3, 1791", "the day of the week is not that of the date", "1791-01-03", ""},
		{"-44", "a negative year", "-0044 -0043", ""},
		{"3 June 2015 25:00", "there is no such time of day", "", ""},
		{"1436 AH", "a date of the Hijri calendar", "", "Gregorian"},
		{"12 Ramadan 1436", "a date of the Hijri calendar", "", ""},
		{"25 October 1917 (O.S.)", "a date of the Julian calendar", "", ""},
		{"25.10.1917 (ст. ст.)", "a date of the Julian calendar", "", ""},
		{"พ.ศ. 2558", "a date of the Buddhist era", "", ""},
		{"18 brumaire an VIII", "a date of the French republican calendar", "", ""},
		{"光緒三十年", "a date of a lunar calendar", "", ""},
		{"n.d.", "the text says that there is no date", "", ""},
		{"hello", "not a date", "", ""}, {"12", "not a date", "", ""}, {"3.14", "the year is missing", "", ""}, {"May", "the year is missing", "", ""},
		{"3 and 5 June 2015", "not a date", "", ""}, {"Sun 2015", "not a date", "", ""}, {"D 1950", "not a date", "", ""}, {"Room 2015", "not a date", "", ""}, {"10.0.0.1", "not a date", "", ""}, {"1.2.3", "not a date", "", ""}, {"10 Downing Street", "not a date", "", ""}, {"123456789012345", "a number, no date", "", ""},
		{strings.Repeat("2015 ", 60), "not a date: too long", "", ""},
	} {
		d, doubt := Parse(c.text, format.Options{})
		if doubt == nil {
			t.Errorf("%q: read as %s", c.text, d)
			continue
		}
		var readings []string
		for _, r := range doubt.Readings {
			readings = append(readings, r.String())
		}
		if doubt.What != c.what || strings.Join(readings, " ") != c.readings || !strings.Contains(doubt.Hint, c.hint) {
			t.Errorf("%q: %q %q (%s), want %q %q", c.text, doubt.What, readings, doubt.Hint, c.what, c.readings)
		}
	}
}

func TestUnknownIsNeitherDateNorDoubt(t *testing.T) {
	for _, text := range []string{"", "  ", "N/A", "-", "?", "unknown"} {
		if d, doubt := Parse(text, format.Options{}); !d.IsZero() || doubt != nil {
			t.Errorf("%q: %s %v", text, d, doubt)
		}
	}
	if _, doubt := Parse("N/A", format.Options{Unknown: []string{"none"}}); doubt == nil {
		t.Error("a text that the options do not name")
	}
}

func TestOptionsSettleOrderAndCentury(t *testing.T) {
	for _, c := range []struct {
		text    string
		order   format.DateOrder
		century int
		want    string
	}{
		{"03/04/2015", format.DayFirst, 0, "2015-04-03"},
		{"03/04/2015", format.MonthFirst, 0, "2015-03-04"},
		{"03.04.15", format.DayFirst, 1950, "2015-04-03"},
		{"03.04.50", format.DayFirst, 1950, "1950-04-03"},
		{"03.04.49", format.DayFirst, 1950, "2049-04-03"},
		{"03-04-05", format.YearFirst, 2000, "2003-04-05"},
		{"3-Jun-15", "", 1900, "1915-06-03"},
		{"3Q15", "", 2000, "2015-35"},
		{"2015-06-03", format.MonthFirst, 1900, "2015-06-03"},
	} {
		d, doubt := Parse(c.text, format.Options{Order: c.order, Century: c.century})
		if doubt != nil || d.String() != c.want {
			t.Errorf("%+v: %s %v", c, d, doubt)
		}
	}
	if d, doubt := Parse("04/25/2015", format.Options{Order: format.DayFirst}); doubt == nil {
		t.Errorf("read against the option as %s", d)
	}
}

func TestLabelsAndCountsAreNoted(t *testing.T) {
	for text, want := range map[string][2]string{
		"EOW: Monday, January 3, 1791": {"EOW", "the last day of its week"},
		"Published: 3 June 2015":       {"Published", "words before the date are left aside"},
		"1433289600":                   {"", "seconds from 1970, in UTC"},
		"1433289600000":                {"", "milliseconds from 1970, in UTC"},
		"early 1990s":                  {"", "early, middle or late is not kept: the date covers the whole"},
		"2015-21":                      {"", "a year with 21 to 41 is a part of that year, as EDTF writes it"},
	} {
		if r := Read(text, format.Options{}); r.Doubt != nil || r.Label != want[0] || r.Note != want[1] {
			t.Errorf("%q: %+v", text, r)
		}
	}
}

func TestWhatSaysMoreThanTheDateIsNotWhole(t *testing.T) {
	for text, want := range map[string]bool{"2015-06-03": true, "20150603": true, "early 1990s": true, "3 June 2015": true,
		"2015-06-03T00:30:00+08:00": false, "1433289600": false, "EOW: Monday, January 3, 1791": false, "03/04/2015": false} {
		if got := Read(text, format.Options{}).Whole(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
