package table

import "github.com/redthread/redthread/data/format"

// New makes a Table of raw rows as they stand in a file or a sheet: it finds
// the header (titles, comments and counts above it are reported), gives names
// to columns without one and to repeated ones, fills short rows, keeps the
// extra cells of long ones as columns "column N", and leaves blank rows out.
// It returns nil for a table without any cell.
func New(in format.Input, name, sheet string, raw Rows, limits format.Limits) (*Table, error) {
	return nil, nil
}
