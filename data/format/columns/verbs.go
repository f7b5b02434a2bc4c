package columns

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// The labels of edges may be types ("owns", "knows") or say something of each
// edge. The first sampled edges decide: with more different labels than
// maxVerbs among them, labels are remarks.
const (
	sampled  = 2000
	maxVerbs = 200
)

// Edge is an edge of a foreign file before it is known what its label is.
type Edge struct {
	Link     format.Link // without Verb
	Type     string      // what the format itself calls the edge's type; may be empty
	Label    string      // words at the edge; may be empty
	Directed bool
}

// The names under which tools keep the type of an edge, in lower case.
var verbNames = []string{"predicate", "relation", "relationship", "edge_type", "type", "kind", "labele"}

// Edge adds an edge. Its verb is the type, else an attribute that is called so,
// else the label where labels are types.
func (f *Foreign) Edge(e *Edge) {
	r := &e.Link.Relation
	f.when(timed{&r.Date, &r.DateNote, &r.Attributes}, e.Link.At)
	if i := find(r.Attributes, verbNames); i >= 0 && e.Type == "" && isWord(r.Attributes[i].Value) {
		e.Type = r.Attributes[i].Value
		r.Attributes = slices.Delete(r.Attributes, i, i+1)
	}
	f.verbs.add(e)
}

// Flush hands on the edges that were held back; after the last one.
func (f *Foreign) Flush() { f.verbs.flush() }

type verbs struct {
	to      *format.Builder
	held    []*Edge
	decided bool
	labels  bool            // labels are types
	seen    map[string]bool // verbs in use
}

func (v *verbs) add(e *Edge) {
	if v.decided {
		v.link(e)
		return
	}
	if v.held = append(v.held, e); len(v.held) >= sampled {
		v.flush()
	}
}

func (v *verbs) flush() {
	if !v.decided {
		different := map[string]bool{}
		for i := range v.held {
			different[v.held[i].Label] = true
		}
		v.decided, v.labels = true, len(different) <= maxVerbs
	}
	for _, e := range v.held {
		v.link(e)
	}
	v.held = nil
}

// link settles verb and label.
func (v *verbs) link(e *Edge) {
	r := &e.Link.Relation
	verb, label := e.Type, e.Label
	if verb == "" && v.labels && isWord(label) {
		verb, label = label, ""
	}
	if verb != "" && !v.take(verb) {
		v.to.Say(data.Note, e.Link.At, "more types of edges than a chart can tell apart: kept as an attribute", "")
		r.Attributes = append(r.Attributes, data.Attribute{Key: "type", Value: verb})
		verb = ""
	}
	if label != verb {
		r.Note = remark(r.Note, label)
	}
	e.Link.Verb, e.Link.Symmetric = verb, !e.Directed
	if verb == "" && e.Directed {
		e.Link.Verb, e.Link.Inverse = "links to", "is linked from"
	}
	v.to.Link(e.Link)
}

// remark adds words to a note.
func remark(note, words string) string {
	if note == "" || words == "" {
		return note + words
	}
	return note + "\n" + words
}

func (v *verbs) take(verb string) bool {
	if !v.seen[verb] && len(v.seen) >= 2*maxVerbs {
		return false
	}
	v.seen[verb] = true
	return true
}
