package jsongraph

import (
	"errors"
	"fmt"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// reader builds what facts have been learned of.
type reader struct {
	d      *dialect
	f      *facts
	to     *format.Builder
	scopes map[string]*scope
	words  map[string]bool // kinds and verbs of the file
	dates  map[[2]string]dates.Result

	defined map[string]int             // records of a section, as redthread wrote them
	taken   map[string]map[string]bool // ids of a section

	// Of the record at hand; used again for the next, for there are millions.
	list []pair
	now  assigned
}

// scope counts within one graph.
type scope struct{ nodes, edges, hypers int }

func (r *reader) scope(graph string) *scope {
	s := r.scopes[graph]
	if s == nil {
		s = &scope{}
		r.scopes[graph] = s
	}
	return s
}

// read reads one file of a dialect.
func (d *dialect) read(in format.Input, to *format.Builder) error {
	text, err := in.All(to.Options.Limits.Bytes)
	if err != nil {
		return err
	}
	f, err := learn(d, in.Name, text, to.Options)
	if err != nil {
		return err
	}
	if f.records == 0 && !f.own {
		return fmt.Errorf("%s: no nodes and no edges where %s has them", in.Name, d.name)
	}
	r := &reader{d: d, f: f, to: to, scopes: map[string]*scope{}, words: map[string]bool{}, dates: map[[2]string]dates.Result{},
		defined: map[string]int{}, taken: map[string]map[string]bool{}}
	r.heading()
	nodes := f.nodeCount()
	to.Expect(nodes, f.records-nodes)
	return data.SkimJSON(in.Name, text, d.lists, r.visit).Err()
}

func (r *reader) visit(path string, v data.Value) error {
	if path == "adjacency" && v.Form() != data.Absent {
		return errors.New("adjacency lists of networkx are not read: write the graph with node_link_data")
	}
	p := r.d.part(path, v)
	if v.Form() == data.Absent && p.what != node {
		return nil
	}
	switch p.what {
	case node:
		r.node(p, v)
	case edge:
		r.edge(p, v)
	case hyper:
		r.hyperedge(p, v)
	case ours:
		return r.ours(p, v)
	case setting:
		if !r.f.own {
			r.to.Say(data.Note, format.Place{Line: v.Line(), Field: p.key}, "a setting of the drawing program is left out", "")
		}
	default:
		r.ofGraph(p, v)
	}
	return nil
}

// heading says what was decided over the whole file.
func (r *reader) heading() {
	switch r.f.doubt {
	case "id":
		r.to.Say(data.Warning, format.Place{}, "links could name nodes by id or by number: read as ids, for all of them are", "")
	case "number":
		r.to.Say(data.Note, format.Place{}, "links name nodes by their number in the list, though some numbers are ids too", "")
	}
	if n := len(r.f.graphs); n > 1 && !r.f.own {
		r.to.Say(data.Note, format.Place{Value: fmt.Sprint(n)}, "several graphs in one file: the same id in two of them is two things", "")
	}
	switch key := r.f.idKey; {
	case r.f.indexed:
		r.to.Say(data.Note, format.Place{}, "the links name nodes by their number in the list", "")
	case key != "id":
		r.to.Say(data.Note, format.Place{Field: key}, "no key \"id\": the links name this one", "")
	}
}

// ofGraph keeps what the graph says of itself.
func (r *reader) ofGraph(p part, v data.Value) {
	if r.f.own || p.key == "directed" || r.d.idle[p.key] || v.Form() == data.Map && v.JSON() == "{}" || v.Form() == data.List && v.JSON() == "[]" {
		return
	}
	h := r.to.Heading()
	text := textOf(v)
	switch {
	case h.Title == "" && len(r.f.graphs) == 1 && text == r.f.graph(p.graph).label:
		h.Title = oneLine(text)
	case text == h.Title:
	case len(h.About)+len(text) < 32<<10:
		h.About += "- " + r.in(p.graph) + oneLine(p.key) + ": " + oneLine(text) + "\n"
	default:
		r.to.Say(data.Warning, format.Place{Line: v.Line(), Field: p.key, Value: text}, "what the graph says of itself is too long: left out", "")
	}
}

// pairs are what the record at hand says.
func (r *reader) pairs(v data.Value, at format.Place) []pair {
	var idle int
	r.list, idle = r.d.pairs(v, r.list)
	r.idle(idle, at)
	return r.list
}

func (r *reader) assign(pairs []pair, table roles) *assigned {
	r.now.assign(pairs, table)
	return &r.now
}

// mostWords is how many different kinds, and verbs, a file may bring. Beyond
// that the word is a text about each thing, not a sort of thing.
const mostWords = 200

// word tells whether a kind or a verb may be one.
func (r *reader) word(sort, word string) bool {
	key := sort + word
	if !r.words[key] && len(r.words) >= 2*mostWords {
		return false
	}
	r.words[key] = true
	return true
}

// rest turns what has no role into attributes.
func (r *reader) rest(a *assigned, table roles, id string) []data.Attribute {
	var list []data.Attribute
	for _, p := range a.rest {
		text := textOf(p.value)
		role, ok := table.of(p.key)
		if winner := a.by[role.role]; ok && a.has(role.role) && textOf(winner.value) == text || p.key == "SUID" && text == id || a.shared(p) {
			continue
		}
		list = append(list, data.Attribute{Key: p.key, Value: text})
	}
	return list
}

func (r *reader) idle(n int, at format.Place) {
	if n > 0 {
		r.to.Say(data.Note, at, "how a program shows it just now (selected, locked, speed) is left out", "")
	}
}
