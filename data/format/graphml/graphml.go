// Package graphml reads and writes GraphML, the format of yEd, igraph, networkx
// and others. What enters: files with typed keys, directed and mixed edges,
// graphs within nodes, hyperedges and ports; what leaves: nodes and hyperedges
// as entities, edges, endpoints and nesting as relations.
//
// What GraphML says beside keys has no place in the model and stands among the
// attributes under names that begin with "graphml:" or, for drawing, "yed:".
package graphml

import (
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// Format is GraphML for the list of formats.
func Format() format.Format {
	endings := []string{".graphml"}
	return format.Format{
		Name: "graphml", Title: "GraphML (yEd, igraph, networkx)", Names: endings,
		Detect: func(name string, head []byte) format.Confidence {
			return xmlread.Detect(name, head, "graphml", endings)
		},
		Read:  format.Each("graphml", read),
		Write: write,
	}
}

// foreign begins the names of attributes that hold what GraphML has a place for
// and the model has not.
const foreign = "graphml:"
