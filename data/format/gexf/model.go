package gexf

import (
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// model is what a file declares of the attributes of its nodes, or edges.
type model struct {
	byID   map[string]*attribute
	titles map[string]bool
	filled []*attribute // those with a default, as declared
}

type attribute struct {
	key      string // of the model's attribute
	typ      string // lower case
	fallback string // value of things that have none
	options  []string
	own      bool // a column of ours
}

func newModel() *model { return &model{map[string]*attribute{}, map[string]bool{}, nil} }

func (r *reader) attributes(e *xmlread.Element) error {
	m := r.models[strings.ToLower(e.Attr("class"))]
	if m == nil {
		r.to.Say(data.Warning, format.Place{Line: e.Line, Field: "class", Value: e.Attr("class")}, "attributes of neither nodes nor edges: taken for those of nodes", "")
		m = r.models["node"]
	}
	_, err := r.Each(func(c *xmlread.Element) error {
		if !c.Is("attribute") {
			return r.unknown(c, nil)
		}
		return r.attribute(m, c)
	})
	return err
}

func (r *reader) attribute(m *model, e *xmlread.Element) error {
	id, title := e.Attr("id"), e.Attr("title")
	if title == "" {
		title = id
	}
	a := &attribute{key: title, typ: strings.ToLower(e.Attr("type")), own: strings.HasPrefix(id, columns.Prefix)}
	if m.titles[title] {
		a.key = fmt.Sprintf("%s (%s)", title, id)
	}
	m.titles[a.key] = true
	_, err := r.Each(func(c *xmlread.Element) error {
		text, err := r.Text()
		switch {
		case c.Is("default"):
			a.fallback = strings.TrimSpace(text)
		case c.Is("options"):
			a.options = options(text)
		}
		return err
	})
	if m.byID[id] = a; a.fallback != "" {
		m.filled = append(m.filled, a)
	}
	if limit := r.to.Options.Limits.Columns; len(m.titles) > limit {
		return r.Errorf("more than %d attributes declared", limit)
	}
	return err
}

// options are written as a|b|c, or [a, b, c].
func options(text string) []string {
	text = strings.TrimSpace(text)
	cut := "|"
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		text, cut = text[1:len(text)-1], ","
	}
	var list []string
	for o := range strings.SplitSeq(text, cut) {
		if o = strings.TrimSpace(o); o != "" {
			list = append(list, o)
		}
	}
	return list
}

// wrong says why a value is none of the attribute; "" where it is one.
func (a *attribute) wrong(value string) string {
	switch {
	case a.own || value == "":
	case !columns.Fits(a.typ, value):
		return "a value that is not of the type " + a.typ + ": kept as it is"
	case len(a.options) > 0 && !slices.Contains(a.options, value) && !strings.HasPrefix(a.typ, "list"):
		return "a value that is not among the options: kept as it is"
	}
	return ""
}
