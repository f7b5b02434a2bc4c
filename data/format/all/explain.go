package all

import (
	"fmt"
	"io"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xlsx"
)

// Explain writes the mapping by which tables would be imported without one. name
// is a format for all files; empty: each file's is found out. A file that is no
// table is an error: what its fields mean is settled by its format.
func Explain(files []format.Input, name string, opt format.Options, w io.Writer) error {
	var tables []format.Input
	for _, in := range files {
		f, err := formatFor(in, name)
		switch {
		case err != nil && in.Found:
		case err != nil:
			return err
		case f.Family == "table":
			tables = append(tables, in)
		case !in.Found:
			return fmt.Errorf("%s: %s is no table: its format says what its fields mean, so that there is no mapping to explain (import it without --explain)", in.Name, f.Title)
		}
	}
	if len(tables) == 0 && len(files) > 0 {
		return fmt.Errorf("no table among the files: there is no mapping to explain")
	}
	return xlsx.Explain(tables, opt, w)
}
