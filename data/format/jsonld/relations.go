package jsonld

import (
	"regexp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

func (w *writer) relations() []string {
	var list []string
	for _, r := range format.Sorted(w.ds.Relations, func(r data.Relation) string { return string(r.ID) }) {
		entries := []jsonwrite.Entry{
			jsonwrite.Text("@id", "relation:"+string(r.ID)), jsonwrite.Texts("@type", "rdf:Statement", "Role"), jsonwrite.Text("identifier", string(r.ID)),
			jsonwrite.Text("subject", "thing:"+string(r.From)), jsonwrite.Text("predicateOf", "predicate:"+string(r.Predicate)), jsonwrite.Text("object", "thing:"+string(r.To)),
			jsonwrite.Text("roleName", w.index.Predicate(r.Predicate).Label), jsonwrite.Text("edtf", r.Date.String()), jsonwrite.Text("dateNote", r.DateNote)}
		entries = append(entries, span(r.Date, false)...)
		entries = append(entries, jsonwrite.Text("status", string(r.Status)), jsonwrite.Text("description", r.Note), properties(r.Attributes, ""), proof("Role", r.Evidence))
		list = append(list, jsonwrite.Object(entries...))
	}
	return list
}

// proof is the evidence: parts of the sources, each with its place.
func proof(typ string, list []data.Evidence) jsonwrite.Entry {
	key := "subjectOf"
	if works[typ] {
		key = "citation"
	}
	var values []string
	for _, e := range list {
		paragraph, first, last := position(e.At)
		values = append(values, jsonwrite.Object(jsonwrite.Text("@type", "CreativeWork"), jsonwrite.Raw("isPartOf", ref("source:"+string(e.Source))),
			jsonwrite.Text("position", paragraph), jsonwrite.Text("pageStart", first), jsonwrite.Text("pageEnd", last), jsonwrite.Texts("keywords", e.Terms...),
			jsonwrite.Text("status", string(e.Status)), jsonwrite.Text("reportedBy", e.By), jsonwrite.Text("description", e.Note)))
	}
	return jsonwrite.Some(key, values)
}

var pages = regexp.MustCompile(`^p+\. ?([0-9]+)(?:-([0-9]+))?$`)

// position is a place in a source: a paragraph, or the first and the last page.
func position(at string) (paragraph, first, last string) {
	m := pages.FindStringSubmatch(at)
	if m == nil {
		return at, "", ""
	}
	return "", m[1], m[2]
}

func (w *writer) sources() []string {
	var list []string
	for _, s := range format.Sorted(w.ds.Sources, func(s data.Source) string { return string(s.ID) }) {
		publisher := ""
		if s.Publisher != "" {
			publisher = jsonwrite.Object(jsonwrite.Text("@type", "Organization"), jsonwrite.Text("name", s.Publisher))
		}
		list = append(list, object("CreativeWork", "source:"+string(s.ID), jsonwrite.Text("identifier", string(s.ID)), jsonwrite.Text("name", s.Title), jsonwrite.Texts("author", s.Authors...),
			jsonwrite.Raw("publisher", publisher), jsonwrite.Text("datePublished", day(s.Date)), jsonwrite.Text("edtf", s.Date.String()), jsonwrite.Text("dateNote", s.DateNote),
			address("url", s.URL), address("archivedAt", s.Archive), jsonwrite.Text("inLanguage", s.Lang), jsonwrite.Text("license", s.Licence),
			jsonwrite.Text("sha256", s.SHA256), jsonwrite.Text("description", s.Note)))
	}
	return list
}

func (w *writer) figures() []string {
	var list []string
	for _, f := range format.Sorted(w.ds.Figures, func(f data.Figure) string { return f.ID }) {
		list = append(list, object("Observation", "figure:"+f.ID, jsonwrite.Raw("observationAbout", ref("thing:"+string(f.About))), jsonwrite.Text("counts", f.Counts),
			jsonwrite.Text("value", f.Value), jsonwrite.Text("bound", f.Bound), jsonwrite.Text("outOf", f.Of), jsonwrite.Text("unitText", f.Unit), jsonwrite.Text("observationDate", day(f.Date)),
			jsonwrite.Text("edtf", f.Date.String()), jsonwrite.Text("dateNote", f.DateNote), jsonwrite.Text("status", string(f.Status)), jsonwrite.Text("description", f.Note), proof("Observation", f.Evidence)))
	}
	return list
}
