package chart

import (
	"cmp"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// networkPair is two nodes in the order of their numbers.
type networkPair struct{ low, high int32 }

// networkLinks makes the curves: up to four relations between the same two
// stand apart, more are one counted bundle; relations of a thing with itself
// are the loops.
func networkLinks(n *graph.Network, x *data.Index) (links, loops []networkLink) {
	links, loops = []networkLink{}, []networkLink{}
	between := map[networkPair][]int32{}
	for r := range int32(n.Size()) {
		from, to := n.Ends(r)
		pair := networkPair{min(from, to), max(from, to)}
		between[pair] = append(between[pair], r)
	}
	for _, pair := range sortedPairs(between) {
		relations := between[pair]
		switch {
		case pair.low == pair.high:
			loops = append(loops, networkBundle(n, x, relations))
		case len(relations) > maxParallel:
			links = append(links, networkBundle(n, x, relations))
		default:
			links = append(links, networkCurves(n, x, relations)...)
		}
	}
	return links, loops
}

func sortedPairs(between map[networkPair][]int32) []networkPair {
	pairs := make([]networkPair, 0, len(between))
	for p := range between {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b networkPair) int { return cmp.Or(cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high)) })
	return pairs
}

// networkCurves fans the relations of a pair out. The side is that of the pair,
// not of the relation: one the other way round bends the other way as seen from
// its own start, and so lies beside its fellows, not upon them.
func networkCurves(n *graph.Network, x *data.Index, relations []int32) []networkLink {
	links := make([]networkLink, len(relations))
	for i, r := range relations {
		bend := 0.08
		if len(relations) > 1 {
			bend = 0.2 * (float64(i) - float64(len(relations)-1)/2)
		}
		if from, to := n.Ends(r); from > to {
			bend = -bend
		}
		links[i] = networkBundle(n, x, relations[i:i+1])
		links[i].LineStyle.Curveness = rounded(bend, 100)
	}
	return links
}

// networkBundle is one link for all the given relations of a pair. It is as
// sure as the weakest of them, and carries influence if one does.
func networkBundle(n *graph.Network, x *data.Index, relations []int32) networkLink {
	from, to := n.Ends(relations[0])
	link := networkLink{Source: n.ID(from), Target: n.ID(to)}
	for _, number := range relations {
		r := n.Relation(number)
		p := x.Predicate(r.Predicate)
		link.Relations = append(link.Relations, r.ID)
		link.Status = weaker(link.Status, r.Status)
		if link.Influence == "" && p.Influence != data.None {
			link.Influence = p.Influence
		}
	}
	if link.Status == data.Stated { // the default, left out to keep pages small
		link.Status = ""
	}
	link.LineStyle.Type = statusLines[link.Status]
	return link
}

// statusLines tell the statuses apart without colour: unbroken (ECharts' default), dashed, dotted,
// long and short.
var statusLines = map[data.Status]any{
	data.Possible: []float64{5, 4}, data.Inferred: []float64{1.5, 3.5}, data.Disputed: []float64{9, 3, 2, 3},
}

// weaker is the weaker of two statuses: what a bundle is drawn as, so that
// nothing in it looks surer than it is. The empty status of a relation counts
// as stated, an unknown one as the weakest.
func weaker(a, b data.Status) data.Status {
	order := []data.Status{"", data.Stated, data.Possible, data.Inferred, data.Disputed}
	b = cmp.Or(b, data.Stated)
	at := slices.Index(order, b)
	if at < 0 {
		return data.Disputed
	}
	if at > slices.Index(order, a) {
		return b
	}
	return a
}
