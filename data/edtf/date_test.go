package edtf

import (
	"slices"
	"testing"
)

func TestMustParsePanicsOnWhatIsNoDate(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a wrong date in the code goes unnoticed")
		}
	}()
	MustParse("June 2015")
}

func TestDatesAreEqualWhenWrittenAlike(t *testing.T) {
	a, b := MustParse("[2016..2017]"), MustParse("[2016..2017]")
	if a != b || !a.Equal(b) || a.Equal(MustParse("[2016,2017]")) || a.Equal(Date{}) {
		t.Error("dates compare by their text")
	}
	if seen := map[Date]bool{a: true}; !seen[b] {
		t.Error("dates are keys of a map")
	}
}

func TestBoundsAreTheCallersOwn(t *testing.T) {
	d := MustParse("2016")
	d.Start().Earliest.Day = 7
	if d.Start().Earliest.Day != dayOf(2016, 1, 1) {
		t.Error("changing a bound changed the date")
	}
}

func TestNamesOfPrecisionsAndOrders(t *testing.T) {
	var got []string
	for p := NoPrecision; p <= Second+1; p++ {
		got = append(got, p.String())
	}
	want := []string{"none", "millennium", "century", "decade", "year", "part of a year", "month", "day", "second", "none"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := []string{Impossible.String(), Possible.String(), Certain.String()}; !slices.Equal(got, []string{"impossible", "possible", "certain"}) {
		t.Errorf("got %q", got)
	}
}

func TestInstantsAreOrderedByDayThenSecond(t *testing.T) {
	order := []Instant{{-1, 5}, {-1, 86399}, {0, 0}, {0, 1}, {3, 0}}
	for i, a := range order {
		for j, b := range order {
			if a.Before(b) != (i < j) || (a.Compare(b) == 0) != (i == j) || (a.Days() < b.Days()) != (i < j) {
				t.Errorf("%v and %v", a, b)
			}
		}
	}
	if got := (Instant{Day: -1, Second: 43200}).Days(); got != -0.5 {
		t.Errorf("noon of the last day of 1969 is day %v", got)
	}
}
