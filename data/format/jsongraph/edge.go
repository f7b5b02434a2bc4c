package jsongraph

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

func (r *reader) edge(p part, v data.Value) {
	s := r.scope(p.graph)
	s.edges++
	r.to.Read(1)
	id, _ := identOf(v.Key("id"))
	at := place(v, r.in(p.graph)+named("edge", id.text, s.edges))
	from, to, keys := r.d.ends(v)
	first, okFrom := r.end(p.graph, from)
	second, okTo := r.end(p.graph, to)
	if !okFrom || !okTo {
		at.Value = v.JSON()
		r.to.LeftOut("edge", at, "it does not say what it joins", "its ends are looked for under source and target, from and to, and the like")
		return
	}
	pairs := r.pairs(v, at)
	pairs = slices.DeleteFunc(pairs, func(p pair) bool { return p.key == keys[0] || p.key == keys[1] })
	l := format.Link{From: first, To: second, Sort: "edge", At: at}
	r.fill(&l, p.graph, pairs, at)
	r.to.Link(l)
}

func (r *reader) end(graph string, v data.Value) (format.Ref, bool) {
	id, ok := r.f.endOf(v)
	if ok && r.f.indexed {
		return byNumber(graph, id.text), true
	}
	return r.f.ref(graph, id), ok
}

// fill is what a link says of the relation.
func (r *reader) fill(l *format.Link, graph string, pairs []pair, at format.Place) {
	if r.ownRelation(l, pairs, at) {
		return
	}
	a := r.assign(pairs, edgeRoles)
	l.Relation.ID = data.RelationID(said(a.by[isID]))
	l.Relation.Note = said(a.by[isSummary])
	l.Relation.Attributes = r.rest(a, edgeRoles, said(a.by[isID]))
	for _, kept := range []role{isGroup, isClasses} {
		if p := a.by[kept]; a.has(kept) {
			l.Relation.Attributes = append(l.Relation.Attributes, data.Attribute{Key: p.key, Value: said(p)})
		}
	}
	var left []data.Attribute
	l.Relation.Date, l.Relation.DateNote, left = r.date(a, at)
	l.Relation.Attributes = append(l.Relation.Attributes, left...)
	r.verb(l, graph, a)
}

// verb is the relation as the file calls it. A link without a word has a
// direction only where the file says so.
func (r *reader) verb(l *format.Link, graph string, a *assigned) {
	directed := r.f.graph(graph).directed
	if p, ok := a.by[isDirected], a.has(isDirected); ok {
		directed = said(p)
		if strings.EqualFold(p.key, "undirected") {
			directed = map[string]string{"true": "false", "false": "true"}[directed]
		}
	}
	l.Symmetric = directed == "false"
	p := a.by[isVerb]
	word := strings.TrimSpace(said(p))
	switch {
	case word != "" && (p.value.Form() > data.Scalar || !r.word("verb ", word)):
		l.Relation.Attributes = append(l.Relation.Attributes, data.Attribute{Key: p.key, Value: word})
		r.to.Say(data.Note, format.Place{Field: p.key}, "too many different words for relations: the word stays an attribute", "")
	case word != "":
		l.Verb = word
		return
	}
	if directed == "true" {
		l.Verb, l.Inverse = "links to", "is linked from"
	}
}
