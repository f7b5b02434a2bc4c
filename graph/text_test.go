package graph

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLabelWidthByScript(t *testing.T) {
	tests := []struct {
		text string
		want float64
	}{
		{"", 0}, {"吴向洋", 36}, {"QQ", 17}, {"ill", 10.8}, {"案 A", 12 + 4.6 + 8.5},
	}
	for _, tt := range tests {
		if got := LabelWidth(tt.text); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%q: %v px, want %v", tt.text, got, tt.want)
		}
	}
	english := "The state council has issued a notice on the management of networks"
	if mean := LabelWidth(english) / float64(utf8.RuneCountInString(english)); mean < 6 || mean > 7 {
		t.Errorf("English comes to %.2f px a letter", mean)
	}
}

func TestLabelsAreCutToTheirWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		most := rapid.Float64Range(20, 300).Draw(t, "most")
		got, width := fitLabel(text, most)
		switch {
		case width > most:
			t.Fatalf("%q is %v px wide, more than %v", got, width, most)
		case LabelWidth(text) <= most && got != text:
			t.Fatalf("%q fits in %v px and became %q", text, most, got)
		case LabelWidth(text) > most && (!strings.HasSuffix(got, "…") || LabelWidth(got) > width+1e-9):
			t.Fatalf("%q became %q, %v px", text, got, width)
		case !utf8.ValidString(got):
			t.Fatalf("%q is cut within a letter", got)
		}
	})
}
