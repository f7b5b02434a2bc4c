package chart

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/redthread/redthread/data"
)

// A column of the diagram with more than mostInColumn things has so many of them
// alone as are named: those that most threads pass, of those that as many pass
// what follows from the things named before it, and then the first by name. The
// rest is drawn as one, "282 other cases".
const (
	mostInColumn = 17
	namedAlone   = 12
	namedEnds    = 3 // of what is drawn as one, that a link to it names
)

// foldKey tells what may be drawn as one: things of a kind in a column, so that
// no circle can arise.
type foldKey struct {
	column int
	kind   data.KindID
	noLaw  bool
}

// fold draws as one what would be too many in a column. The relations to and
// from it are gathered by their status, which stays told.
func (f *flow) fold() {
	one := map[data.EntityID]data.EntityID{}
	for _, group := range f.tooMany() {
		n := group[0]
		others := &flowNode{
			id:   data.EntityID(fmt.Sprintf("others:%d:%s", n.column, n.kind.ID)),
			kind: n.kind, class: n.class, noLaw: n.noLaw, column: n.column, others: len(group),
		}
		for _, m := range group {
			one[m.id] = others.id
			others.threads += m.threads
			delete(f.nodes, m.id)
		}
		f.nodes[others.id] = others
	}
	if len(one) > 0 {
		f.folded = true
		f.gatherLinks(one)
	}
}

// tooMany are the groups of things to be drawn as one, in the order of their
// columns.
func (f *flow) tooMany() [][]*flowNode {
	columns := make([][]*flowNode, f.frame.columns)
	for _, n := range f.sorted() {
		columns[n.column] = append(columns[n.column], n)
	}
	var out [][]*flowNode
	asOne := map[data.EntityID]bool{}
	for _, column := range columns {
		if len(column) <= mostInColumn {
			continue
		}
		follows := f.following(asOne)
		slices.SortStableFunc(column, func(a, b *flowNode) int {
			return cmp.Or(cmp.Compare(b.threads, a.threads), cmp.Compare(follows[b.id], follows[a.id]))
		})
		groups := map[foldKey][]*flowNode{}
		var keys []foldKey
		for _, n := range column[namedAlone:] {
			key := foldKey{n.column, n.kind.ID, n.class == noLawNamed}
			if groups[key] == nil {
				keys = append(keys, key)
			}
			groups[key] = append(groups[key], n)
		}
		for _, key := range keys {
			if len(groups[key]) < 2 {
				continue
			}
			out = append(out, groups[key])
			for _, n := range groups[key] {
				asOne[n.id] = true
			}
		}
	}
	return out
}

// following counts for each thing the threads that come to it from things that
// are named alone.
func (f *flow) following(asOne map[data.EntityID]bool) map[data.EntityID]int {
	count := map[data.EntityID]int{}
	for _, l := range f.links {
		if !asOne[l.from] {
			count[l.to] += l.threads
		}
	}
	return count
}

// gatherLinks joins what is drawn as one: a link for each status between two
// ends, with the relations counted. A relation that has no company keeps its id.
func (f *flow) gatherLinks(one map[data.EntityID]data.EntityID) {
	type bundleKey struct {
		from, to data.EntityID
		status   data.Status
	}
	bundles := map[bundleKey][]*flowLink{}
	var links []*flowLink
	for _, l := range f.links {
		from, to := cmp.Or(one[l.from], l.from), cmp.Or(one[l.to], l.to)
		if from == l.from && to == l.to {
			links = append(links, l)
			continue
		}
		if to != l.to {
			l.ends = []data.EntityID{l.to}
		}
		l.from, l.to = from, to
		key := bundleKey{from, to, l.status}
		bundles[key] = append(bundles[key], l)
	}
	now := map[data.RelationID]data.RelationID{}
	for key, list := range bundles {
		first := list[0]
		if len(list) > 1 {
			bundle := &flowLink{from: key.from, to: key.to, status: key.status, relations: len(list)}
			bundle.id = data.RelationID(fmt.Sprintf("others:%s>%s:%s", key.from, key.to, key.status))
			for _, l := range list {
				bundle.threads += l.threads
				now[l.id] = bundle.id
				bundle.ends = append(bundle.ends, l.ends...)
			}
			bundle.ends = f.endsOf(bundle.ends)
			first = bundle
		}
		links = append(links, first)
	}
	slices.SortFunc(links, func(a, b *flowLink) int { return cmp.Compare(a.id, b.id) })
	f.links = links
	for i := range f.threads {
		for k, id := range f.threads[i].Relations {
			f.threads[i].Relations[k] = cmp.Or(now[id], id)
		}
	}
}

// endsOf are the things of a list, each once, by name.
func (f *flow) endsOf(ids []data.EntityID) []data.EntityID {
	slices.SortFunc(ids, func(a, b data.EntityID) int { return f.byName(&flowNode{id: a}, &flowNode{id: b}) })
	return slices.Compact(ids)
}

// nameOf is what stands beside a node.
func (f *flow) nameOf(n *flowNode) string {
	if n.others > 0 {
		kind := cmp.Or(n.kind.Plural, n.kind.Label, string(n.kind.ID))
		if slices.ContainsFunc(f.order, func(m *flowNode) bool {
			return m.way == nil && m.others == 0 && m.column == n.column && m.kind.ID == n.kind.ID
		}) {
			kind = "other " + kind
		}
		return fmt.Sprintf("%d %s", n.others, kind)
	}
	thing, _ := f.x.Thing(n.id)
	return f.x.Label(thing)
}
