// Package gexf reads and writes GEXF, the format of Gephi. What enters: files
// of version 1.1, 1.2 or 1.3, whatever namespace they name; what leaves: nodes
// as entities, edges and nesting as relations, spells as dates. It writes 1.3.
//
// What GEXF draws has no place in the model and stands among the attributes
// under keys that begin with "gexf:"; the writer gives it back.
package gexf

import (
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/xmlread"
)

// Format is GEXF for the list of formats.
func Format() format.Format {
	endings := []string{".gexf"}
	return format.Format{
		Name: "gexf", Title: "GEXF (Gephi)", Names: endings,
		Detect: func(name string, head []byte) format.Confidence { return xmlread.Detect(name, head, "gexf", endings) },
		Read:   format.Each("gexf", read),
		Write:  write,
	}
}

// foreign begins the keys of attributes that hold what GEXF has a place for and
// the model has not.
const foreign = "gexf:"
