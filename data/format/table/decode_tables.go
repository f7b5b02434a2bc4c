package table

import (
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

var (
	kindID      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	predicateID = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)
)

// kinds reads kinds by their ids; what is left out is made up.
func (d *mappingReader) kinds(v data.Value) []data.Kind {
	var list []data.Kind
	d.each(v, "kinds", func(k, v data.Value) {
		id := k.Text()
		if !kindID.MatchString(id) {
			id = format.Slug(id)
		}
		cells := append([]data.Cell{{Key: "id", Text: id}}, d.cells(v, "a kind", "label", "plural", "light", "dark", "symbol", "lane")...)
		kind, _, err := data.FromCells[data.Kind](cells)
		if err != nil {
			d.fail(v, "%v", err)
		}
		list = append(list, format.CompleteKind(kind, k.Text(), len(list)))
	})
	return list
}

// predicates reads predicates by their ids, or by the word that tables use.
func (d *mappingReader) predicates(v data.Value) []data.Predicate {
	var list []data.Predicate
	d.each(v, "predicates", func(k, v data.Value) {
		id := k.Text()
		if !predicateID.MatchString(id) {
			id = strings.ReplaceAll(format.Slug(id), "-", "_")
		}
		if id == "" {
			d.fail(k, "a predicate's name needs letters or digits of ASCII; put the word under values of predicate")
			return
		}
		cells := append([]data.Cell{{Key: "id", Text: id}}, d.cells(v, "a predicate", "label", "inverse", "from", "to", "influence", "symmetric", "ftm")...)
		p, _, err := data.FromCells[data.Predicate](cells)
		if err != nil {
			d.fail(v, "%v", err)
		}
		if !slices.Contains([]data.Influence{"", data.None, data.Forward, data.Backward}, p.Influence) {
			d.fail(v.Key("influence"), "%q is none of none, forward, backward", p.Influence)
		}
		list = append(list, completed(p, k.Text()))
	})
	return list
}

func completed(p data.Predicate, word string) data.Predicate {
	if p.Label == "" {
		p.Label = strings.ReplaceAll(word, "_", " ")
	}
	if p.Inverse == "" && p.Symmetric {
		p.Inverse = p.Label
	}
	if p.Inverse == "" {
		p.Inverse = p.Label + " (of)"
	}
	if p.Influence == "" {
		p.Influence = data.None
	}
	return p
}

func (d *mappingReader) each(v data.Value, what string, visit func(k, v data.Value)) {
	if v.Form() != data.Map {
		d.fail(v, "%s is a map: each id with what it is", what)
		return
	}
	for k, item := range v.Pairs() {
		visit(k, item)
	}
}

// cells are the values of a map as a record's cells; lists are joined.
func (d *mappingReader) cells(v data.Value, what string, known ...string) []data.Cell {
	var cells []data.Cell
	if v.Form() == data.Absent {
		return nil
	}
	d.keys(v, what, known, func(key string, _, v data.Value) {
		cells = append(cells, data.Cell{Key: key, Text: strings.Join(d.texts(v), "; ")})
	})
	return cells
}
