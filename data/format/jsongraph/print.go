package jsongraph

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// entry is a key and the JSON text of its value.
type entry = jsonwrite.Entry

// cells are the entries of a record of the model, but for some keys.
func cells[R any](record R, without ...string) []entry {
	var list []entry
	for _, c := range data.Cells(record) {
		if !slices.Contains(without, c.Key) {
			list = append(list, jsonwrite.Text(c.Key, c.Text))
		}
	}
	return list
}
