package table

import (
	"github.com/redthread/redthread/data/format"
)

// Import turns tables into records: as the mapping of the options says, or as
// headers and values suggest. It begins every file of theirs at the Builder, in
// the order of the tables; tables of one file stand next to each other.
func Import(tables []*Table, to *format.Builder) error {
	return nil
}
