package gexf

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/xmlread"
)

// headingLine begins the line of the description that holds the heading of our
// dataset as JSON.
const headingLine = "redthread: "

// meta turns the file's words on itself into the heading of the dataset.
func (r *reader) meta(e *xmlread.Element) error {
	at := format.Place{Line: e.Line, Field: "description"}
	head := r.to.Heading()
	ours := false
	var notes []string
	if d := e.Attr("lastmodifieddate"); d != "" {
		notes = append(notes, "last modified "+d)
	}
	_, err := r.Each(func(c *xmlread.Element) error {
		text, err := r.Text()
		if text = strings.TrimSpace(text); text == "" || err != nil {
			return err
		}
		switch strings.ToLower(c.Name) {
		case "description":
			if ours = r.heading(text, at); !ours && head.Standfirst == "" {
				head.Standfirst = columns.Line(text)
			}
		case "title": // written by some, not in the schema
			if head.Title == "" {
				head.Title = columns.Line(text)
			}
		case "creator":
			notes = append([]string{"made with " + text}, notes...)
		default:
			notes = append(notes, strings.ToLower(c.Name)+": "+text)
		}
		return nil
	})
	if !ours && len(notes) > 0 {
		r.say("GEXF file " + r.in.Name + ": " + strings.Join(notes, "; ") + ".")
	}
	return err
}

// heading restores the heading that our writer put into the description.
func (r *reader) heading(text string, at format.Place) bool {
	i := strings.LastIndex("\n"+text, "\n"+headingLine)
	if i < 0 {
		return false
	}
	v, problems := data.ParseJSON(r.in.Name, []byte(text[i+len(headingLine):]))
	if len(problems) > 0 {
		r.to.Say(data.Warning, at, "the heading does not read: "+problems[0].What, "")
		return false
	}
	var cells []data.Cell
	for k, item := range v.Pairs() {
		cells = append(cells, data.Cell{Key: k.Text(), Text: item.Text()})
	}
	at.File = r.in.Name
	for _, c := range r.own.Heading(cells, at) {
		at.Field, at.Value = c.Key, c.Text
		r.to.Say(data.Warning, at, "a key of the heading that is not known: left out", "")
	}
	return true
}

// about keeps what the graph says of itself.
func (r *reader) about(e *xmlread.Element) {
	if name := e.Attr("name"); name != "" && r.to.Heading().Title == "" {
		r.to.Heading().Title = columns.Line(name) // written by networkx
	}
	var notes []string
	for _, key := range []string{"start", "end", "timestamp", "timezone"} {
		if v := e.Attr(key); v != "" {
			notes = append(notes, key+" "+v)
		}
	}
	if len(notes) > 0 {
		r.say("The graph of " + r.in.Name + " says of its time: " + strings.Join(notes, ", ") + ".")
	}
	known := []string{"mode", "timeformat", "timetype", "defaultedgetype", "idtype", "name", "start", "end", "timestamp", "timezone", "timerepresentation"}
	for _, a := range e.Others(known...) {
		r.to.Say(data.Note, format.Place{Line: e.Line, Field: a.Name.Local, Value: a.Value}, "an attribute of the graph that GEXF does not have: left out", "")
	}
}

// say adds a paragraph to what the dataset says of itself.
func (r *reader) say(paragraph string) {
	head := r.to.Heading()
	head.About = strings.TrimSpace(head.About + "\n\n" + columns.Plain(paragraph))
}
