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
	index   map[string]int     // of props by name, where there are many
	context []data.Attribute   // keys beside id, schema and properties
	beside  map[data.Cell]bool // of context, where there is much
	kept    kept               // what stands under "redthread"
}

// few is how many things are found quicker without a map.
const few = 16

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
	i := r.find(name)
	if i < 0 {
		i = len(r.props)
		r.props = append(r.props, prop{name: name})
		if r.index != nil {
			r.index[name] = i
		} else if len(r.props) > few {
			r.index = map[string]int{}
			for j, p := range r.props {
				r.index[p.name] = j
			}
		}
	}
	r.props[i].add(value)
}

// find is the place of a property among those of the record; -1 without it.
func (r *record) find(name string) int {
	if r.index != nil {
		if i, ok := r.index[name]; ok {
			return i
		}
		return -1
	}
	return slices.IndexFunc(r.props, func(p prop) bool { return p.name == name })
}

// addContext adds a value beside the properties, unless it stands there.
func (r *record) addContext(c data.Attribute) {
	if r.beside == nil {
		r.beside = map[data.Cell]bool{}
		for _, o := range r.context {
			r.beside[data.Cell{Key: o.Key, Text: o.Value}] = true
		}
	}
	if key := (data.Cell{Key: c.Key, Text: c.Value}); !r.beside[key] {
		r.beside[key] = true
		r.context = append(r.context, c)
	}
}

func (p *prop) add(value string) {
	if len(p.values) < few {
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
	if i := r.find(name); i >= 0 {
		return r.props[i].values
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
