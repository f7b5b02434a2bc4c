package jsongraph

import (
	"strconv"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// ident is an id as a file writes it. Programs that write 1 in one place and
// "1" in another mean the same thing, unless the file has both.
type ident struct {
	text   string
	number bool
}

// identOf is the id that a value holds, and whether it holds one.
func identOf(v data.Value) (ident, bool) {
	if v.Form() != data.Scalar || v.Text() == "" {
		return ident{}, false
	}
	number := v.Bare() && v.Text() != "true" && v.Text() != "false"
	text := v.Text()
	if number {
		text = plainNumber(text)
	}
	return ident{text, number}, true
}

// plainNumber writes 1.0 and 1e0 as 1, for a program that reads JSON does.
func plainNumber(text string) string {
	if _, err := strconv.ParseInt(text, 10, 64); err == nil {
		return text
	}
	f, err := strconv.ParseFloat(text, 64)
	if n := int64(f); err == nil && f > -1<<53 && f < 1<<53 && float64(n) == f {
		return strconv.FormatInt(n, 10)
	}
	return text
}

// written are the ways in which an id stands in a file.
type written uint8

const (
	asText written = 1 << iota
	asNumber
)

func (i ident) written() written {
	if i.number {
		return asNumber
	}
	return asText
}

// nodeKey tells the nodes of a file's graphs apart, but not 1 from "1".
type nodeKey struct{ graph, text string }

// ref is the id for the Builder. Graphs of a file have spaces of their own.
func (f *facts) ref(graph string, i ident) format.Ref {
	space := ""
	if graph != "" {
		space = "graph " + graph
	}
	if f.both && i.number && f.nodes[nodeKey{graph, i.text}] == asText|asNumber {
		space += " number"
	}
	return format.Ref{Space: space, ID: i.text}
}

// byNumber is the reference to the node that stands at a number of the list.
func byNumber(graph, number string) format.Ref {
	return format.Ref{Space: "index " + graph, ID: number}
}
