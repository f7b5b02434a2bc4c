package page

import (
	"cmp"
	"slices"

	"github.com/redthread/redthread/data"
)

// NewModel tells the front end what the index holds. Kinds and predicates that
// nothing uses are left out, and the built-in relations of stages too: a stage
// names its owner itself.
func NewModel(x *data.Index) *Model {
	ds := x.Dataset
	b := builder{index: x}
	m := &Model{
		Version: 1, Title: ds.Title, Standfirst: ds.Standfirst, Lang: cmp.Or(ds.Lang, "en"), Licence: ds.Licence,
		About:     markdown(ds.About),
		Sources:   list(ds.Sources, source),
		Things:    b.things(),
		Relations: b.relations(),
		Figures:   list(ds.Figures, figure),
		Conflicts: list(ds.Conflicts, conflict),
		RuledOut:  list(ds.RuledOut, ruledOut),
		Eras:      eras(ds.Eras),
		Story:     list(ds.Story, step),
	}
	m.Kinds = b.kinds(m.Things)
	m.Predicates = b.predicates(m)
	return m
}

// list maps, and is never nil.
func list[A, B any](from []A, f func(A) B) []B {
	to := make([]B, 0, len(from))
	for _, a := range from {
		to = append(to, f(a))
	}
	return to
}

func texts[T ~string](ids []T) []string {
	return list(ids, func(id T) string { return string(id) })
}

type builder struct{ index *data.Index }

// things are the entities by id, each followed by its stages in their order.
func (b builder) things() []Thing {
	all := []Thing{}
	for _, t := range b.index.Things() {
		if t.IsStage() {
			continue
		}
		all = append(all, b.entity(t))
		for _, s := range b.index.Stages(t.ID) {
			all = append(all, b.stage(s))
		}
	}
	return all
}

func (b builder) entity(t data.Thing) Thing {
	e := t.Entity
	return Thing{
		ID: string(t.ID), Kind: string(t.Kind), Name: t.Name, Short: differing(b.index.Label(t), t.Name), Names: e.Names,
		Aliases: list(e.Aliases, alias), When: when(t.Date, t.Derived), DateNote: e.DateNote, DateEvidence: evidence(e.DateEvidence),
		Place: string(e.Place), Summary: e.Summary, Tags: e.Tags, Count: e.Count,
		Links:      list(e.Links, func(l data.Link) Link { return Link{Label: l.Label, URL: l.URL} }),
		Attributes: list(e.Attributes, attribute),
		Outside:    b.outside(e.Evidence), Evidence: evidence(e.Evidence),
	}
}

func (b builder) stage(t data.Thing) Thing {
	s := t.Of
	own, _ := t.Evidence()
	return Thing{
		ID: string(t.ID), Kind: string(t.Kind), Name: t.Name, Short: differing(t.Short, t.Name),
		When: when(t.Date, false), DateNote: s.DateNote,
		Owner: string(t.Owner), Stage: t.Stage, StageLabel: stageLabel(t), Status: status(s.Status), Note: s.Note,
		Outside: b.outside(own), Evidence: evidence(s.Evidence),
	}
}

// stageLabel is the stage's name without the owner's.
func stageLabel(t data.Thing) string {
	if label := t.Of.Label; label != "" {
		return label
	}
	owner := t.Entity.Name + ": "
	if len(t.Name) > len(owner) && t.Name[:len(owner)] == owner {
		return t.Name[len(owner):]
	}
	return t.Stage
}

func differing(short, name string) string {
	if short == name {
		return ""
	}
	return short
}

func (b builder) relations() []Relation {
	all := []Relation{}
	for _, r := range b.index.Relations() {
		if r.Predicate == data.StageOf {
			continue
		}
		all = append(all, Relation{
			ID: string(r.ID), From: string(r.From), Predicate: string(r.Predicate), To: string(r.To),
			When: when(r.Date, false), DateNote: r.DateNote, DateEvidence: evidence(r.DateEvidence),
			Status: status(r.Status), Note: r.Note, Attributes: list(r.Attributes, attribute), Outside: b.outside(r.Evidence), Evidence: evidence(r.Evidence),
		})
	}
	return all
}

// outside tells whether there is evidence and all of it is from sources that
// are not the dataset's own.
func (b builder) outside(list []data.Evidence) bool {
	for _, e := range list {
		if s, ok := b.index.Source(e.Source); !ok || !s.Outside {
			return false
		}
	}
	return len(list) > 0
}

func (b builder) kinds(things []Thing) []Kind {
	used := map[string]bool{}
	kinds := []Kind{}
	for _, t := range things {
		if used[t.Kind] {
			continue
		}
		used[t.Kind] = true
		k := b.index.Kind(data.KindID(t.Kind))
		kinds = append(kinds, Kind{ID: string(k.ID), Label: k.Label, Plural: cmp.Or(k.Plural, k.Label), Light: k.Light, Dark: k.Dark, Symbol: k.Symbol, Lane: k.Lane})
	}
	slices.SortFunc(kinds, func(a, b Kind) int { return cmp.Or(a.Lane-b.Lane, cmp.Compare(a.ID, b.ID)) })
	return kinds
}

func (b builder) predicates(m *Model) []Predicate {
	used := map[string]bool{}
	for _, r := range m.Relations {
		used[r.Predicate] = true
	}
	for _, t := range m.Things {
		if t.Owner != "" {
			used[string(data.StageOf)] = true
		}
	}
	all := make([]Predicate, 0, len(used))
	for id := range used {
		p := b.index.Predicate(data.PredicateID(id))
		all = append(all, Predicate{ID: id, Label: p.Label, Inverse: p.Inverse, Influence: string(cmp.Or(p.Influence, data.None)), Symmetric: p.Symmetric})
	}
	slices.SortFunc(all, func(a, b Predicate) int { return cmp.Compare(a.ID, b.ID) })
	return all
}
