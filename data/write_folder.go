package data

import (
	"errors"
	"io"
	"reflect"
)

// FolderOptions says how a dataset becomes a folder.
type FolderOptions struct {
	CSV bool // tables whatever the size; else YAML, and tables for a section of more than Few records
	Few int  // default 5,000
}

// errTooLarge says that a section is too large for YAML; nothing was written.
var errTooLarge = errors.New("more YAML than a file may hold")

// create opens a file of a folder that is being written.
type create = func(name string) (io.Writer, error)

// WriteFolder writes a dataset as files that Read reads back to the same
// Dataset: dataset.yaml, then a file for each section that has records, YAML
// for people and CSV where there are too many for that. It writes each file
// once, from its beginning to its end.
func WriteFolder(create func(name string) (io.Writer, error), ds *Dataset, opt FolderOptions) error {
	if opt.Few == 0 {
		opt.Few = 5000
	}
	if err := writeHeading(create, ds); err != nil {
		return err
	}
	for i := range sections {
		s := &sections[i]
		records := own(s, ds)
		if len(records) == 0 {
			continue
		}
		write := writeYAML
		if opt.CSV || len(records) > opt.Few {
			write = writeCSV
		}
		if s.key == "kinds" || s.key == "predicates" {
			write = writeYAML // what is empty there may have been emptied, which no cell can say
		}
		err := write(create, s, records)
		if errors.Is(err, errTooLarge) {
			err = writeCSV(create, s, records)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writeHeading writes what the dataset says of itself.
func writeHeading(create create, ds *Dataset) error {
	heading := reflect.ValueOf(*ds)
	if len(filled(heading)) == 0 {
		return nil
	}
	w, err := create("dataset.yaml")
	if err != nil {
		return err
	}
	y := &yamlPrinter{}
	y.WriteString("dataset:\n")
	y.fields(heading, filled(heading), 1, false)
	_, err = w.Write(y.Bytes())
	return err
}
