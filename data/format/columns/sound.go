package columns

import (
	"fmt"
	"slices"

	"github.com/redthread/redthread/data"
)

// A file of ours may have been edited. These tell whether data.Check would take
// records by themselves, without the rest of the dataset; what the Builder mends
// is set aside.

func (o *Own) soundEntities(list []data.Entity) bool {
	ds := &data.Dataset{Kinds: []data.Kind{concept}}
	have := map[data.KindID]bool{concept.ID: true}
	for i, e := range list {
		kind, known := o.kinds[e.Kind]
		if !known || kind.Symbol == "" {
			kind = concept
		}
		if !have[kind.ID] {
			have[kind.ID] = true
			ds.Kinds = append(ds.Kinds, kind)
		}
		e.ID, e.Name, e.Place, e.Links, e.Kind = data.EntityID(fmt.Sprintf("a-%d", i)), fmt.Sprint("A", i), "", nil, kind.ID
		ds.Entities = append(ds.Entities, e)
	}
	return passes(ds)
}

func (o *Own) soundRelations(list []data.Relation) bool {
	ds := &data.Dataset{Kinds: []data.Kind{concept}, Predicates: []data.Predicate{related},
		Entities: []data.Entity{{ID: "a", Kind: concept.ID, Name: "A"}, {ID: "b", Kind: concept.ID, Name: "B"}}}
	for i, r := range list {
		r.ID, r.From, r.To, r.Predicate = data.RelationID(fmt.Sprintf("r-%d", i)), "a", "b", related.ID
		ds.Relations = append(ds.Relations, r)
	}
	return passes(ds)
}

func (o *Own) soundSource(s data.Source) bool {
	s.ID, s.URL, s.Archive, s.Title = "s", "", "", "S"
	return passes(&data.Dataset{Sources: []data.Source{s}})
}

func (o *Own) soundKind(k data.Kind) bool {
	return passes(&data.Dataset{Kinds: []data.Kind{k}})
}

// soundPredicate knows the kinds that the file defines, which stand before the
// predicates.
func (o *Own) soundPredicate(p data.Predicate) bool {
	var kinds []data.Kind
	for _, id := range slices.Concat(p.From, p.To) {
		if k, ok := o.kinds[id]; ok && !slices.ContainsFunc(kinds, func(have data.Kind) bool { return have.ID == id }) {
			kinds = append(kinds, k)
		}
	}
	return passes(&data.Dataset{Kinds: kinds, Predicates: []data.Predicate{p}})
}

func soundHeading(ds data.Dataset) bool { return passes(&ds) }

// The kind and the predicate of records that are checked alone.
var (
	concept = data.BuiltinKinds[slices.IndexFunc(data.BuiltinKinds, func(k data.Kind) bool { return k.ID == "concept" })]
	related = data.BuiltinPredicates[slices.IndexFunc(data.BuiltinPredicates, func(p data.Predicate) bool { return p.ID == "related_to" })]
)

// passes checks a dataset in which every cited source stands.
func passes(ds *data.Dataset) bool {
	for id := range ds.Cited() {
		ds.Sources = append(ds.Sources, data.Source{ID: id, Title: "S"})
	}
	return data.Check(ds).Count(data.Error) == 0
}

// maxGreedy is how many cells of a record are tried one beside the other; of
// more, those that fail alone go, and all where that does not help.
const maxGreedy = 64

// fit makes a record of cells. Values that the model refuses are given back,
// and so are those whose key it does not have.
func fit[R any](cells []data.Cell, sound func(R) bool) (record R, refused, rest []data.Cell) {
	tried := func(cells []data.Cell) (R, []data.Cell, bool) {
		r, unknown, err := data.FromCells[R](cells)
		return r, unknown, err == nil && sound(r)
	}
	record, rest, ok := tried(cells)
	if ok {
		return record, nil, rest
	}
	var good []data.Cell
	if len(cells) > maxGreedy {
		good, refused = split(cells, func(c data.Cell) bool { _, _, ok := tried([]data.Cell{c}); return ok })
		if record, rest, ok = tried(good); ok {
			return record, refused, rest
		}
		record, _, _ = tried(nil)
		return record, cells, nil
	}
	good, refused = split(cells, func(c data.Cell) bool {
		_, _, ok := tried(append(slices.Clip(good), c))
		if ok {
			good = append(good, c)
		}
		return ok
	})
	record, rest, _ = tried(good)
	return record, refused, rest
}

// split parts cells.
func split(cells []data.Cell, ok func(data.Cell) bool) (good, bad []data.Cell) {
	for _, c := range cells {
		if ok(c) {
			good = append(good, c)
		} else {
			bad = append(bad, c)
		}
	}
	return good, bad
}
