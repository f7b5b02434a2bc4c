package jsongraph

import (
	"strings"

	"github.com/redthread/redthread/data"
)

// what a part of a file is.
type what uint8

const (
	other   what = iota // said of the graph: its label, a remark
	ours                // what redthread says of the dataset
	node                //
	edge                //
	hyper               // an edge between more than two
	setting             // how a program shows the graph
)

// part is where a value stands: in which graph of the file, and under which key.
type part struct {
	what  what
	graph string // its number from 1 where a file has several; empty for the only one
	key   string // of a node in a map: its id; of everything else: the key
}

// dialect is how one format spells a graph.
type dialect struct {
	name     string
	lists    []string                             // for data.WalkJSON
	part     func(path string, v data.Value) part // what stands at a path
	nested   []group                              // maps whose pairs count as the record's own
	idle     map[string]bool                      // keys that say only how a program shows a record
	directed string                               // where a file does not say it: "true", or empty for unknown
	silent   string                               // key of a record that the reader has used already
	index    bool                                 // links may name their ends by number
	own      string                               // prefix of the paths of what redthread writes of the dataset
}

// group is a map within a record that only groups its keys; prefix is what they
// begin with outside of it.
type group struct{ key, prefix string }

// group finds the group that a key opens.
func (d *dialect) group(key string) (group, bool) {
	for _, g := range d.nested {
		if g.key == key {
			return g, true
		}
	}
	return group{}, false
}

// sections are the lists of a dataset beside its entities and relations, under
// the keys of the canonical form.
var sections = []string{"kinds", "predicates", "sources", "figures", "conflicts", "ruled_out", "eras", "story"}

// lists adds the lists of sections below a prefix.
func withSections(prefix string, lists ...string) []string {
	for _, s := range sections {
		lists = append(lists, prefix+s)
	}
	return lists
}

// Where redthread writes what it says of the dataset: paths or their beginnings.
const (
	jgfOwn       = "metadata.redthread."
	d3Own        = "graph.redthread."
	cytoscapeOwn = "redthread"
)

var jgf = dialect{
	name: "jgf",
	lists: withSections("graph.metadata.redthread.",
		"graph.nodes", "graph.nodes.", "graph.edges", "graph.links", "graph.hyperedges", "graph.metadata.",
		"graphs[].nodes", "graphs[].nodes.", "graphs[].edges", "graphs[].links", "graphs[].hyperedges", "graphs[].metadata."),
	part:     jgfPart,
	nested:   []group{{"metadata", ""}},
	own:      jgfOwn,
	directed: "true",
}

func jgfPart(path string, _ data.Value) part {
	p := part{}
	first, rest, _ := strings.Cut(path, ".")
	if number, ok := strings.CutPrefix(first, "graphs["); ok {
		p.graph = strings.TrimSuffix(number, "]")
	} else if first != "graph" {
		return part{what: setting, key: path}
	}
	first, below, in := strings.Cut(rest, ".")
	switch {
	case first == "nodes":
		p.what, p.key = node, below
	case (first == "edges" || first == "links") && !in:
		p.what = edge
	case first == "hyperedges" && !in:
		p.what = hyper
	case p.graph == "" && strings.HasPrefix(rest, jgfOwn):
		p.what, p.key = ours, strings.TrimPrefix(rest, jgfOwn)
	case first == "metadata" && in:
		p.key = below
	default:
		p.key = rest
	}
	return p
}

// simulation are the keys that d3-force leaves in what it has moved.
var simulation = map[string]bool{"vx": true, "vy": true, "vz": true, "index": true}

var d3 = dialect{
	name:   "d3",
	lists:  withSections("graph.redthread.", "nodes", "nodes.", "links", "edges", "graph."),
	part:   d3Part,
	nested: []group{{"attributes", ""}, {"metadata", ""}, {"data", ""}, {"properties", ""}, {"position", "d3:"}},
	idle:   simulation,
	index:  true,
	own:    d3Own,
}

func d3Part(path string, _ data.Value) part {
	id, inMap := strings.CutPrefix(path, "nodes.")
	switch {
	case inMap:
		return part{what: node, key: id}
	case path == "nodes":
		return part{what: node}
	case path == "links" || path == "edges":
		return part{what: edge}
	case strings.HasPrefix(path, d3Own):
		return part{what: ours, key: strings.TrimPrefix(path, d3Own)}
	case path == "multigraph" || path == "options":
		return part{what: setting, key: path}
	}
	return part{key: strings.TrimPrefix(path, "graph.")}
}

// shown are the keys of an element that say how Cytoscape shows it just now.
var shown = map[string]bool{"selected": true, "selectable": true, "grabbable": true, "grabbed": true, "locked": true, "removed": true,
	"pannable": true, "scratch": true, "style": true, "css": true, "renderedPosition": true, "renderedposition": true}

var cytoscape = dialect{
	name:   "cytoscape",
	lists:  []string{"", "elements", "elements.nodes", "elements.edges", "data."},
	part:   cytoscapePart,
	nested: []group{{"data", ""}, {"position", "cytoscape:"}},
	idle:   shown,
	silent: "group",
	own:    cytoscapeOwn,
}

func cytoscapePart(path string, v data.Value) part {
	switch path {
	case "elements.nodes":
		return part{what: node}
	case "elements.edges":
		return part{what: edge}
	case "", "elements":
		if group := v.Key("group").Text(); group == "edges" || group == "" && v.Path("data", "source").Form() == data.Scalar && v.Path("data", "target").Form() == data.Scalar {
			return part{what: edge}
		}
		return part{what: node}
	case "data." + cytoscapeOwn:
		return part{what: ours}
	}
	if key, ok := strings.CutPrefix(path, "data."); ok {
		return part{key: key}
	}
	return part{what: setting, key: path}
}
