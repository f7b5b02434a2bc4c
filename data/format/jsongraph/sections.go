package jsongraph

import (
	"fmt"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// ours restores what redthread says of the dataset: as JSON below a key, or, in
// a table of a program that knows only texts, as the text of one.
func (r *reader) ours(p part, v data.Value) error {
	if p.key != "" || v.Form() != data.Scalar {
		return r.section(p.key, v)
	}
	return data.WalkJSON(r.d.own, []byte(v.Text()), sections, r.section).Err()
}

// mostDefined is how many kinds, and predicates, a file may define.
const mostDefined = 1000

func (r *reader) section(name string, v data.Value) error {
	at := place(v, name)
	if r.defined[name]++; r.defined[name] > mostDefined && (name == "kinds" || name == "predicates") {
		return fmt.Errorf("more than %d %s", mostDefined, name)
	}
	pairs, _ := r.d.pairs(v, nil)
	switch name {
	case "dataset":
		r.ownHeading(pairs, at)
	case "kinds":
		if k, _ := restored[data.Kind](r, pairs, at); k.ID != "" {
			r.to.DefineKind(k)
		}
	case "predicates":
		if p, _ := restored[data.Predicate](r, pairs, at); p.ID != "" {
			r.to.DefinePredicate(p)
		}
	case "sources":
		r.source(pairs, at)
	case "figures":
		later(r, pairs, at, func(d *data.Dataset) *[]data.Figure { return &d.Figures }, func(f data.Figure) string { return f.ID })
	case "conflicts":
		later(r, pairs, at, func(d *data.Dataset) *[]data.Conflict { return &d.Conflicts }, func(c data.Conflict) string { return c.ID })
	case "ruled_out":
		later(r, pairs, at, func(d *data.Dataset) *[]data.RuledOut { return &d.RuledOut }, func(x data.RuledOut) string { return x.ID })
	case "eras":
		later(r, pairs, at, func(d *data.Dataset) *[]data.Era { return &d.Eras }, func(e data.Era) string { return e.ID })
	case "story":
		later(r, pairs, at, func(d *data.Dataset) *[]data.Step { return &d.Story }, func(s data.Step) string { return s.ID })
	}
	return nil
}

func (r *reader) ownHeading(pairs []pair, at format.Place) {
	given, _ := restored[data.Dataset](r, pairs, at)
	h := r.to.Heading()
	for _, field := range []struct{ to, from *string }{{&h.Title, &given.Title}, {&h.Standfirst, &given.Standfirst}, {&h.Lang, &given.Lang}, {&h.Licence, &given.Licence}, {&h.About, &given.About}} {
		if *field.to == "" {
			*field.to = *field.from
		}
	}
}

func (r *reader) source(pairs []pair, at format.Place) {
	s, _ := restored[data.Source](r, pairs, at)
	if s.ID == "" {
		return
	}
	if got := r.to.Source(s); got != s.ID {
		at.Value = string(s.ID)
		r.to.Say(data.Warning, at, "another file has a different source under this id: evidence of the two meets there", "export both again with ids of their own")
	}
}

// later adds a record that names things when all of them are known. One whose
// id another file has taken is left out.
func later[R any](r *reader, pairs []pair, at format.Place, list func(*data.Dataset) *[]R, id func(R) string) {
	record, _ := restored[R](r, pairs, at)
	section := at.At
	r.to.Finally(func(f *format.Finishing) {
		all, taken := list(f.Dataset), r.taken[section]
		if taken == nil {
			taken = map[string]bool{}
			for _, old := range *all {
				taken[id(old)] = true
			}
			r.taken[section] = taken
		}
		if taken[id(record)] {
			at.Value = id(record)
			f.Say(data.Warning, at, "its id stands twice: the second is left out", "")
			return
		}
		taken[id(record)] = true
		*all = append(*all, record)
	})
}
