package ftm

import (
	"maps"
	"slices"

	"github.com/redthread/redthread/data"
)

// names writes the name into the property that the model names entities by,
// and into those that it requires.
func (w *writer) names(l *line, e *data.Entity) {
	if named(l.schema) {
		for _, name := range l.nameProperties(e) {
			l.put(name, e.Name)
		}
		for _, lang := range slices.Sorted(maps.Keys(e.Names)) {
			l.put("name", e.Names[lang])
		}
	}
	notes := map[string]string{"name": "name", "weak alias": "weakAlias", "previous name": "previousName"}
	for _, a := range e.Aliases {
		if name, ok := notes[a.Note]; ok {
			l.put(name, a.Text)
		} else {
			l.put("alias", a.Text)
		}
	}
}

// nameProperties are where a name belongs: where the model looks first, and
// where people look. A thing that had no name is called by its id, which is
// written only where the model requires a name.
func (l *line) nameProperties(e *data.Entity) []string {
	var list []string
	lead := l.schema.lead()
	for _, name := range []string{lead, "name", "title", "fileName"} {
		first, required := name == lead, slices.Contains(l.schema.Required, name)
		switch {
		case l.schema.Property(name) == nil || slices.Contains(list, name):
		case !first && keyed(e.Attributes, name):
		case required || e.Name != l.id && (first || name == "name" || l.schema.IsA("Document")):
			list = append(list, name)
		}
	}
	return list
}

func keyed(list []data.Attribute, key string) bool {
	return slices.ContainsFunc(list, func(a data.Attribute) bool { return a.Key == key })
}
