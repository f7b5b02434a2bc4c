package gexf

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlwrite"
)

// namespace is that of the published schema, which has the elements of drawing
// in it too. Gephi and sigma tell elements by their local names.
const namespace = "http://gexf.net/1.3"

// writer writes one dataset.
type writer struct {
	*xmlwrite.Writer
	ds    *data.Dataset
	index *data.Index
	nodes map[string]string // id of an attribute by key
	edges map[string]string
}

func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	to, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{Writer: xmlwrite.New(to), ds: ds, index: data.NewIndex(ds)}
	w.Open("gexf", "xmlns", namespace, "version", "1.3")
	w.meta()
	w.graph()
	columns.Lost(ds, lost)
	err = w.Close()
	lost.Add("characters that XML cannot hold", w.Dropped)
	return err
}

// meta says what the dataset is: for people, and on the last line of the
// description for reading it back.
func (w *writer) meta() {
	var text string
	for _, line := range []string{w.ds.Title, w.ds.Standfirst} {
		if line != "" {
			text += line + "\n"
		}
	}
	w.Open("meta")
	w.Text("creator", "redthread")
	w.Text("description", text+headingLine+columns.Object(columns.Heading(w.ds)))
	w.Shut()
}

func (w *writer) graph() {
	if w.dated() {
		w.Open("graph", "defaultedgetype", "directed", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	} else {
		w.Open("graph", "defaultedgetype", "directed", "mode", "static")
	}
	w.nodes = w.attributes("node", columns.Gather[data.Entity](len(w.ds.Entities), w.entity))
	w.edges = w.attributes("edge", columns.Gather[data.Relation](len(w.ds.Relations), w.relation))
	w.Open("nodes")
	for i := range w.ds.Entities {
		w.node(&w.ds.Entities[i], w.entity(i))
	}
	w.Shut()
	w.Open("edges")
	for i := range w.ds.Relations {
		w.edge(&w.ds.Relations[i], w.relation(i))
	}
	w.Shut()
	w.Shut()
}

// entity is an entity without what GEXF draws itself.
func (w *writer) entity(i int) []data.Cell {
	e := w.ds.Entities[i]
	_, e.Attributes = drawing(e.Attributes, "node")
	return columns.Entity(&e)
}

func (w *writer) relation(i int) []data.Cell {
	r := w.ds.Relations[i]
	_, r.Attributes = drawing(r.Attributes, "edge")
	return columns.Relation(&r)
}

var types = map[columns.Type]string{columns.Integer: "integer", columns.Long: "long", columns.Double: "double", columns.Text: "string"}

// attributes declares the columns and gives their ids by key.
func (w *writer) attributes(class string, list []columns.Column) map[string]string {
	ids := map[string]string{}
	if len(list) == 0 {
		return ids
	}
	w.Open("attributes", "class", class, "mode", "static")
	for _, c := range list {
		ids[c.Key] = c.ID
		w.Empty("attribute", "id", c.ID, "title", w.Legal(c.Key), "type", types[c.Type])
	}
	w.Shut()
	return ids
}

func (w *writer) node(e *data.Entity, cells []data.Cell) {
	thing, _ := w.index.Thing(e.ID)
	spells := spellsFor(thing.Date, e.Attributes)
	w.Open("node", append([]string{"id", string(e.ID), "label", w.index.Label(thing)}, inTag(spells)...)...)
	w.values(w.nodes, cells)
	w.spells(spells)
	drawn, _ := drawing(e.Attributes, "node")
	if !slices.ContainsFunc(drawn, func(d element) bool { return d.name == "color" }) {
		drawn = append(drawn, colour(w.index.Kind(e.Kind).Light, "")...)
	}
	w.drawn(drawn)
	w.Shut()
}

func (w *writer) edge(r *data.Relation, cells []data.Cell) {
	from, _ := columns.Split(r.From)
	to, _ := columns.Split(r.To)
	predicate := w.index.Predicate(r.Predicate)
	spells := spellsFor(r.Date, r.Attributes)
	w.Open("edge", append([]string{"id", string(r.ID), "source", from, "target", to, "type", edgeTypeOf(r, predicate),
		"kind", string(r.Predicate), "label", predicate.Label, "weight", weight(r.Attributes)}, inTag(spells)...)...)
	w.values(w.edges, cells)
	w.spells(spells)
	drawn, _ := drawing(r.Attributes, "edge")
	w.drawn(drawn)
	w.Shut()
}

func (w *writer) values(ids map[string]string, cells []data.Cell) {
	w.Open("attvalues")
	for _, c := range cells {
		w.Empty("attvalue", "for", ids[c.Key], "value", c.Text)
	}
	w.Shut()
}

// edgeTypeOf is what a foreign file said, else undirected for what reads the
// same both ways; "" is directed, as the graph says.
func edgeTypeOf(r *data.Relation, p data.Predicate) string {
	for _, a := range r.Attributes {
		if a.Key == foreign+"type" && slices.Contains(edgeTypes, a.Value) {
			return a.Value
		}
	}
	if p.Symmetric {
		return "undirected"
	}
	return ""
}

// weight is the attribute weight, where it is a number.
func weight(list []data.Attribute) string {
	for _, a := range list {
		if a.Key == "weight" && columns.IsNumber(a.Value) {
			return a.Value
		}
	}
	return ""
}
