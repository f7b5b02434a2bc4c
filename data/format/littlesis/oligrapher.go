package littlesis

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// field reads a key of a node or edge, or of its "display", where older files
// have it.
func field(rec, display *jsonread.Record, key string) string {
	if text := rec.Text(key); text != "" {
		if display != nil {
			display.Take(key)
		}
		return text
	}
	if display != nil {
		return display.Text(key)
	}
	return ""
}

// displayed is the part of a record that says how it is drawn.
func (r *reader) displayed(rec *jsonread.Record) *jsonread.Record {
	v := rec.Key("display")
	if v.Form() != data.Map {
		return nil
	}
	rec.Take("display")
	d := jsonread.New(r.to, v, "", "")
	d.At = rec.At
	return d
}

// rest are the attributes of a record and of how it is drawn.
func rest(rec, display *jsonread.Record) []data.Attribute {
	list := rec.Rest()
	if display == nil {
		return list
	}
	for _, a := range display.Rest() {
		list = append(list, data.Attribute{Key: "oligrapher:" + a.Key, Value: a.Value})
	}
	return list
}

// node is a node of a map.
func (r *reader) node(id string, v data.Value) {
	rec := r.begin("node", id, v)
	if rec == nil {
		return
	}
	rec.Take("id")
	display := r.displayed(rec)
	e := data.Entity{Name: strings.Join(strings.Fields(field(rec, display, "name")), " "), Summary: field(rec, display, "description")}
	e.Kind = kindOf(rec.Text("type"), nil)
	if e.Kind == "" {
		e.Kind = r.to.Kind(field(rec, display, "kind"))
	}
	for _, link := range [][2]string{{"page", "url"}, {"picture", "image"}} {
		if url := field(rec, display, link[1]); url != "" {
			e.Links = append(e.Links, data.Link{Label: link[0], URL: url})
		}
	}
	e.Attributes = rest(rec, display)
	r.to.Entity(format.Ref{Space: "node", ID: id}, "node", e, rec.At)
}

// edge is an edge of a map; its label is the verb.
func (r *reader) edge(id string, v data.Value) {
	rec := r.begin("edge", id, v)
	if rec == nil {
		return
	}
	rec.Take("id")
	display := r.displayed(rec)
	label := strings.Join(strings.Fields(field(rec, display, "label")), " ")
	from, to := rec.Text("node1_id"), rec.Text("node2_id")
	arrow := field(rec, display, "arrow")
	if arrow == "2->1" || arrow == "left" {
		from, to = to, from
	}
	rel := data.Relation{ID: data.RelationID(id)}
	if url := field(rec, display, "url"); url != "" {
		rel.Evidence = append([]data.Evidence{{Source: r.to.Source(data.Source{Title: url, URL: url})}}, r.to.Evidence(rec.At)...)
	}
	rel.Attributes = rest(rec, display)
	r.to.Link(format.Link{Relation: rel, From: format.Ref{Space: "node", ID: from}, To: format.Ref{Space: "node", ID: to}, Verb: label,
		Symmetric: arrow == "" || arrow == "false" || arrow == "both" || arrow == "1<->2", Sort: "edge", At: rec.At})
}

// captions are words on the drawing; they go to what is said of the dataset.
func (r *reader) captions(v data.Value) {
	items := v.Items()
	if v.Form() == data.Map && v.Key("text").Form() == data.Absent {
		items = nil
		for _, item := range v.Pairs() {
			items = append(items, item)
		}
	}
	for _, c := range items {
		text := c.Key("text").Text()
		if text == "" {
			text = c.Path("display", "text").Text()
		}
		if text == "" {
			continue
		}
		h := r.to.Heading()
		h.About = strings.TrimSpace(h.About + "\n\nCaption of the drawing: " + text)
	}
}

// annotations are the steps of a presentation: a list, or a map with the list in
// it (version 3), beside which the step that names the sources stands. A line says where they
// are, if they do not know it themselves.
func (r *reader) annotations(v data.Value, line int) {
	list := v.Items()
	if v.Form() == data.Map && v.Key("list").Form() != data.Absent {
		list = append(v.Key("list").Items(), v.Key("sources").Items()...)
	}
	for i, a := range list {
		r.to.Read(1)
		at := format.Place{Line: cmp.Or(line, a.Line()), At: fmt.Sprintf("annotation %d", i+1)}
		if a.Form() != data.Map {
			at.Value = a.Text()
			r.to.LeftOut("annotation", at, "it is not a map", "")
			continue
		}
		step := data.Step{Title: a.Key("header").Text(), Text: format.Markdown(a.Key("text").Text()), View: "network", Evidence: r.to.Evidence(at)}
		nodes := a.Key("nodeIds").Items()
		r.to.Turned("annotation", "step of the story")
		r.to.Finally(func(f *format.Finishing) { story(f, step, nodes, at) })
	}
}

// story adds a step behind those of other files.
func story(f *format.Finishing, step data.Step, nodes []data.Value, at format.Place) {
	for _, n := range nodes {
		id, ok := f.ID(format.Ref{Space: "node", ID: n.Text()})
		if !ok {
			at.Value = n.Text()
			f.Say(data.Warning, at, "an annotation speaks of a node that is not in the file", "")
			continue
		}
		step.Focus = append(step.Focus, string(id))
	}
	step.ID = fmt.Sprintf("step-%d", len(f.Dataset.Story)+1)
	if step.Title == "" {
		step.Title = fmt.Sprintf("Step %d", len(f.Dataset.Story)+1)
	}
	f.Dataset.Story = append(f.Dataset.Story, step)
}

// about is what version 3 says of a map beside its graph. The annotations may be
// a text of JSON there, as LittleSis stores them.
func (r *reader) about(v data.Value) {
	rec := jsonread.New(r.to, v, "", "")
	h := r.to.Heading()
	if title := rec.Text("title"); title != "" {
		h.Title = title
	}
	if words := rec.Text("subtitle", "description"); words != "" {
		h.Standfirst = words
	}
	packed := rec.Key("annotations_data")
	if list, problems := data.ParseJSON("annotations_data", []byte(packed.Text())); problems.Err() == nil {
		rec.Take("annotations_data")
		r.annotations(list, packed.Line())
	}
	for _, a := range rec.Rest() {
		r.to.Say(data.Note, format.Place{Line: v.Line(), Field: "attributes." + a.Key, Value: a.Value}, "a part of the file that holds no records is left out", "")
	}
}
