package ftm

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// record is an entity of FollowTheMoney, its fragments joined.
type record struct {
	id      string
	word    string  // the schema as written
	schema  *Schema // nil: the model has none of this name
	at      format.Place
	props   []prop
	context []data.Attribute // keys beside id, schema and properties
	kept    kept             // what stands under "redthread"
}

// prop is a property and its values, in the order of the file, each once.
type prop struct {
	name   string
	values []string
	seen   map[string]bool // of values, where there are many
}

// field is a key of a JSON map with its value.
type field struct {
	key   string
	value data.Value
}

func fieldsOf(v data.Value) []field {
	var list []field
	for k, item := range v.Pairs() {
		list = append(list, field{k.Text(), item})
	}
	return list
}

func find(fields []field, key string) (data.Value, bool) {
	i := slices.IndexFunc(fields, func(f field) bool { return f.key == key })
	if i < 0 {
		return data.Value{}, false
	}
	return fields[i].value, true
}

// add adds a value to a property, unless it stands there.
func (r *record) add(name, value string) {
	i := slices.IndexFunc(r.props, func(p prop) bool { return p.name == name })
	if i < 0 {
		i = len(r.props)
		r.props = append(r.props, prop{name: name})
	}
	r.props[i].add(value)
}

func (p *prop) add(value string) {
	if len(p.values) < 16 {
		if !slices.Contains(p.values, value) {
			p.values = append(p.values, value)
		}
		return
	}
	if p.seen == nil {
		p.seen = map[string]bool{}
		for _, v := range p.values {
			p.seen[v] = true
		}
	}
	if !p.seen[value] {
		p.seen[value] = true
		p.values = append(p.values, value)
	}
}

// values are those of a property.
func (r *record) values(name string) []string {
	for _, p := range r.props {
		if p.name == name {
			return p.values
		}
	}
	return nil
}

// first is the first value of a property; empty without one.
func (r *record) first(name string) string {
	if v := r.values(name); len(v) > 0 {
		return v[0]
	}
	return ""
}

// isEdge tells whether the record is a relation.
func (r *record) isEdge() bool { return r.schema != nil && r.schema.Edge != nil }

// sort is what the record was, for the report.
func (r *record) sort() string {
	switch {
	case r.schema != nil:
		return r.schema.Name
	case r.word != "":
		return r.word
	}
	return "entity without schema"
}
