package data

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// table is a CSV file: one kind of record, its keys in the header. A dotted
// header reaches into a map: names.zh-Hans, attributes.verdict.
type table struct {
	file    *file
	section *section
	columns [][]string // the keys that lead to each column's value; nil: a column not known, reported and left out
}

// maxColumns bounds a header.
const maxColumns = 1000

// csv reads a table, a row at a time.
func (r *reader) csv(f *file) bool {
	f.table = true
	if !r.rowsBounded(f) {
		return false
	}
	rows := newRows(f.data)
	header, err := rows.Read()
	if err == io.EOF {
		r.of(f.name, Error, "the first row names the keys", "an empty table")
		return false
	}
	if err != nil {
		return r.csvError(f, err)
	}
	t := &table{file: f}
	if !r.header(t, header, rows) {
		return false
	}
	return r.rows(t, rows)
}

func newRows(data []byte) *csv.Reader {
	rows := csv.NewReader(bytes.NewReader(data))
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	return rows
}

// rowsBounded refuses a row that goes on and on: mostly a quote not closed.
func (r *reader) rowsBounded(f *file) bool {
	start, quoted := 0, false
	for i, c := range f.data {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\n' && !quoted:
			start = i + 1
		case i-start > maxRow:
			r.at(f.spot(start), Error, "", "close the quote, or shorten the row", "a row of more than %d bytes", maxRow)
			return false
		}
	}
	return true
}

// csvError reports what encoding/csv could not read.
func (r *reader) csvError(f *file, err error) bool {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		r.of(f.name, Error, "", "cannot be read: %v", err)
		return false
	}
	hint := "a cell with a comma or a quote stands in quotes, a quote within it is doubled"
	r.at(f.mark(parse.Line, parse.Column), Error, "", hint, "CSV: %v", parse.Err)
	return false
}

// header finds out what the columns mean.
func (r *reader) header(t *table, header []string, rows *csv.Reader) bool {
	names := make([]string, len(header))
	first := map[string]bool{}
	ok := true
	wrong := func(i int, hint, format string, args ...any) {
		ok = false
		r.at(t.file.cell(rows, i), Error, header[i], hint, "header: "+format, args...)
	}
	for i, h := range header {
		switch names[i] = strings.TrimSpace(h); {
		case i >= maxColumns:
			wrong(i, "", "more than %d columns", maxColumns)
			return false
		case names[i] == "":
			wrong(i, "name the column, or remove it", "column %d has no name", i+1)
		case first[names[i]]:
			wrong(i, "keep one", "column %s stands twice", quote(names[i]))
		}
		first[names[i]] = true
		t.columns = append(t.columns, strings.Split(names[i], "."))
	}
	for i, keys := range t.columns {
		if len(keys) > 1 && first[keys[0]] {
			wrong(i, "keep one", "%s and %s cannot stand side by side", quote(keys[0]), quote(names[i]))
		}
	}
	if !ok {
		return false
	}
	t.section = tableSection(t.file.name, t.columns)
	if t.section == nil {
		hint := "name the file after what it holds: entities.csv, relations.csv, sources.csv, ..."
		if len(header) == 1 && strings.ContainsAny(header[0], ";\t|") {
			hint = "separate the cells with commas"
		}
		r.at(t.file.mark(1, 1), Error, strings.Join(header, ","), hint, "the header does not say what the table holds")
		return false
	}
	return r.columnsKnown(t, rows)
}

// columnsKnown reports columns that the section does not have, once for all
// rows, and leaves them out: the rest of the rows is read. It is false when what
// remains lacks what makes a record.
func (r *reader) columnsKnown(t *table, rows *csv.Reader) bool {
	known := keysOf(t.section.input)
	kept := map[string]bool{}
	for i, keys := range t.columns {
		if slices.Contains(known, keys[0]) {
			kept[keys[0]] = true
			continue
		}
		n := t.file.cell(rows, i)
		n.text = keys[0]
		r.record = "header: "
		r.unknownKey(n, "", known)
		t.columns[i] = nil
	}
	return !slices.ContainsFunc(t.columns, func(c []string) bool { return c == nil }) || !slices.ContainsFunc(append([]string{"id"}, t.section.need...), func(key string) bool {
		return slices.Contains(known, key) && !kept[key] && (key != "id" || t.section.key != "relations")
	})
}

