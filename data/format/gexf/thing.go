package gexf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// thing is what nodes and edges have alike.
type thing struct {
	*xmlread.Element
	class   string
	at      format.Place
	cells   []data.Cell // of columns of ours
	values  []data.Attribute
	dynamic []dynamic
	spells  []spell
	viz     []data.Attribute
	extra   []data.Attribute // what GEXF does not know
	parents []string
	given   map[*attribute]bool // only where attributes have defaults
}

// dynamic is an attribute with values over time, each as "[start, end, value]".
type dynamic struct {
	key    string
	values []string
}

// thing reads a node or an edge with all that stands in it but nodes and edges,
// which nested reads; known are the attributes that GEXF has.
func (r *reader) thing(e *xmlread.Element, class string, known []string, nested func(*xmlread.Element) (bool, error)) (*thing, error) {
	t := &thing{Element: e, class: class, at: format.Place{Line: e.Line}}
	if len(r.models[class].filled) > 0 {
		t.given = map[*attribute]bool{}
	}
	r.spells(e, t)
	for _, a := range e.Others(known...) {
		t.extra = append(t.extra, data.Attribute{Key: foreign + a.Name.Local, Value: a.Value})
	}
	if _, err := r.Each(func(c *xmlread.Element) error { return r.part(c, t, nested) }); err != nil {
		return nil, err
	}
	for _, a := range r.models[class].filled {
		if !t.given[a] {
			t.value(a, a.fallback)
		}
	}
	return t, nil
}

// part reads what stands in a node or an edge.
func (r *reader) part(c *xmlread.Element, t *thing, nested func(*xmlread.Element) (bool, error)) error {
	switch strings.ToLower(c.Name) {
	case "attvalues", "spells", "slices", "parents":
		_, err := r.Each(func(c *xmlread.Element) error { return r.part(c, t, nested) })
		return err
	case "attvalue":
		return r.attvalue(c, t)
	case "spell", "slice":
		r.spells(c, t)
		return r.Cell()
	case "parent":
		t.parents = append(t.parents, c.Attr("for"))
		return r.Cell()
	case "color", "position", "size", "thickness", "shape":
		r.draw(c, t)
		return r.Cell()
	}
	if done, err := nested(c); done || err != nil {
		return err
	}
	return r.unknown(c, t)
}

// attvalue reads a value of an attribute. GEXF 1.0 and some programs write id
// where the others write for.
func (r *reader) attvalue(e *xmlread.Element, t *thing) error {
	id, value := e.Attr("for"), e.Attr("value")
	if id == "" {
		id = e.Attr("id")
	}
	if !e.Has("value") {
		text, err := r.Text()
		if err != nil {
			return err
		}
		value = strings.TrimSpace(text)
	}
	at := format.Place{Line: e.Line, Field: id, Value: value}
	a := r.models[t.class].byID[id]
	if a == nil {
		r.to.Say(data.Note, at, "a value of an attribute that the file does not declare: kept under its id", "")
		a = &attribute{key: id}
		r.models[t.class].byID[id] = a
		r.models[t.class].titles[id] = true
	}
	if wrong := a.wrong(value); wrong != "" {
		r.to.Say(data.Warning, at, wrong, "")
	}
	if limit := r.to.Options.Limits.Columns; len(t.values)+len(t.cells) >= limit || len(r.models[t.class].titles) > limit {
		return r.Errorf("more than %d values of one %s, or attributes", limit, t.class)
	}
	if t.given != nil {
		t.given[a] = true
	}
	if s := spellOf(e); s.any() {
		t.change(a, s, value)
	} else {
		t.value(a, value)
	}
	return r.Cell()
}

// value keeps a value that does not change.
func (t *thing) value(a *attribute, value string) {
	switch {
	case value == "":
	case a.own:
		t.cells = append(t.cells, data.Cell{Key: a.key, Text: value})
	default:
		t.values = append(t.values, data.Attribute{Key: a.key, Value: value})
	}
}

// change keeps a value that holds for some time.
func (t *thing) change(a *attribute, s spell, value string) {
	text := s.notation(value)
	for i := range t.dynamic {
		if t.dynamic[i].key == a.key {
			t.dynamic[i].values = append(t.dynamic[i].values, text)
			return
		}
	}
	t.dynamic = append(t.dynamic, dynamic{a.key, []string{text}})
}

// attributes are all that the file says of a thing beside what the model has a
// place for: values, values over time as GEXF 1.3 writes them, drawing.
func (t *thing) attributes() []data.Attribute {
	list := t.values
	for _, d := range t.dynamic {
		list = append(list, data.Attribute{Key: d.key, Value: fmt.Sprintf("<%s>", strings.Join(d.values, "; "))})
	}
	slices.SortStableFunc(t.viz, func(a, b data.Attribute) int {
		return cmp.Compare(slices.Index(vizOrder, a.Key), slices.Index(vizOrder, b.Key))
	})
	return append(append(list, t.extra...), t.viz...)
}

// vizOrder is the order in which the attributes of drawing are kept, whatever
// order a file has.
var vizOrder = []string{foreign + "color", foreign + "alpha", foreign + "x", foreign + "y", foreign + "z", foreign + "size", foreign + "thickness", foreign + "shape", foreign + "shape-uri"}
