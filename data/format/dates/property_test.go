package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// monthWord draws a spelling of a month of any language.
func monthWord(t *rapid.T, m int) string {
	return rapid.SampledFrom(strings.Split(months[m], "|")).Draw(t, "word")
}

func day(t *rapid.T) time.Time {
	return time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 400000).Draw(t, "day"))
}

// unambiguous writes a day in a form that has one reading.
func unambiguous(t *rapid.T, at time.Time) string {
	y, m, d := at.Date()
	word := monthWord(t, int(m))
	return rapid.SampledFrom([]string{
		at.Format("2006-01-02"), at.Format("2006/1/2"), at.Format("2006.01.02"), at.Format("2006-01-02T15:04:05Z"), at.Format("2006-01-02") + " 23:59:59-11:00",
		fmt.Sprintf("%d %s %d", d, word, y), fmt.Sprintf("%d. %s %d", d, word, y), fmt.Sprintf("%s %d, %d", word, d, y), fmt.Sprintf("%d-%s-%d", d, word, y),
		fmt.Sprintf("%d de %s de %d", d, word, y), fmt.Sprintf("%s, %d %s %d", at.Weekday(), d, at.Month(), y),
		fmt.Sprintf("%d年%d月%d日", y, m, d), fmt.Sprintf("%d년 %d월 %d일", y, m, d), at.Format("20060102"), at.Format("Mon, 02 Jan 2006 15:04:05 -0700"), at.Format(time.UnixDate),
	}).Draw(t, "form")
}

func TestADayWrittenInAnyFormReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := day(t)
		text := unambiguous(t, at)
		if d, doubt := Parse(text, format.Options{}); doubt != nil || d.String() != at.Format("2006-01-02") {
			t.Fatalf("%q: %s %v, want %s", text, d, doubt, at.Format("2006-01-02"))
		}
	})
}

func TestAMonthWrittenInAnyFormReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := day(t)
		word := monthWord(t, int(at.Month()))
		text := rapid.SampledFrom([]string{at.Format("2006-01"), at.Format("01/2006"), at.Format("2006/01"), word + at.Format(" 2006"), word + at.Format(", 2006"), at.Format("2006年1月"), word + at.Format(" de 2006")}).Draw(t, "form")
		d, doubt := Parse(text, format.Options{})
		if slash := at.Format("2006/01"); text == slash && at.Year()%100 < int(at.Month()) {
			if doubt == nil || len(doubt.Readings) != 2 {
				t.Fatalf("%q may be a span of years: %s", text, d)
			}
			return
		}
		if doubt != nil || d.String() != at.Format("2006-01") {
			t.Fatalf("%q: %s %v", text, d, doubt)
		}
	})
}

func TestAColumnIsReadInTheOrderItWasWrittenIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		layout := rapid.SampledFrom([]string{"02/01/2006", "01/02/2006", "2.1.2006", "1-2-2006", "02012006"}).Draw(t, "layout")
		days := rapid.SliceOfN(rapid.Custom(day), 1, 12).Draw(t, "days")
		days = append(days, time.Date(2015, 4, 25, 0, 0, 0, 0, time.UTC))
		var texts []string
		for _, at := range days {
			texts = append(texts, at.Format(layout))
		}
		c := Decide(texts, format.Options{})
		for i, at := range days {
			d, doubt := c.Parse(texts[i])
			if doubt != nil && layout == "02012006" {
				continue // eight digits may be in the order of ISO, too
			}
			if doubt != nil || d.String() != at.Format("2006-01-02") {
				t.Fatalf("%q of %q: %s %v", texts[i], texts, d, doubt)
			}
		}
	})
}

