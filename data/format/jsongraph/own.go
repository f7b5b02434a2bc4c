package jsongraph

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// known are the keys that we write beside those of the model, for the programs
// that the file is for; they repeat what the model's keys say.
var known = map[string]bool{"label": true, "classes": true, "shared_name": true, "shared_interaction": true, "interaction": true,
	"directed": true, "key": true, "group": true, "SUID": true, "source": true, "target": true}

// ownPairs are the pairs of a record that we wrote, under the model's keys.
func ownPairs(pairs []pair, rename map[string]string) []pair {
	has := func(key string) bool { return slices.ContainsFunc(pairs, func(p pair) bool { return p.key == key }) }
	var list []pair
	for _, p := range pairs {
		to, renamed := rename[p.key]
		switch {
		case renamed && !has(to):
			list = append(list, pair{to, p.value})
		case known[p.key]:
		default:
			list = append(list, p)
		}
	}
	return list
}

// ownEntity is a thing that we wrote, and whether the pairs are one.
func (r *reader) ownEntity(pairs []pair, at format.Place) (data.Entity, bool) {
	if !r.f.own {
		return data.Entity{}, false
	}
	e, rest := restored[data.Entity](r, ownPairs(pairs, map[string]string{"label": "name"}), at)
	e.Attributes = added(e.Attributes, rest)
	return e, e.Kind != ""
}

// ownRelation fills in a relation that we wrote.
func (r *reader) ownRelation(l *format.Link, pairs []pair, at format.Place) bool {
	if !r.f.own {
		return false
	}
	pairs, from, to := stages(ownPairs(pairs, map[string]string{"relation": "predicate"}))
	rel, rest := restored[data.Relation](r, pairs, at)
	if rel.Predicate == "" {
		return false
	}
	rel.ID = data.RelationID(strings.TrimPrefix(string(rel.ID), edgeMark))
	rel.Attributes = added(rel.Attributes, rest)
	l.Relation, l.At.Own = rel, true
	l.From.ID, l.To.ID = l.From.ID+from, l.To.ID+to
	return true
}

// added are attributes and what another program has put beside them. A place on
// the screen that is among them already is not said twice.
func added(list []data.Attribute, pairs []pair) []data.Attribute {
	for _, p := range pairs {
		if !slices.ContainsFunc(list, func(a data.Attribute) bool { return a.Key == p.key }) {
			list = append(list, data.Attribute{Key: p.key, Value: textOf(p.value)})
		}
	}
	return list
}

// stages takes out the keys that say at which stage of its ends a relation
// begins and ends.
func stages(pairs []pair) (rest []pair, from, to string) {
	for _, p := range pairs {
		switch p.key {
		case "from_stage":
			from = "/" + said(p)
		case "to_stage":
			to = "/" + said(p)
		default:
			rest = append(rest, p)
		}
	}
	return rest, from, to
}

// restored is the record that the pairs make, and the pairs that the model does
// not know. A value that does not fit leaves the record empty.
func restored[R any](r *reader, pairs []pair, at format.Place) (record R, rest []pair) {
	var cells []data.Cell
	for _, p := range pairs {
		if p.value.Form() == data.Scalar {
			cells = append(cells, data.Cell{Key: p.key, Text: p.value.Text()})
		}
	}
	record, left, err := data.FromCells[R](cells)
	if err != nil {
		at.Value = err.Error()
		r.to.Say(data.Warning, at, "redthread wrote the file, but this does not fit its model any more: read as from another program", "")
		var none R
		return none, pairs
	}
	for _, p := range pairs {
		if p.value.Form() != data.Scalar || slices.ContainsFunc(left, func(c data.Cell) bool { return c.Key == p.key }) {
			rest = append(rest, p)
		}
	}
	return record, rest
}
