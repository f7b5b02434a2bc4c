package ftm

import (
	"net/url"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// maker turns records into our records. It looks at nothing but the record, so
// that the writer can ask what its own output will be read as.
type maker struct {
	options format.Options
	say     func(s data.Severity, at format.Place, what, hint string)
	nameOf  func(id string) string              // the caption of another record; may be nil
	kind    func(word string) data.KindID       // the kind for a word of the file
	source  func(id string) (data.Source, bool) // a document that is named as proof
	known   func(id string) bool                // whether the file describes an entity
}

// taking is a record while its properties find their places; what is left
// becomes attributes.
type taking struct {
	*record
	used uses // how many values of a property have found their place
}

// uses are few: a list is quicker than a map.
type uses []use

type use struct {
	name string
	n    int
}

func (u uses) of(name string) int {
	for i := range u {
		if u[i].name == name {
			return u[i].n
		}
	}
	return 0
}

// take uses up the first n values of a property.
func (t *taking) take(name string, n int) {
	for i := range t.used {
		if t.used[i].name == name {
			t.used[i].n = n
			return
		}
	}
	if n > 0 {
		t.used = append(t.used, use{name, n})
	}
}

// all are the values of a property, used up.
func (t *taking) all(name string) []string {
	v := t.values(name)
	t.take(name, len(v))
	return v
}

// rest are the values of a property that have found no place yet, used up.
func (t *taking) rest(name string) []string {
	done := t.used.of(name)
	return t.all(name)[done:]
}

// entity is the entity that a record says, without evidence and place, and the
// sources that it names.
func (m *maker) entity(r *record) (data.Entity, []data.Source) {
	t := &taking{record: r}
	e := data.Entity{ID: data.EntityID(r.id)}
	m.kindOf(t, &e)
	m.names(t, &e)
	e.Summary = first(t, "summary", "description", "notes")
	e.Date = m.date(t)
	for _, list := range []string{"keywords", "topics"} {
		m.tags(t, &e, list)
	}
	m.links(t, &e)
	sources := m.sources(t)
	e.Attributes = append(e.Attributes, m.attributes(t)...)
	return e, sources
}

// kindOf sets the kind, and keeps the schema where the kind does not tell it.
func (m *maker) kindOf(t *taking, e *data.Entity) {
	written := t.word
	if t.schema == nil {
		e.Kind = m.kind(t.word)
	} else {
		id, word := kindWord(t.schema)
		if word != "" {
			id = m.kind(word)
		}
		if k, ok := keywordKind(t.schema, t.first("keywords")); ok {
			id = k
			t.take("keywords", 1)
		}
		e.Kind = id
		written = t.schema.Name
	}
	if name, _ := defaultSchema(e.Kind); name != written && written != "" {
		e.Attributes = append(e.Attributes, data.Attribute{Key: "schema", Value: written})
	}
}

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

// first is the first text that one of the properties has. It is used up where
// it stands in the first of them alone; else it stays an attribute, too.
func first(t *taking, names ...string) string {
	for i, name := range names {
		left := t.values(name)[t.used.of(name):]
		if t.schema != nil && t.schema.Property(name) == nil || len(left) == 0 {
			continue
		}
		if i == 0 && !slices.ContainsFunc(names[1:], func(other string) bool { return t.first(other) == left[0] }) {
			t.take(name, 1)
		}
		return left[0]
	}
	return ""
}

// tags are keywords and topics. A keyword that reads like a topic stays an
// attribute, so that it is not written as one.
func (m *maker) tags(t *taking, e *data.Entity, list string) {
	for _, v := range t.rest(list) {
		if listed("topic", v) != (list == "topics") {
			e.Attributes = append(e.Attributes, data.Attribute{Key: list, Value: v})
		} else if !slices.Contains(e.Tags, v) {
			e.Tags = append(e.Tags, v)
		}
	}
}

// sourceProperties are addresses of sources, not of the thing.
var sourceProperties = []string{"sourceUrl", "publisherUrl", "alephUrl"}

// links are the addresses that are no sources.
func (m *maker) links(t *taking, e *data.Entity) {
	for _, p := range t.props {
		q := t.schema.Property(p.name)
		if q == nil || q.Type != "url" || slices.Contains(sourceProperties, p.name) {
			continue
		}
		for _, v := range t.all(p.name) {
			if webAddress(v) {
				e.Links = append(e.Links, data.Link{Label: q.Label, URL: v})
			} else {
				e.Attributes = append(e.Attributes, data.Attribute{Key: p.name, Value: v})
			}
		}
	}
}

func webAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// attributes are all values that have found no other place. Properties that
// name entities become relations, where the file describes those entities and
// the record is no relation itself.
func (m *maker) attributes(t *taking) []data.Attribute {
	var list []data.Attribute
	for _, p := range t.props {
		q := t.schema.Property(p.name)
		linked := q != nil && q.Type == "entity" && !t.isEdge()
		for _, v := range p.values[min(t.used.of(p.name), len(p.values)):] {
			if !linked || m.known != nil && !m.known(v) {
				list = append(list, data.Attribute{Key: p.name, Value: v})
			}
		}
	}
	return append(list, t.context...)
}
