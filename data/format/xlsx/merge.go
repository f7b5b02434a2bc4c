package xlsx

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/redthread/redthread/data/format/table"
)

// spreader gives the value of merged cells to each of them, row by row.
type spreader struct {
	merges []merge // by their first row
	next   int
	active []spreading
	spread int // cells given so far
	limit  int
}

// spreading is a merge that a row crosses, with its value.
type spreading struct {
	merge
	value table.Cell
}

// newSpreader keeps the merges within the columns that are filled.
func newSpreader(merges []merge, last, limit int) *spreader {
	s := &spreader{limit: limit}
	for _, m := range merges {
		if m.right = min(m.right, last); m.left <= m.right {
			s.merges = append(s.merges, m)
		}
	}
	slices.SortStableFunc(s.merges, func(a, b merge) int { return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left)) })
	return s
}

// row fills the merged cells of a row, from 0. A value that stands alone in its
// row is a title over the table: it is not repeated to its right, or it would
// pass for a header.
func (s *spreader) row(n int, cells []table.Cell) ([]table.Cell, error) {
	s.active = slices.DeleteFunc(s.active, func(a spreading) bool { return a.bottom < n })
	for ; s.next < len(s.merges) && s.merges[s.next].top <= n; s.next++ {
		m := s.merges[s.next]
		value := table.Cell{}
		if m.top == n && m.left < len(cells) {
			value = cells[m.left]
		}
		if m.bottom >= n {
			s.active = append(s.active, spreading{m, value})
		}
	}
	alone := filled(cells) <= 1 && len(s.active) <= 1
	for _, a := range s.active {
		right := a.right
		if alone {
			right = a.left
		}
		for column := a.left; column <= right; column++ {
			if s.spread++; s.spread > s.limit {
				return nil, fmt.Errorf("merged cells: more than %d cells, the limit", s.limit)
			}
			for len(cells) <= column {
				cells = append(cells, table.Cell{})
			}
			if isBlank(cells[column]) {
				cells[column] = a.value
			}
		}
	}
	return cells, nil
}

func isBlank(c table.Cell) bool { return c.Text == "" && c.Note == "" && c.Date.IsZero() }

func filled(cells []table.Cell) int {
	n := 0
	for _, c := range cells {
		if !isBlank(c) {
			n++
		}
	}
	return n
}
