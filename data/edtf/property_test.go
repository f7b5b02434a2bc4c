package edtf

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// sound tells what must hold of every date, "" when all does.
func sound(d Date) string {
	again, err := Parse(d.String())
	s, e := d.start, d.end
	switch {
	case err != nil || again != d:
		return "it does not parse back to itself"
	case d.Words() == "":
		return "it has no words"
	case s.hasEarliest && s.hasLatest && s.latest.Before(s.earliest):
		return "its start is reversed"
	case e.hasEarliest && e.hasLatest && e.latest.Before(e.earliest):
		return "its end is reversed"
	case s.hasEarliest && (!e.hasEarliest || e.earliest.Before(s.earliest)):
		return "its end may lie before its start"
	case e.hasLatest && (!s.hasLatest || e.latest.Before(s.latest)):
		return "its start may lie after its end"
	case !s.hasEarliest && !s.hasLatest && !e.hasEarliest && !e.hasLatest:
		return "it says nothing"
	case !d.IsInterval() && s != e:
		return "a single date has two bounds"
	case !d.IsInterval() && (d.OpenStart() || d.OpenEnd() || d.UnknownStart() || d.UnknownEnd()):
		return "a single date has an open or unknown end"
	case s.hasEarliest && (s.earliest.Second < 0 || s.earliest.Second > lastSecond || s.earliest.Day < minDay):
		return "its start is no instant"
	}
	return ""
}

func TestEveryDateIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate.Draw(t, "date")
		if fault := sound(d); fault != "" {
			t.Fatalf("%s: %s", d, fault)
		}
	})
}

func TestMarshalledDatesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := struct {
			Date Date `json:"date,omitzero"`
		}{rapid.OneOf(anyDate, rapid.Just(Date{})).Draw(t, "date")}
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		got := want
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Fatalf("%s gave %v, %v", text, got, err)
		}
	})
	var d Date
	if err := d.UnmarshalText([]byte("2015-13")); err == nil || !d.IsZero() {
		t.Errorf("a wrong text is refused, got %v, %v", d, err)
	}
	d = MustParse("2015")
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("an empty text is the zero date, got %v, %v", d, err)
	}
}

// The bounds of digits and Xs are those of trying every day of the standard
// library's calendar.
func TestBoundsAgreeWithTryingEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := genDigits(t, rapid.SampledFrom([]string{"199?", "20?9", "0?00", "1?96"}).Draw(t, "year"))
		month := genDigits(t, rapid.SampledFrom([]string{"0?", "1?", "?2", "XX"}).Draw(t, "month"))
		day := genDigits(t, rapid.SampledFrom([]string{"0?", "2?", "3?", "?9", "XX"}).Draw(t, "day"))
		text := year + "-" + month + "-" + day
		first, last := tryEveryDay(text)
		d, err := Parse(text)
		if first == "" {
			if err == nil {
				t.Fatalf("%s has no day, but parses", text)
			}
			return
		}
		if err != nil {
			t.Fatalf("%s has a day (%s): %v", text, first, err)
		}
		if got := d.Start().String(); got != first+" "+last {
			t.Fatalf("%s: %s, want %s %s", text, got, first, last)
		}
	})
}

func tryEveryDay(pattern string) (first, last string) {
	for y := range 10000 {
		start := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		if !fitsDigits(start.Format("2006"), pattern[:4]) {
			continue
		}
		for at := start; at.Year() == y; at = at.AddDate(0, 0, 1) {
			if text := at.Format(time.DateOnly); fitsDigits(text, pattern) {
				if first == "" {
					first = text
				}
				last = text
			}
		}
	}
	return first, last
}

func fitsDigits(text, pattern string) bool {
	for i := range pattern {
		if pattern[i] != 'X' && pattern[i] != text[i] {
			return false
		}
	}
	return true
}

func TestDaysAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Int64Range(-5_000_000, 5_000_000).Draw(t, "day")
		want := time.Unix(day*86400, 0).UTC()
		y, m, d := civilOf(day)
		if int(y) != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("day %d is %s, got %d-%d-%d", day, want, y, m, d)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Int64Range(minDay, maxDay).Draw(t, "day")
		y, m, d := civilOf(day)
		if dayOf(y, m, d) != day || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
			t.Fatalf("day %d comes back as %d", day, dayOf(y, m, d))
		}
	})
}

// Precedes on days known exactly is trying all pairs of them.
func TestPrecedesAgreesWithTryingAllPairs(t *testing.T) {
	days := rapid.SliceOfNDistinct(rapid.Int64Range(16000, 16020), 1, 4, rapid.ID[int64])
	rapid.Check(t, func(t *rapid.T) {
		as, bs := days.Draw(t, "a"), days.Draw(t, "b")
		some, all := false, true
		for _, a := range as {
			for _, b := range bs {
				some = some || a <= b
				all = all && a < b
			}
		}
		want := Possible
		if all {
			want = Certain
		} else if !some {
			want = Impossible
		}
		a, b := MustParse(oneOfDays(as)), MustParse(oneOfDays(bs))
		if got := Precedes(a, b); got != want {
			t.Fatalf("%s before %s: %s, want %s", a, b, got, want)
		}
	})
}

