package graphml

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// record is what nodes, edges, hyperedges and graphs have alike.
type record struct {
	*xmlread.Element
	class      string
	at         format.Place
	cells      []data.Cell // of columns of ours
	attributes []data.Attribute
	given      map[*key]bool // only where keys have defaults
	label      string        // drawn by yEd
	note       string        // of <desc>
}

// begin is a record without values yet. Attributes of the element that are not
// known are kept; those that only help a parser are not.
func (r *reader) begin(e *xmlread.Element, class string, known ...string) *record {
	to := &record{Element: e, class: class, at: format.Place{Line: e.Line}}
	if len(r.defaults) > 0 {
		to.given = map[*key]bool{}
	}
	for _, a := range e.Others(append(known, "id")...) {
		if !strings.HasPrefix(a.Name.Local, "parse.") {
			to.add(foreign+a.Name.Local, a.Value)
		}
	}
	return to
}

func (to *record) add(name, value string) {
	to.attributes = append(to.attributes, data.Attribute{Key: name, Value: value})
}

// part reads what any record may hold.
func (r *reader) part(c *xmlread.Element, to *record) error {
	switch c.Name {
	case "data":
		return r.data(c, to)
	case "desc":
		text, err := r.Text()
		to.note = strings.TrimSpace(text)
		return err
	}
	return r.unknown(c, to)
}

// data reads a value.
func (r *reader) data(e *xmlread.Element, to *record) error {
	k, err := r.keyOf(to.class, e.Attr("key"), e.Line)
	if err != nil {
		return err
	}
	tree, err := r.Tree(e)
	if err != nil {
		return err
	}
	if to.given != nil {
		to.given[k] = true
	}
	if limit := r.to.Options.Limits.Columns; len(to.attributes)+len(to.cells) >= limit {
		return r.Errorf("more than %d values of one %s", limit, to.class)
	}
	if len(tree.Children()) > 0 {
		r.nested(k, tree, to)
	} else {
		r.value(k, tree.Own(), to, e.Line)
	}
	return r.Cell()
}

// value keeps a value. igraph writes NaN for numbers that are missing.
func (r *reader) value(k *key, text string, to *record, line int) {
	at := format.Place{Line: line, Field: k.name, Value: text}
	number := k.typ == "double" || k.typ == "float"
	switch {
	case k.own || r.ours:
		if k.name != "label" && !(number && strings.EqualFold(text, "nan")) {
			to.cells = append(to.cells, data.Cell{Key: k.name, Text: text})
		}
		return
	case number && strings.EqualFold(text, "nan"):
		r.to.Say(data.Note, at, "NaN, no number: read as not given", "")
		return
	}
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if !columns.Fits(k.typ, text) {
		r.to.Say(data.Warning, at, "a value that is not of the type "+k.typ+": kept as it is", "")
	}
	to.add(k.name, text)
}

// finish gives a record the defaults of the keys that it has no value of.
func (r *reader) finish(to *record) {
	for _, k := range r.defaults {
		if !to.given[k] && (k.class == to.class || k.class == "all" && to.class != "graph") {
			r.value(k, k.fallback, to, to.Line)
		}
	}
}
