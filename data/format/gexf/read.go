package gexf

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// reader turns one file into records of the builder.
type reader struct {
	*xmlread.Reader
	in      format.Input
	to      *format.Builder
	own     *columns.Own
	foreign *columns.Foreign
	models  map[string]*model // by class: node, edge
	edges   string            // default type of edges
	clock   clock
}

func read(in format.Input, to *format.Builder) error {
	x, err := xmlread.New(in, to.Options)
	if err != nil {
		return err
	}
	r := &reader{Reader: x, in: in, to: to, own: columns.NewOwn(to, in.Name), foreign: columns.NewForeign(to),
		models: map[string]*model{"node": newModel(), "edge": newModel()}}
	r.clock.years = r.surveyed
	root, err := x.Expect("gexf")
	if err != nil {
		return err
	}
	if err := r.file(root); err != nil {
		return err
	}
	r.own.Flush()
	r.foreign.Flush()
	return x.End()
}

func (r *reader) file(root *xmlread.Element) error {
	if v := root.Attr("version"); v != "1.1" && v != "1.2" && v != "1.3" {
		r.to.Say(data.Note, format.Place{Line: root.Line, Field: "version", Value: v}, "not a version of GEXF that this reader knows: read as 1.3", "")
	}
	_, err := r.Each(func(e *xmlread.Element) error {
		switch strings.ToLower(e.Name) {
		case "meta":
			return r.meta(e)
		case "graph":
			return r.graph(e)
		}
		return r.unknown(e, nil)
	})
	return err
}

func (r *reader) graph(e *xmlread.Element) error {
	r.edges = strings.ToLower(e.Attr("defaultedgetype"))
	r.clock.format = strings.ToLower(e.Attr("timeformat"))
	if r.clock.format == "" {
		r.clock.format = strings.ToLower(e.Attr("timetype")) // GEXF 1.1
	}
	r.about(e)
	_, err := r.Each(func(c *xmlread.Element) error {
		switch strings.ToLower(c.Name) {
		case "attributes":
			return r.attributes(c)
		case "nodes":
			return r.nodes("")
		case "edges":
			return r.allEdges()
		case "node":
			return r.node(c, "")
		case "edge":
			return r.edge(c)
		}
		return r.unknown(c, nil)
	})
	return err
}

// nodes reads a list of nodes that stand in the node of an id, or in none.
func (r *reader) nodes(parent string) error {
	_, err := r.Each(func(e *xmlread.Element) error {
		if e.Is("node") {
			return r.node(e, parent)
		}
		return r.unknown(e, nil)
	})
	return err
}

func (r *reader) allEdges() error {
	_, err := r.Each(func(e *xmlread.Element) error {
		if e.Is("edge") {
			return r.edge(e)
		}
		return r.unknown(e, nil)
	})
	return err
}

// record counts a node or an edge.
func (r *reader) record() error {
	r.to.Read(1)
	return r.Record()
}

// unknown reports an element that GEXF does not have. Within a thing it is kept
// as an attribute.
func (r *reader) unknown(e *xmlread.Element, t *thing) error {
	at := format.Place{Line: e.Line, Value: e.Name}
	if t == nil {
		r.to.Say(data.Warning, at, "an element that GEXF does not have: left out", "")
		return nil
	}
	tree, err := r.Tree(e)
	if err != nil {
		return err
	}
	r.to.Say(data.Note, at, "an element that GEXF does not have: kept as an attribute", "")
	t.extra = append(t.extra, data.Attribute{Key: foreign + e.Name, Value: tree.JSON()})
	return r.Cell()
}
