package table

import "github.com/redthread/redthread/data/format"

// Report says what was odd about header and shape of a file of the table, for
// readers that make records of its rows themselves. It is called when the rows
// have been read.
func (t *Table) Report(file int, to *format.Builder) {
	for _, f := range t.findings {
		f.report(file, to)
	}
}
