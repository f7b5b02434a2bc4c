package gexf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// draw keeps how Gephi draws a thing, under keys that begin with "gexf:".
func (r *reader) draw(e *xmlread.Element, t *thing) {
	name := strings.ToLower(e.Name)
	keep := func(key, value string) {
		if value != "" {
			t.viz = append(t.viz, data.Attribute{Key: foreign + key, Value: value})
		}
	}
	for _, v := range t.viz {
		if v.Key == foreign+name || v.Key == foreign+"x" && name == "position" {
			r.to.Say(data.Note, format.Place{Line: e.Line, Value: name}, "drawn in several ways over time: the first is kept", "")
			return
		}
	}
	switch name {
	case "color":
		keep(name, hex(e))
		keep("alpha", e.Attr("a"))
	case "position":
		keep("x", e.Attr("x"))
		keep("y", e.Attr("y"))
		keep("z", e.Attr("z"))
	default:
		keep(name, e.Attr("value"))
		keep("shape-uri", e.Attr("uri"))
	}
}

// hex is a colour as #rrggbb; what is no colour stands as it was written.
func hex(e *xmlread.Element) string {
	if h := e.Attr("hex"); h != "" {
		if hexColour.MatchString("#" + strings.TrimPrefix(h, "#")) {
			return "#" + strings.ToLower(strings.TrimPrefix(h, "#"))
		}
		return h
	}
	rgb := "#"
	for _, channel := range []string{"r", "g", "b"} {
		n, err := strconv.ParseUint(e.Attr(channel), 10, 8)
		if err != nil {
			return strings.Join([]string{e.Attr("r"), e.Attr("g"), e.Attr("b")}, ",")
		}
		rgb += fmt.Sprintf("%02x", n)
	}
	return rgb
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
