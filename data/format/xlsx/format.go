package xlsx

import (
	"fmt"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// Format is the format of workbooks.
func Format() format.Format {
	return format.Format{Name: "xlsx", Title: "Excel workbook", Names: names, Detect: detect, Read: Read, Family: "table", Write: Write}
}

// Read reads workbooks into one dataset.
func Read(files []format.Input, to *format.Builder) error {
	var tables []*table.Table
	for _, in := range files {
		if limit := to.Options.Limits.Bytes; in.Size > limit {
			return fmt.Errorf("%s: %d bytes, the limit is %d", in.Name, in.Size, limit)
		}
		list, err := Tables(in, to.Options)
		if err != nil {
			return err
		}
		tables = append(tables, list...)
	}
	return table.Import(tables, to)
}
