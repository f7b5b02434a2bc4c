package xlsx

import (
	"slices"

	"github.com/redthread/redthread/data/format/table"
)

// grouped tells whether the header, in a row from 1, has two rows: a cell of it
// is merged over several columns that the next row names one by one, and the
// next row says nothing of the columns beside.
func (v *view) grouped(header int) bool {
	if header == 0 {
		return false
	}
	under := map[int]bool{}
	for _, m := range v.tail.merges {
		if m.top == header-1 && m.bottom == m.top && m.right > m.left {
			for column := m.left; column <= min(m.right, v.last); column++ {
				under[column] = true
			}
		}
	}
	if len(under) == 0 {
		return false
	}
	names := map[string]bool{}
	alone := true
	_ = v.each(func(r *rawRow) bool {
		if r.number == header+1 {
			for _, c := range r.cells {
				cell := v.w.cell(c)
				alone = alone && (under[c.column] || isBlank(cell)) && cell.Date.IsZero() && c.sort != "" && c.sort != "n"
				if under[c.column] && cell.Text != "" {
					names[cell.Text] = true
				}
			}
		}
		return r.number <= header
	})
	return alone && len(names) > 1
}

// underGroups are the names of columns of two rows: "Born Place", or the one of
// the two that there is.
func underGroups(upper, cells []table.Cell) []table.Cell {
	for len(cells) < len(upper) {
		cells = append(cells, table.Cell{})
	}
	for i := range min(len(upper), len(cells)) {
		switch group := upper[i].Text; {
		case cells[i].Text == "":
			cells[i] = upper[i]
		case group != "" && group != cells[i].Text:
			cells[i].Text = group + " " + cells[i].Text
		}
	}
	return slices.Clip(cells)
}
