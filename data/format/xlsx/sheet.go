package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// rawCell is a cell as it stands in the sheet.
type rawCell struct {
	column  int // from 0
	sort    string
	style   int
	value   string
	valued  bool // has a value, be it empty
	formula bool
	url     string // that the formula HYPERLINK leads to
}

// rawRow is a row as it stands in the sheet.
type rawRow struct {
	number int // from 1
	hidden bool
	cells  []rawCell
}

// The bounds of the format.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// cellReader streams the cells of a sheet.
type cellReader struct {
	*stream
	limits limits
	cells  int
	hidden []bool // by column; nil where none is hidden
	row    rawRow
}

// limits are those of the options that cells meet.
type limits struct{ cells, columns, text int }

// rows hands on the rows of a sheet in their order until yield says no. The
// dimension that a sheet declares is not looked at: many are false.
func (c *cellReader) rows(yield func(*rawRow) bool) error {
	for inside := false; ; {
		t, err := c.next()
		if err != nil {
			return c.cut(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "col":
				c.column(t)
			case "sheetData":
				inside = true
			case "row":
				if !inside {
					break
				}
				if more, err := c.readRow(t, yield); err != nil || !more {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" || t.Name.Local == "worksheet" {
				return nil
			}
		}
	}
}

// column notes columns that are hidden.
func (c *cellReader) column(t xml.StartElement) {
	from, err1 := strconv.Atoi(attr(t, "min"))
	to, err2 := strconv.Atoi(attr(t, "max"))
	if !isTrue(attr(t, "hidden")) || err1 != nil || err2 != nil || from < 1 {
		return
	}
	if c.hidden == nil {
		c.hidden = make([]bool, maxColumns)
	}
	for i := from - 1; i < min(to, maxColumns); i++ {
		c.hidden[i] = true
	}
}

func (c *cellReader) readRow(t xml.StartElement, yield func(*rawRow) bool) (bool, error) {
	number := c.row.number + 1
	if given := attr(t, "r"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil || n < number || n > maxRows {
			return false, fmt.Errorf("%s: row %q stands behind row %d", c.what, given, c.row.number)
		}
		number = n
	}
	if number > maxRows {
		return false, fmt.Errorf("%s: more than %d rows", c.what, maxRows)
	}
	c.row = rawRow{number: number, hidden: isTrue(attr(t, "hidden")), cells: c.row.cells[:0]}
	for {
		t, err := c.next()
		if err != nil {
			return false, c.cut(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				err = c.skip()
			} else {
				err = c.cell(t)
			}
			if err != nil {
				return false, err
			}
		case xml.EndElement:
			return yield(&c.row), nil
		}
	}
}

// cell reads a cell whose start was read. One without a value and a formula is
// left aside: it has a colour, or is what others count to the false dimension.
func (c *cellReader) cell(t xml.StartElement) error {
	column := 0
	if n := len(c.row.cells); n > 0 {
		column = c.row.cells[n-1].column + 1
	}
	if name := attr(t, "r"); name != "" {
		named, ok := columnOf(name)
		if !ok {
			return fmt.Errorf("%s: row %d: no cell is called %q", c.what, c.row.number, name)
		}
		column = named
	}
	if column >= min(c.limits.columns, maxColumns) {
		return fmt.Errorf("%s: row %d: more than %d columns, the limit", c.what, c.row.number, min(c.limits.columns, maxColumns))
	}
	if len(c.row.cells) >= maxColumns {
		return fmt.Errorf("%s: row %d: cells stand twice", c.what, c.row.number)
	}
	if c.cells++; c.cells > c.limits.cells {
		return fmt.Errorf("%s: row %d: more than %d cells, the limit", c.what, c.row.number, c.limits.cells)
	}
	cell := rawCell{column: column, sort: attr(t, "t")}
	if style := attr(t, "s"); style != "" {
		cell.style, _ = strconv.Atoi(style)
	}
	if err := c.inside(&cell); err != nil {
		return err
	}
	if cell.valued || cell.formula {
		c.row.cells = append(c.row.cells, cell)
	}
	return nil
}

// inside reads formula, value and inline text of a cell.
func (c *cellReader) inside(cell *rawCell) error {
	for {
		t, err := c.next()
		if err != nil {
			return c.cut(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			switch t.Name.Local {
			case "v", "is":
				cell.value, err = c.text(c.limits.text)
				// openpyxl writes <v></v> for a formula that nobody has worked out;
				// a formula that gives the empty text is of the sort "str".
				cell.valued = cell.value != "" || cell.sort == "str" || t.Name.Local == "is"
			case "f":
				var formula string
				formula, err = c.text(c.limits.text)
				cell.formula, cell.url = true, hyperlink(formula)
			default:
				err = c.skip()
			}
			if err != nil {
				return err
			}
		}
	}
}
