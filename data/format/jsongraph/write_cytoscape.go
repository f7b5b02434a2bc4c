package jsongraph

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
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
		jsonwrite.Object(jsonwrite.Text("name", ds.Title), jsonwrite.Text("shared_name", ds.Title), jsonwrite.Text("redthread", datasetJSON(ds, ""))), ",\n  \"elements\": {\n    \"nodes\": ")
	p.lines("    ", "[", "]", len(g.entities), func(i int) string { return cytoscapeNode(g.entities[i]) })
	p.put(",\n    \"edges\": ")
	p.lines("    ", "[", "]", len(g.relations), func(i int) string { return g.cytoscapeEdge(g.relations[i]) })
	p.put("\n  }\n}\n")
	return p.Flush()
}

func cytoscapeNode(e data.Entity) string {
	position := ""
	if x, y := number(e, "cytoscape:x"), number(e, "cytoscape:y"); x != "" && y != "" {
		position = jsonwrite.Object(jsonwrite.Raw("x", x), jsonwrite.Raw("y", y))
	}
	return jsonwrite.Object(jsonwrite.Raw("data", jsonwrite.Object(cells(e)...)), jsonwrite.Raw("position", position), jsonwrite.Text("classes", string(e.Kind)))
}

func (g *graph) cytoscapeEdge(r data.Relation) string {
	from, to, entries := g.edge(r, "id")
	id := string(r.ID)
	if _, taken := g.index.Thing(data.EntityID(id)); taken {
		id = edgeMark + id
	}
	said := append([]entry{jsonwrite.Text("id", id), jsonwrite.Text("source", from), jsonwrite.Text("target", to), jsonwrite.Text("interaction", g.index.Predicate(r.Predicate).Label)}, entries...)
	return jsonwrite.Object(jsonwrite.Raw("data", jsonwrite.Object(said...)), jsonwrite.Text("classes", string(r.Predicate)))
}
