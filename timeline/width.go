package timeline

import "unicode"

// TextWidth estimates the width in pixels of a label set in 12 px, on the wide
// side of the common system fonts: the page measures, and shortens what turns
// out longer.
func TextWidth(text string) float64 {
	w := 0.0
	for _, r := range text {
		w += runeWidth(r)
	}
	return w
}

// Widths in pixels at 12 px, taken from the widest of DejaVu Sans, Segoe UI,
// Helvetica and Roboto.
func runeWidth(r rune) float64 {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 13
	case r < 128:
		return asciiWidths[r]
	case unicode.IsUpper(r):
		return 9
	}
	return 8
}

func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F000
}

var asciiWidths = func() (w [128]float64) {
	for i := range w {
		w[i] = 7.6
	}
	for class, px := range map[string]float64{
		"ijl'|.,:;!I":        4.4,
		" ftr()[]/-\"":       5,
		"cksvxyz":            7,
		"ABCDEGHKNOQRTUVXYZ": 9,
		"mMwW@%":             11.8,
	} {
		for _, r := range class {
			w[r] = px
		}
	}
	return w
}()
