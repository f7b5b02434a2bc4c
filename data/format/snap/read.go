package snap

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// reader builds what facts have been learned of.
type reader struct {
	f      *facts
	in     format.Input
	to     *format.Builder
	time   int
	nodes  int
	edges  int
	twice  twice
	fields []string    // of the line that is read, for their room
	named  [2][]string // things whose ids are small numbers, by number, of the left and the right column
}

func read(in format.Input, to *format.Builder) error {
	f, err := learn(in, to.Options)
	if err != nil {
		return err
	}
	r := &reader{f: f, in: in, to: to, time: f.time()}
	r.heading()
	to.Expect(min(max(f.told.nodes, 0), 2*f.rows), f.rows)
	err = rows(in, to.Options.Limits.Text, func(row row) error {
		if !row.comment && row.line != f.header && row.line != f.counted {
			r.row(row)
		}
		return nil
	})
	r.twice.report(to)
	r.check("nodes", f.told.nodes, r.nodes)
	r.check("edges", f.told.edges, r.edges)
	return err
}

// heading says what was decided over the whole file, and keeps the comments.
func (r *reader) heading() {
	h := r.to.Heading()
	for _, text := range r.f.told.texts {
		h.About += "- " + strings.Join(strings.Fields(text), " ") + "\n"
	}
	if more := r.f.told.n - len(r.f.told.texts); more > 0 && len(r.f.told.texts) == mostComments {
		r.say(data.Note, format.Place{}, "comments beyond the first ones, and empty ones, are left out")
	}
	if r.f.counted > 0 {
		r.say(data.Note, format.Place{Line: r.f.counted}, "the first line counts nodes and edges, and joins none")
	}
	if r.f.told.direction == "" {
		r.say(data.Note, format.Place{}, "nothing says whether the edges have a direction: they are read as having none")
	}
	if r.f.mixed {
		r.say(data.Note, format.Place{}, "not every line has the same separator: any space separates")
	}
	if r.f.wide > r.f.narrow {
		r.say(data.Note, format.Place{Value: fmt.Sprintf("%d to %d", r.f.narrow, r.f.wide)}, "not every line has as many columns")
	}
	r.columns()
}

// columns says what the columns after the ids were taken for.
func (r *reader) columns() {
	for i, c := range r.f.columns {
		at := format.Place{Field: c.name, Value: c.first}
		switch {
		case i == r.time && c.use == seconds:
			r.say(data.Note, at, "a column of numbers is read as seconds since 1970, UTC")
		case i == r.time && c.use == milliseconds:
			r.say(data.Note, at, "a column of numbers is read as milliseconds since 1970, UTC")
		case c.use == same:
			r.say(data.Note, at, "a column that says the same in every line is left out")
		}
	}
}

func (r *reader) say(s data.Severity, at format.Place, what string) { r.to.Say(s, at, what, "") }

// check compares a number that the file gives with what it holds.
func (r *reader) check(what string, said, found int) {
	if said >= 0 && said != found {
		r.to.Say(data.Warning, format.Place{Field: what, Value: fmt.Sprintf("%d said, %d found", said, found)}, "the file counts its "+what+" otherwise than it holds them", "it may have been cut short")
	}
}

func (r *reader) row(row row) {
	r.fields = cut(r.fields[:0], row.text, r.f.by)
	fields := r.fields
	at := format.Place{Line: row.line}
	switch len(fields) {
	case 0:
		at.Value = row.text
		r.to.Read(1)
		r.to.LeftOut("line", at, "nothing but separators", "")
		return
	case 1:
		r.alone(fields[0], at)
		return
	}
	from, to := r.node(fields[0], 0, at), r.node(fields[1], 1, at)
	r.edges++
	r.to.Read(1)
	l := format.Link{From: from, To: to, Sort: "edge", At: at}
	r.values(&l.Relation, fields[2:], at)
	switch r.f.told.direction {
	case "directed":
		l.Verb, l.Inverse = "links to", "is linked from"
	case "undirected":
		l.Symmetric = true
	}
	r.twice.see(fields, r.f.told.direction == "undirected", row.line)
	r.to.Link(l)
}

// alone is a line with one id: a thing without edges.
func (r *reader) alone(id string, at format.Place) {
	if _, known := r.to.Known(format.Ref{ID: id}); known {
		at.Value = id
		r.to.Read(1)
		r.to.LeftOut("line", at, "it names one thing, which stands already", "")
		return
	}
	r.node(id, 0, at)
}

// values are the columns after the two ids.
func (r *reader) values(rel *data.Relation, fields []string, at format.Place) {
	for i, text := range fields {
		c := r.f.columns[i]
		if i == r.time && r.date(rel, c, text, at) || c.use == same || text == "{}" {
			continue
		}
		rel.Attributes = append(rel.Attributes, data.Attribute{Key: c.name, Value: text})
	}
}

// date reads the time of an edge and tells whether it says all of the text.
func (r *reader) date(rel *data.Relation, c *column, text string, at format.Place) bool {
	date, note, whole, doubt := c.date(text)
	if doubt != nil {
		at.Field, at.Value = c.name, text
		r.to.Say(data.Warning, at, doubt.What+": kept as an attribute", doubt.Hint)
	}
	if date == (edtf.Date{}) {
		return false
	}
	rel.Date, rel.DateNote = date, note
	return whole
}
