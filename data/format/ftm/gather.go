package ftm

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// gather holds the records of a file until all fragments are joined: a
// fragment may stand anywhere, and ends behind the relations that name them.
type gather struct {
	to    *format.Builder
	name  string // of the file
	byID  map[string]*record
	order []*record
	back  []backwards
	read  int
	made  maker
	kinds map[string]data.KindID          // of entities, by foreign id
	moved map[data.SourceID]data.SourceID // sources whose id was taken
	terms map[data.PredicateID]bool       // predicates that were defined
	rests map[string][]data.Evidence      // of entities, by foreign id
	have  map[data.KindID]bool            // kinds that were defined
	also  map[string]string               // ids that were joined in one, by "referents"
}

// backwards is a reference written at its wrong end: a person's "ownershipOwner"
// names the ownership, whose "owner" should name the person.
type backwards struct {
	at             format.Place
	from, prop, to string // the property of from is to hold to
}

func newGather(to *format.Builder, name string) *gather {
	g := &gather{to: to, name: name, byID: map[string]*record{}, kinds: map[string]data.KindID{},
		moved: map[data.SourceID]data.SourceID{}, terms: map[data.PredicateID]bool{}, rests: map[string][]data.Evidence{}, also: map[string]string{}, have: map[data.KindID]bool{}}
	g.made = maker{options: to.Options, say: to.Say, nameOf: g.nameOf, kind: kindNamed, source: g.document, known: g.described}
	return g
}

// top takes a record from the top of the file.
func (g *gather) top(fields []field, v data.Value, line int) error {
	at := format.Place{Line: line}
	if _, ok := find(fields, "canonical_id"); ok {
		if _, ok := find(fields, "prop"); ok {
			return fmt.Errorf("%s:%d: %w", g.name, line, errStatements)
		}
	}
	if len(fields) == 0 {
		g.to.Read(1)
		at.Value = v.JSON()
		g.to.LeftOut("line", at, "no entity: id, schema and properties are missing", "")
		return nil
	}
	_, err := g.take(fields, at)
	return err
}

// take reads a record and those nested in it, and gives its id.
func (g *gather) take(fields []field, at format.Place) (string, error) {
	if kept, ok := find(fields, "redthread"); !ok || kept.Key("source").Form() == data.Absent && kept.Key("stage_of").Form() == data.Absent {
		g.to.Read(1) // sources and stages are parts of the entities that name them
	}
	if g.read++; g.read > g.to.Options.Limits.Records {
		return "", fmt.Errorf("%s:%d: more than %d entities", g.name, at.Line, g.to.Options.Limits.Records)
	}
	r := &record{at: at}
	for _, f := range fields {
		switch f.key {
		case "id":
			r.id = strings.TrimSpace(f.value.Text())
		case "schema":
			r.word = strings.TrimSpace(f.value.Text())
		}
	}
	if r.id == "" {
		g.to.LeftOut(r.sort(), at, "it has no id", "")
		return "", nil
	}
	r.schema = schemaNamed(r.word)
	r.at.Field = ""
	for _, f := range fields {
		if err := g.field(r, f); err != nil {
			return "", err
		}
	}
	g.join(r)
	return r.id, nil
}

func (g *gather) field(r *record, f field) error {
	switch f.key {
	case "id", "schema":
	case "redthread":
		r.kept = readKept(f.value)
	case "properties":
		for k, v := range f.value.Pairs() {
			if err := g.property(r, k.Text(), v); err != nil {
				return err
			}
		}
	default:
		for _, item := range f.value.Items() {
			if text := plain(item); text != "" {
				r.context = append(r.context, data.Attribute{Key: f.key, Value: text})
			}
		}
	}
	return nil
}

// plain is a value as text: scalars as written, the rest as JSON.
func plain(v data.Value) string {
	switch v.Form() {
	case data.Absent:
		return ""
	case data.Scalar:
		return strings.TrimSpace(v.Text())
	}
	return v.JSON()
}

func (g *gather) property(r *record, name string, v data.Value) error {
	p := r.schema.Property(name)
	for _, item := range v.Items() {
		text := plain(item)
		if id, ok := find(fieldsOf(item), "id"); ok && id.Form() == data.Scalar && (p == nil || p.Type == "entity") {
			text = strings.TrimSpace(id.Text())
			if _, ok := find(fieldsOf(item), "schema"); ok {
				at := format.Place{Line: r.at.Line, At: fmt.Sprintf("line %d, %s of %q", r.at.Line, name, r.id)}
				if _, err := g.take(fieldsOf(item), at); err != nil {
					return err
				}
			}
		}
		switch {
		case text == "":
		case p != nil && p.Stub:
			at := r.at
			at.Field = name
			g.back = append(g.back, backwards{at, text, p.Reverse, r.id})
		default:
			r.add(name, text)
		}
	}
	return nil
}

// join adds a record, or unites it with the fragments of its id.
func (g *gather) join(r *record) {
	old := g.byID[r.id]
	if old == nil {
		g.byID[r.id] = r
		g.order = append(g.order, r)
		return
	}
	at := r.at
	at.Value = r.id
	switch s := common(old.schema, r.schema); {
	case s != nil:
		old.schema, old.word = s, s.Name
	case old.schema == nil && r.schema != nil:
		old.schema, old.word = r.schema, r.word
	case r.word != old.word && r.word != "":
		at.Field = "schema"
		g.to.Say(data.Warning, at, "fragments of one id have schemata that exclude each other: the first one stays", "")
	}
	g.to.Say(data.Note, format.Place{Line: r.at.Line, Value: r.id}, "fragments of one id became one", "")
	for _, p := range r.props {
		for _, v := range p.values {
			old.add(p.name, v)
		}
	}
	for _, c := range r.context {
		old.addContext(c)
	}
	if old.kept.empty() {
		old.kept = r.kept
	}
}

// described tells whether a relation may end at an id: the file describes an
// entity of it, or placeholders are wanted.
func (g *gather) described(id string) bool {
	if in, ok := g.also[id]; ok && g.byID[id] == nil {
		id = in
	}
	r := g.byID[id]
	return r != nil && !r.isEdge() || r == nil && g.to.Options.Placeholders
}

// turn puts references that were written at their wrong end to the right one.
func (g *gather) turn() {
	for _, b := range g.back {
		at := b.at
		at.Value = b.from
		switch r := g.byID[b.from]; {
		case r == nil:
			g.to.Say(data.Warning, at, "the file does not describe what a property names", "")
		case !r.schema.has(b.prop):
			g.to.Say(data.Warning, at, "what a property names has no property that leads back", "")
		default:
			r.add(b.prop, b.to)
		}
	}
}
