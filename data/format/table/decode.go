package table

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
)

// ReadMapping makes a Mapping of the documents of a YAML file. Every key that
// means nothing is an error with its place; all of them are said at once.
func ReadMapping(name string, documents []data.Value) (*Mapping, error) {
	d := &mappingReader{name: name}
	m := &Mapping{name: name}
	for _, doc := range documents {
		d.document(doc, m)
	}
	if len(m.Tables) == 0 && len(d.errs) == 0 {
		d.errs = append(d.errs, fmt.Errorf("%s: a mapping says what tables become: entities, relations, sources or tables are missing", name))
	}
	return m, errors.Join(d.errs...)
}

type mappingReader struct {
	name string
	at   data.Value // where the value stands that is read from a text of its own; absent: each knows its place
	errs []error
}

func (d *mappingReader) fail(v data.Value, what string, args ...any) {
	if d.at.Line() > 0 {
		v = d.at
	}
	d.errs = append(d.errs, fmt.Errorf("%s:%d:%d: %s", d.name, v.Line(), v.Column(), fmt.Sprintf(what, args...)))
}

// keys goes through a map and reports keys that mean nothing here.
func (d *mappingReader) keys(v data.Value, what string, known []string, visit func(key string, k, v data.Value)) {
	if v.Form() != data.Map {
		d.fail(v, "%s is a map of %s", what, strings.Join(known, ", "))
		return
	}
	for k, item := range v.Pairs() {
		if slices.Contains(known, k.Text()) {
			visit(k.Text(), k, item)
			continue
		}
		hint := "known: " + strings.Join(known, ", ")
		if near := data.Suggest(k.Text(), known); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		d.fail(k, "unknown key %q in %s (%s)", k.Text(), what, hint)
	}
}

var planKeys = []string{"table", "sheet", "header", "model", "skip", "leave_out", "entities", "relations", "sources"}

func (d *mappingReader) document(doc data.Value, m *Mapping) {
	whole := &Plan{at: doc}
	used := false
	d.keys(doc, "a mapping", append([]string{"unknown", "kinds", "predicates", "tables"}, planKeys...), func(key string, k, v data.Value) {
		switch key {
		case "unknown":
			m.Unknown = d.texts(v)
			if m.Unknown == nil {
				m.Unknown = []string{}
			}
		case "kinds":
			m.Kinds = append(m.Kinds, d.kinds(v)...)
		case "predicates":
			m.Predicates = append(m.Predicates, d.predicates(v)...)
		case "tables":
			for _, t := range v.Items() {
				p := &Plan{at: t}
				d.keys(t, "a table", planKeys, func(key string, k, v data.Value) { d.plan(p, key, k, v) })
				m.Tables = append(m.Tables, p)
			}
		default:
			used = true
			d.plan(whole, key, k, v)
		}
	})
	if used {
		m.Tables = append(m.Tables, whole)
	}
}

func (d *mappingReader) plan(p *Plan, key string, _, v data.Value) {
	switch key {
	case "table":
		p.Table = d.text(v)
	case "sheet":
		p.Sheet = d.text(v)
	case "header":
		p.Header = d.headerLine(v)
	case "model":
		if p.Model = d.text(v); !slices.Contains(modelSections(), p.Model) {
			d.fail(v, "unknown section %q of the model (known: %s)", p.Model, strings.Join(modelSections(), ", "))
		}
	case "skip":
		p.Skip = d.conditions(v)
	case "leave_out":
		p.LeaveOut = d.texts(v)
	case "entities":
		p.Entities = d.records(v, "an entity", entityKeys)
	case "relations":
		p.Relations = d.records(v, "a relation", linkKeys)
	case "sources":
		p.Sources = d.records(v, "a source", sourceKeys)
	}
}

func (d *mappingReader) headerLine(v data.Value) int {
	if v.Text() == "none" {
		return none
	}
	n, err := strconv.Atoi(d.text(v))
	if err != nil || n < 1 {
		d.fail(v, "header is the number of a line, or none; not %q", v.Text())
	}
	return n
}

func (d *mappingReader) text(v data.Value) string {
	if v.Form() != data.Scalar {
		d.fail(v, "a text is expected here")
	}
	return v.Text()
}

func (d *mappingReader) texts(v data.Value) []string {
	var list []string
	for _, item := range v.Items() {
		list = append(list, d.text(item))
	}
	return list
}

func (d *mappingReader) records(v data.Value, what string, known []string) []*Record {
	var list []*Record
	for _, item := range v.Items() {
		list = append(list, d.record(item, what, known))
	}
	return list
}

func (d *mappingReader) record(v data.Value, what string, known []string) *Record {
	r := &Record{Fields: map[string]*Value{}, at: v}
	d.keys(v, what, known, func(key string, _, v data.Value) {
		switch key {
		case "names":
			r.Names = d.named(v, "names")
		case "attributes":
			r.Attributes = d.named(v, "attributes")
		case "evidence":
			r.Evidence = d.evidence(v)
		case "when":
			r.When = d.conditions(v)
		case "each":
			r.Each = strings.TrimSuffix(d.text(v), "[]")
		case "once":
			r.Once = d.truth(v)
		default:
			r.Fields[key] = d.value(v, key)
		}
	})
	return r
}

// evidence is one place or several; a plain text is the column of the source.
func (d *mappingReader) evidence(v data.Value) []*Record {
	var list []*Record
	for _, item := range v.Items() {
		if item.Form() == data.Scalar {
			list = append(list, &Record{Fields: map[string]*Value{"source": d.value(item, "source")}, at: item})
			continue
		}
		list = append(list, d.record(item, "evidence", proofKeys))
	}
	return list
}

func (d *mappingReader) truth(v data.Value) bool {
	switch d.text(v) {
	case "true", "yes":
		return true
	case "false", "no":
	default:
		d.fail(v, "true or false is expected, not %q", v.Text())
	}
	return false
}

func (d *mappingReader) named(v data.Value, what string) []Named {
	if v.Form() != data.Map {
		d.fail(v, "%s is a map: each name with its column", what)
		return nil
	}
	var list []Named
	for k, item := range v.Pairs() {
		list = append(list, Named{k.Text(), d.value(item, what)})
	}
	return list
}

func (d *mappingReader) conditions(v data.Value) []Condition {
	var list []Condition
	for _, item := range v.Items() {
		c := Condition{at: item}
		d.keys(item, "a condition", []string{"column", "values", "not"}, func(key string, _, v data.Value) {
			switch key {
			case "column":
				c.Column, c.at = d.text(v), v
			case "values":
				c.Values = d.texts(v)
			case "not":
				c.Values, c.Not = d.texts(v), true
			}
		})
		list = append(list, c)
	}
	return list
}
