package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// recordFile is a file of JSON or YAML whose schema nobody knows.
type recordFile struct {
	in    format.Input
	how   string   // "json", "json lines" or "yaml"
	paths []string // of its lists of records; "" is a list at the top
	one   bool     // the file is one record
	text  []byte   // all of it: values point into it
	says  findings // about lines
}

// openRecords finds out where the records of a file are.
func openRecords(in format.Input, how string, opt format.Options) (*recordFile, error) {
	f := &recordFile{in: in, how: how}
	open, err := decoded(in, opt)
	if err != nil {
		return nil, err
	}
	if f.text, err = io.ReadAll(open()); err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	switch {
	case how == "yaml":
		roots, err := f.yaml()
		if err != nil {
			return nil, err
		}
		f.shape(roots)
	case severalValues(f.text, in.Name):
		f.how, f.paths = "json lines", []string{""}
	default:
		f.lists()
		if in.Found { // a file that nobody named may not end the import of the others
			nothing := func(string, data.Value) error { return nil }
			return f, data.WalkJSON(in.Name, bytes.Clone(f.text), f.paths, nothing).Err()
		}
	}
	return f, nil
}

func (f *recordFile) format() string {
	if f.how == "yaml" {
		return "yaml-records"
	}
	return "json-records"
}

// yaml reads the documents of a file.
func (f *recordFile) yaml() ([]data.Value, error) {
	roots, problems := data.ParseYAML(f.in.Name, f.text)
	return roots, problems.Err()
}

// lists finds the lists of objects in a JSON file by its first megabytes; a file
// without one is one record.
func (f *recordFile) lists() {
	if trimmed := bytes.TrimLeft(f.text, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '[' {
		f.paths = []string{""}
		return
	}
	f.take(listPaths(f.text[:min(len(f.text), 8<<20)]))
}

// shape finds the lists of objects in YAML documents.
func (f *recordFile) shape(roots []data.Value) {
	if len(roots) == 1 && roots[0].Form() == data.Map {
		f.take(valueLists(roots[0]))
		return
	}
	f.paths = []string{""}
}

// take decides whether the file is one record, which has an id or a name of its
// own, or holds lists of them.
func (f *recordFile) take(paths []string, identified bool) {
	if f.one = len(paths) == 0 || identified; f.one {
		paths = []string{""}
	}
	f.paths = paths
}

// identifying are keys that a record has and a wrapper of records has not.
var identifying = []string{"id", "name", "label", "title", "date", "_id", "uid"}

// valueLists are the paths of lists of objects within two keys, and whether the
// map has an id or a name itself.
func valueLists(root data.Value) (paths []string, identified bool) {
	for k, v := range root.Pairs() {
		identified = identified || v.Form() == data.Scalar && slices.Contains(identifying, strings.ToLower(k.Text()))
		switch {
		case v.Form() == data.List && objects(v):
			paths = append(paths, k.Text())
		case v.Form() == data.Map:
			for below, list := range v.Pairs() {
				if list.Form() == data.List && objects(list) {
					paths = append(paths, k.Text()+"."+below.Text())
				}
			}
		}
	}
	if len(paths) == 0 && !identified {
		paths = deeper(root, "", 4)
	}
	return paths, identified
}

// deeper are the paths of lists of objects within some keys.
func deeper(v data.Value, prefix string, keys int) (paths []string) {
	for k, below := range v.Pairs() {
		switch {
		case below.Form() == data.List && objects(below):
			paths = append(paths, prefix+k.Text())
		case below.Form() == data.Map && keys > 1:
			paths = append(paths, deeper(below, prefix+k.Text()+".", keys-1)...)
		}
	}
	return paths
}

func objects(list data.Value) bool {
	items := list.Items()
	return len(items) > 0 && items[0].Form() == data.Map
}

// each hands on the records of a list of the file; "" is a list at the top, or
// the file itself. beside hears of the values that stand in no list.
func (f *recordFile) each(list string, visit func(v data.Value, line int) bool, beside func(path string, v data.Value)) error {
	switch f.how {
	case "yaml":
		return f.eachYAML(list, visit, beside)
	case "json lines":
		return f.eachLine(visit)
	}
	return f.eachJSON(list, visit, beside)
}

func (f *recordFile) eachYAML(list string, visit func(data.Value, int) bool, beside func(string, data.Value)) error {
	roots, err := f.yaml()
	if err != nil {
		return err
	}
	for _, root := range roots {
		items := []data.Value{root}
		if list != "" {
			items = root.Path(strings.Split(list, ".")...).Items()
			f.besideYAML(root, beside)
		} else if !f.one {
			items = root.Items()
		}
		for _, v := range items {
			if !visit(v, v.Line()) {
				return nil
			}
		}
	}
	return nil
}

func (f *recordFile) besideYAML(root data.Value, beside func(string, data.Value)) {
	for k, v := range root.Pairs() {
		if !slices.ContainsFunc(f.paths, func(p string) bool { return p == k.Text() || strings.HasPrefix(p, k.Text()+".") }) {
			beside(k.Text(), v)
		}
	}
}

// errEnough ends a walk before its end.
var errEnough = errors.New("enough")

func (f *recordFile) eachJSON(list string, visit func(data.Value, int) bool, beside func(string, data.Value)) error {
	stopped := false
	var lists []string
	if !f.one {
		lists = f.paths
	}
	problems := data.SkimJSON(f.in.Name, f.text, lists, func(at string, v data.Value) error {
		switch {
		case at == list:
			if stopped = !visit(v, v.Line()); stopped {
				return errEnough
			}
		case !slices.Contains(lists, at):
			beside(at, v)
		}
		return nil
	})
	if stopped {
		return nil
	}
	return problems.Err()
}
