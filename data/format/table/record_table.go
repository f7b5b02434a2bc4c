package table

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// recordTables makes tables of the files: one for each list, and one of all the
// files of a folder that are one record each.
func recordTables(files []*recordFile, opt format.Options) ([]*Table, error) {
	var tables []*Table
	var folders []string
	var all []*records
	ids := &typedIDs{}
	add := func(files []*recordFile, list string) error {
		t, r, err := recordTable(files, list, ids, opt)
		tables, all = append(tables, t), append(all, r)
		return err
	}
	single := map[string][]*recordFile{}
	for _, f := range files {
		if folder := path.Dir(f.in.Name) + " " + f.how; f.one {
			if single[folder] == nil {
				folders = append(folders, folder)
			}
			single[folder] = append(single[folder], f)
			continue
		}
		for _, list := range f.paths {
			if err := add([]*recordFile{f}, list); err != nil {
				return nil, err
			}
		}
	}
	for _, folder := range folders {
		if err := add(single[folder], ""); err != nil {
			return nil, err
		}
	}
	if err := ids.settle(all); err != nil {
		return nil, err
	}
	if len(tables) > 0 {
		ids.say(tables[0].findings[0])
	}
	return tables, nil
}

// records are the records of files as rows: the paths of their values are the
// columns.
type records struct {
	files  []*recordFile
	list   string
	column map[string]int
	ids    *typedIDs // of all tables
	limits format.Limits
}

// recordTable makes a table of the records of files. It goes through all of
// them once, for the last one may have a key that no other has.
func recordTable(files []*recordFile, list string, ids *typedIDs, opt format.Options) (*Table, *records, error) {
	r := &records{files, list, map[string]int{}, ids, opt.Limits.Filled()}
	says := &findings{}
	t := &Table{Format: files[0].format(), Sheet: list, findings: []*findings{says}}
	t.Rows = func(yield func(Row) bool) (err error) {
		t.count, err = r.rows(yield)
		return err
	}
	for i, f := range files {
		t.Files = append(t.Files, f.in)
		if f.how == "json lines" {
			t.findings = append(t.findings, &f.says)
		}
		err := f.each(list, func(v data.Value, line int) bool {
			ids.look(v)
			flatten(v, func(path string, _ Cell) {
				if _, known := r.column[path]; !known {
					r.column[path] = len(t.Header)
					t.Header = append(t.Header, path)
				}
			})
			return len(t.Header) <= r.limits.Columns
		}, func(path string, v data.Value) {
			if list == f.paths[0] {
				says.add(len(says.list)+1, Finding{File: i, Severity: data.Note, What: "a value beside the lists of records is left out", At: format.Place{Line: v.Line(), Field: path, Value: v.JSON()}})
			}
		})
		if err != nil {
			return nil, nil, err
		}
		if len(t.Header) > r.limits.Columns {
			return nil, nil, fmt.Errorf("%s: more than %d keys, the limit of columns", f.in.Name, r.limits.Columns)
		}
	}
	if len(t.Header) == 0 {
		return orEmpty(nil, files[0].in, t.Format), r, nil
	}
	return t, r, nil
}

// rows hands on the records, each as a row.
func (r *records) rows(yield func(Row) bool) (count int, err error) {
	cells := make([]Cell, len(r.column))
	filled := 0
	for i, f := range r.files {
		stopped, over := false, false
		err := f.each(r.list, func(v data.Value, line int) bool {
			clear(cells)
			flatten(v, func(path string, c Cell) {
				cells[r.column[path]] = r.ids.apart(c)
				filled++
			})
			if count++; count > r.limits.Records || filled > r.limits.Cells {
				over = true
				return false
			}
			stopped = !yield(Row{File: i, Line: line, Cells: cells})
			return !stopped
		}, func(string, data.Value) {})
		if over {
			err = fmt.Errorf("%s: more than %d records or %d cells", f.in.Name, r.limits.Records, r.limits.Cells)
		}
		if err != nil || stopped {
			return count, err
		}
	}
	return count, nil
}

// maxPath is how many keys lead to a column; what lies deeper stands as JSON.
const maxPath = 8

// flatten hands on the values of a record with their paths: a.b for a key in a
// map, a[].b for one in the maps of a list. A record that is no map is the
// column "value".
func flatten(v data.Value, cell func(path string, c Cell)) {
	if v.Form() != data.Map {
		cell("value", leaf(v))
		return
	}
	flattenMap(v, "", 0, cell)
}