// A text read on its own is read alike in every column, or doubted there: what
// stands beside it never makes another date of it.
func TestNoTextIsDecidedTwoWays(t *testing.T) {
	texts := []string{"03/04/2015", "25/04/2015", "04/25/2015", "13/01/2015", "2015-06-03", "June 2015", "20150603", "c. 1950", "2015", "12.6.1951", "3 June 2015", "1990–95", "201506", "2015/06"}
	rapid.Check(t, func(t *rapid.T) {
		column := rapid.SliceOfN(rapid.SampledFrom(texts), 1, 8).Draw(t, "column")
		c := Decide(column, format.Options{})
		for _, text := range column {
			alone, doubt := Parse(text, format.Options{})
			among, _ := c.Parse(text)
			if doubt == nil && !among.IsZero() && alone != among {
				t.Fatalf("%q: %s alone, %s in %q", text, alone, among, column)
			}
			if doubt != nil && !among.IsZero() && !strings.Contains(fmt.Sprint(doubt.Readings), among.String()) {
				t.Fatalf("%q: %s in %q is none of the readings %v", text, among, column, doubt.Readings)
			}
		}
	})
}

// The order of the values does not matter.
func TestAColumnIsDecidedAlikeInAnyOrder(t *testing.T) {
	texts := []string{"03/04/2015", "25/04/2015", "04/25/2015", "13/01/2015", "42158", "2015-06-03", "2004-05", "2012-13", "999999999", "1433289600"}
	rapid.Check(t, func(t *rapid.T) {
		column := rapid.SliceOfN(rapid.SampledFrom(texts), 1, 8).Draw(t, "column")
		other := rapid.Permutation(column).Draw(t, "other")
		a, b := Decide(column, format.Options{}), Decide(other, format.Options{})
		for _, text := range texts {
			one, _ := a.Parse(text)
			two, _ := b.Parse(text)
			if one != two {
				t.Fatalf("%q: %q and %q", text, one, two)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, texts := range written {
		for _, text := range texts {
			f.Add(text, "25/04/2015")
		}
	}
	for _, text := range []string{"03/04/2015", "'", "-", "–", "1990–", "前", "12:00", "3 3 3 2015", "Q", "century XIX", "(((", "ſ", "\xff", "1年2年", "’90s", "まで", "v. chr.", "9999 to 9999"} {
		f.Add(text, "13/01/15")
	}
	f.Fuzz(func(t *testing.T, text, beside string) {
		c := DecideNamed(beside, []string{text, beside}, format.Options{Century: 1950})
		r := c.Read(text)
		if !r.Date.IsZero() && r.Doubt != nil || r.Doubt != nil && r.Doubt.What == "" {
			t.Fatalf("%q: %+v", text, r)
		}
		if r.Date.IsZero() {
			return
		}
		written := r.Date.String()
		if _, err := edtf.Parse(written); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if again, doubt := Parse(written, format.Options{}); doubt != nil || again != r.Date && !yearAndTwo(written) {
			t.Fatalf("%q: %s, then %s %v", text, r.Date, again, doubt)
		}
		c.Format()
	})
}

func TestWhatIsEDTFStaysAsItIs(t *testing.T) {
	for _, text := range []string{"2016-11-07", "2017-06", "[2016-11-07..2016-11-13]", "2016-11-07/..", "2016-11-07/", "2014~", "2016?", "[..2017-12-08]", "2017-01/2018-03", "-0044", "../2012", "Y17000",
		"156X-12-25", "{1667,1668,1670..1672}", "XXXX-12-XX", "2004-06-~11", "1950S2", "2001-21", "2001-41", "19XX", "Y-17E7"} {
		if d, doubt := Parse(text, format.Options{Order: format.MonthFirst, Century: 1950}); doubt != nil || d.String() != text {
			t.Errorf("%s: %s %v", text, d, doubt)
		}
	}
}

func BenchmarkColumn(b *testing.B) {
	values := []string{"25/04/2015", "2015-06-03", "3 June 2015", "2015年6月3日", "12 juin 1951", "some words that are no date"}
	for b.Loop() {
		c := Decide(values, format.Options{})
		for _, v := range values {
			c.Parse(v)
		}
	}
}
