package graphml

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// about turns what a graph says of itself into the heading of the dataset. A
// nested graph says it of its node.
func (r *reader) about(e *xmlread.Element, to *record, parent string) {
	r.heading(to)
	head := r.to.Heading()
	var notes []string
	for _, a := range to.attributes {
		switch name := strings.ToLower(a.Key); {
		case parent == "" && head.Title == "" && (name == "name" || name == "title" || name == "label"):
			head.Title = columns.Line(a.Value)
		case parent == "" && head.Standfirst == "" && name == "description":
			head.Standfirst = columns.Line(a.Value)
		default:
			notes = append(notes, a.Key+": "+a.Value)
		}
	}
	if len(notes) == 0 {
		return
	}
	where := r.in.Name
	if parent != "" {
		at := to.at
		at.Value = parent
		r.to.Say(data.Note, at, "values of a graph within a node: they stand in the text about the dataset", "")
		where += ", within node " + parent
	}
	head.About = strings.TrimSpace(head.About + "\n\n" + columns.Plain("The graph of "+where+" says: "+strings.Join(notes, "; ")+"."))
}

// heading restores what our writer said of the dataset.
func (r *reader) heading(to *record) {
	if len(to.cells) == 0 {
		return
	}
	at := to.at
	at.File = r.in.Name
	for _, c := range r.own.Heading(to.cells, at) {
		to.add(c.Key, c.Text)
	}
	to.cells = nil
}
