package table

import (
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// section is a table of our own model: each row is a record, the keys of the
// model are the header.
type section struct {
	name   string
	record reflect.Type
	need   []string // columns without which a table is not of this section
	own    []string // one of them must be there where the name of the file does not say it
	read   func(im *importer, cells []data.Cell, at format.Place)
	fits   func(cells []data.Cell) bool
}

var sections = []section{
	sectionOf("entities", modelEntity, "id", "kind", "name"),
	sectionOf("relations", modelRelation, "from", "predicate", "to"),
	sectionOf("sources", modelSource, "id", "title").with("publisher", "authors", "archive", "sha256", "paragraphs", "outside"),
	sectionOf("figures", adding("figure", func(ds *data.Dataset) *[]data.Figure { return &ds.Figures }, func(r data.Figure) string { return r.ID }), "id", "counts", "value"),
	sectionOf("conflicts", adding("conflict", func(ds *data.Dataset) *[]data.Conflict { return &ds.Conflicts }, func(r data.Conflict) string { return r.ID }), "id", "about", "readings"),
	sectionOf("ruled_out", adding("ruled-out link", func(ds *data.Dataset) *[]data.RuledOut { return &ds.RuledOut }, func(r data.RuledOut) string { return r.ID }), "from", "to", "reason"),
	sectionOf("eras", adding("era", func(ds *data.Dataset) *[]data.Era { return &ds.Eras }, func(r data.Era) string { return r.ID }), "id", "label", "date").with("evidence", "entity"),
	sectionOf("story", adding("step", func(ds *data.Dataset) *[]data.Step { return &ds.Story }, func(r data.Step) string { return r.ID }), "id", "title", "text").with("view", "focus", "window", "thread"),
	sectionOf("kinds", modelKind, "id", "label", "plural"),
	sectionOf("predicates", modelPredicate, "id", "label", "inverse"),
	sectionOf("dataset", modelHeading).with(), // known by its name alone
}

func sectionOf[R any](name string, keep keeper[R], need ...string) section {
	return section{name: name, record: reflect.TypeFor[R](), need: need, read: reading(keep), fits: fitting[R]}
}

func (s section) with(own ...string) section {
	s.own = append([]string{}, own...)
	return s
}

func modelSections() []string {
	return []string{"entities", "relations", "sources", "figures", "conflicts", "ruled_out", "eras", "story", "kinds", "predicates", "dataset"}
}

func fitting[R any](cells []data.Cell) bool {
	_, _, err := data.FromCells[R](cells)
	return err == nil
}

// keeper puts a record of the model into the dataset; rest are cells that the
// record has no place for.
type keeper[R any] func(im *importer, r R, rest []data.Attribute, at format.Place)

// reading makes the function that reads the rows of a section.
func reading[R any](keep keeper[R]) func(*importer, []data.Cell, format.Place) {
	return func(im *importer, cells []data.Cell, at format.Place) {
		r, rest, err := data.FromCells[R](cells)
		if err != nil {
			r, rest = apart[R](im, cells, at)
		}
		var kept []data.Attribute
		for _, c := range rest {
			if c.Text != "" {
				kept = append(kept, data.Attribute{Key: c.Key, Value: c.Text})
			}
		}
		keep(im, r, kept, at)
	}
}

// apart makes a record of the cells that fit; the others are reported and given
// back.
func apart[R any](im *importer, cells []data.Cell, at format.Place) (R, []data.Cell) {
	var good, odd []data.Cell
	for _, c := range cells {
		_, _, err := data.FromCells[R]([]data.Cell{c})
		if err == nil {
			good = append(good, c)
			continue
		}
		odd = append(odd, c)
		where := at
		where.Field, where.Value = c.Key, c.Text
		im.to.Say(data.Warning, where, "a value that the model does not take", err.Error())
	}
	r, rest, err := data.FromCells[R](good)
	if err != nil {
		im.to.Say(data.Warning, at, "cells that do not go together", err.Error())
	}
	return r, append(rest, odd...)
}

// model makes a record of our own model of the row. A table that has a column
// for evidence says itself what rests on what.
func (im *importer) model(e *env, at format.Place) {
	at.Own = slices.Contains(e.Header, "evidence")
	cells := make([]data.Cell, 0, len(e.row.Cells))
	for i, c := range e.row.Cells {
		text := c.Text
		if c.timed() {
			where := at
			where.Field, where.Value = e.header(i), c.Text
			im.to.Say(data.Warning, where, "a date with a time of day, which is left aside", "")
		}
		if !c.Date.IsZero() {
			text = c.Date.String()
		}
		if text != "" {
			cells = append(cells, data.Cell{Key: e.header(i), Text: text})
		}
	}
	i := slices.IndexFunc(sections, func(s section) bool { return s.name == e.plan.Model })
	sections[i].read(im, cells, at)
}

func modelEntity(im *importer, x data.Entity, rest []data.Attribute, at format.Place) {
	x.Attributes = append(x.Attributes, rest...)
	x.Kind = im.kind(string(x.Kind))
	im.to.Entity(format.Ref{ID: string(x.ID)}, "row", x, at)
}

func modelRelation(im *importer, r data.Relation, rest []data.Attribute, at format.Place) {
	r.Attributes = append(r.Attributes, rest...)
	im.to.Link(format.Link{Relation: r, From: format.Ref{ID: string(r.From)}, To: format.Ref{ID: string(r.To)}, Sort: "row", At: at})
}

func modelSource(im *importer, s data.Source, rest []data.Attribute, at format.Place) {
	for _, a := range rest {
		s.Note = joinNotes(s.Note, a.Key+": "+a.Value)
	}
	im.named(&s, string(s.ID))
	im.to.Source(s)
	im.to.Turned("row", "source")
}

func modelKind(im *importer, k data.Kind, rest []data.Attribute, at format.Place) {
	im.homeless(rest, at)
	im.to.DefineKind(format.CompleteKind(k, string(k.ID), len(im.kinds)))
	im.to.Turned("row", "kind")
}

func modelPredicate(im *importer, p data.Predicate, rest []data.Attribute, at format.Place) {
	im.homeless(rest, at)
	im.to.DefinePredicate(completed(p, string(p.ID)))
	im.to.Turned("row", "predicate")
}

// modelHeading is what a dataset says of itself; what an earlier file said stays.
func modelHeading(im *importer, ds data.Dataset, rest []data.Attribute, at format.Place) {
	im.homeless(rest, at)
	to := im.to.Heading()
	to.Title, to.Standfirst, to.Lang = orText(to.Title, ds.Title), orText(to.Standfirst, ds.Standfirst), orText(to.Lang, ds.Lang)
	to.Licence, to.About = orText(to.Licence, ds.Licence), orText(to.About, ds.About)
	im.to.Turned("row", "heading")
}

// adding keeps records that nothing else depends on as they stand. Of two with
// one id, which tables of several datasets have, the first is kept.
func adding[R any](noun string, list func(*data.Dataset) *[]R, id func(R) string) keeper[R] {
	return func(im *importer, r R, rest []data.Attribute, at format.Place) {
		im.homeless(rest, at)
		key := noun + " " + id(r)
		if id(r) != "" && im.twice[key] {
			at.Value = id(r)
			im.to.LeftOut(noun, at, "its id stands twice: the first is kept", "")
			return
		}
		im.twice[key] = true
		to := list(im.to.Heading())
		*to = append(*to, r)
		im.to.Turned("row", noun)
	}
}

// homeless reports cells of a record that has no attributes.
func (im *importer) homeless(rest []data.Attribute, at format.Place) {
	for _, a := range rest {
		where := at
		where.Field, where.Value = a.Key, a.Value
		im.to.Say(data.Warning, where, "the model has no place for a cell: left out", "")
	}
}

var numbered = regexp.MustCompile(`-[0-9]+$`)

// modelOf is the section of our model that a table is of; empty for every other
// table. All columns must be keys of the model, and the first rows must fit.
func modelOf(t *Table) (name string, err error) {
	file := t.file()
	stem := strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	stem = strings.ReplaceAll(numbered.ReplaceAllString(stem, ""), "-", "_")
	for _, s := range sections {
		if !s.has(t.Header) || stem != s.name && t.Sheet != s.name && s.own != nil && !shares(t.Header, s.own) {
			continue
		}
		fits := true
		n := 0
		err := t.Rows(func(r Row) bool {
			var cells []data.Cell
			for i, c := range r.Cells {
				cells = append(cells, data.Cell{Key: t.header(i), Text: c.Text})
			}
			n++
			fits = s.fits(cells) && s.plain(cells)
			return fits && n < 300
		})
		if err != nil || fits && n > 0 {
			return s.name, err
		}
	}
	return "", nil
}

// citing is how evidence of our model is written: ids of sources with places in
// them, or JSON.
var citing = regexp.MustCompile(`^([\[{].*|[a-z0-9]+(-[a-z0-9]+)*(#[^;]*)?(; [a-z0-9]+(-[a-z0-9]+)*(#[^;]*)?)*)$`)

// plain tells whether the ids and kinds of a record are written as the model
// writes them: "Person" is somebody else's word.
func (s section) plain(cells []data.Cell) bool {
	for _, c := range cells {
		switch {
		case s.name == "entities" && (c.Key == "id" || c.Key == "kind") && !kindID.MatchString(c.Text):
			return false
		case s.name == "relations" && c.Key == "predicate" && !predicateID.MatchString(c.Text):
			return false
		case c.Key == "evidence" && c.Text != "" && !citing.MatchString(c.Text):
			return false
		}
	}
	return true
}

// has tells whether a header holds what a record needs, and nothing but keys of
// the model.
func (s section) has(header []string) bool {
	for _, key := range s.need {
		if !slices.Contains(header, key) {
			return false
		}
	}
	known := keysOf(s.record)
	for _, h := range header {
		key, _, _ := strings.Cut(h, ".")
		if !slices.Contains(known, key) {
			return false
		}
	}
	return true
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("key"); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
