package xmlread

// Record counts a node or an edge of a graph, and is an error beyond
// Limits.Records.
func (r *Reader) Record() error {
	if r.records++; r.records > r.limits.Records {
		return r.Errorf("more than %d nodes and edges", r.limits.Records)
	}
	return nil
}

// Cell counts a value of one of them, and is an error beyond Limits.Cells.
func (r *Reader) Cell() error {
	if r.cells++; r.cells > r.limits.Cells {
		return r.Errorf("more than %d values", r.limits.Cells)
	}
	return nil
}
