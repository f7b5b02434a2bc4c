package graphml

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlwrite"
)

const (
	namespace = "http://graphml.graphdrawing.org/xmlns"
	schema    = namespace + " " + namespace + "/1.0/graphml.xsd"
)

// writer writes one dataset.
type writer struct {
	*xmlwrite.Writer
	ds    *data.Dataset
	index *data.Index
}

// ids are those of keys, by the key of a cell.
type ids map[string]string

func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	to, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{xmlwrite.New(to), ds, data.NewIndex(ds)}
	w.Open("graphml", "xmlns", namespace, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation", schema)
	w.graph()
	columns.Lost(ds, lost)
	err = w.Close()
	lost.Add("characters that XML cannot hold", w.Dropped)
	return err
}

// graph writes the keys, which stand before the graph, and the graph. The keys
// of labels stand first: viewers offer the first text as the label.
func (w *writer) graph() {
	w.Empty("key", "id", "label", "for", "node", "attr.name", "label", "attr.type", "string")
	w.Empty("key", "id", "edge-label", "for", "edge", "attr.name", "label", "attr.type", "string")
	heading := columns.Heading(w.ds)
	about := w.keys("graph", columns.Gather[data.Dataset](1, func(int) []data.Cell { return heading }))
	nodes := w.keys("node", columns.Gather[data.Entity](len(w.ds.Entities), w.entity))
	edges := w.keys("edge", columns.Gather[data.Relation](len(w.ds.Relations), w.relation))
	w.Open("graph", "id", "G", "edgedefault", "directed")
	w.values(about, heading)
	for i := range w.ds.Entities {
		w.node(&w.ds.Entities[i], nodes, w.entity(i))
	}
	for i := range w.ds.Relations {
		w.edge(&w.ds.Relations[i], edges, w.relation(i))
	}
	w.Shut()
}

func (w *writer) entity(i int) []data.Cell   { return columns.Entity(&w.ds.Entities[i]) }
func (w *writer) relation(i int) []data.Cell { return columns.Relation(&w.ds.Relations[i]) }

var types = map[columns.Type]string{columns.Integer: "int", columns.Long: "long", columns.Double: "double", columns.Text: "string"}

// keys declares columns. Their ids name what they are for, since a key's id
// may stand only once in a file.
func (w *writer) keys(class string, list []columns.Column) ids {
	byKey := ids{}
	for _, c := range list {
		id := columns.Prefix + class + "." + c.ID[len(columns.Prefix):]
		byKey[c.Key] = id
		w.Empty("key", "id", id, "for", class, "attr.name", w.Legal(c.Key), "attr.type", types[c.Type])
	}
	return byKey
}

func (w *writer) node(e *data.Entity, keys ids, cells []data.Cell) {
	thing, _ := w.index.Thing(e.ID)
	w.Open("node", "id", string(e.ID))
	w.Text("data", w.index.Label(thing), "key", "label")
	w.values(keys, cells)
	w.Shut()
}

func (w *writer) edge(r *data.Relation, keys ids, cells []data.Cell) {
	from, _ := columns.Split(r.From)
	to, _ := columns.Split(r.To)
	w.Open("edge", "id", string(r.ID), "source", from, "target", to)
	w.Text("data", w.index.Predicate(r.Predicate).Label, "key", "edge-label")
	w.values(keys, cells)
	w.Shut()
}

func (w *writer) values(keys ids, cells []data.Cell) {
	for _, c := range cells {
		w.Text("data", c.Text, "key", keys[c.Key])
	}
}
