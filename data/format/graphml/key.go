package graphml

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// key is a declared attribute.
type key struct {
	class    string // what it is for: node, edge, ..., all
	name     string
	typ      string // lower case; "" for nested XML
	fallback string
	own      bool // a column of ours
}

func (r *reader) key(e *xmlread.Element) error {
	id, class := e.Attr("id"), e.Attr("for")
	if class == "" {
		class = "all"
	}
	k := &key{class: class, name: e.Attr("attr.name"), typ: strings.ToLower(e.Attr("attr.type")), own: strings.HasPrefix(id, columns.Prefix)}
	for _, other := range []string{e.Attr("yfiles.type"), id} {
		if k.name == "" {
			k.name = other
		}
	}
	if class == "graph" && k.name == columns.Marker {
		r.ours = true
	}
	_, err := r.Each(func(c *xmlread.Element) error {
		text, err := r.Text()
		if c.Name == "default" {
			k.fallback = strings.TrimSpace(text)
		}
		return err
	})
	at := [2]string{class, id}
	if _, twice := r.keys[at]; twice {
		r.to.Say(data.Warning, format.Place{Line: e.Line, Field: "id", Value: id}, "a key is declared twice: the first is used", "")
		return err
	}
	if k.fallback != "" {
		r.defaults = append(r.defaults, k)
	}
	if r.keys[at] = k; len(r.keys) > r.to.Options.Limits.Columns {
		return r.Errorf("more than %d keys declared", r.to.Options.Limits.Columns)
	}
	return err
}

// keyOf is the key of a value; one that the file does not declare is named by
// its id.
func (r *reader) keyOf(class, id string, line int) (*key, error) {
	for _, c := range []string{class, "all", "node", "edge", "graph", "port", "hyperedge", "endpoint"} {
		if k := r.keys[[2]string{c, id}]; k != nil {
			return k, nil
		}
	}
	r.to.Say(data.Note, format.Place{Line: line, Field: id}, "a value of a key that the file does not declare: kept under its id", "")
	k := &key{class: "all", name: id}
	r.keys[[2]string{"all", id}] = k
	if len(r.keys) > r.to.Options.Limits.Columns {
		return nil, r.Errorf("values of more than %d keys", r.to.Options.Limits.Columns)
	}
	return k, nil
}
