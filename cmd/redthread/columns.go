package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns writes rows with their cells one below the other, two blanks apart, on
// a terminal: there a Chinese character takes two cells and an accent none.
func columns(w io.Writer, rows [][]string) {
	var most []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(most) {
				most = append(most, 0)
			}
			most[i] = max(most[i], cellsOf(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString("  " + cell)
			if i+1 < len(row) {
				b.WriteString(strings.Repeat(" ", most[i]-cellsOf(cell)))
			}
		}
		fmt.Fprintln(w, b.String())
	}
}

// cellsOf is how many cells of a terminal a text takes.
func cellsOf(text string) int {
	n := 0
	for _, r := range text {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
