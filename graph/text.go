package graph

// Widths in px at a font size of 12 px, as estimates for system fonts.
const (
	latinWidth = 6.6
	wideWidth  = 12.0
)

// LabelWidth estimates the width of a label in px at a font size of 12 px: 6.6
// for a letter, 12 for a Chinese, Japanese or Korean character.
func LabelWidth(text string) float64 {
	width := 0.0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

func runeWidth(r rune) float64 {
	switch {
	case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3,
		r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60, r >= 0x20000 && r <= 0x3fffd:
		return wideWidth
	}
	return latinWidth
}

// fitLabel cuts a text to a width, ending in an ellipsis, and says how wide the
// result is.
func fitLabel(text string, most float64) (string, float64) {
	width := LabelWidth(text)
	if width <= most {
		return text, width
	}
	kept := latinWidth // of the ellipsis
	for i, r := range text {
		if kept+runeWidth(r) > most {
			return trimRight(text[:i]) + "…", kept
		}
		kept += runeWidth(r)
	}
	return text, width
}

func trimRight(text string) string {
	for len(text) > 0 && (text[len(text)-1] == ' ' || text[len(text)-1] == ',') {
		text = text[:len(text)-1]
	}
	return text
}
