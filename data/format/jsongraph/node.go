package jsongraph

import (
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

func (r *reader) node(p part, v data.Value) {
	s := r.scope(p.graph)
	number := strconv.Itoa(s.nodes)
	s.nodes++
	r.to.Read(1)
	id, hasID := r.f.idOf(p, v)
	at := place(v, r.in(p.graph)+named("node", id.text, s.nodes))
	if v.Form() == data.List || v.Form() == data.Absent && p.key == "" {
		at.Value = v.JSON()
		r.to.LeftOut("node", at, "neither an object nor an id", "")
		return
	}
	pairs := r.pairs(v, at)
	e := r.entity(p.graph, pairs, id, &at)
	ref := format.Ref{}
	if hasID {
		ref = r.f.ref(p.graph, id)
	}
	if r.f.indexed && r.f.idKey != "id" {
		ref = byNumber(p.graph, number)
		e.ID = data.EntityID(format.Slug(id.text))
	}
	if ref.ID == "" {
		r.to.Say(data.Note, at, "a node without an id: no link can name it", "")
	}
	given := r.to.Entity(ref, "node", e, at)
	if r.f.indexed {
		r.to.Alias(byNumber(p.graph, number), given)
	}
}

// in is how a place names the graph, in a file of several.
func (r *reader) in(graph string) string {
	if graph == "" || len(r.f.graphs) < 2 {
		return ""
	}
	n, _ := strconv.Atoi(graph)
	return "graph " + strconv.Itoa(n+1) + ", "
}

func (r *reader) entity(graph string, pairs []pair, id ident, at *format.Place) data.Entity {
	if e, ok := r.ownEntity(pairs, *at); ok {
		at.Own = true
		return e
	}
	var e data.Entity
	a := r.assign(pairs, nodeRoles)
	a.rest = slices.DeleteFunc(a.rest, func(p pair) bool { return p.key == r.f.idKey })
	e.Name = said(a.by[isName])
	e.Summary = said(a.by[isSummary])
	e.Attributes = r.rest(a, nodeRoles, id.text)
	r.kind(&e, a)
	r.groups(&e, a)
	r.address(&e, a)
	for _, alias := range list(a.by[isAliases].value) {
		e.Aliases = append(e.Aliases, data.Alias{Text: alias})
	}
	if label := r.f.graph(graph).label; graph != "" && len(r.f.graphs) > 1 && label != "" {
		e.Tags = add(e.Tags, label)
	}
	var left []data.Attribute
	e.Date, e.DateNote, left = r.date(a, *at)
	e.Attributes = append(e.Attributes, left...)
	r.parent(graph, a, id, *at)
	return e
}

// said is the text of a pair that may be absent.
func said(p pair) string {
	if p.value.Form() == data.Absent {
		return ""
	}
	return textOf(p.value)
}

// kind is what the node says it is; of the classes of a Cytoscape style, the
// only one.
func (r *reader) kind(e *data.Entity, a *assigned) {
	p, ok := a.by[isKind], a.has(isKind)
	if !ok {
		p = a.by[isGroup]
		if _, number := identOf(p.value); !number || p.value.Bare() {
			p = pair{}
		}
	}
	word := strings.TrimSpace(said(p))
	if classes := strings.Fields(strings.Join(list(a.by[isClasses].value), " ")); word == "" && len(classes) == 1 {
		word, a.by[isClasses] = classes[0], pair{} // and no tag
	}
	if word == "" {
		return
	}
	if p.value.Form() > data.Scalar || !r.word("kind ", word) {
		e.Attributes = append(e.Attributes, data.Attribute{Key: p.key, Value: word})
		r.to.Say(data.Note, format.Place{Field: p.key}, "too many different kinds: the word stays an attribute", "")
		return
	}
	e.Kind = r.to.Kind(word)
}

// groups are the words by which a reader may gather nodes.
func (r *reader) groups(e *data.Entity, a *assigned) {
	for _, tag := range list(a.by[isTags].value) {
		e.Tags = add(e.Tags, tag)
	}
	for _, class := range strings.Fields(strings.Join(list(a.by[isClasses].value), " ")) {
		e.Tags = add(e.Tags, class)
	}
	g, ok := a.by[isGroup], a.has(isGroup)
	hasKind := a.has(isKind)
	if text := said(g); ok && (g.value.Bare() || hasKind) {
		e.Attributes = append(e.Attributes, data.Attribute{Key: g.key, Value: text})
		e.Tags = add(e.Tags, g.key+" "+text)
	}
}

// address is a link that a reader may follow; what is none stays an attribute.
func (r *reader) address(e *data.Entity, a *assigned) {
	p, ok := a.by[isURL], a.has(isURL)
	if !ok {
		return
	}
	text := said(p)
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") {
		e.Links = append(e.Links, data.Link{URL: text})
		return
	}
	e.Attributes = append(e.Attributes, data.Attribute{Key: p.key, Value: text})
}

// parent joins a node of a compound one to it.
func (r *reader) parent(graph string, a *assigned, id ident, at format.Place) {
	p, ok := a.by[isParent], a.has(isParent)
	to, fine := identOf(p.value)
	if !ok || !fine || id.text == "" {
		return
	}
	r.to.Read(1)
	r.to.Link(format.Link{Relation: data.Relation{Predicate: "part_of"}, From: r.f.ref(graph, id), To: r.f.ref(graph, to), Sort: "parent", At: at})
}
