package table

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// env is a row while records are made of it.
type env struct {
	*bound
	row  Row
	item int    // of the list that the record goes through
	each string // its path; empty: the record is of the whole row
}

// cell is a cell of the row, or of the item of the list where the column is one
// of its.
func (e *env) cell(i int) Cell {
	if i >= len(e.row.Cells) {
		return Cell{}
	}
	c := e.row.Cells[i]
	if e.each == "" || !e.within(i) {
		return c
	}
	if e.item < len(c.Items) {
		return Cell{Text: c.Items[e.item]}
	}
	return Cell{}
}

// within tells whether a column belongs to the list that the record goes
// through.
func (e *env) within(i int) bool { return below(e.header(i), e.each) }

func below(header, list string) bool {
	return header == list || strings.HasPrefix(header, list) && strings.HasPrefix(header[len(list):], "[].")
}

// items is how many items the list of the record has in this row.
func (e *env) items() int {
	n := 0
	for i := range e.Header {
		if e.within(i) && i < len(e.row.Cells) {
			n = max(n, len(e.row.Cells[i].Items))
		}
	}
	return n
}

// said is the text of a column, blank where it says "not known".
func (e *env) said(i int, v *boundValue) string {
	text := e.cell(i).Text
	if e.unknown.has(text) || v != nil && v.unknown.has(text) {
		return ""
	}
	return text
}

// text is the text of a value; empty for a value that the plan does not have.
func (e *env) text(v *Value) string {
	if v == nil {
		return ""
	}
	b := e.of(v)
	text := v.Const
	if len(b.columns) == 1 {
		text = e.said(b.columns[0], b)
	} else if len(b.columns) > 1 {
		text = e.joined(v, b)
	}
	if text == "" {
		return v.Default
	}
	return b.replaced(text, v)
}

func (e *env) joined(v *Value, b *boundValue) string {
	var parts []string
	for _, c := range b.columns {
		if text := e.said(c, b); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, v.Join)
}

// replaced looks a text up in the table of values. One that it does not have
// becomes the default, where there is a table with one.
func (b *boundValue) replaced(text string, v *Value) string {
	to, ok := b.values[text]
	switch {
	case ok:
		return to
	case len(b.values) > 0 && v.Default != "":
		return v.Default
	}
	return text
}

// list is the texts of a value that may be several.
func (e *env) list(v *Value) []string {
	if v == nil {
		return nil
	}
	b := e.of(v)
	if len(b.columns) == 1 {
		if items := e.cell(b.columns[0]).Items; items != nil {
			return e.clean(items, v, b)
		}
	}
	if v.Split == "" || len(b.columns) != 1 {
		return e.clean([]string{e.text(v)}, v, nil)
	}
	return e.clean(strings.Split(e.said(b.columns[0], b), v.Split), v, b)
}

// clean trims the items of a list and leaves out blank ones and repetitions.
func (e *env) clean(items []string, v *Value, b *boundValue) []string {
	var list []string
	for _, text := range items {
		text = Trim(text)
		if e.unknown.has(text) || b != nil && b.unknown.has(text) {
			continue
		}
		if b != nil {
			text = b.replaced(text, v)
		}
		if text != "" && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if list == nil && v.Default != "" {
		return []string{v.Default}
	}
	return list
}

// holds tells whether all conditions hold.
func (e *env) holds(list []Condition) bool {
	for _, c := range list {
		text := e.said(e.column[c.Column], nil)
		in := slices.Contains(c.Values, e.cell(e.column[c.Column]).Text) || slices.Contains(c.Values, text)
		if len(c.Values) == 0 {
			in = text != ""
		}
		if in == c.Not {
			return false
		}
	}
	return true
}

// rest are the cells of some columns that the plan does not speak of, as
// attributes.
func (e *env) rest(some func(column int) bool) []data.Attribute {
	var list []data.Attribute
	for i := range e.row.Cells {
		if i < len(e.used) && e.used[i] || !some(i) {
			continue
		}
		if text := e.said(i, nil); text != "" {
			list = append(list, data.Attribute{Key: strings.TrimPrefix(e.header(i), e.each+"[]."), Value: text})
		}
	}
	return list
}
