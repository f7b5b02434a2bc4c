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

// nested keeps a value that is XML. Of what yEd draws the label is read, and
// place, size, colour and shape are kept; all else is kept as one text.
func (r *reader) nested(k *key, t *xmlread.Tree, to *record) {
	if !slices.Contains(drawn, k.name) && !strings.Contains(t.Space, "yworks.com") {
		to.add(k.name, t.JSON())
		return
	}
	for _, name := range []string{"NodeLabel", "EdgeLabel"} {
		if label := t.Find(name); label != nil && to.label == "" {
			to.label = strings.Join(strings.Fields(label.Text), " ")
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
	r.to.Say(data.Note, format.Place{Line: t.Line, Field: k.name, Value: t.Name}, "drawing of yEd: label, place, size, colour and shape are read, the rest is left out", "")
}
