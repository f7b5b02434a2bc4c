package data

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/redthread/redthread/data/edtf"
)

// Cell is one named text of a record that was made flat for a table.
type Cell struct{ Key, Text string }

// Cells makes a record of the model (an Entity, a Relation, a Source, ...) flat
// for formats that know only named texts: the keys of the model in its order,
// what is empty left out. Names become names.zh-Hans, attributes
// attributes.verdict; lists are joined by "; ", evidence reads source#at. What
// those forms cannot hold (terms and status of evidence, stages, texts with
// semicolons) stands as JSON. FromCells reads it back, and so does Read from a
// CSV file with the keys as its header.
func Cells[R any](record R) []Cell {
	v := reflect.ValueOf(record)
	var cells []Cell
	for _, f := range filled(v) {
		cells = appendCells(cells, f.key, v.FieldByIndex(f.index))
	}
	return cells
}

func appendCells(cells []Cell, key string, v reflect.Value) []Cell {
	switch {
	case v.Kind() == reflect.Map:
		m := v.Interface().(map[string]string)
		for _, k := range slices.Sorted(maps.Keys(m)) {
			cells = append(cells, Cell{key + "." + k, m[k]})
		}
		return cells
	case v.Type() == attributesType:
		if dotted, ok := attributeCells(key, v.Interface().([]Attribute)); ok {
			return append(cells, dotted...)
		}
	}
	return append(cells, Cell{key, cellText(v)})
}

// mayDot tells whether appendCells may give a value several cells.
func mayDot(v reflect.Value) bool {
	return v.Kind() == reflect.Map || v.Type() == attributesType
}

var attributesType = reflect.TypeFor[[]Attribute]()

// attributeCells gives each attribute a column of its own, where their keys
// can be headers and nothing rests on evidence of its own.
func attributeCells(key string, attributes []Attribute) ([]Cell, bool) {
	var cells []Cell
	seen := map[string]bool{}
	for _, a := range attributes {
		if len(a.Evidence) > 0 || a.Value == "" || a.Key == "" || a.Key == "key" || a.Key == "value" || seen[a.Key] || strings.Contains(a.Key, ".") || a.Key != strings.TrimSpace(a.Key) {
			return nil, false
		}
		seen[a.Key] = true
		cells = append(cells, Cell{key + "." + a.Key, a.Value})
	}
	return cells, true
}

// cellText is a value as one text.
func cellText(v reflect.Value) string {
	switch {
	case v.Type() == dateType:
		return v.Interface().(edtf.Date).String()
	case v.Kind() == reflect.String:
		return v.String()
	case v.Kind() == reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	if text, ok := joined(v); ok {
		return text
	}
	return compact(v)
}

// joined is a list as texts between semicolons, where that says all of it.
func joined(v reflect.Value) (string, bool) {
	texts := make([]string, v.Len())
	for i := range texts {
		text, ok := bare(v.Index(i))
		if !ok || text == "" || strings.Contains(text, ";") || text != strings.TrimSpace(text) {
			return "", false
		}
		texts[i] = text
	}
	text := strings.Join(texts, "; ")
	return text, !cellJSON(text)
}

// bare is an item of a list as the text that an author may write for it.
func bare(v reflect.Value) (string, bool) {
	if v.Kind() == reflect.String {
		return v.String(), true
	}
	switch x := v.Addr().Interface().(type) { // items of slices have addresses
	case *Evidence:
		if x.Terms != nil || x.Status != "" || x.By != "" || x.Note != "" || strings.Contains(string(x.Source), "#") || x.Source == "" {
			return "", false
		}
		if x.At == "" {
			return string(x.Source), true
		}
		return string(x.Source) + "#" + x.At, x.At == strings.TrimSpace(x.At)
	case *Alias:
		return x.Text, x.Note == "" && len(x.Evidence) == 0
	case *Link:
		return x.URL, x.Label == ""
	}
	return "", false
}

// compact is a value as JSON on one line, with the keys of the model.
func compact(v reflect.Value) string {
	root, err := newJSON(&file{data: canonicalRecord(v)}, &nodeStore{}).value(0)
	if err != nil {
		panic("data: canonical JSON that does not read: " + err.what)
	}
	return Value{root}.JSON()
}

// cellJSON tells whether a cell of a list holds JSON, not texts between
// semicolons.
func cellJSON(text string) bool {
	return cellTree(&node{file: &file{}, text: text, form: scalar}) != nil
}

// cellTree is the list or map that a cell holds as JSON; nil where it holds a
// text. Its nodes stand where the cell stands.
func cellTree(cell *node) *node {
	if cell.text == "" || cell.text[0] != '[' && cell.text[0] != '{' {
		return nil
	}
	j := newJSON(&file{name: cell.file.name, data: []byte(cell.text)}, &nodeStore{})
	root, err := j.value(0)
	if err != nil || j.end() != nil {
		return nil
	}
	root.stand(cell)
	return root
}

// stand puts a tree at the place of a cell.
func (n *node) stand(cell *node) {
	n.file, n.line, n.col = cell.file, cell.line, cell.col
	for _, item := range n.items {
		item.stand(cell)
	}
}

// cellNodes are nodes for FromCells, which leaves none behind.
var cellNodes = sync.Pool{New: func() any { return new([]node) }}

// FromCells makes the record that Cells made flat. Cells whose keys the model
// does not have are given back; the error names every value that does not fit.
// An empty text says nothing.
func FromCells[R any](cells []Cell) (record R, rest []Cell, err error) {
	root := &node{form: object, file: &file{table: true}, items: make([]*node, 0, 2*len(cells))}
	all := cellNodes.Get().(*[]node)
	defer cellNodes.Put(all)
	*all = slices.Grow((*all)[:0], 2*len(cells))[:2*len(cells)]
	store := *all
	v := reflect.ValueOf(&record).Elem()
	for _, c := range cells {
		first, sub, dotted := strings.Cut(c.Key, ".")
		switch f := fieldNamed(v.Type(), first); {
		case f == nil, dotted && !mapped(f.typ):
			rest = append(rest, c)
		case c.Text != "":
			key, value := &store[0], &store[1]
			store = store[2:]
			root.put(first, sub, c.Text, key, value)
		}
	}
	d := decoder{collector: &collector{}, suggest: suggester{suggestBudget}}
	d.fields(root, v, "")
	var wrong []error
	for _, p := range d.problems() {
		wrong = append(wrong, errors.New(p.What))
	}
	return record, rest, errors.Join(wrong...)
}

// mapped tells whether a value may be reached by a dotted key.
func mapped(t reflect.Type) bool {
	return t.Kind() == reflect.Map || t.Kind() == reflect.Slice && keyedBy[t.Elem()] != [2]string{}
}

// cell puts a text below a key, or below a key of the map there.
func (n *node) cell(key, sub, text string) { n.put(key, sub, text, &node{}, &node{}) }

// put is cell with nodes that were made in advance.
func (n *node) put(key, sub, text string, keyNode, value *node) {
	*value = node{form: scalar, text: text, file: n.file}
	*keyNode = node{form: scalar, text: key, file: n.file}
	if sub == "" {
		n.items = append(n.items, keyNode, value)
		return
	}
	keyNode.text = sub
	m := n.child(key, &node{file: n.file})
	m.items = append(m.items, keyNode, value)
}
