package graphml

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// node reads a node that stands in the node of the id parent, or in none.
func (r *reader) node(e *xmlread.Element, parent string) error {
	if err := r.record(); err != nil {
		return err
	}
	id := e.Attr("id")
	to := r.begin(e, "node", "labels")
	_, err := r.Each(func(c *xmlread.Element) error {
		switch c.Name {
		case "graph":
			return r.graph(c, id)
		case "port":
			return r.port(c, to)
		}
		return r.part(c, to)
	})
	if err != nil {
		return err
	}
	if id == "" {
		r.to.Say(data.Warning, to.at, "a node without an id: no edge can name it", "")
	}
	r.finish(to)
	if len(to.cells) > 0 {
		r.own.Entity(id, "", to.cells, to.attributes, to.at)
	} else {
		r.entity(r.ref(id), "node", r.labelled(to), to)
	}
	r.partOf(r.ref(id), parent, to)
	return nil
}

func (r *reader) ref(id string) format.Ref { return format.Ref{Space: r.space, ID: id} }

// entity adds an entity of what a record says.
func (r *reader) entity(ref format.Ref, sort string, e data.Entity, to *record) {
	e.Summary, e.Attributes = to.note, to.attributes
	if e.Name == "" {
		e.Name = to.label
	}
	r.foreign.Entity(&e, to.at)
	r.to.Entity(ref, sort, e, to.at)
}

// labelled takes the labels of Neo4j, ":Person:Author": the first is the kind,
// the others are tags.
func (r *reader) labelled(to *record) data.Entity {
	var e data.Entity
	text := to.Attr("labels")
	for i, a := range to.attributes {
		if a.Key == "labels" && (a.Value == text || text == "" && strings.HasPrefix(a.Value, ":")) {
			text = a.Value
			to.attributes = slices.Delete(to.attributes, i, i+1)
			break
		}
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ':' })
	if len(words) == 0 {
		return e
	}
	var whole bool
	if e.Kind, whole = r.foreign.Kind(words[0]); whole {
		words = words[1:]
	}
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(e.Tags, w) {
			e.Tags = append(e.Tags, w)
		}
	}
	return e
}

// partOf adds the relation of a nested node to the one it stands in.
func (r *reader) partOf(ref format.Ref, parent string, to *record) {
	if parent == "" {
		return
	}
	r.to.Read(1)
	l := format.Link{From: ref, To: r.ref(parent), Sort: "nesting", At: to.at}
	l.Relation.Predicate = "part_of"
	r.to.Link(l)
}

// port keeps a port of a node by its name; one that has values or ports of its
// own, with all of them.
func (r *reader) port(e *xmlread.Element, to *record) error {
	tree, err := r.Tree(e)
	if err != nil {
		return err
	}
	if text := e.Attr("name"); len(tree.Children()) == 0 && len(e.Others("name")) == 0 {
		to.add(foreign+"port", text)
	} else {
		to.add(foreign+"port", tree.JSON())
	}
	return r.Cell()
}
