package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Trim takes off what looks like nothing at both ends of a text: spaces of all
// scripts, no-break spaces, byte-order marks and spaces without width.
func Trim(s string) string {
	if s == "" || visible(s[0]) && visible(s[len(s)-1]) {
		return s
	}
	return strings.TrimFunc(s, invisible)
}

// visible tells an ASCII letter, digit or sign: what most cells begin and end
// with.
func visible(c byte) bool { return ' ' < c && c < 0x7f }

func invisible(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u2060'
}

// New makes a Table of raw rows as they stand in a file or a sheet: it finds
// the header (titles, comments and counts above it are reported), gives names
// to columns without one and to repeated ones, fills short rows, leaves blank
// rows out and asserts the limits. Cells are taken as they are: whoever calls
// trims them. Cells beyond the header stay, as columns "column N". name is the
// format's, sheet is empty but for a workbook. It gives nil for a table without
// any cell.
func New(in format.Input, name, sheet string, raw Rows, opt format.Options) (*Table, error) {
	return newTable(in, name, sheet, raw, opt, 0)
}

// none is a header line for tables that have no header.
const none = -1

// newTable is New with the line of the header; 0 to look for it.
func newTable(in format.Input, name, sheet string, raw Rows, opt format.Options, header int) (*Table, error) {
	head, err := firstRows(raw)
	if err != nil || len(head) == 0 {
		return nil, err
	}
	b := &body{in: in, raw: raw, limits: opt.Limits.Filled(), says: &findings{}}
	t := &Table{Files: []format.Input{in}, Format: name, Sheet: sheet, findings: []*findings{b.says}, raw: raw}
	t.Rows = func(yield func(Row) bool) (err error) {
		t.count, err = b.rows(yield)
		return err
	}
	names := b.header(head, header)
	b.names = slices.Clone(names)
	if t.Header = b.unique(names); len(t.Header) > b.limits.Columns {
		return nil, fmt.Errorf("%s: %d columns, the limit is %d", in.Name, len(t.Header), b.limits.Columns)
	}
	t.HeaderLine, b.width = b.line, len(t.Header)
	return t, nil
}

// lookAhead is how many rows are looked at to find the header.
const lookAhead = 60

func firstRows(raw Rows) ([]Row, error) {
	var head []Row
	err := raw(func(r Row) bool {
		if filledCells(r.Cells) > 0 {
			r.Cells = append([]Cell(nil), r.Cells...)
			head = append(head, r)
		}
		return len(head) < lookAhead
	})
	return head, err
}

// filledCells is the number of cells that say something.
func filledCells(cells []Cell) int {
	n := 0
	for _, c := range cells {
		if !blankCell(c) {
			n++
		}
	}
	return n
}

func blankCell(c Cell) bool { return Trim(c.Text) == "" && c.Date.IsZero() && c.Note == "" }

// body are the rows below a header.
type body struct {
	in     format.Input
	raw    Rows
	limits format.Limits
	says   *findings
	names  []string // as the header says them, blank where it says none
	line   int      // of the header; 0 without one
	width  int
}

// rows hands on the rows below the header, all as wide as it at least.
func (b *body) rows(yield func(Row) bool) (rows int, err error) {
	cells := 0
	var filled []Cell
	broken := b.raw(func(r Row) bool {
		if r.Line <= b.line || !slices.ContainsFunc(r.Cells, filledCell) {
			return true
		}
		if b.headerAgain(r) {
			return true
		}
		rows++
		if cells += len(r.Cells); rows > b.limits.Records || cells > b.limits.Cells {
			err = fmt.Errorf("%s:%d: more than %d rows or %d cells", b.in.Name, r.Line, b.limits.Records, b.limits.Cells)
			return false
		}
		filled = b.fit(&r, filled)
		return yield(r)
	})
	if err == nil {
		err = broken
	}
	return rows, err
}

// headerAgain tells a row that says the header once more, as files do that were
// put together of several, and reports it.
func (b *body) headerAgain(r Row) bool {
	same := 0
	for i, c := range r.Cells {
		switch {
		case i < len(b.names) && c.Text != "" && strings.Join(strings.Fields(Trim(c.Text)), " ") == b.names[i]:
			same++
		case !blankCell(c) || i < len(b.names) && b.names[i] != "":
			return false
		}
	}
	if same < 2 || len(r.Cells) < len(b.names) {
		return false
	}
	at := place(r)
	at.Value = rowText(r.Cells)
	b.says.add(r.Line, Finding{Severity: data.Warning, What: "it says the header once more", At: at, Record: "row"})
	return true
}

// filledCell tells a cell that is not blank.
func filledCell(c Cell) bool { return !blankCell(c) }

// fit fills a short row, and speaks of cells beyond the header.
func (b *body) fit(r *Row, filled []Cell) []Cell {
	n := len(r.Cells)
	for n > b.width && blankCell(r.Cells[n-1]) {
		n--
	}
	at := format.Place{Line: r.Line, At: r.At}
	r.Cells = r.Cells[:n]
	switch {
	case n > b.width:
		at.Field, at.Value = fmt.Sprintf("column %d", b.width+1), r.Cells[b.width].Text
		b.says.add(r.Line, Finding{Severity: data.Warning, What: "a row has more cells than the header: the others are kept as attributes \"column N\"", At: at})
	case n < b.width:
		if len(r.Cells) < b.width && n+1 < b.width {
			at.Value = fmt.Sprintf("%d of %d cells", n, b.width)
			b.says.add(r.Line, Finding{Severity: data.Note, What: "a row has fewer cells than the header: the others are blank", At: at})
		}
		filled = append(filled[:0], r.Cells...)
		for len(filled) < b.width {
			filled = append(filled, Cell{})
		}
		r.Cells = filled
	}
	return filled
}
