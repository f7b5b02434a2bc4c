package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// Format is the format of workbooks.
func Format() format.Format {
	return format.Format{Name: "xlsx", Title: "Excel workbook", Names: names, Detect: detect, Read: Read, Family: "table", Write: Write}
}

// Read reads workbooks, together with tables of other sorts: one may describe
// what another joins.
func Read(files []format.Input, to *format.Builder) error {
	tables, err := Open(files, to.Options)
	if err != nil {
		return err
	}
	return table.Import(tables, to)
}

// Open makes tables of files: of a workbook its sheets, of every other file
// what package table makes of it.
func Open(files []format.Input, opt format.Options) ([]*table.Table, error) {
	var tables []*table.Table
	var others []format.Input
	limits := opt.Limits.Filled()
	for _, in := range files {
		if !isWorkbook(in) {
			others = append(others, in)
			continue
		}
		if in.Size > limits.Bytes {
			return nil, fmt.Errorf("%s: %d bytes, the limit is %d", in.Name, in.Size, limits.Bytes)
		}
		list, err := Tables(in, opt)
		switch {
		case err != nil && in.Found:
			list = []*table.Table{table.LeftOut(in, err)}
		case err != nil:
			return nil, err
		}
		tables = append(tables, list...)
	}
	if len(others) == 0 && len(files) > 0 {
		return tables, nil
	}
	list, err := table.Open(others, opt)
	return append(tables, list...), err
}

// isWorkbook tells files that no text is: archives, compound files.
func isWorkbook(in format.Input) bool {
	head := in.Head(8)
	return bytes.HasPrefix(head, zipSign) || bytes.HasPrefix(head, oleSign) || detect(in.Name, head) > format.No
}

// Explain writes the mapping by which files, workbooks among them, would be
// imported without one.
func Explain(files []format.Input, opt format.Options, w io.Writer) error {
	tables, err := Open(files, opt)
	if err != nil {
		return err
	}
	return table.ExplainTables(tables, opt, w)
}
