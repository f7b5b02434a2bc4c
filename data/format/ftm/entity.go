package ftm

import (
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
