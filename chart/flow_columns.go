package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// flowClass is what a column is about, from the left.
type flowClass int

const (
	noLawNamed flowClass = iota
	laws
	laidDown
	acted
	ended
)

// classes tells where a kind stands; what is not listed acts.
var classes = map[data.KindID]flowClass{"law": laws, "charge": laidDown, "concept": laidDown, "case": ended}

func classOf(k data.Kind) flowClass {
	if c, ok := classes[k.ID]; ok {
		return c
	}
	return acted
}

// place gives each node its column. A class has a column, or several where its
// members lead to each other; a link against the order of the classes moves what
// it leads to farther right. What no thread leaves stands with the cases at the
// end, and columns that stay empty are closed.
func (f *flow) place() {
	nodes := f.sorted()
	in := map[*flowNode]int{}
	for _, l := range f.links {
		in[f.nodes[l.to]]++
	}
	for _, n := range nodes {
		if n.noLaw && in[n] == 0 {
			n.class = noLawNamed
		}
	}
	first := 0
	for c := noLawNamed; c <= ended; c++ {
		first = f.placeClass(nodes, c, first)
	}
	f.relax(nodes, in)
	f.close(nodes)
}

// sorted are the nodes by name, numbers in names as numbers.
func (f *flow) sorted() []*flowNode {
	var nodes []*flowNode
	for _, n := range f.nodes {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, f.byName)
	return nodes
}

// byName compares the names of two nodes, and where they are alike their ids.
func (f *flow) byName(a, b *flowNode) int {
	name := func(n *flowNode) string {
		if thing, ok := f.x.Thing(n.id); ok {
			return f.x.Label(thing)
		}
		return string(n.id)
	}
	return cmp.Or(natural(name(a), name(b)), natural(string(a.id), string(b.id)))
}

// placeClass places the members of a class from a column on and answers the
// next free one.
func (f *flow) placeClass(nodes []*flowNode, c flowClass, first int) int {
	for _, n := range nodes {
		if n.class == c {
			n.column = first
		}
	}
	for moved := true; moved; { // ends: there are no circles
		moved = false
		for _, l := range f.links {
			from, to := f.nodes[l.from], f.nodes[l.to]
			if from.class == c && to.class == c && to.column <= from.column {
				to.column, moved = from.column+1, true
			}
		}
	}
	next := first
	for _, n := range nodes {
		if n.class == c {
			next = max(next, n.column+1)
		}
	}
	return next
}

// relax moves nodes right until every link runs to the right.
func (f *flow) relax(nodes []*flowNode, in map[*flowNode]int) {
	out := map[*flowNode][]*flowNode{}
	for _, l := range f.links {
		from := f.nodes[l.from]
		out[from] = append(out[from], f.nodes[l.to])
	}
	ready := slices.DeleteFunc(slices.Clone(nodes), func(n *flowNode) bool { return in[n] > 0 })
	for len(ready) > 0 {
		n := ready[0]
		ready = ready[1:]
		for _, to := range out[n] {
			to.column = max(to.column, n.column+1)
			if in[to]--; in[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	last := 0
	for _, n := range nodes {
		last = max(last, n.column)
	}
	for _, n := range nodes {
		if n.class == ended && len(out[n]) == 0 {
			n.column = last
		}
	}
}

// close numbers the columns in use from 0.
func (f *flow) close(nodes []*flowNode) {
	used := map[int]bool{}
	for _, n := range nodes {
		used[n.column] = true
	}
	number := map[int]int{}
	for c := range 2*len(classes) + 4*len(nodes) + 1 {
		if used[c] {
			number[c] = len(number)
		}
	}
	for _, n := range nodes {
		n.column = number[n.column]
	}
	f.frame.columns = len(number)
}

// flowColumn is the head of a column.
type flowColumn struct {
	Title string `json:"title"`
	NoLaw bool   `json:"noLaw,omitempty"` // charges and events at which threads begin
}

func (f *flow) heads() []flowColumn {
	heads := make([]flowColumn, f.frame.columns)
	kinds := make([][]data.Kind, f.frame.columns)
	noLaw := make([]bool, f.frame.columns)
	for _, n := range f.order {
		if n.way != nil {
			continue
		}
		noLaw[n.column] = noLaw[n.column] || n.class == noLawNamed
		if !slices.ContainsFunc(kinds[n.column], func(k data.Kind) bool { return k.ID == n.kind.ID }) {
			kinds[n.column] = append(kinds[n.column], n.kind)
		}
	}
	for c := range heads {
		heads[c] = flowColumn{Title: headOf(kinds[c], noLaw[c]), NoLaw: noLaw[c]}
	}
	return heads
}

// headOf is the title of a column by the kinds that stand in it.
func headOf(kinds []data.Kind, noLaw bool) string {
	if noLaw {
		return "No law is named"
	}
	slices.SortFunc(kinds, func(a, b data.Kind) int { return cmp.Or(a.Lane-b.Lane, cmp.Compare(a.ID, b.ID)) })
	var words []string
	for _, k := range kinds {
		switch {
		case k.ID == "concept":
			words = append(words, "what they lay down")
		default:
			words = append(words, cmp.Or(k.Plural, k.Label, string(k.ID)))
		}
	}
	if len(words) > 3 {
		words = append(words[:2], fmt.Sprintf("%d other kinds", len(words)-2))
	}
	text := strings.Join(words, ", ")
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
