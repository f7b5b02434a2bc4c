package table

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// Cell is one cell of a table.
type Cell struct {
	Text  string    // as written; Trim takes the spaces at its ends
	Date  edtf.Date // where the file itself says that the cell is a date (a workbook's date cell, YAML's timestamp); zero: nothing but text is known
	Note  string    // what is odd about the cell, reported once for its column with the cell as an example: "a formula without a value"
	Items []string  // of a cell that is a list in the file (JSON, YAML): its items, "" for one without a value; nil: Text is all

	quoted bool // a text of JSON or YAML that looks like a number
}

// timed tells a date cell that has a time of day, too.
func (c Cell) timed() bool { return !c.Date.IsZero() && strings.HasPrefix(c.Text, c.Date.String()+"T") }

// Row is one row, header and blank rows left aside.
type Row struct {
	File  int    // index in Table.Files
	Line  int    // from 1: the line of the file where the row begins, in a workbook the number of the row
	At    string // where lines say little: `sheet "2017", row 12`; empty: the line is enough
	Cells []Cell // at least as many as the header has, further ones are columns "column N"; valid until the next row
}

// Rows hands on rows until yield says no. It may be called several times and
// begins at the first row each time. The error is for a file that cannot be
// read on: broken, or over a limit.
type Rows func(yield func(Row) bool) error

// Table is a table of whatever file: a CSV file, a sheet, a list of objects.
type Table struct {
	Files      []format.Input // where the rows stand; one, but for many small files that make a table together
	Format     string         // the name of the format, for the report: "csv"
	Sheet      string         // of a workbook; else empty
	Header     []string       // names of the columns: unique, not empty, without spaces at their ends
	HeaderLine int            // where the header stands; 0: there is none, the names are made up
	Rows       Rows
	From1904   bool // plain numbers below a header of dates are days counted from 1904, as a workbook says; false: from 1900

	findings []*findings  // what was odd about header and shape
	reported map[int]bool // files whose findings were reported
	count    int          // of rows, once they were read to their end
	raw      Rows         // with the header, for a mapping that says where it is
}

// header is the name of a column, of those beyond the header too.
func (t *Table) header(i int) string {
	if i < len(t.Header) {
		return t.Header[i]
	}
	return fmt.Sprintf("column %d", i+1)
}
