package jsongraph

import (
	"strings"

	"github.com/redthread/redthread/data/format"
)

// JGF is JSON Graph Format, versions 1 and 2; version 2 is written.
func JGF() format.Format {
	return format.Format{Name: "jgf", Title: "JSON Graph Format", Names: []string{".jgf", ".jgf.json"},
		Detect: detect(isJGF), Read: format.Each("jgf", jgf.read), Write: writeJGF}
}

// D3 is the node-link JSON of d3 and networkx.
func D3() format.Format {
	return format.Format{Name: "d3", Title: "node-link JSON (d3, networkx)", Names: []string{".json"},
		Detect: detect(isD3), Read: format.Each("d3", d3.read), Write: writeD3}
}

// Cytoscape is the JSON of Cytoscape.js and of the desktop program.
func Cytoscape() format.Format {
	return format.Format{Name: "cytoscape", Title: "Cytoscape JSON", Names: []string{".cyjs"},
		Detect: detect(isCytoscape), Read: format.Each("cytoscape", cytoscape.read), Write: writeCytoscape}
}

// detect makes a Detect of a look at the keys.
func detect(is func(found map[string]byte) format.Confidence) func(string, []byte) format.Confidence {
	return func(name string, head []byte) format.Confidence {
		found := peek(head)
		if c := found[""]; c != '{' && c != '[' {
			return format.No
		}
		return is(found)
	}
}

func has(found map[string]byte, path string) bool { return found[path] != 0 }

// said tells what redthread says of a dataset, which may fill the first bytes of
// its file before any node stands there.
func (d *dialect) said(found map[string]byte, top string) bool {
	return has(found, top+strings.TrimSuffix(d.own, "."))
}

func isJGF(found map[string]byte) format.Confidence {
	if jgf.said(found, "graph.") {
		return format.Certain
	}
	for _, top := range []string{"graph", "graphs"} {
		for _, list := range []string{".nodes", ".edges", ".hyperedges"} {
			if has(found, top+list) {
				return format.Certain
			}
		}
	}
	return format.No
}

func isD3(found map[string]byte) format.Confidence {
	nodes, links := found["nodes"] == '[', found["links"] == '[' || found["edges"] == '['
	ends := false
	for path := range found {
		for _, pair := range endKeys {
			ends = ends || path == "links."+pair[0] || path == "edges."+pair[0] || path == "edges.data."+pair[0]
		}
	}
	switch {
	case found[""] != '{':
		return format.No
	case nodes && ends, d3.said(found, ""):
		return format.Certain
	case nodes && links, (nodes && !has(found, "nodes.data") || links && ends) && !otherRecords(found):
		return format.Likely
	}
	return format.No
}

// otherRecords tells whether objects stand in lists that are none of a graph's:
// then links without nodes join those, or these are the links of the nodes, and
// the file is a collection of records.
func otherRecords(found map[string]byte) bool {
	for path := range found {
		list, _, below := strings.Cut(path, ".")
		if below && found[list] == '[' && list != "links" && list != "edges" && list != "nodes" {
			return true
		}
	}
	return false
}

func isCytoscape(found map[string]byte) format.Confidence {
	switch {
	case has(found, "elements.data"), has(found, "elements.nodes.data"), has(found, "elements.edges.data"), has(found, "elements.nodes") && has(found, "format_version"),
		has(found, "data."+cytoscapeOwn):
		return format.Certain
	case found["elements.nodes"] == '[' || found["elements.edges"] == '[':
		return format.Likely
	case found[""] == '[' && has(found, "data.id"):
		return format.Likely
	}
	for path := range found {
		if strings.HasPrefix(path, "target_cytoscapejs") {
			return format.Certain
		}
	}
	return format.No
}
