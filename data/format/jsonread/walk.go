package jsonread

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Walk reads a file whole and calls visit for each element of the lists, given
// by their path, and for what else stands in it, as data.WalkJSON does.
func Walk(in format.Input, to *format.Builder, lists []string, visit func(path string, v data.Value)) error {
	text, err := in.All(to.Options.Limits.Bytes)
	if err != nil {
		return err
	}
	return data.WalkJSON(in.Name, text, lists, func(path string, v data.Value) error {
		visit(path, v)
		return nil
	}).Err()
}
