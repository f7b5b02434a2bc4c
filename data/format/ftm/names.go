package ftm

import (
	"github.com/redthread/redthread/data"
)

// named tells whether entities of a schema have a name of their own; others
// are called by what they are about.
func named(s *Schema) bool { return s == nil || s.Property("name") != nil }

// names sets name and aliases.
func (m *maker) names(t *taking, e *data.Entity) {
	e.Name = m.caption(t)
	if t.used.of("fileName") > 0 {
		titled(t, e.Name)
	}
	for _, l := range []struct{ property, note string }{{"name", "name"}, {"alias", ""}, {"weakAlias", "weak alias"}, {"previousName", "previous name"}} {
		if t.schema != nil && t.schema.Property(l.property) == nil {
			continue
		}
		for _, text := range t.rest(l.property) {
			if l.property == "name" && text == e.Name && t.schema != nil && t.used.of(t.schema.lead()) > 0 {
				continue // our writer repeats the name of a document or a place
			}
			e.Aliases = append(e.Aliases, data.Alias{Text: text, Note: l.note})
		}
	}
}

// titled uses up the title of a document that is its name, too.
func titled(t *taking, name string) {
	if t.schema.IsA("Document") && t.first("title") == name {
		t.take("title", 1)
	}
}

// caption is the name by the model's own rule: the first property of its list
// that has a value. Only the best of them is used up by it.
func (m *maker) caption(t *taking) string {
	list := []string{"name"}
	if t.schema != nil {
		list = t.schema.Caption
	}
	for i, name := range list {
		v := t.values(name)
		if len(v) == 0 {
			continue
		}
		if (i == 0 || name == "name") && named(t.schema) {
			t.take(name, 1)
		}
		return v[0]
	}
	if name := t.first("name"); name != "" {
		t.take("name", 1)
		return name
	}
	return m.about(t.record)
}

// about names a thing without a name by the first other thing that it names.
func (m *maker) about(r *record) string {
	if named(r.schema) || m.nameOf == nil {
		return r.id
	}
	for _, p := range r.props {
		if q := r.schema.Property(p.name); q != nil && q.Type == "entity" {
			if name := m.nameOf(p.values[0]); name != "" {
				return r.schema.Label + ": " + name
			}
		}
	}
	return r.schema.Label + " " + r.id
}
