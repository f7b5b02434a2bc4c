package table_test

import (
	"testing"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// TestTheTimeOfADateCellStays: of a workbook, whose cells know their day.
func TestTheTimeOfADateCellStays(t *testing.T) {
	day := edtf.MustParse("2015-06-03")
	rows := []table.Row{
		{Line: 2, Cells: []table.Cell{{Text: "fire"}, {Text: "2015-06-03T14:30", Date: day}}},
		{Line: 3, Cells: []table.Cell{{Text: "flood"}, {Text: "2015-06-03", Date: day}}},
	}
	b := format.NewBuilder(format.Options{})
	err := table.Import([]*table.Table{{Files: []format.Input{format.Bytes("a.xlsx", nil)}, Format: "xlsx", Header: []string{"name", "date"}, HeaderLine: 1,
		Rows: func(yield func(table.Row) bool) error {
			for _, r := range rows {
				if !yield(r) {
					break
				}
			}
			return nil
		}}}, b)
	ds, report := b.Finish()
	if err != nil || len(ds.Entities) != 2 {
		t.Fatal(err, said(report))
	}
	for i, want := range []int{1, 0} {
		if e := ds.Entities[i]; e.Date != day || len(e.Attributes) != want || want == 1 && e.Attributes[0].Value != "2015-06-03T14:30" {
			t.Errorf("%s: %v %+v", e.Name, e.Date, e.Attributes)
		}
	}
}
