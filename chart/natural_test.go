package chart

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersInNamesCountAsNumbers(t *testing.T) {
	names := []string{"Law 20", "Law 2", "Law 14", "Law 1b", "Law", "Law 02", "Law 1", "", "Act 100", "Law 123456789012345678901234567890", "Law 0"}
	slices.SortFunc(names, natural)
	want := []string{"", "Act 100", "Law", "Law 0", "Law 1", "Law 1b", "Law 02", "Law 2", "Law 14", "Law 20", "Law 123456789012345678901234567890"}
	if !slices.Equal(names, want) {
		t.Errorf("sorted: %q, want %q", names, want)
	}
}

func TestNaturalIsAnOrder(t *testing.T) {
	text := rapid.StringMatching(`[ab0-2]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := text.Draw(t, "a"), text.Draw(t, "b"), text.Draw(t, "c")
		if natural(a, b) != -natural(b, a) || natural(a, b) == 0 != (a == b) {
			t.Fatalf("%q and %q compare as %d and %d", a, b, natural(a, b), natural(b, a))
		}
		if natural(a, b) < 0 && natural(b, c) < 0 && natural(a, c) >= 0 {
			t.Fatalf("%q < %q < %q, and %q is not before %q", a, b, c, a, c)
		}
	})
}
