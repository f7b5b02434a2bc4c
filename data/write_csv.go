package data

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"slices"
)

// maxDotted is how many columns of attributes or names a table may have; with
// more of them they stand as JSON in one.
const maxDotted = 200

// maxTable is how large a file of CSV grows before the next begins.
const maxTable = 48 << 20

// writeCSV writes a section as tables: the keys of the model as header, texts
// guarded from spreadsheets that would run them.
func writeCSV(create create, s *section, records []reflect.Value) error {
	t := newTableWriter(s, records)
	for nth := 1; len(records) > 0; nth++ {
		name := s.key + ".csv"
		if nth > 1 {
			name = fmt.Sprintf("%s-%d.csv", s.key, nth)
		}
		rows := t.file(records)
		w, err := create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(t.buffer.Bytes()); err != nil {
			return err
		}
		records = records[rows:]
	}
	return nil
}

type tableWriter struct {
	header []string
	column map[string]int
	whole  map[string]bool // keys whose dotted columns stand as JSON in one
	buffer bytes.Buffer
}

func newTableWriter(s *section, records []reflect.Value) *tableWriter {
	t := &tableWriter{column: map[string]int{}, whole: map[string]bool{}}
	dotted := t.columns(records)
	for _, f := range fieldsOf(s.elem) {
		columns := dotted[f.key]
		if mixed := slices.Contains(columns, f.key) && len(columns) > 1; mixed || len(columns) > maxDotted {
			t.whole[f.key] = true
		}
		if t.whole[f.key] {
			columns = []string{f.key}
		}
		for _, c := range columns {
			t.column[c] = len(t.header)
			t.header = append(t.header, c)
		}
	}
	return t
}

// columns are the columns of each key of the model, in the order in which the
// records first have them. Where a record has them in another order, which a
// table could not say, they stand whole.
func (t *tableWriter) columns(records []reflect.Value) map[string][]string {
	dotted := map[string][]string{}
	place, last := map[string]int{}, map[string]int{}
	for _, r := range records {
		clear(last)
		for _, f := range filled(r) {
			v := r.FieldByIndex(f.index)
			if !mayDot(v) { // one column, whatever it says
				if place[f.key] == 0 {
					place[f.key] = 1
					dotted[f.key] = []string{f.key}
				}
				continue
			}
			for _, c := range appendCells(nil, f.key, v) {
				if place[c.Key] == 0 {
					place[c.Key] = len(dotted[f.key]) + 1
					dotted[f.key] = append(dotted[f.key], c.Key)
				}
				if place[c.Key] < last[f.key] {
					t.whole[f.key] = true
				}
				last[f.key] = place[c.Key]
			}
		}
	}
	return dotted
}

// file fills the buffer with a table and says how many records it took.
func (t *tableWriter) file(records []reflect.Value) int {
	t.buffer.Reset()
	w := csv.NewWriter(&t.buffer)
	_ = w.Write(t.header) // a buffer takes everything
	row := make([]string, len(t.header))
	for i, r := range records {
		if w.Flush(); t.buffer.Len() > maxTable {
			return i
		}
		clear(row)
		for _, f := range filled(r) {
			v := r.FieldByIndex(f.index)
			if t.whole[f.key] {
				row[t.column[f.key]] = Guard(wholeCell(v))
				continue
			}
			for _, c := range appendCells(nil, f.key, v) {
				row[t.column[c.Key]] = Guard(c.Text)
			}
		}
		_ = w.Write(row)
	}
	w.Flush()
	return len(records)
}

// wholeCell is a map or list as JSON, whatever shorter form it could have.
func wholeCell(v reflect.Value) string {
	if v.Kind() == reflect.Map || v.Kind() == reflect.Slice {
		return compact(v)
	}
	return cellText(v)
}
