package gexf

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// nodeAttributes are those that GEXF has.
var nodeAttributes = []string{"id", "label", "pid", "start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals"}

// node reads a node that stands in the node of the id parent, or in none.
func (r *reader) node(e *xmlread.Element, parent string) error {
	if err := r.record(); err != nil {
		return err
	}
	id := e.Attr("id")
	t, err := r.thing(e, "node", nodeAttributes, func(c *xmlread.Element) (bool, error) {
		switch strings.ToLower(c.Name) {
		case "nodes":
			return true, r.nodes(id)
		case "edges":
			return true, r.allEdges()
		case "node":
			return true, r.node(c, id)
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	if id == "" {
		r.to.Say(data.Warning, t.at, "a node without an id: no edge can name it", "")
	}
	r.entity(id, t)
	r.joined(id, t, "part_of", parent, e.Attr("pid"))
	for _, p := range t.parents {
		r.joined(id, t, "", p)
	}
	return nil
}

func (r *reader) entity(id string, t *thing) {
	if len(t.cells) > 0 {
		r.own.Entity(id, t.Attr("label"), t.cells, t.ours(r.own.Colour(t.kind())), t.at)
		return
	}
	e := data.Entity{Name: t.Attr("label")}
	e.Date, e.DateNote = r.when(t)
	e.Attributes = t.attributes()
	r.foreign.Entity(&e, t.at)
	r.to.Entity(format.Ref{Space: r.in.Name, ID: id}, "node", e, t.at)
}

// joined adds relations from a node to those it stands in or descends from; the
// nearer of two names for the same is passed over.
func (r *reader) joined(id string, t *thing, predicate data.PredicateID, to ...string) {
	for i, parent := range to {
		if parent == "" || slices.Contains(to[:i], parent) {
			continue
		}
		l := format.Link{From: format.Ref{Space: r.in.Name, ID: id}, To: format.Ref{Space: r.in.Name, ID: parent}, Sort: "nesting", At: t.at}
		l.Relation.Predicate = predicate
		if predicate == "" {
			l.Verb, l.Inverse, l.Sort = "descends from", "is a parent of", "parent"
		}
		r.to.Read(1)
		r.to.Link(l)
	}
}

// ours are the attributes that another program added to a node of ours: what
// the columns and the colour of its kind do not say.
func (t *thing) ours(colour string) []data.Attribute {
	drawn := slices.Clone(t.viz)
	if t.plain(colour) {
		drawn = slices.DeleteFunc(drawn, func(a data.Attribute) bool { return a.Key == foreign+"color" || a.Key == foreign+"alpha" })
	}
	t.viz = drawn
	t.extra = nil
	return t.attributes()
}

// plain tells whether a thing is drawn in a colour and lets nothing shine
// through.
func (t *thing) plain(colour string) bool {
	for _, a := range t.viz {
		if a.Key == foreign+"color" && a.Value != colour || a.Key == foreign+"alpha" && a.Value != "1.0" {
			return false
		}
	}
	return true
}

// kind is the one that a column of ours says.
func (t *thing) kind() data.KindID {
	for _, c := range t.cells {
		if c.Key == "kind" {
			return data.KindID(c.Text)
		}
	}
	return ""
}