// tableSection tells by the file's name, else by its header, what a table
// holds: of the sections whose needed keys are all there, the first that knows
// the most columns, and at least two in three.
func tableSection(name string, columns [][]string) *section {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	if s := sectionNamed(strings.ReplaceAll(stem, "-", "_")); s != nil {
		return s
	}
	keys := map[string]bool{}
	for _, c := range columns {
		keys[c[0]] = true
	}
	var best *section
	least := len(columns)/3 + 1
	for i := range sections {
		s := &sections[i]
		known := keysOf(s.input)
		foreign := 0
		for _, c := range columns {
			if !slices.Contains(known, c[0]) {
				foreign++
			}
		}
		missing := slices.ContainsFunc(s.need, func(key string) bool { return !keys[key] })
		if !missing && foreign < least {
			best, least = s, foreign
		}
	}
	return best
}

func (r *reader) rows(t *table, rows *csv.Reader) bool {
	offset, line := rows.InputOffset(), int32(1)
	line += int32(bytes.Count(t.file.data[:offset], []byte("\n")))
	for {
		cells, err := rows.Read()
		if err == io.EOF {
			return true
		}
		if err != nil {
			return r.csvError(t.file, err)
		}
		if r.hopeless() {
			return false
		}
		from := row{t, offset, line}
		end := rows.InputOffset()
		line += int32(bytes.Count(t.file.data[offset:end], []byte("\n")))
		offset = end
		if blankRow(cells) {
			continue
		}
		if n := len(cells); n != len(t.columns) && !(n > len(t.columns) && blankRow(cells[len(t.columns):])) {
			r.at(t.file.cell(rows, 0), Error, "", "count the commas; a cell with a comma stands in quotes", "the row has %d cells, the header %d", n, len(t.columns))
			continue
		}
		r.entry(t.section, t.tree(cells, rows, 0), from)
	}
}

func blankRow(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// tree makes a record of the cells; empty ones say nothing. Lines are counted
// from the one where the reader began.
func (t *table) tree(cells []string, rows *csv.Reader, before int32) *node {
	root := t.file.cellAt(rows, 0, before)
	root.form = object
	for i, keys := range t.columns {
		text := Unguard(cells[i])
		if text == "" || keys == nil {
			continue
		}
		cell := t.file.cellAt(rows, i, before)
		at := root
		for _, key := range keys[:len(keys)-1] {
			at = at.child(key, cell)
		}
		value := *cell
		value.form, value.text = scalar, strings.Clone(text)
		at.items = append(at.items, named(cell, keys[len(keys)-1]), &value)
	}
	return root
}

// child is the map under a key, made where there is none.
func (n *node) child(key string, cell *node) *node {
	if v := n.value(key); v != nil {
		return v
	}
	v := *cell
	v.form = object
	n.items = append(n.items, named(cell, key), &v)
	return &v
}

func named(cell *node, key string) *node {
	k := *cell
	k.form, k.text = scalar, key
	return &k
}

// cell is a bare node at a cell of the row just read.
func (f *file) cell(rows *csv.Reader, i int) *node { return f.cellAt(rows, i, 0) }

func (f *file) cellAt(rows *csv.Reader, i int, before int32) *node {
	line, col := rows.FieldPos(i)
	line += int(before)
	if text := f.line(line); col > 1 && col-1 <= len(text) {
		col = 1 + utf8.RuneCount(text[:col-1])
	}
	return f.mark(line, col)
}

// row is the origin of a record of a table: it is read again when asked for,
// so that a million rows keep no trees.
type row struct {
	table  *table
	offset int64
	line   int32 // at the offset
}

func (w row) root() *node {
	end := min(len(w.table.file.data), int(w.offset)+2*maxRow)
	rows := newRows(w.table.file.data[w.offset:end])
	cells, err := rows.Read()
	if err != nil || len(cells) < len(w.table.columns) {
		return w.table.file.mark(int(w.line), 1)
	}
	return w.table.tree(cells, rows, w.line-1)
}
