package data

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spreadsheets run a cell that begins like a formula; an apostrophe in front
// keeps it a text (OWASP, CSV Injection). The same apostrophe keeps white space
// at either end, which readers of tables trim.

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// guarded tells whether a cell needs an apostrophe in front. Apostrophes that
// it has already do not matter, so that they can be taken off one at a time.
func guarded(text string) bool {
	text = strings.TrimLeft(text, "'")
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return false
	case strings.ContainsRune("=+-@\t\r＝＋－＠", first):
		return !plainNumber.MatchString(text)
	}
	return text != strings.TrimFunc(text, unicode.IsSpace)
}

// Guard makes a text safe to stand in a cell of CSV that a spreadsheet opens.
// Plain numbers, -5 too, stay as they are.
func Guard(text string) string {
	if guarded(text) {
		return "'" + text
	}
	return text
}

// Unguard is the text that Guard made safe; of any other cell the text without
// white space around it.
func Unguard(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && guarded(text) {
		return text
	}
	return strings.TrimSpace(cell)
}
