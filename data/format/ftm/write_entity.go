package ftm

import (
	"maps"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// put adds a value where the schema has the property and takes the value, and
// tells whether it did.
func (l *line) put(name, value string) bool {
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
	other := slices.ContainsFunc(e.Aliases, func(a data.Alias) bool { return a.Note == "name" })
	for _, name := range []string{lead, "name", "title", "fileName"} {
		first, required := name == lead, slices.Contains(l.schema.Required, name)
		switch {
		case l.schema.Property(name) == nil || slices.Contains(list, name):
		case !first && keyed(e.Attributes, name) || !first && !required && name == "name" && other:
		case required || e.Name != l.id && (first || name == "name" || l.schema.IsA("Document")):
			list = append(list, name)
		}
	}
	return list
}

func keyed(list []data.Attribute, key string) bool {
	return slices.ContainsFunc(list, func(a data.Attribute) bool { return a.Key == key })
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

// rests writes what evidence rests on: address and publisher of a source, and
// the document that stands for it.
func (w *writer) rests(l *line, evidence []data.Evidence) {
	for _, e := range evidence {
		s := w.sources[e.Source]
		if s == nil {
			continue
		}
		doc := w.byID[w.sourceIDs[s.ID]]
		if doc != nil && l.schema.has("proof") {
			l.add("proof", doc.id)
		}
		if !inDataset(s) {
			l.put("sourceUrl", s.URL)
			l.put("publisher", s.Publisher)
		}
	}
}

// finish puts beside the properties whatever they do not say.
func (w *writer) finish(e *data.Entity) {
	l := w.entities[e.ID]
	given, _ := w.made.entity(&l.record)
	if own := data.EntityID(format.Slug(l.id)); own == e.ID && l.id != string(own) {
		given.ID, given.Attributes = own, append(given.Attributes, data.Attribute{Key: "id", Value: l.id})
	}
	if e.Place != "" && slices.Contains(l.values("addressEntity"), w.ids[e.Place]) {
		l.links("addressEntity", w.ids[e.Place], nil)
	}
	if cells := differing(*e, given); len(cells) > 0 {
		l.beside = append(object{{"entity", ofCells(cells)}}, l.beside...)
		w.hidden(cells)
	}
	if k := w.kinds[e.Kind]; k != nil && ownKind(k) {
		w.define(l, "kinds", string(k.ID), k, data.Cells(*k))
	}
	w.cited(l, evidenceOf(e)...)
}

// evidenceOf are all lists of evidence of an entity.
func evidenceOf(e *data.Entity) [][]data.Evidence {
	lists := [][]data.Evidence{e.Evidence, e.DateEvidence}
	for _, a := range e.Aliases {
		lists = append(lists, a.Evidence)
	}
	for _, a := range e.Attributes {
		lists = append(lists, a.Evidence)
	}
	for _, s := range e.Stages {
		lists = append(lists, s.Evidence)
	}
	return lists
}

// links notes which relation a value of a property is; no cells: none of its own.
func (l *line) links(property, id string, cells []data.Cell) {
	i := slices.IndexFunc(l.beside, func(p pair) bool { return p.key == "links" })
	if i < 0 {
		i = len(l.beside)
		l.beside.set("links", object{})
	}
	all := l.beside[i].value.(object)
	j := slices.IndexFunc(all, func(p pair) bool { return p.key == property })
	if j < 0 {
		j = len(all)
		all.set(property, object{})
	}
	of := all[j].value.(object)
	of.set(id, ofCells(cells))
	all[j].value = of
	l.beside[i].value = all
}

// stage adds the event that shows a stage, and its link to the owner. Both are
// left aside when our own reader finds them: the owner holds the stage.
func (w *writer) stage(e *data.Entity, s *data.Stage) {
	id := w.ids[data.StageID(e.ID, s.Stage)]
	l := &line{record: record{id: id, word: "Event", schema: schemaNamed("Event")}}
	l.add("name", clipName(e.Name+": "+stageLabel(s)))
	l.dates(s.Date, nil)
	l.put("summary", s.Note)
	l.put("keywords", "stage")
	w.rests(l, s.Evidence)
	l.beside.set("stage_of", w.ids[e.ID])
	w.add(l)
	link := &line{record: record{id: w.taken.take(id + "--stage-of"), schema: schemaNamed("UnknownLink")}}
	link.add("subject", id)
	link.add("object", w.ids[e.ID])
	link.add("role", builtin("stage_of").Label)
	link.beside.set("stage_of", w.ids[e.ID])
	w.order = append(w.order, link)
}

func clipName(name string) string {
	if r := []rune(name); len(r) > 380 {
		return string(r[:380])
	}
	return name
}

// stageLabel are the words for a stage.
func stageLabel(s *data.Stage) string {
	if s.Label != "" {
		return s.Label
	}
	for _, n := range slices.Concat(data.LawStages, data.CaseStages) {
		if n.ID == s.Stage {
			return n.Label
		}
	}
	return strings.ReplaceAll(s.Stage, "-", " ")
}

// document adds a line for a source that has a title: a document that entities
// name as their proof. Files that were imported are none.
func (w *writer) document(s *data.Source) {
	if s.Title == "" || s.Title == s.URL || s.Title == s.File || s.Title == s.Publisher {
		return
	}
	l := &line{record: record{id: w.sourceIDs[s.ID], word: "Document", schema: schemaNamed("Document")}}
	for _, name := range []string{"fileName", "title"} {
		l.put(name, s.Title)
	}
	for _, a := range s.Authors {
		l.put("author", a)
	}
	l.put("publisher", s.Publisher)
	l.put("sourceUrl", s.URL)
	if start, _ := edges(s.Date); start != "" {
		l.put("publishedAt", start)
	}
	if code := iso3(s.Lang); code != "" {
		l.put("language", code)
	}
	l.put("keywords", "source")
	l.beside.set("source", ofCells(data.Cells(*s)))
	w.documents[l.id] = s
	w.add(l)
}

// dates writes a date into the properties of time that the schema has. A date
// that stands among the attributes, with its time of day perhaps, is not
// written twice.
func (l *line) dates(d edtf.Date, attributes []data.Attribute) {
	if d.IsZero() {
		return
	}
	s := l.schema
	start, end := edges(d)
	if len(s.Start) == 0 {
		return
	}
	lead := s.Start[0]
	if !d.IsInterval() {
		switch {
		case s.has("date"):
			lead = "date"
		case len(s.End) > 0 && s.Name == "Person":
			return // one date of a person is not said to be the birth
		}
		end = ""
	}
	l.edge(start, lead, s.Start, attributes)
	if len(s.End) > 0 {
		l.edge(end, s.End[0], s.End, attributes)
	}
}

func (l *line) edge(date, lead string, names []string, attributes []data.Attribute) {
	for _, a := range attributes {
		if date == "" || slices.Contains(names, a.Key) && strings.HasPrefix(a.Value, date) && validDate(a.Value) {
			return
		}
	}
	l.put(lead, date)
}
