package dot

import (
	"bufio"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Format is DOT, written only.
func Format() format.Format {
	return format.Format{Name: "dot", Title: "DOT (Graphviz)", Names: []string{".dot", ".gv"}, Write: write}
}

// fonts are asked for in this order; the third has Chinese characters, which
// Graphviz draws as boxes where no font has them.
const fonts = "Helvetica,Arial,Noto Sans CJK SC,sans-serif"

// many is from how many things on a layout in layers takes too long: springs
// lay them out.
const many = 400

// columns of a label before it is broken.
const columns = 26

// shapes are those of Graphviz for the symbols of kinds.
var shapes = map[string]string{
	"page": "note", "hexagon": "hexagon", "ring": "ellipse", "pentagon": "house", "square": "box", "tablet": "component",
	"triangle": "invtrapezium", "disc": "oval", "person": "egg", "diamond": "diamond", "book": "tab", "pin": "cds",
}

// lines are the styles of lines by status.
var lines = map[data.Status]string{"": "solid", data.Stated: "solid", data.Possible: "dashed", data.Inferred: "dotted", data.Disputed: "bold,dashed"}

// writer writes one graph.
type writer struct {
	*bufio.Writer
	ds    *data.Dataset
	index *data.Index
}

func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	file, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{bufio.NewWriter(file), ds, data.NewIndex(ds)}
	w.heading()
	for _, e := range format.Sorted(ds.Entities, func(e data.Entity) string { return string(e.ID) }) {
		w.entity(e)
	}
	for _, r := range format.Sorted(ds.Relations, func(r data.Relation) string { return string(r.ID) }) {
		w.relation(r)
	}
	w.legend()
	w.line("}")
	losses(ds, lost)
	return w.Flush()
}

func losses(ds *data.Dataset, lost *format.Losses) {
	for _, e := range ds.Entities {
		if len(e.Name)+2+len(e.Summary) > mostBytes {
			lost.Add("the end of texts of more than 2,700 bytes", 1)
		}
	}
	for _, r := range ds.Relations {
		if len(r.Note) > mostBytes {
			lost.Add("the end of texts of more than 2,700 bytes", 1)
		}
	}
	format.Lost(lost, "entities", ds.Entities, "id", "kind", "name", "short", "date", "summary", "links")
	format.Lost(lost, "relations", ds.Relations, "id", "from", "predicate", "to", "date", "status", "note")
	lost.LostSections(ds)
	for _, e := range ds.Entities {
		lost.Add("links of entities beyond the first", max(0, len(e.Links)-1))
	}
}

func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.WriteString(p) // bufio keeps the error for Flush
	}
	w.WriteByte('\n')
}

// attribute is one of a node or an edge; nothing where it is empty.
type attribute struct{ key, value string }

func list(attributes ...attribute) string {
	var parts []string
	for _, a := range attributes {
		if a.value != "" {
			parts = append(parts, a.key+"="+quoted(a.value))
		}
	}
	return " [" + strings.Join(parts, ", ") + "];"
}

func (w *writer) heading() {
	layout := attribute{"rankdir", "LR"}
	if len(w.ds.Entities) > many {
		layout = attribute{"layout", "sfdp"}
	}
	w.line("digraph redthread {")
	w.line("  graph", list(attribute{"label", wrapped(w.ds.Title, 3*columns)}, attribute{"labelloc", "t"}, attribute{"fontsize", "20"}, attribute{"fontname", fonts}, attribute{"charset", "UTF-8"},
		layout, attribute{"overlap", "false"}, attribute{"splines", "true"}))
	w.line("  node", list(attribute{"fontname", fonts}, attribute{"fontsize", "11"}, attribute{"style", "filled"}, attribute{"fillcolor", "#ffffff"}))
	w.line("  edge", list(attribute{"fontname", fonts}, attribute{"fontsize", "9"}, attribute{"color", "#5c6470"}, attribute{"fontcolor", "#5c6470"}))
}

func (w *writer) entity(e data.Entity) {
	t, _ := w.index.Thing(e.ID)
	k := w.index.Kind(e.Kind)
	label := wrapped(w.index.Label(t), columns)
	switch {
	case t.Derived:
		label += "\nstages: " + t.Date.String()
	case !t.Date.IsZero():
		label += "\n" + t.Date.String()
	}
	url := ""
	if len(e.Links) > 0 {
		url = e.Links[0].URL
	}
	tooltip := e.Name
	if e.Summary != "" {
		tooltip += ": " + e.Summary
	}
	w.line("  ", quoted(string(e.ID)), list(append([]attribute{{"label", label}, {"tooltip", tooltip}, {"URL", url}, {"class", string(e.Kind)},
		{"kind", string(e.Kind)}, {"date", e.Date.String()}}, drawn(k)...)...))
}

// drawn is how a kind looks.
func drawn(k data.Kind) []attribute {
	shape := shapes[k.Symbol]
	if shape == "" {
		shape = "box"
	}
	return []attribute{{"shape", shape}, {"color", k.Light}, {"fontcolor", k.Light}}
}

func (w *writer) relation(r data.Relation) {
	p := w.index.Predicate(r.Predicate)
	from, fromStage := end(r.From)
	to, toStage := end(r.To)
	label := p.Label
	for _, said := range []string{at("from", fromStage), at("to", toStage), hedge(r.Status), r.Date.String()} {
		if said != "" {
			label += "\n" + said
		}
	}
	direction := ""
	if p.Symmetric {
		direction = "none"
	}
	w.line("  ", quoted(from), " -> ", quoted(to), list(attribute{"label", label}, attribute{"edgetooltip", r.Note}, attribute{"style", lines[r.Status]}, attribute{"dir", direction},
		attribute{"id", string(r.ID)}, attribute{"class", string(r.Predicate)}, attribute{"predicate", string(r.Predicate)}, attribute{"date", r.Date.String()}, attribute{"status", string(r.Status)},
		attribute{"from_stage", fromStage}, attribute{"to_stage", toStage}))
}

// end is the node where a relation begins or ends, and the stage of it.
func end(id data.EntityID) (node, stage string) {
	node, stage, _ = strings.Cut(string(id), "/")
	return node, stage
}

func at(side, stage string) string {
	if stage == "" {
		return ""
	}
	return side + " the stage " + strings.ReplaceAll(stage, "-", " ")
}

// hedge says in words what the line says too.
func hedge(s data.Status) string {
	if s == "" || s == data.Stated {
		return ""
	}
	return "(" + string(s) + ")"
}