func oneOfDays(days []int64) string {
	text := "["
	for i, d := range days {
		if i > 0 {
			text += ","
		}
		text += coverDays(d, d)
	}
	return text + "]"
}

func TestPrecedesDoesNotContradictItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate.Draw(t, "a"), anyDate.Draw(t, "b")
		ab, ba := Precedes(a, b), Precedes(b, a)
		if ab == Impossible && ba == Impossible {
			t.Fatalf("%s and %s can come in no order", a, b)
		}
		if ab == Certain && ba == Certain {
			t.Fatalf("%s and %s each come first", a, b)
		}
		if !a.IsInterval() && !b.IsInterval() && (ab == Certain) && ba != Impossible {
			t.Fatalf("%s is before %s, yet the reverse is %s", a, b, ba)
		}
		if Precedes(a, a) != Possible {
			t.Fatalf("%s with itself: %s", a, Precedes(a, a))
		}
		if a.Uncertain() && !a.IsInterval() && (ab != Possible || ba != Possible) {
			t.Fatalf("%s is uncertain, yet %s and %s with %s", a, ab, ba, b)
		}
	})
}

func TestHullHoldsItsDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawDates(t, 5)
		h := Hull(list...)
		if h.IsZero() {
			return
		}
		if fault := sound(h); fault != "" {
			t.Fatalf("hull %s of %v: %s", h, list, fault)
		}
		for _, d := range list {
			if !d.IsZero() && !holds(h, d) {
				t.Fatalf("hull %s of %v does not hold %s", h, list, d)
			}
		}
		reversed := slices.Clone(list)
		slices.Reverse(reversed)
		if other := Hull(reversed...); other.start.earliest != h.start.earliest || other.end.latest != h.end.latest {
			t.Fatalf("hull of %v depends on the order: %s, %s", list, h, other)
		}
		if Hull(h) != h || Hull(h, Date{}, h) != h {
			t.Fatalf("hull of %s is %s", h, Hull(h, h))
		}
	})
}

// holds tells whether the outer bounds of h reach as far as those of d.
func holds(h, d Date) bool {
	if h.start.hasEarliest && (!d.start.hasEarliest || d.start.earliest.Before(h.start.earliest)) {
		return false
	}
	return !h.end.hasLatest || d.end.hasLatest && !h.end.latest.Before(d.end.latest)
}

func TestHullIsZeroOnlyWhereNothingCanBeSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawDates(t, 4)
		some, start, end := false, true, true
		for _, d := range list {
			some = some || !d.IsZero()
			start = start && (d.IsZero() || d.start.hasEarliest)
			end = end && (d.IsZero() || d.end.hasLatest)
		}
		if h := Hull(list...); h.IsZero() && some && (start || end) && inReach(list) {
			t.Fatalf("hull of %v is zero", list)
		}
	})
}

// inReach tells whether the years can be written by a cover.
func inReach(list []Date) bool {
	for _, d := range list {
		if d.start.hasEarliest && d.start.earliest.Day < dayOf(0, 1, 1) || d.end.hasLatest && d.end.latest.Day > dayOf(9999, 12, 31) {
			return false
		}
	}
	return true
}

func TestOverlapKeepsWithinBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate.Draw(t, "a"), anyDate.Draw(t, "b")
		o, ok := Overlap(a, b)
		apart := before(a, b) || before(b, a)
		if ok == o.IsZero() || ok && apart {
			t.Fatalf("overlap of %s and %s: %s %v", a, b, o, ok)
		}
		if same, _ := Overlap(a, a); same != a {
			t.Fatalf("overlap of %s with itself: %s", a, same)
		}
		if !ok {
			return
		}
		if fault := sound(o); fault != "" {
			t.Fatalf("overlap %s of %s and %s: %s", o, a, b, fault)
		}
		if r, _ := Overlap(b, a); r.Start().String() != o.Start().String() || r.End().String() != o.End().String() {
			t.Fatalf("overlap of %s and %s depends on the order: %s, %s", a, b, o, r)
		}
		if before(o, a) || before(o, b) || before(a, o) || before(b, o) {
			t.Fatalf("overlap %s lies apart from %s or %s", o, a, b)
		}
	})
}

// before tells whether a surely ends before b begins, doubts aside.
func before(a, b Date) bool {
	return a.end.hasLatest && b.start.hasEarliest && a.end.latest.Before(b.start.earliest)
}
