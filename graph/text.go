package graph

import "strings"

// Widths in px at a font size of 12 px, a little above those of common sans
// serif fonts, so that what is kept apart here stays apart on the screen.
const (
	narrowLetter = 3.6
	slimLetter   = 4.6
	plainLetter  = 6.9
	capital      = 8.5
	broadLetter  = 10.8
	wideLetter   = 12.0 // Chinese, Japanese, Korean
)

// LabelWidth estimates the width of a label in px at a font size of 12 px.
// English comes to about 6.6 px a letter.
func LabelWidth(text string) float64 {
	width := 0.0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijlI.,:;'’|!", r):
		return narrowLetter
	case strings.ContainsRune(" ftr()[]/-\"“”", r):
		return slimLetter
	case strings.ContainsRune("mwMW@%…", r):
		return broadLetter
	case r >= 'A' && r <= 'Z':
		return capital
	case isWide(r):
		return wideLetter
	}
	return plainLetter
}

// isWide tells the scripts whose characters fill a square.
func isWide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 ||
		r >= 0x20000 && r <= 0x3fffd)
}

// fitLabel cuts a text to a width, ending in an ellipsis, and says how wide the
// result is.
func fitLabel(text string, most float64) (string, float64) {
	width := LabelWidth(text)
	if width <= most {
		return text, width
	}
	kept := runeWidth('…')
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
