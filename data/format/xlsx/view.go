package xlsx

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// view is a sheet that has been looked through once.
type view struct {
	w      *workbook
	sheet  sheet
	tail   tail
	blind  []bool // columns that are hidden; nil where none is
	last   int    // greatest column with a value
	hidden []int  // the first rows that are hidden, from 1
	rows   int    // number of them
	width  int    // number of columns that are shown
	urls   map[corner]string
	linked []int      // columns whose links say more than their texts
	upper  int        // row of the header whose cells group those of the next row, from 1; 0 for none
	header int        // row of the header once it is known, from 1
	named  int        // number of columns of the header once it is known
	kept   packedRows // the rows, where they are not too large
}

// reader opens the cells of the sheet.
func (v *view) reader() (*cellReader, error) {
	s, err := v.w.stream(v.sheet.part)
	if err != nil {
		return nil, err
	}
	l := v.w.limits
	return &cellReader{stream: s, limits: limits{l.Cells, l.Columns, l.Text}}, nil
}

// look reads the sheet once, for what stands behind its cells and counts.
func (v *view) look() error {
	c, err := v.reader()
	if err != nil {
		return err
	}
	defer c.close()
	err = c.rows(func(r *rawRow) bool {
		if r.hidden && len(r.cells) > 0 {
			if v.rows++; len(v.hidden) < 5 {
				v.hidden = append(v.hidden, r.number)
			}
		}
		for _, cell := range r.cells {
			v.last = max(v.last, cell.column)
			if cell.url != "" {
				v.urls[corner{r.number - 1, cell.column}] = cell.url
			}
		}
		v.kept.add(r)
		return true
	})
	if err != nil {
		return err
	}
	v.blind = c.hidden
	for column := range v.last + 1 {
		if !v.isBlind(column) {
			v.width++
		}
	}
	if v.tail, err = c.tail(); err != nil || len(v.tail.links) == 0 && len(v.urls) == 0 {
		return err
	}
	return v.links()
}

// each hands on the rows of the sheet.
func (v *view) each(yield func(*rawRow) bool) error {
	if !v.kept.over {
		v.kept.each(yield)
		return nil
	}
	c, err := v.reader()
	if err != nil {
		return err
	}
	defer c.close()
	return c.rows(yield)
}

// raw hands on the rows of the sheet as a table takes them.
func (v *view) raw(yield func(table.Row) bool) error {
	s := newSpreader(v.tail.merges, v.last, v.w.limits.Cells)
	at := v.w.at(v.sheet.name) + ", row "
	var cells, upper []table.Cell
	var wrong error
	err := v.each(func(r *rawRow) bool {
		cells = v.values(r, cells[:0])
		if cells, wrong = s.row(r.number-1, cells); wrong != nil {
			return false
		}
		if r.hidden {
			return true
		}
		switch v.upper {
		case r.number:
			upper = slices.Clone(cells)
			return true
		case r.number - 1:
			cells = underGroups(upper, cells)
		}
		for cells = v.withLinks(r.number, v.shown(cells)); len(cells) < v.named; {
			cells = append(cells, table.Cell{}) // a sheet has no short rows: what is blank is not written
		}
		return yield(table.Row{Line: r.number, At: at + strconv.Itoa(r.number), Cells: cells})
	})
	if wrong != nil {
		return fmt.Errorf("%s: %s: %w", v.w.name, v.w.at(v.sheet.name), wrong)
	}
	return err
}

// values are those of a row, each at its column.
func (v *view) values(r *rawRow, cells []table.Cell) []table.Cell {
	for _, raw := range r.cells {
		for len(cells) <= raw.column {
			cells = append(cells, table.Cell{})
		}
		cells[raw.column] = v.w.cell(raw)
	}
	return cells
}

// shown drops the cells of hidden columns.
func (v *view) shown(cells []table.Cell) []table.Cell {
	if v.blind == nil {
		return cells
	}
	n := 0
	for i, c := range cells {
		if !v.blind[i] {
			cells[n] = c
			n++
		}
	}
	return cells[:n]
}

// isBlind tells whether a column is hidden.
func (v *view) isBlind(column int) bool { return v.blind != nil && v.blind[column] }

// findings reports what was left out of the sheet and what was merged.
func (v *view) findings(t *table.Table) {
	at := format.Place{At: v.w.at(v.sheet.name)}
	for i := range v.rows {
		where := at
		if i < len(v.hidden) {
			where.At = fmt.Sprintf("%s, row %d", at.At, v.hidden[i])
		}
		t.Say(table.Finding{Severity: data.Warning, What: "a hidden row is left out", Hint: "show it in the spreadsheet program to have it read", At: where})
	}
	for column := range v.last + 1 {
		if v.isBlind(column) {
			where := at
			where.Field = "column " + columnName(column)
			t.Say(table.Finding{Severity: data.Warning, What: "a hidden column is left out", Hint: "show it in the spreadsheet program to have it read", At: where})
		}
	}
	for _, m := range v.tail.merges {
		where := at
		where.Value = fmt.Sprintf("%s%d:%s%d", columnName(m.left), m.top+1, columnName(m.right), m.bottom+1)
		t.Say(table.Finding{Severity: data.Note, What: "merged cells: their value stands in each of them", At: where})
	}
}
