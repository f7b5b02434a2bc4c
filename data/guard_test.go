package data

import (
	"testing"

	"pgregory.net/rapid"
)

func TestGuardKeepsFormulasTexts(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "@sum": "'@sum", "+49 x": "'+49 x", "-x": "'-x", "-5": "-5", "-0044": "-0044", "＝1": "'＝1", "'=1": "''=1", "'tis": "'tis", " x": "' x", "x": "x", "": "",
	} {
		if got := Guard(text); got != want {
			t.Errorf("Guard(%q) = %q, want %q", text, got, want)
		}
	}
	if got := Unguard("  x "); got != "x" {
		t.Errorf("white space stays: %q", got)
	}
}

func TestUnguardUndoesGuard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("'=+-@＝ \tax5"))).Draw(t, "text")
		if got := Unguard(Guard(text)); got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
