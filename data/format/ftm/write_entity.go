package ftm

import (
	"maps"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// put adds a value where the schema has the property and takes the value, and
// tells whether it did. Blanks at its ends are for redthread only.
func (l *line) put(name, value string) bool {
	value = strings.TrimSpace(value)
	if p := l.schema.Property(name); p == nil || p.Stub || p.Type == "entity" || !p.valid(value) {
		return false
	}
	l.add(name, value)
	return true
}

// entity fills the line of an entity, but for the properties that relations
// add.
func (w *writer) entity(e *data.Entity) {
	l := w.entities[e.ID]
	w.names(l, e)
	l.text(e.Summary, e.Attributes, "summary", "description", "notes")
	l.dates(e.Date, e.Attributes)
	if _, keyword := defaultSchema(e.Kind); keyword && l.schema.has("keywords") {
		l.put("keywords", string(e.Kind))
	}
	for _, t := range e.Tags {
		if p := "keywords"; !listed("topic", t) || !l.put("topics", t) {
			l.put(p, t)
		}
	}
	for _, link := range e.Links {
		for _, p := range l.schema.linked() {
			if p.Label == link.Label {
				l.put(p.Name, link.URL)
			}
		}
	}
	l.attributes(e.Attributes)
	w.rests(l, e.Evidence)
	if p := w.entities[e.Place]; p != nil && p.schema.IsA("Address") && l.schema.has("addressEntity") {
		l.add("addressEntity", p.id)
	}
}

// text writes a text into the first of some properties, unless the first
// attribute of those behind it says the same: then it was read from there.
func (l *line) text(text string, attributes []data.Attribute, names ...string) {
	for _, name := range names {
		for _, a := range attributes {
			if a.Key != name || !l.schema.has(name) {
				continue
			}
			if a.Value != text {
				l.put(names[0], text)
			}
			return
		}
	}
	l.put(names[0], text)
}

func hasAttribute(list []data.Attribute, key, value string) bool {
	return slices.ContainsFunc(list, func(a data.Attribute) bool { return a.Key == key && a.Value == value })
}

// linked are the properties that hold addresses of the thing.
func (s *Schema) linked() []*Property {
	var list []*Property
	for _, name := range slices.Sorted(maps.Keys(s.all)) {
		if p := s.all[name]; p.Type == "url" && !slices.Contains(sourceProperties, name) {
			list = append(list, p)
		}
	}
	return list
}

// attributes writes those whose key is a property, or a key that other tools
// know.
func (l *line) attributes(list []data.Attribute) {
	for _, a := range list {
		switch {
		case a.Key == "schema" || a.Key == "id":
		case contextKeys[a.Key]:
			l.context = append(l.context, data.Attribute{Key: a.Key, Value: a.Value})
		default:
			l.put(a.Key, a.Value)
		}
	}
}
