package gexf

import (
	"slices"
	"strconv"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/columns"
)

// element is an element of drawing, its attributes as name, value, ...
type element struct {
	name       string
	attributes []string
}

// shapes are those of the schema, for nodes and for edges.
var shapes = map[string][]string{
	"node": {"disc", "square", "triangle", "diamond", "image"},
	"edge": {"solid", "dotted", "dashed", "double"},
}

// drawing parts the attributes that GEXF has elements for from the rest. Those
// that the schema would not take stay among the rest.
func drawing(list []data.Attribute, class string) (drawn []element, rest []data.Attribute) {
	value := func(key string) string {
		for _, a := range list {
			if a.Key == foreign+key && len(a.Evidence) == 0 {
				return a.Value
			}
		}
		return ""
	}
	var used []string
	take := func(e element, keys ...string) {
		drawn = append(drawn, e)
		for _, k := range keys {
			used = append(used, foreign+k)
		}
	}
	if alpha := value("alpha"); hexColour.MatchString(value("color")) && (alpha == "" || within(alpha, 0, 1)) {
		take(colour(value("color"), alpha)[0], "color", "alpha")
	}
	if x, y, z := value("x"), value("y"), value("z"); class == "node" && columns.IsNumber(x) && columns.IsNumber(y) && (z == "" || columns.IsNumber(z)) {
		take(element{"position", []string{"x", x, "y", y, "z", z}}, "x", "y", "z")
	}
	for _, size := range []struct{ class, key string }{{"node", "size"}, {"edge", "thickness"}} {
		if v := value(size.key); class == size.class && within(v, 0, 1e30) {
			take(element{size.key, []string{"value", v}}, size.key)
		}
	}
	if v := value("shape"); slices.Contains(shapes[class], v) && value("shape-uri") == "" {
		take(element{"shape", []string{"value", v}}, "shape")
	}
	return drawn, others(list, used)
}

// others are the attributes with none of the keys. One that stands twice is not
// taken apart.
func others(list []data.Attribute, used []string) []data.Attribute {
	if len(used) == 0 {
		return list
	}
	var rest []data.Attribute
	seen := map[string]bool{}
	for _, a := range list {
		if slices.Contains(used, a.Key) && len(a.Evidence) == 0 && !seen[a.Key] {
			seen[a.Key] = true
			continue
		}
		rest = append(rest, a)
	}
	return rest
}

func within(text string, least, most float64) bool {
	f, err := strconv.ParseFloat(text, 64)
	return err == nil && columns.IsNumber(text) && f >= least && f <= most
}

// colour is an element for #rrggbb; none for what is no colour.
func colour(hex, alpha string) []element {
	if !hexColour.MatchString(hex) {
		return nil
	}
	e := element{name: "color"}
	for i, channel := range []string{"r", "g", "b"} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8) // it matched
		e.attributes = append(e.attributes, channel, strconv.FormatUint(n, 10))
	}
	return []element{{e.name, append(e.attributes, "a", alpha)}}
}

func (w *writer) drawn(list []element) {
	for _, e := range list {
		w.Empty(e.name, e.attributes...)
	}
}
