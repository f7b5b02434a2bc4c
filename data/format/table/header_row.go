package table

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data/format"
)

// firstWide is the first row that could name the columns: no comment, and at
// least half as wide as most rows are. A narrower row above it is the header
// where its words say so, or where the wide row is a record.
func firstWide(head []Row) int {
	width, narrow := usualWidth(head), -1
	for i, r := range head {
		n := filledCells(r.Cells)
		if comment(r.Cells, width) || countLine(r, head[i+1:]) {
			continue
		}
		switch {
		case n == 1 && width > 1 && knownWords(r) == 0 && i+1 < len(head) && mostKnown(head[i+1]):
			// a title above a narrow table
		case n*2 >= width:
			if narrow >= 0 && isRecord(r, head[i+1:]) {
				return narrow
			}
			return i
		case mostKnown(r), n == 1 && knownWords(r) == 1 && i+1 < len(head) && knownWords(head[i+1]) == 0:
			return i
		case n > 1:
			narrow = i
		}
	}
	return max(0, narrow)
}

// mostKnown tells a row of several cells of which most are words for columns.
func mostKnown(r Row) bool {
	n := filledCells(r.Cells)
	return n > 1 && knownWords(r)*2 > n
}

// knownWords is the number of cells that are words for columns.
func knownWords(r Row) int {
	n := 0
	for _, c := range r.Cells {
		if roleOf(Trim(c.Text)).exact {
			n++
		}
	}
	return n
}

// comment tells a line of remarks: a hash or two slashes in front, and not as
// many cells as the table has.
func comment(cells []Cell, width int) bool {
	text := Trim(cells[0].Text)
	return (strings.HasPrefix(text, "#") && len(text) > 1 || strings.HasPrefix(text, "//")) && filledCells(cells) < max(2, width)
}

// countLine tells a line of nothing but numbers above a row without any.
func countLine(r Row, below []Row) bool {
	if len(below) == 0 {
		return false
	}
	for _, c := range r.Cells {
		if !blankCell(c) && !isNumber(c.Text) {
			return false
		}
	}
	for _, c := range below[0].Cells {
		if isNumber(c.Text) {
			return false
		}
	}
	return true
}

func isNumber(text string) bool {
	_, err := strconv.ParseFloat(strings.ReplaceAll(Trim(text), ",", "."), 64)
	return err == nil
}

// alikeness of a row with those below it: what speaks for a record, and what for
// names of columns.
type alikeness struct {
	known  bool // a word that headers have, and that is no value of its column
	loose  bool // a text that holds such a word
	values bool // a number or a date stands above numbers or dates
	again  bool // a text stands again below in its own column
	moves  bool // every text stands again somewhere below, as the ends of edges do
	names  bool // a text that is no value stands above a column of values
}

func alike(top Row, below []Row) alikeness {
	whole := rowText(top.Cells) // a header may stand several times
	below = slices.DeleteFunc(slices.Clone(below), func(r Row) bool { return rowText(r.Cells) == whole })
	a := alikeness{moves: len(below) > 1}
	for i, c := range top.Cells {
		text := Trim(c.Text)
		if text == "" {
			continue
		}
		of, value := roleOf(text), valueLike(text)
		own := !value && says(text) && repeats(text, below, i) || kindAmongKinds(text, below, i)
		a.known = a.known || of.exact && !own
		a.loose = a.loose || of.role != "" && !own
		a.again = a.again || own
		a.values = a.values || value && valuesBelow(below, i)
		a.names = a.names || !value && valuesBelow(below, i)
		a.moves = a.moves && standsBelow(below, text)
	}
	return a
}

// isRecord tells that a row is a record like those below it, and no header.
func isRecord(top Row, below []Row) bool {
	if len(below) == 0 {
		return false
	}
	a := alike(top, below)
	switch {
	case a.known:
		return false
	case a.again:
		return true
	}
	return !a.loose && (a.values || a.moves)
}

// provenHeader tells that something speaks for a header: a word that is known,
// or a name above numbers.
func provenHeader(top Row, below []Row) bool {
	a := alike(top, below)
	return a.known || a.loose || a.names
}

// says tells a text with a letter or a digit that does not stand for "not
// known".
func says(text string) bool {
	return strings.ContainsFunc(text, letterOrDigit) && !format.Options{}.IsUnknown(text)
}

// repeats tells that a text stands in a column.
func repeats(text string, below []Row, column int) bool {
	return slices.ContainsFunc(below, func(r Row) bool { return column < len(r.Cells) && Trim(r.Cells[column].Text) == text })
}

// kindAmongKinds tells a word for a kind above nothing but words for kinds.
func kindAmongKinds(text string, below []Row, column int) bool {
	if _, ok := format.KindNamed(text); !ok {
		return false
	}
	n := 0
	for _, r := range below {
		if column >= len(r.Cells) || blankCell(r.Cells[column]) {
			continue
		}
		if _, ok := format.KindNamed(Trim(r.Cells[column].Text)); !ok {
			return false
		}
		n++
	}
	return n > 0
}

func valueLike(text string) bool {
	return isNumber(text) || dateLike(text) || strings.Contains(text, "://")
}

func valuesBelow(below []Row, column int) bool {
	like, all := 0, 0
	for _, r := range below {
		if column < len(r.Cells) && !blankCell(r.Cells[column]) {
			all++
			if !r.Cells[column].Date.IsZero() || valueLike(Trim(r.Cells[column].Text)) {
				like++
			}
		}
	}
	return all > 0 && like*10 >= all*8
}

func standsBelow(below []Row, text string) bool {
	for _, r := range below {
		for _, c := range r.Cells {
			if Trim(c.Text) == text {
				return true
			}
		}
	}
	return false
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
