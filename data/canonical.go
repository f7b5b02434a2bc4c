package data

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// WriteJSON writes the canonical form: one JSON value, keys in the order of
// the model, records by id, two spaces of indentation, what is empty left out,
// kinds and predicates only where they differ from the built-in ones. Reading
// it and writing it again gives the same bytes.
func WriteJSON(w io.Writer, ds *Dataset) error {
	var b bytes.Buffer
	p := printer{&b, 0}
	p.dataset(ds)
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// canonicalRecord is one record in the canonical form, to compare records.
func canonicalRecord(v reflect.Value) []byte {
	var b bytes.Buffer
	p := printer{&b, 0}
	p.value(v)
	return b.Bytes()
}

// printer writes indented JSON.
type printer struct {
	*bytes.Buffer
	depth int
}

// lines writes n items between brackets, one a line.
func (p *printer) lines(open, end byte, n int, item func(i int)) {
	p.WriteByte(open)
	p.depth++
	for i := range n {
		if i > 0 {
			p.WriteByte(',')
		}
		p.newline()
		item(i)
	}
	p.depth--
	if n > 0 {
		p.newline()
	}
	p.WriteByte(end)
}

func (p *printer) newline() {
	p.WriteByte('\n')
	for range p.depth {
		p.WriteString("  ")
	}
}

func (p *printer) key(key string) {
	p.text(key)
	p.WriteString(": ")
}

// text writes a JSON string. Only what JSON requires is escaped, and the two
// line separators that JavaScript once did not take.
func (p *printer) text(s string) {
	e := json.NewEncoder(p.Buffer)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string into a buffer cannot fail
	p.Truncate(p.Len() - 1)
}

func (p *printer) dataset(ds *Dataset) {
	type part struct {
		key   string
		write func()
	}
	parts := []part{{"redthread", func() { p.WriteByte('1') }}}
	if heading := reflect.ValueOf(*ds); len(filled(heading)) > 0 {
		parts = append(parts, part{"dataset", func() { p.value(heading) }})
	}
	for i := range sections {
		s := &sections[i]
		parts = append(parts, part{s.key, func() { p.section(s, ds) }})
	}
	p.lines('{', '}', len(parts), func(i int) {
		p.key(parts[i].key)
		parts[i].write()
	})
}

func (p *printer) section(s *section, ds *Dataset) {
	records := own(s, ds)
	p.lines('[', ']', len(records), func(i int) {
		if builtin(s, idOf(records[i])).IsValid() {
			p.fields(records[i], fieldsOf(s.elem)) // what is empty may have been emptied
			return
		}
		p.value(records[i])
	})
}

// own are the records of a section in canonical order, without the built-in.
func own(s *section, ds *Dataset) []reflect.Value {
	slice := s.slice(ds)
	records := make([]reflect.Value, 0, slice.Len())
	for i := range slice.Len() {
		v := slice.Index(i)
		if b := builtin(s, idOf(v)); b.IsValid() && bytes.Equal(canonicalRecord(b), canonicalRecord(v)) {
			continue
		}
		records = append(records, v)
	}
	if s.key != "story" {
		if order := func(a, b reflect.Value) int { return strings.Compare(idOf(a), idOf(b)) }; !slices.IsSortedFunc(records, order) {
			slices.SortStableFunc(records, order)
		}
	}
	return records
}

func (p *printer) value(v reflect.Value) {
	switch {
	case v.Type() == dateType:
		p.text(v.Interface().(edtf.Date).String())
	case v.Kind() == reflect.String:
		p.text(v.String())
	case v.Kind() == reflect.Int:
		p.WriteString(strconv.FormatInt(v.Int(), 10))
	case v.Kind() == reflect.Bool:
		p.WriteString(strconv.FormatBool(v.Bool()))
	case v.Kind() == reflect.Map:
		p.texts(v.Interface().(map[string]string))
	case v.Kind() == reflect.Slice:
		p.lines('[', ']', v.Len(), func(i int) { p.value(v.Index(i)) })
	default:
		p.fields(v, filled(v))
	}
}

func (p *printer) fields(v reflect.Value, fields []*field) {
	p.lines('{', '}', len(fields), func(i int) {
		p.key(fields[i].key)
		p.value(v.FieldByIndex(fields[i].index))
	})
}

func (p *printer) texts(m map[string]string) {
	keys := slices.Sorted(maps.Keys(m))
	p.lines('{', '}', len(keys), func(i int) {
		p.key(keys[i])
		p.text(m[keys[i]])
	})
}

// filled are the fields of a record that are not empty.
func filled(v reflect.Value) []*field {
	fields := fieldsOf(v.Type())
	out := make([]*field, 0, len(fields))
	for _, f := range fields {
		if x := v.FieldByIndex(f.index); !empty(x) {
			out = append(out, f)
		}
	}
	return out
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		if v.Type() == dateType {
			return v.Interface().(edtf.Date).IsZero()
		}
		return false
	}
	return v.IsZero()
}
