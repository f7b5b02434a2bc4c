package graphml

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// drawn are the keys by which yEd says how it draws.
var drawn = []string{"nodegraphics", "edgegraphics", "portgraphics", "portgeometry", "portuserdata"}

// nested keeps a value that holds elements. Of what yEd draws the label is read,
// and place, size, colour and shape are kept; of a text with markup the text.
func (r *reader) nested(k *key, t *xmlread.Tree, to *record) {
	first := t.Children()[0]
	at := format.Place{Line: t.Line, Field: k.name, Value: first.Name}
	switch {
	case slices.Contains(drawn, k.name) || strings.Contains(first.Space, "yworks.com"):
		r.drawing(t, to)
		r.to.Say(data.Note, at, "drawing of yEd: label, place, size, colour and shape are read, the rest is left out", "")
	case strings.TrimSpace(t.Own()) != "":
		r.value(k, t.Plain(), to, t.Line)
		r.to.Say(data.Note, at, "a text with markup: the text is kept", "")
	default:
		to.add(k.name, t.JSON())
	}
}

// drawing reads what a person would miss of a drawing.
func (r *reader) drawing(t *xmlread.Tree, to *record) {
	for _, name := range []string{"NodeLabel", "EdgeLabel"} {
		for _, text := range labels(t, name) {
			if to.label == "" {
				to.label = text
			} else {
				to.add("yed:label", text)
			}
		}
	}
	for _, d := range []struct{ element, attribute, name string }{
		{"Geometry", "x", "x"}, {"Geometry", "y", "y"}, {"Geometry", "width", "width"}, {"Geometry", "height", "height"},
		{"Fill", "color", "color"}, {"Shape", "type", "shape"}, {"LineStyle", "color", "line color"}, {"LineStyle", "type", "line"},
	} {
		if e := t.Find(d.element); e != nil && e.Attr(d.attribute) != "" {
			to.add("yed:"+d.name, e.Attr(d.attribute))
		}
	}
}

// labels are the texts of the first part of a drawing that has some: a group has
// another part for when it is closed.
func labels(t *xmlread.Tree, name string) []string {
	var list []string
	for _, c := range t.Children() {
		if text := strings.Join(strings.Fields(c.Own()), " "); c.Is(name) && text != "" {
			list = append(list, text)
		}
	}
	for _, c := range t.Children() {
		if list == nil {
			list = labels(c, name)
		}
	}
	return list
}
