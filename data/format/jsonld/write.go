package jsonld

import (
	"bufio"
	"fmt"
	"maps"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// Format is JSON-LD, written only.
func Format() format.Format {
	return format.Format{Name: "jsonld", Title: "JSON-LD (schema.org)", Names: []string{".jsonld"}, Write: write}
}

// writer writes one document.
type writer struct {
	*bufio.Writer
	ds     *data.Dataset
	index  *data.Index
	stated map[data.EntityID]map[data.PredicateID][]string // what sources state, by where it begins
	n      int
}

func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	file, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{Writer: bufio.NewWriter(file), ds: ds, index: data.NewIndex(ds), stated: map[data.EntityID]map[data.PredicateID][]string{}}
	w.gather()
	w.put("{\n  \"@context\": ", w.context(), ",\n  \"@graph\": [")
	w.node(w.dataset())
	for _, list := range [][]string{w.vocabulary(), w.sources(), w.things(), w.relations(), w.figures()} {
		for _, node := range list {
			w.node(node)
		}
	}
	w.put("\n  ]\n}\n")
	losses(ds, lost)
	return w.Flush()
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p) // bufio keeps the error for Flush
	}
}

func (w *writer) node(json string) {
	if w.n++; w.n > 1 {
		w.put(",")
	}
	w.put("\n    ", json)
}

// losses are what stands nowhere in the document.
func losses(ds *data.Dataset, lost *format.Losses) {
	format.Lost(lost, "entities", ds.Entities, "id", "kind", "name", "short", "names", "aliases", "date", "date_note", "place", "summary", "tags", "links", "count", "attributes", "stages", "evidence")
	format.Lost(lost, "relations", ds.Relations, "id", "from", "predicate", "to", "date", "date_note", "status", "note", "attributes", "evidence")
	format.Lost(lost, "sources", ds.Sources, "id", "publisher", "authors", "title", "date", "date_note", "url", "archive", "language", "licence", "sha256", "note")
	lost.LostSections(ds, "sources", "figures")
	lost.LostDetails(ds)
}

// prefix begins the ids of the dataset's nodes: those of two datasets must not
// be the same where documents meet.
func (w *writer) prefix(sort string) string {
	name := format.Slug(w.ds.Title)
	if name == "" {
		name = "dataset"
	}
	return "urn:redthread:" + name + ":" + sort
}

func (w *writer) context() string {
	q := func(sort string) string { return jsonwrite.Quoted(w.prefix(sort + ":")) }
	return fmt.Sprintf(context, q("thing"), q("relation"), q("source"), q("figure"))
}

func (w *writer) dataset() string {
	return object("Dataset", w.prefix("dataset"), jsonwrite.Text("name", w.ds.Title), jsonwrite.Text("description", w.ds.Standfirst), jsonwrite.Text("inLanguage", w.ds.Lang),
		jsonwrite.Text("license", w.ds.Licence), jsonwrite.Text("abstract", w.ds.About))
}

// object is a node with its type and id.
func object(typ, id string, entries ...jsonwrite.Entry) string {
	return jsonwrite.Object(append([]jsonwrite.Entry{jsonwrite.Text("@id", id), jsonwrite.Text("@type", typ)}, entries...)...)
}

// ref points to a node.
func ref(id string) string { return jsonwrite.Object(jsonwrite.Text("@id", id)) }

// gather finds what may be said as a plain property: relations that a source
// states.
func (w *writer) gather() {
	for _, r := range w.index.Relations() {
		if r.Predicate == data.StageOf || r.Status != "" && r.Status != data.Stated {
			continue
		}
		by := w.stated[r.From]
		if by == nil {
			by = map[data.PredicateID][]string{}
			w.stated[r.From] = by
		}
		if to := ref("thing:" + string(r.To)); !slices.Contains(by[r.Predicate], to) {
			by[r.Predicate] = append(by[r.Predicate], to)
		}
	}
}

// vocabulary declares the kinds and predicates that the document uses.
func (w *writer) vocabulary() []string {
	var list []string
	kinds, predicates := map[data.KindID]bool{"event": w.hasStages()}, map[data.PredicateID]bool{}
	for _, e := range w.ds.Entities {
		kinds[e.Kind] = true
	}
	for _, r := range w.ds.Relations {
		predicates[r.Predicate] = true
	}
	for _, id := range slices.Sorted(maps.Keys(kinds)) {
		if k := w.index.Kind(id); kinds[id] {
			list = append(list, object("rdfs:Class", "kind:"+string(id), jsonwrite.Text("label", k.Label), jsonwrite.Text("subClassOf", "schema:"+typeOf(id))))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(predicates)) {
		p := w.index.Predicate(id)
		list = append(list, object("rdf:Property", "predicate:"+string(id), jsonwrite.Text("label", p.Label), jsonwrite.Text("subPropertyOf", schema(broader[id]))))
	}
	return list
}

func schema(word string) string {
	if word == "" {
		return ""
	}
	return "schema:" + word
}

func (w *writer) hasStages() bool {
	return slices.ContainsFunc(w.ds.Entities, func(e data.Entity) bool { return len(e.Stages) > 0 })
}
