package jsonown

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// sections are the lists that Dataset writes.
var sections = []string{"kinds", "predicates", "sources", "figures", "conflicts", "ruled_out", "eras", "story"}

// Lists are the lists that Dataset writes below Key, for data.WalkJSON.
func Lists() []string {
	var list []string
	for _, s := range sections {
		list = append(list, Key+"."+s)
	}
	return list
}

// Record is the record that the cells of a map make, and the cells that the
// model does not know. ok is false where a value does not fit, which is
// reported.
func Record[R any](to *format.Builder, v data.Value, at format.Place) (record R, rest []data.Cell, ok bool) {
	record, rest, err := data.FromCells[R](cells(v))
	if err != nil {
		at.Value = err.Error()
		to.Say(data.Warning, at, "redthread wrote this record, but it does not fit its model any more", "")
		var none R
		return none, nil, false
	}
	return record, rest, true
}

// cells are the pairs of a map; what is no text stands as JSON.
func cells(v data.Value) []data.Cell {
	var list []data.Cell
	for k, item := range v.Pairs() {
		text := item.Text()
		if item.Form() == data.List || item.Form() == data.Map {
			text = item.JSON()
		}
		list = append(list, data.Cell{Key: k.Text(), Text: text})
	}
	return list
}

// Sections restores what Dataset wrote into one file.
type Sections struct {
	to   *format.Builder
	seen map[string]map[string]bool // ids, by section
}

// NewSections are those of one file.
func NewSections(to *format.Builder) *Sections {
	return &Sections{to, map[string]map[string]bool{}}
}

// mostWords bounds the kinds and predicates that a file may add.
const mostWords = 500

// Add restores a record of a section, or the heading, which is called
// "dataset". Other names say nothing.
func (s *Sections) Add(name string, v data.Value) {
	at := format.Place{Line: v.Line(), Field: name}
	head := s.to.Heading()
	switch name {
	case "dataset":
		s.heading(v, at)
	case "kinds":
		if k, _, _ := Record[data.Kind](s.to, v, at); k.ID != "" && len(head.Kinds) < mostWords {
			s.to.DefineKind(k)
		}
	case "predicates":
		if p, _, _ := Record[data.Predicate](s.to, v, at); p.ID != "" && len(head.Predicates) < mostWords {
			s.to.DefinePredicate(p)
		}
	case "sources":
		s.source(v, at)
	case "figures":
		later(s, v, at, &head.Figures, func(f data.Figure) string { return f.ID })
	case "conflicts":
		later(s, v, at, &head.Conflicts, func(c data.Conflict) string { return c.ID })
	case "ruled_out":
		later(s, v, at, &head.RuledOut, func(x data.RuledOut) string { return x.ID })
	case "eras":
		later(s, v, at, &head.Eras, func(e data.Era) string { return e.ID })
	case "story":
		later(s, v, at, &head.Story, func(s data.Step) string { return s.ID })
	}
}

// heading fills in what an earlier file has not said of the whole.
func (s *Sections) heading(v data.Value, at format.Place) {
	given, _, _ := Record[data.Dataset](s.to, v, at)
	h := s.to.Heading()
	for _, field := range []struct{ to, from *string }{{&h.Title, &given.Title}, {&h.Standfirst, &given.Standfirst}, {&h.Lang, &given.Lang}, {&h.Licence, &given.Licence}, {&h.About, &given.About}} {
		if *field.to == "" {
			*field.to = *field.from
		}
	}
}

func (s *Sections) source(v data.Value, at format.Place) {
	given, _, _ := Record[data.Source](s.to, v, at)
	if given.ID == "" {
		return
	}
	if got := s.to.Source(given); got != given.ID {
		at.Value = string(given.ID)
		s.to.Say(data.Warning, at, "another file has a different source under this id: evidence of the two meets there", "rename the file, or export both again with ids of their own")
	}
}

// later adds a record that names things when all of them are known. One whose
// id stands twice is left out.
func later[R any](s *Sections, v data.Value, at format.Place, list *[]R, id func(R) string) {
	record, _, ok := Record[R](s.to, v, at)
	if !ok {
		return
	}
	s.to.Finally(func(f *format.Finishing) {
		seen := s.seen[at.Field]
		if seen == nil {
			seen = map[string]bool{}
			for _, old := range *list {
				seen[id(old)] = true
			}
			s.seen[at.Field] = seen
		}
		if seen[id(record)] {
			at.Value = id(record)
			f.Say(data.Warning, at, "its id stands twice: the second is left out", "")
			return
		}
		seen[id(record)] = true
		*list = append(*list, record)
	})
}
