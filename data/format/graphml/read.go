package graphml

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// reader turns one file into records of the builder.
type reader struct {
	*xmlread.Reader
	in       format.Input
	to       *format.Builder
	own      *columns.Own
	foreign  *columns.Foreign
	keys     map[[2]string]*key // by what they are for, and id
	defaults []*key             // those that have one, as declared
	ours     bool               // the keys are those of our writer
	space    string             // of the ids of the current graph at the top
	graphs   int
	hyper    int
}

func read(in format.Input, to *format.Builder) error {
	x, err := xmlread.New(in, to.Options)
	if err != nil {
		return err
	}
	r := &reader{Reader: x, in: in, to: to, own: columns.NewOwn(to, in.Name), foreign: columns.NewForeign(to), keys: map[[2]string]*key{}}
	if _, err := x.Expect("graphml"); err != nil {
		return err
	}
	if err := r.file(); err != nil {
		return err
	}
	r.own.Flush()
	r.foreign.Flush()
	return x.End()
}

func (r *reader) file() error {
	_, err := r.Each(func(e *xmlread.Element) error {
		switch e.Name {
		case "key":
			return r.key(e)
		case "graph":
			return r.top(e)
		case "desc":
			return r.desc()
		case "data":
			r.to.Say(data.Note, format.Place{Line: e.Line, Field: e.Attr("key")}, "a value of the whole file, such as pictures of yEd: left out", "")
			return nil
		}
		return r.unknown(e, nil)
	})
	return err
}

// top reads a graph that stands in no other. Ids of one do not mean nodes of
// another.
func (r *reader) top(e *xmlread.Element) error {
	r.space = r.in.Name
	if r.graphs++; r.graphs > 1 {
		r.space = fmt.Sprintf("%s#%d", r.in.Name, r.graphs)
	}
	r.own.In(r.space)
	return r.graph(e, "")
}

// graph reads a graph that stands in the node of the id parent, or in none.
func (r *reader) graph(e *xmlread.Element, parent string) error {
	about := r.begin(e, "graph", "edgedefault")
	directed := r.directed(e)
	_, err := r.Each(func(c *xmlread.Element) error {
		if c.Name != "data" {
			r.heading(about) // its kinds and predicates are those of the nodes that follow
		}
		switch c.Name {
		case "node":
			return r.node(c, parent)
		case "edge":
			return r.edge(c, directed)
		case "hyperedge":
			return r.hyperedge(c, parent)
		case "data":
			return r.data(c, about)
		case "desc":
			return r.desc()
		}
		return r.unknown(c, nil)
	})
	if err == nil {
		r.about(e, about, parent)
	}
	return err
}

// directed tells the direction of edges that say none.
func (r *reader) directed(e *xmlread.Element) bool {
	switch word := strings.ToLower(e.Attr("edgedefault")); word {
	case "directed":
		return true
	case "undirected":
	default:
		r.to.Say(data.Warning, format.Place{Line: e.Line, Field: "edgedefault", Value: word}, "the graph does not say whether its edges have a direction: read as having none", "")
	}
	return false
}

// record counts a node, an edge or a hyperedge.
func (r *reader) record() error {
	r.to.Read(1)
	return r.Record()
}

// unknown reports an element that GraphML does not have, or that names another
// file. Within a record it is kept as an attribute.
func (r *reader) unknown(e *xmlread.Element, to *record) error {
	at := format.Place{Line: e.Line, Value: e.Name}
	switch {
	case e.Name == "locator":
		at.Field, at.Value = e.Name, e.Attr("href")
		r.to.Say(data.Warning, at, "a part of the graph that stands in another file: left out", "")
		return nil
	case to == nil:
		r.to.Say(data.Warning, at, "an element that GraphML does not have: left out", "")
		return nil
	}
	tree, err := r.Tree(e)
	if err != nil {
		return err
	}
	r.to.Say(data.Note, at, "an element that GraphML does not have: kept as an attribute", "")
	to.add(foreign+e.Name, tree.JSON())
	return r.Cell()
}

func (r *reader) desc() error {
	text, err := r.Text()
	if head := r.to.Heading(); head.Standfirst == "" {
		head.Standfirst = columns.Line(text)
	}
	return err
}
