package jsongraph

import (
	"fmt"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// facts are what all of a file says about how its records are to be read.
type facts struct {
	d       *dialect
	limits  format.Limits
	idKey   string // of nodes
	own     bool   // redthread wrote the file
	graphs  map[string]*graphFacts
	nodes   map[nodeKey]written
	both    bool                // some id stands as a number and as a text
	ends    map[nodeKey]written // of links
	records int
	without int // nodes that have no idKey
	indexed bool
	doubt   string // where links could name their ends in two ways: which was taken
	values  map[string][]string
	seen    map[[2]string]bool
	columns map[string]*dates.Column
}

// graphFacts are of one graph.
type graphFacts struct {
	label    string
	directed string // "true", "false", or empty: nothing said
	nodes    int
}

func (f *facts) graph(number string) *graphFacts {
	g := f.graphs[number]
	if g == nil {
		g = &graphFacts{directed: f.d.directed}
		f.graphs[number] = g
	}
	return g
}

// nodeCount is the number of nodes of all graphs.
func (f *facts) nodeCount() int {
	n := 0
	for _, g := range f.graphs {
		n += g.nodes
	}
	return n
}

// learn walks the file and decides.
func learn(d *dialect, name string, text []byte, opt format.Options) (*facts, error) {
	f, err := survey(d, name, text, opt, "id")
	if err == nil && f.unnamed() {
		var key string
		if key, err = f.anotherKey(name, text); err == nil && key != "" {
			f, err = survey(d, name, text, opt, key)
		}
	}
	if err != nil {
		return nil, err
	}
	f.indexed = d.index && f.byIndex()
	f.columns = map[string]*dates.Column{}
	for key, values := range f.values {
		f.columns[key] = dates.DecideNamed(key, values, opt)
	}
	f.values, f.seen = nil, nil
	return f, nil
}

func survey(d *dialect, name string, text []byte, opt format.Options, idKey string) (*facts, error) {
	f := &facts{d: d, limits: opt.Limits, idKey: idKey, graphs: map[string]*graphFacts{}, nodes: map[nodeKey]written{},
		ends: map[nodeKey]written{}, values: map[string][]string{}, seen: map[[2]string]bool{}}
	problems := data.SkimJSON(name, text, d.lists, f.visit)
	return f, problems.Err()
}

func (f *facts) visit(path string, v data.Value) error {
	p := f.d.part(path, v)
	if v.Form() == data.Absent && p.what != node { // a node that is null still counts
		return nil
	}
	switch p.what {
	case node:
		f.node(p, v)
	case edge:
		f.edge(p, v)
	case hyper:
		f.dates(v, nodeRoles)
	case ours:
		f.own = true
	case other:
		f.said(p, v)
	}
	if p.what == node || p.what == edge || p.what == hyper {
		if f.records++; f.records > f.limits.Records {
			return fmt.Errorf("more than %d nodes and edges, which is the limit", f.limits.Records)
		}
	}
	return nil
}

func (f *facts) said(p part, v data.Value) {
	g := f.graph(p.graph)
	switch {
	case p.key == "directed":
		g.directed = v.Text()
	case (p.key == "label" || p.key == "name" || p.key == "title" || p.key == "shared_name") && g.label == "":
		g.label = v.Text()
	}
}

func (f *facts) node(p part, v data.Value) {
	f.graph(p.graph).nodes++
	id, ok := f.idOf(p, v)
	if !ok {
		f.without++
	} else {
		key := nodeKey{p.graph, id.text}
		f.nodes[key] |= id.written()
		f.both = f.both || f.nodes[key] == asText|asNumber
	}
	f.dates(v, nodeRoles)
}

// idOf is the id of a node: its key in a map, else what stands under idKey.
func (f *facts) idOf(p part, v data.Value) (ident, bool) {
	if p.key != "" {
		return ident{text: p.key}, true
	}
	if v.Form() == data.Scalar {
		return identOf(v)
	}
	if id, ok := identOf(v.Key(f.idKey)); ok {
		return id, true
	}
	for _, g := range f.d.nested {
		if id, ok := identOf(v.Path(g.key, f.idKey)); ok {
			return id, true
		}
	}
	return ident{}, false
}

func (f *facts) edge(p part, v data.Value) {
	from, to, _ := f.d.ends(v)
	for _, end := range []data.Value{from, to} {
		if id, ok := f.endOf(end); ok {
			f.ends[nodeKey{p.graph, id.text}] |= id.written()
		}
	}
	f.dates(v, edgeRoles)
}

// endOf is the id of an end: the value, or, where a program has put the node
// itself there, the id of that.
func (f *facts) endOf(end data.Value) (ident, bool) {
	if end.Form() == data.Map {
		if id, ok := identOf(end.Key(f.idKey)); ok {
			return id, true
		}
		return identOf(end.Key("index"))
	}
	return identOf(end)
}

// someDates is how many different values of a key are looked at; one longer than
// longestDate bytes is no date.
const (
	someDates   = 100_000
	longestDate = 100
)

// dates gathers the values under keys that hold dates.
func (f *facts) dates(v data.Value, table roles) {
	if f.own {
		return
	}
	for k, item := range v.Pairs() {
		if _, nested := f.d.group(k.Text()); nested && item.Form() == data.Map {
			for k, inner := range item.Pairs() {
				f.mayDate(k.Text(), inner, table)
			}
		} else {
			f.mayDate(k.Text(), item, table)
		}
	}
}

func (f *facts) mayDate(key string, v data.Value, table roles) {
	r, ok := table.of(key)
	if !ok || !r.role.dated() || v.Form() != data.Scalar || len(f.values[key]) >= someDates {
		return
	}
	if text := v.Text(); len(text) <= longestDate && !f.seen[[2]string{key, text}] {
		f.seen[[2]string{key, text}] = true
		f.values[key] = append(f.values[key], text)
	}
}
