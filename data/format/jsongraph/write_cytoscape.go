package jsongraph

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// writeCytoscape writes the form that Cytoscape.js takes as it is and that the
// desktop program imports. What redthread says of the dataset is one text, for
// tables of the desktop program hold no objects.
func writeCytoscape(out format.Files, ds *data.Dataset, _ *format.Losses) error {
	p, err := create(out)
	if err != nil {
		return err
	}
	g := newGraph(ds)
	p.put("{\n  \"format_version\": \"1.0\",\n  \"generated_by\": \"redthread\",\n  \"target_cytoscapejs_version\": \"~2.1\",\n  \"data\": ",
		object(text("name", ds.Title), text("shared_name", ds.Title), text("redthread", datasetJSON(ds, ""))), ",\n  \"elements\": {\n    \"nodes\": ")
	p.lines("    ", "[", "]", len(g.entities), func(i int) string { return cytoscapeNode(g.entities[i]) })
	p.put(",\n    \"edges\": ")
	p.lines("    ", "[", "]", len(g.relations), func(i int) string { return g.cytoscapeEdge(g.relations[i]) })
	p.put("\n  }\n}\n")
	return p.Flush()
}

func cytoscapeNode(e data.Entity) string {
	position := ""
	if x, y := number(e, "cytoscape:x"), number(e, "cytoscape:y"); x != "" && y != "" {
		position = object(entry{"x", x}, entry{"y", y})
	}
	return object(entry{"data", object(cells(e)...)}, entry{"position", position}, text("classes", string(e.Kind)))
}

func (g *graph) cytoscapeEdge(r data.Relation) string {
	from, to, entries := g.edge(r, "id")
	id := string(r.ID)
	if _, taken := g.index.Thing(data.EntityID(id)); taken {
		id = edgeMark + id
	}
	said := append([]entry{text("id", id), text("source", from), text("target", to), text("interaction", g.index.Predicate(r.Predicate).Label)}, entries...)
	return object(entry{"data", object(said...)}, text("classes", string(r.Predicate)))
}