func flattenMap(v data.Value, prefix string, depth int, cell func(string, Cell)) {
	for k, item := range v.Pairs() {
		path := prefix + columnKey(k.Text())
		switch {
		case item.Form() == data.Map && depth < maxPath:
			flattenMap(item, path+".", depth+1, cell)
		case item.Form() == data.List && objects(item):
			flattenList(item, path, cell)
		default:
			cell(path, leaf(item))
		}
	}
}

// columnKey is a key with single spaces between its words; most have none.
func columnKey(key string) string {
	if strings.IndexFunc(key, unicode.IsSpace) < 0 {
		return key
	}
	return strings.Join(strings.Fields(key), " ")
}

// leaf is a value as a cell: a text, a list of texts, or JSON.
func leaf(v data.Value) Cell {
	switch v.Form() {
	case data.Absent:
		return Cell{}
	case data.Scalar:
		if v.Bare() && v.Text() == "~" { // YAML's null
			return Cell{}
		}
		return Cell{Text: Trim(v.Text()), quoted: inQuotes(v)}
	case data.List:
		items := []string{}
		for _, item := range v.Items() {
			if item.Form() == data.Scalar {
				items = append(items, Trim(item.Text()))
			} else if item.Form() != data.Absent {
				items = append(items, item.JSON())
			}
		}
		return Cell{Text: joinItems(items), Items: items}
	}
	return Cell{Text: v.JSON()}
}

// joinItems writes a list as one text: between semicolons where no item has
// one, else as JSON.
func joinItems(items []string) string {
	if slices.ContainsFunc(items, func(s string) bool { return strings.Contains(s, ";") }) {
		text, _ := json.Marshal(items) // texts always have JSON
		return string(text)
	}
	return strings.Join(slices.DeleteFunc(slices.Clone(items), func(s string) bool { return s == "" }), "; ")
}

// flattenList makes columns of the keys of the maps in a list: each holds one
// item for each map.
func flattenList(list data.Value, path string, cell func(string, Cell)) {
	var keys []string
	items := map[string][]string{}
	all := list.Items()
	put := func(key, text string, nth int) {
		if items[key] == nil {
			keys = append(keys, key)
			items[key] = make([]string, len(all))
		}
		items[key][nth] = text
	}
	for i, item := range all {
		if item.Form() != data.Map {
			put(path+"[].value", leaf(item).Text, i)
			continue
		}
		flattenMap(item, path+"[].", maxPath-2, func(key string, c Cell) { put(key, c.Text, i) })
	}
	for _, key := range keys {
		cell(key, Cell{Text: joinItems(items[key]), Items: items[key]})
	}
}

// listPaths are the paths of the lists of objects within two keys of a JSON
// text, which may be cut, or within four where there are none; and whether the
// object has an id or a name itself.
func listPaths(text []byte) (paths []string, identified bool) {
	for _, deepest := range []int{1, 3} {
		s := &structure{dec: json.NewDecoder(strings.NewReader(string(text))), deepest: deepest}
		if t, err := s.dec.Token(); err == nil && t == json.Delim('{') {
			_ = s.object("", 0) // a text that is cut ends with an error
		}
		if paths, identified = s.paths, s.identified; len(paths) > 0 || identified {
			break
		}
	}
	return paths, identified
}

// structure looks at the keys of a JSON text, and not at its values.
type structure struct {
	dec        *json.Decoder
	deepest    int // how many maps may stand around the one with the list
	paths      []string
	identified bool
}

func (s *structure) object(prefix string, depth int) error {
	for s.dec.More() {
		key, err := s.dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		value, err := s.dec.Token()
		if err != nil {
			return err
		}
		switch {
		case value == json.Delim('{') && depth < s.deepest:
			err = s.object(prefix+name+".", depth+1)
		case value == json.Delim('['):
			err = s.array(prefix + name)
		case value == json.Delim('{'):
			err = s.skip(1)
		case depth == 0:
			s.identified = s.identified || slices.Contains(identifying, strings.ToLower(name))
		}
		if err != nil {
			return err
		}
	}
	_, err := s.dec.Token()
	return err
}

func (s *structure) array(path string) error {
	if !s.dec.More() {
		return s.skip(1)
	}
	first, err := s.dec.Token()
	if err != nil {
		return err
	}
	open := 1
	switch first {
	case json.Delim('{'):
		s.paths = append(s.paths, path)
		open = 2
	case json.Delim('['):
		open = 2
	}
	return s.skip(open)
}

// skip goes on until as many lists and objects have closed.
func (s *structure) skip(open int) error {
	for open > 0 {
		t, err := s.dec.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			open++
		case json.Delim('}'), json.Delim(']'):
			open--
		}
	}
	return nil
}
