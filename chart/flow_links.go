package chart

import (
	"cmp"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// gatherer turns threads into links.
type gatherer struct {
	*flow
	links map[data.RelationID]*flowLink
	left  map[data.RelationID]string
}

// round takes the thread of one rank of each pair, and tells whether there was
// any.
func (g *gatherer) round(pairs []graph.Found, rank int, noLaw bool) bool {
	any := false
	for _, f := range pairs {
		if rank >= len(f.Threads) {
			continue
		}
		any = true
		g.take(f.Threads[rank], noLaw)
	}
	return any
}

// take adds a thread, whole or not at all.
func (g *gatherer) take(t graph.Thread, noLaw bool) {
	if len(g.links)+g.fresh(t) > maxFlowLinks {
		g.omitted++
		return
	}
	own := flowThread{ID: t.ID(), From: g.owner(t.From), To: g.owner(t.To), Status: t.Status, Relations: []data.RelationID{}, NoLaw: noLaw}
	for _, s := range t.Steps {
		from, to := g.owner(s.From), g.owner(s.To)
		switch {
		case s.Relation == "":
		case from == to:
			g.left[s.Relation] = "within"
		default:
			g.link(s, from, to).threads++
			own.Relations = append(own.Relations, s.Relation)
		}
	}
	g.threads = append(g.threads, own)
}

func (g *gatherer) fresh(t graph.Thread) int {
	n := 0
	for _, s := range t.Steps {
		if s.Relation != "" && g.links[s.Relation] == nil {
			n++
		}
	}
	return n
}

func (g *gatherer) link(s graph.Step, from, to data.EntityID) *flowLink {
	l := g.links[s.Relation]
	if l == nil {
		r, _ := g.x.Relation(s.Relation)
		l = &flowLink{id: s.Relation, from: from, to: to, status: weaker("", r.Status)}
		g.links[s.Relation] = l
	}
	return l
}

// close cuts circles, which a Sankey diagram cannot draw, and makes the nodes.
// What runs the way of the columns stays before what runs against them, and
// what more threads follow before what fewer do.
func (g *gatherer) close() {
	all := make([]*flowLink, 0, len(g.links))
	for _, l := range g.links {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *flowLink) int {
		return cmp.Or(cmp.Compare(g.against(a), g.against(b)), cmp.Compare(b.threads, a.threads), cmp.Compare(a.id, b.id))
	})
	out := map[data.EntityID][]data.EntityID{}
	for _, l := range all {
		if leadsTo(out, l.to, l.from, map[data.EntityID]bool{}) {
			g.left[l.id] = "circle"
			continue
		}
		out[l.from] = append(out[l.from], l.to)
		g.flow.links = append(g.flow.links, l)
	}
	slices.SortFunc(g.flow.links, func(a, b *flowLink) int { return cmp.Compare(a.id, b.id) })
	g.report()
	g.addNodes()
}

// against is how many columns a link runs backwards.
func (g *gatherer) against(l *flowLink) int {
	return max(0, int(classOf(g.kindOf(l.from)))-int(classOf(g.kindOf(l.to))))
}

func leadsTo(out map[data.EntityID][]data.EntityID, from, to data.EntityID, seen map[data.EntityID]bool) bool {
	if from == to {
		return true
	}
	seen[from] = true
	for _, next := range out[from] {
		if !seen[next] && leadsTo(out, next, to, seen) {
			return true
		}
	}
	return false
}

// report lists what is left out, and takes it from the threads.
func (g *gatherer) report() {
	g.flow.left = []flowLeft{}
	for id, why := range g.left {
		g.flow.left = append(g.flow.left, flowLeft{id, why})
	}
	slices.SortFunc(g.flow.left, func(a, b flowLeft) int { return cmp.Compare(a.Relation, b.Relation) })
	for i := range g.threads {
		g.threads[i].Relations = slices.DeleteFunc(g.threads[i].Relations, func(id data.RelationID) bool { return g.left[id] != "" })
	}
}

func (g *gatherer) addNodes() {
	for _, l := range g.flow.links {
		g.node(l.from)
		g.node(l.to)
	}
	for _, t := range g.threads {
		if n := g.nodes[t.From]; n != nil && t.NoLaw {
			n.noLaw = true
		}
		for _, id := range g.through(t) {
			g.nodes[id].threads++
		}
	}
}

func (g *gatherer) node(id data.EntityID) {
	if g.nodes[id] == nil {
		kind := g.kindOf(id)
		g.nodes[id] = &flowNode{id: id, kind: kind, class: classOf(kind)}
	}
}

// through are the things that a thread passes in the diagram, each once.
func (g *gatherer) through(t flowThread) []data.EntityID {
	var ids []data.EntityID
	for _, id := range t.Relations {
		ids = append(ids, g.links[id].from, g.links[id].to)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (f *flow) kindOf(id data.EntityID) data.Kind {
	thing, _ := f.x.Thing(id)
	return f.x.Kind(thing.Kind)
}
