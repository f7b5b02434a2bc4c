package jsongraph

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// edgeMark stands before the id of a relation that a thing has too, in formats
// where both share one space.
const edgeMark = "edge:"

// graph is a dataset as the writers see it: sorted, with its predicates.
type graph struct {
	ds        *data.Dataset
	index     *data.Index
	entities  []data.Entity
	relations []data.Relation
}

func newGraph(ds *data.Dataset) *graph {
	g := &graph{ds: ds, index: data.NewIndex(ds), entities: slices.Clone(ds.Entities), relations: slices.Clone(ds.Relations)}
	slices.SortStableFunc(g.entities, func(a, b data.Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortStableFunc(g.relations, func(a, b data.Relation) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return g
}

// end is the node where a relation begins or ends, and the stage of it.
func end(id data.EntityID) (node, stage string) {
	node, stage, _ = strings.Cut(string(id), "/")
	return node, stage
}

// edge is what all dialects write of a relation beside its ends, without the
// keys that the dialect writes itself.
func (g *graph) edge(r data.Relation, without ...string) (from, to string, entries []entry) {
	from, fromStage := end(r.From)
	to, toStage := end(r.To)
	entries = append(cells(r, append(without, "from", "to")...), jsonwrite.Text("from_stage", fromStage), jsonwrite.Text("to_stage", toStage))
	return from, to, entries
}

func (g *graph) directed(r data.Relation) bool { return !g.index.Predicate(r.Predicate).Symmetric }

// number is the value of an attribute, where it is a number in JSON.
func number(e data.Entity, key string) string {
	for _, a := range e.Attributes {
		if a.Key == key && json.Valid([]byte(a.Value)) && strings.ContainsAny(a.Value[:1], "-0123456789") {
			return a.Value
		}
	}
	return ""
}

// pages writes what stands around the records, and the records one a line.
type pages struct{ *bufio.Writer }

func create(out format.Files) (pages, error) {
	w, err := out.Create("")
	if err != nil {
		w = io.Discard
	}
	return pages{bufio.NewWriter(w)}, err
}

func (p pages) put(parts ...string) {
	for _, s := range parts {
		p.WriteString(s) // bufio keeps the error for Flush
	}
}

// lines writes n records between brackets, one a line.
func (p pages) lines(indent string, open, end string, n int, line func(i int) string) {
	p.put(open)
	for i := range n {
		if i > 0 {
			p.put(",")
		}
		p.put("\n", indent, "  ", line(i))
	}
	if n > 0 {
		p.put("\n", indent)
	}
	p.put(end)
}

func writeJGF(out format.Files, ds *data.Dataset, _ *format.Losses) error {
	p, err := create(out)
	if err != nil {
		return err
	}
	g := newGraph(ds)
	p.put("{\n  \"graph\": {\n    \"label\": ", jsonwrite.Quoted(ds.Title), ",\n    \"directed\": true,\n    \"metadata\": {\n      \"redthread\": ",
		datasetJSON(ds, "      "), "\n    },\n    \"nodes\": ")
	p.lines("    ", "{", "}", len(g.entities), func(i int) string {
		e := g.entities[i]
		return jsonwrite.Quoted(string(e.ID)) + ": " + jsonwrite.Object(jsonwrite.Text("label", e.Name), jsonwrite.Raw("metadata", jsonwrite.Object(cells(e, "id", "name")...)))
	})
	p.put(",\n    \"edges\": ")
	p.lines("    ", "[", "]", len(g.relations), func(i int) string {
		r := g.relations[i]
		from, to, entries := g.edge(r, "id", "predicate")
		return jsonwrite.Object(jsonwrite.Text("id", string(r.ID)), jsonwrite.Text("source", from), jsonwrite.Text("target", to), jsonwrite.Text("relation", string(r.Predicate)),
			jsonwrite.Raw("directed", strconv.FormatBool(g.directed(r))), jsonwrite.Text("label", g.index.Predicate(r.Predicate).Label), jsonwrite.Raw("metadata", jsonwrite.Object(entries...)))
	})
	p.put("\n  }\n}\n")
	return p.Flush()
}

func writeD3(out format.Files, ds *data.Dataset, _ *format.Losses) error {
	p, err := create(out)
	if err != nil {
		return err
	}
	g := newGraph(ds)
	p.put("{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": {\n    \"name\": ", jsonwrite.Quoted(ds.Title), ",\n    \"redthread\": ", datasetJSON(ds, "    "), "\n  },\n  \"nodes\": ")
	p.lines("  ", "[", "]", len(g.entities), func(i int) string {
		e := g.entities[i]
		return jsonwrite.Object(append(cells(e), jsonwrite.Text("group", string(e.Kind)), jsonwrite.Raw("x", number(e, "x")), jsonwrite.Raw("y", number(e, "y")))...)
	})
	p.put(",\n  \"links\": ")
	p.lines("  ", "[", "]", len(g.relations), func(i int) string {
		r := g.relations[i]
		from, to, entries := g.edge(r)
		return jsonwrite.Object(append([]entry{jsonwrite.Text("source", from), jsonwrite.Text("target", to), jsonwrite.Text("key", string(r.ID)), jsonwrite.Text("label", g.index.Predicate(r.Predicate).Label)}, entries...)...)
	})
	p.put("\n}\n")
	return p.Flush()
}
