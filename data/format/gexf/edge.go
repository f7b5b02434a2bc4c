package gexf

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// edgeTypes say whether an edge has a direction.
var edgeTypes = []string{"directed", "undirected", "mutual"}

// edgeAttributes are those that GEXF has.
var edgeAttributes = append([]string{"source", "target", "type", "weight", "kind"}, nodeAttributes...)

func (r *reader) edge(e *xmlread.Element) error {
	if err := r.record(); err != nil {
		return err
	}
	t, err := r.thing(e, "edge", edgeAttributes, func(c *xmlread.Element) (bool, error) { return false, nil })
	if err != nil {
		return err
	}
	if len(t.cells) > 0 {
		r.own.Relation(e.Attr("id"), e.Attr("source"), e.Attr("target"), e.Attr("kind"), t.cells, t.ours(""), t.at)
		return nil
	}
	r.foreignEdge(t)
	return nil
}

func (r *reader) foreignEdge(t *thing) {
	edge := &columns.Edge{Type: t.Attr("kind"), Label: t.Attr("label")}
	edge.Link = format.Link{From: r.end(t, "source"), To: r.end(t, "target"), Sort: "edge", At: t.at}
	rel := &edge.Link.Relation
	rel.ID = data.RelationID(t.Attr("id"))
	rel.Date, rel.DateNote = r.when(t)
	if w := t.Attr("weight"); w != "" {
		rel.Attributes = append(rel.Attributes, data.Attribute{Key: "weight", Value: w})
	}
	rel.Attributes = append(rel.Attributes, t.attributes()...)
	typ := r.edgeType(edge, t)
	edge.Directed = typ == "directed"
	if typ == "mutual" || typ == "undirected" && (edge.Type != "" || edge.Label != "") {
		rel.Attributes = append(rel.Attributes, data.Attribute{Key: foreign + "type", Value: typ})
	}
	r.foreign.Edge(edge)
}

func (r *reader) end(t *thing, side string) format.Ref {
	return format.Ref{Space: r.in.Name, ID: t.Attr(side)}
}

// edgeType is directed, undirected or mutual. networkx writes any attribute
// called type there: a word that is none of the three is the kind.
func (r *reader) edgeType(edge *columns.Edge, t *thing) string {
	typ := strings.ToLower(t.Attr("type"))
	if slices.Contains(edgeTypes, typ) {
		return typ
	}
	if typ != "" {
		at := t.at
		at.Field, at.Value = "type", t.Attr("type")
		r.to.Say(data.Note, at, "the type of an edge is neither directed, undirected nor mutual: taken for what the edge means", "")
		if edge.Type == "" {
			edge.Type = t.Attr("type")
		}
	}
	if slices.Contains(edgeTypes, r.edges) {
		return r.edges
	}
	return "undirected"
}
