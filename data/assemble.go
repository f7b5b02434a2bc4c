package data

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// dataset puts the records of all files together, sorted by id, so that the
// order of files and records means nothing. The story keeps its order.
func (r *reader) dataset() *Dataset {
	ds := r.heading
	ds.origins = origins{}
	r.nameRelations()
	for i := range sections {
		s := &sections[i]
		r.assemble(&ds, s, r.unique(s, r.records[s.key]))
	}
	ds.addBuiltins()
	return &ds
}

// unique sorts the records by id and refuses those that stand twice.
func (r *reader) unique(s *section, records []record) []record {
	order := make([]int, len(records))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(records[a].id, records[b].id) })
	kept := make([]int, 0, len(order))
	for _, i := range order {
		if n := len(kept); n > 0 && records[kept[n-1]].id == records[i].id {
			r.duplicate(s, records[kept[n-1]], records[i])
			continue
		}
		kept = append(kept, i)
	}
	if s.key == "story" {
		slices.Sort(kept)
	}
	out := make([]record, len(kept))
	for k, i := range kept {
		out[k] = records[i]
	}
	return out
}

func (r *reader) duplicate(s *section, first, second record) {
	if r.full(Error) {
		r.more[Error]++
		return
	}
	n := second.from.root()
	what, hint := fmt.Sprintf("%s %s: the id stands twice, first at %s", s.noun, quote(second.id), first.place()), "give one of them another id, or join them"
	if s.key == "relations" && n.value("id") == nil {
		what = fmt.Sprintf("relation %s is said twice, first at %s", quote(second.id), first.place())
		hint = "keep one; for a second relation between the same two give another date, note or evidence"
	}
	if v := n.value("id"); v != nil {
		n = v
	}
	r.at(n, Error, second.id, hint, "%s", what)
}

// assemble fills a slice of the Dataset and remembers the places.
func (r *reader) assemble(ds *Dataset, s *section, records []record) {
	if len(records) == 0 {
		return
	}
	slice := s.slice(ds)
	slice.Set(reflect.MakeSlice(slice.Type(), len(records), len(records)))
	places := make([]origin, len(records))
	for i, rec := range records {
		value := rec.value
		if s.input != s.elem && value.Type() == s.input {
			value = value.FieldByName(s.elem.Name())
		}
		slice.Index(i).Set(value)
		places[i] = rec.from
	}
	ds.origins[s.key] = places
}

// addBuiltins joins the built-in kinds and predicates with those of the
// dataset, which win.
func (ds *Dataset) addBuiltins() {
	ds.Kinds, ds.origins["kinds"] = join(BuiltinKinds, ds.Kinds, ds.origins["kinds"],
		func(k Kind) string { return string(k.ID) },
		func(a, b Kind) int { return cmp.Or(cmp.Compare(a.Lane, b.Lane), cmp.Compare(a.ID, b.ID)) })
	ds.Predicates, ds.origins["predicates"] = join(BuiltinPredicates, ds.Predicates, ds.origins["predicates"],
		func(p Predicate) string { return string(p.ID) },
		func(a, b Predicate) int { return cmp.Compare(a.ID, b.ID) })
}

func join[T any](builtin, own []T, places []origin, id func(T) string, order func(a, b T) int) ([]T, []origin) {
	type placed struct {
		value T
		from  origin
	}
	var all []placed
	taken := map[string]bool{}
	for i, v := range own {
		taken[id(v)] = true
		all = append(all, placed{v, places[i]})
	}
	for _, v := range builtin {
		if !taken[id(v)] {
			all = append(all, placed{value: v})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return order(a.value, b.value) })
	values, from := make([]T, len(all)), make([]origin, len(all))
	for i, p := range all {
		values[i], from[i] = p.value, p.from
	}
	return values, from
}

// nameRelations gives the relations without an id theirs: from--predicate--to,
// and a number where that is taken. Which of several gets which number hangs
// on what they say, not on where they stand.
func (r *reader) nameRelations() {
	records := r.records["relations"]
	taken := map[string]bool{}
	groups := map[string][]int{}
	for i, rec := range records {
		if rec.id != "" {
			taken[rec.id] = true
			continue
		}
		rel := rec.value.Addr().Interface().(*Relation)
		id := string(relationID(rel))
		groups[id] = append(groups[id], i)
	}
	for id, group := range groups {
		r.number(id, group, taken[id])
	}
	r.records["relations"] = slices.DeleteFunc(records, r.incomplete)
}

// relationID is the id of a relation that has none. A stage's slash becomes a
// dot, for ids stand in addresses.
func relationID(rel *Relation) RelationID {
	id := string(rel.From) + "--" + string(rel.Predicate) + "--" + string(rel.To)
	return RelationID(strings.ReplaceAll(id, "/", "."))
}

func (r *reader) number(id string, group []int, taken bool) {
	records := r.records["relations"]
	words := make(map[int][]byte, len(group))
	if len(group) > 1 {
		for _, i := range group {
			words[i] = canonicalRecord(records[i].value)
		}
		slices.SortStableFunc(group, func(a, b int) int { return bytes.Compare(words[a], words[b]) })
	}
	n := 0
	if taken {
		n = 1
	}
	for k, i := range group {
		if k == 0 || !bytes.Equal(words[i], words[group[k-1]]) {
			n++
		}
		records[i].id = id
		if n > 1 {
			records[i].id = fmt.Sprintf("%s--%d", id, n)
		}
	}
	for _, i := range group { // after the comparison: the id is part of the words
		records[i].value.Addr().Interface().(*Relation).ID = RelationID(records[i].id)
	}
}

// incomplete refuses a relation that joins nothing.
func (r *reader) incomplete(rec record) bool {
	rel := rec.value.Addr().Interface().(*Relation)
	var missing []string
	for _, end := range []struct{ key, value string }{
		{"from", string(rel.From)}, {"predicate", string(rel.Predicate)}, {"to", string(rel.To)},
	} {
		if end.value == "" {
			missing = append(missing, end.key)
		}
	}
	if missing == nil {
		return false
	}
	n := rec.from.root()
	if n.value("who") != nil || n.value("role") != nil {
		r.at(n, Error, "", "a participant needs who and role", "participant of %s: who or role is missing", quote(rel.To))
		return true
	}
	r.at(n, Error, "", "a relation needs from, predicate and to", "relation %s: no %s", quote(rec.id), strings.Join(missing, ", no "))
	return true
}
