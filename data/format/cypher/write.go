package cypher

import (
	"bufio"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Format is Cypher, written only.
func Format() format.Format {
	return format.Format{Name: "cypher", Title: "Cypher (Neo4j)", Names: []string{".cypher", ".cql"}, Write: write}
}

// writer writes statements.
type writer struct {
	*bufio.Writer
	index *data.Index
}

func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	file, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{bufio.NewWriter(file), data.NewIndex(ds)}
	for _, sort := range []string{"Entity", "Source", "Figure"} {
		w.statement("CREATE CONSTRAINT redthread_", strings.ToLower(sort), "_id IF NOT EXISTS FOR (n:", sort, ") REQUIRE n.id IS UNIQUE")
	}
	for _, s := range format.Sorted(ds.Sources, func(s data.Source) string { return string(s.ID) }) {
		w.source(s)
	}
	entities := format.Sorted(ds.Entities, func(e data.Entity) string { return string(e.ID) })
	for _, e := range entities {
		w.entity(e)
	}
	for _, e := range entities {
		w.around(e)
	}
	for _, r := range format.Sorted(ds.Relations, func(r data.Relation) string { return string(r.ID) }) {
		w.relation(r)
	}
	for _, f := range format.Sorted(ds.Figures, func(f data.Figure) string { return f.ID }) {
		w.figure(f)
	}
	losses(ds, lost)
	return w.Flush()
}

func losses(ds *data.Dataset, lost *format.Losses) {
	format.Lost(lost, "entities", ds.Entities, "id", "kind", "name", "short", "names", "aliases", "date", "date_note", "place", "summary", "tags", "links", "count", "attributes", "stages", "evidence")
	format.Lost(lost, "relations", ds.Relations, "id", "from", "predicate", "to", "date", "date_note", "status", "note", "attributes", "evidence")
	format.Lost(lost, "sources", ds.Sources, "id", "publisher", "authors", "title", "date", "date_note", "url", "archive", "language", "licence", "sha256", "file", "note")
	lost.LostSections(ds, "sources", "figures")
	lost.LostDetails(ds)
	for _, e := range ds.Entities {
		for _, l := range e.Links {
			lost.Add("labels of links", min(1, len(l.Label)))
		}
	}
}

// statement writes one line.
func (w *writer) statement(parts ...string) {
	for _, p := range append(parts, ";\n") {
		w.WriteString(p) // bufio keeps the error for Flush
	}
}

// merge makes a node with an id, or finds it, and says all of it.
func (w *writer) merge(common, id string, labels []string, p *properties) {
	set := "n += " + p.String()
	for _, l := range labels {
		set = "n:" + l + ", " + set
	}
	w.statement("MERGE (n:", common, " {id: ", literal(id), "}) SET ", set)
}

// join makes a relationship between two nodes, or finds the one that has the
// properties of key; without them, the only one of its type.
func (w *writer) join(from, to, typ, key string, p *properties) {
	if key != "" {
		key = " {" + key + "}"
	}
	set := ""
	if len(p.list) > 0 {
		set = " SET r += " + p.String()
	}
	w.statement("MATCH ", from, ", ", to, " MERGE (a)-[r:", typ, key, "]->(b)", set)
}

func node(variable, common, id string) string {
	return "(" + variable + ":" + common + " {id: " + literal(id) + "})"
}
