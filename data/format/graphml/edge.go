package graphml

import (
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// edge reads an edge; directed is what the graph says of those that do not.
func (r *reader) edge(e *xmlread.Element, directed bool) error {
	if err := r.record(); err != nil {
		return err
	}
	to := r.begin(e, "edge", "source", "target", "directed", "label")
	_, err := r.Each(func(c *xmlread.Element) error {
		if c.Name == "graph" {
			return r.inEdge(c, "edge", e.Attr("id"))
		}
		return r.part(c, to)
	})
	if err != nil {
		return err
	}
	r.finish(to)
	from, target := e.Attr("source"), e.Attr("target")
	if len(to.cells) > 0 {
		r.own.Relation(e.Attr("id"), from, target, "", to.cells, to.attributes, to.at)
		return nil
	}
	edge := &columns.Edge{Type: e.Attr("label"), Label: to.label, Directed: r.points(to, directed)}
	edge.Link = format.Link{From: r.ref(from), To: r.ref(target), Sort: "edge", At: to.at}
	r.words(edge, to)
	edge.Link.Relation.ID = data.RelationID(e.Attr("id"))
	edge.Link.Relation.Note = to.note
	edge.Link.Relation.Attributes = to.attributes
	r.foreign.Edge(edge)
	return nil
}

// words takes the label out of the values of an edge. Neo4j writes it twice.
func (r *reader) words(edge *columns.Edge, to *record) {
	i := slices.IndexFunc(to.attributes, func(a data.Attribute) bool { return strings.EqualFold(a.Key, "label") })
	if i < 0 || edge.Label != "" {
		return
	}
	edge.Label = to.attributes[i].Value
	to.attributes = slices.Delete(to.attributes, i, i+1)
}

// points tells whether an edge has a direction. One that differs from what the
// graph says keeps the word.
func (r *reader) points(to *record, directed bool) bool {
	word := strings.ToLower(to.Attr("directed"))
	own := directed
	switch word {
	case "true", "1":
		own = true
	case "false", "0":
		own = false
	case "":
	default:
		at := to.at
		at.Field, at.Value = "directed", word
		r.to.Say(data.Warning, at, "neither true nor false: read as the graph says", "")
	}
	if own != directed {
		to.add(foreign+"directed", fmt.Sprint(own))
	}
	return own
}

// inEdge reads a graph that stands in an edge: its nodes cannot be a part of a
// relation, so they say where they stood.
func (r *reader) inEdge(e *xmlread.Element, sort, id string) error {
	r.to.Say(data.Note, format.Place{Line: e.Line, Field: sort, Value: id}, "a graph within an edge: its nodes stand beside the others", "")
	return r.graph(e, "")
}

// hyperedge reads a relation of any number of nodes: an entity that its
// endpoints are joined to.
func (r *reader) hyperedge(e *xmlread.Element, parent string) error {
	if err := r.record(); err != nil {
		return err
	}
	r.hyper++
	ref := format.Ref{Space: r.space + " hyperedges", ID: e.Attr("id")}
	if ref.ID == "" {
		ref.ID = fmt.Sprintf("hyperedge %d", r.hyper)
	}
	to := r.begin(e, "hyperedge")
	_, err := r.Each(func(c *xmlread.Element) error {
		switch c.Name {
		case "endpoint":
			return r.endpoint(c, ref)
		case "graph":
			return r.inEdge(c, "hyperedge", ref.ID)
		}
		return r.part(c, to)
	})
	if err != nil {
		return err
	}
	r.finish(to)
	r.entity(ref, "hyperedge", data.Entity{Kind: r.to.Kind("hyperedge")}, to)
	r.partOf(ref, parent, to)
	return nil
}

func (r *reader) endpoint(e *xmlread.Element, of format.Ref) error {
	if err := r.record(); err != nil {
		return err
	}
	to := r.begin(e, "endpoint", "node")
	_, err := r.Each(func(c *xmlread.Element) error { return r.part(c, to) })
	if err != nil {
		return err
	}
	r.finish(to)
	l := format.Link{From: r.ref(e.Attr("node")), To: of, Verb: "is an end of", Inverse: "joins", Sort: "endpoint", At: to.at}
	l.Relation.ID, l.Relation.Note, l.Relation.Attributes = data.RelationID(e.Attr("id")), to.note, to.attributes
	r.to.Link(l)
	return nil
}
