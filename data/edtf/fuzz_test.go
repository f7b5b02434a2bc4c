package edtf

import (
	"errors"
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"1985-04-12T23:20:30+04:30", "2004-06-~01/2004-06-~20", "[1667,1668,1670..1672]", "{..1984}", "Y-17E7S2", "?2004-06-~11%",
		"156X-12-25", "../1985?", "1985/", "2001-34~", "1950S2", "June 2015", "7 to 13 November 2016", "156u", "..", "-0043", "2016年11月7日",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			checkError(t, s, err)
			return
		}
		if d.String() != s {
			t.Fatalf("%q gives the text %q", s, d)
		}
		if fault := sound(d); fault != "" {
			t.Fatalf("%q: %s", s, fault)
		}
		other := MustParse("2015-07/2018~")
		for _, made := range []Date{Hull(d, other), Hull(other, d)} {
			if fault := sound(made); !made.IsZero() && fault != "" {
				t.Fatalf("hull %q: %s", made, fault)
			}
		}
		if both, ok := Overlap(d, other); ok {
			if fault := sound(both); fault != "" {
				t.Fatalf("overlap %q: %s", both, fault)
			}
		}
	})
}

// checkError holds that an error points into the text, and that what a hint
// tells to write can be read.
func checkError(t *testing.T, s string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Column < 1 || e.Column > len(s)+1 || e.What == "" || e.Error() == "" {
		t.Fatalf("%q: %#v", s, err)
	}
	list, found := strings.CutPrefix(e.Hint, "write ")
	if !found || strings.Contains(list, " if ") {
		return
	}
	for _, text := range strings.Split(list, " or ") {
		if _, err := Parse(text); err != nil {
			t.Fatalf("%q: the hint %q does not parse: %v", s, text, err)
		}
	}
}
