package jsongraph

import (
	"strconv"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// members are the lists of a hyperedge and how their nodes are joined to it.
var members = []struct {
	key, verb, inverse string
	out                bool // from the hyperedge to the node
}{
	{key: "nodes", verb: "belongs to", inverse: "joins"},
	{key: "source", verb: "is a source of", inverse: "starts from"},
	{key: "target", verb: "leads to", inverse: "is a target of", out: true},
}

// hyperedge makes a thing of an edge between more than two, and joins each of
// them to it.
func (r *reader) hyperedge(p part, v data.Value) {
	s := r.scope(p.graph)
	s.hypers++
	r.to.Read(1)
	at := place(v, r.in(p.graph)+named("hyperedge", v.Key("id").Text(), s.hypers))
	ref := format.Ref{Space: "hyperedge " + p.graph, ID: "hyperedge-" + strconv.Itoa(s.hypers)}
	pairs, _ := r.d.pairs(v, nil)
	var own []pair
	for _, pair := range pairs {
		if !listOfNodes(pair) {
			own = append(own, renamed(pair))
		}
	}
	e := r.entity(p.graph, own, ident{}, &at)
	if e.Kind == "" {
		e.Kind = r.to.Kind("hyperedge")
	}
	r.to.Entity(ref, "hyperedge", e, at)
	for _, m := range members {
		for _, item := range v.Key(m.key).Items() {
			r.member(p.graph, ref, item, m.verb, m.inverse, m.out, at)
		}
	}
}

func listOfNodes(p pair) bool {
	return p.key == "nodes" || p.key == "source" || p.key == "target"
}

// renamed lets the relation of a hyperedge be its name where it has no label.
func renamed(p pair) pair {
	if p.key == "relation" {
		p.key = "title"
	}
	return p
}

func (r *reader) member(graph string, hyperedge format.Ref, item data.Value, verb, inverse string, out bool, at format.Place) {
	r.to.Read(1)
	id, ok := identOf(item)
	if !ok {
		at.Value = textOf(item)
		r.to.LeftOut("end of a hyperedge", at, "neither a number nor a text", "")
		return
	}
	l := format.Link{From: r.f.ref(graph, id), To: hyperedge, Verb: verb, Inverse: inverse, Sort: "end of a hyperedge", At: at}
	if out {
		l.From, l.To = l.To, l.From
	}
	r.to.Link(l)
}
