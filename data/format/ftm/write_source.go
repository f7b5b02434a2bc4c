package ftm

import (
	"github.com/redthread/redthread/data"
)

// rests writes what evidence rests on: address and publisher of a source, and
// the document that stands for it.
func (w *writer) rests(l *line, evidence []data.Evidence) {
	for _, e := range evidence {
		s := w.sources[e.Source]
		if s == nil {
			continue
		}
		doc := w.byID[w.sourceIDs[s.ID]]
		if doc != nil && l.schema.has("proof") {
			l.add("proof", doc.id)
		}
		if !inDataset(s) {
			l.put("sourceUrl", s.URL)
			l.put("publisher", s.Publisher)
		}
	}
}

// document adds a line for a source that has a title: a document that entities
// name as their proof. Files that were imported are none.
func (w *writer) document(s *data.Source) {
	if s.Title == "" || s.Title == s.URL || s.Title == s.File || s.Title == s.Publisher {
		return
	}
	l := &line{record: record{id: w.sourceIDs[s.ID], word: "Document", schema: schemaNamed("Document")}}
	for _, name := range []string{"fileName", "title"} {
		l.put(name, s.Title)
	}
	for _, a := range s.Authors {
		l.put("author", a)
	}
	l.put("publisher", s.Publisher)
	l.put("sourceUrl", s.URL)
	if start, _ := edges(s.Date); start != "" {
		l.put("publishedAt", start)
	}
	if code := iso3(s.Lang); code != "" {
		l.put("language", code)
	}
	l.put("keywords", "source")
	l.beside.set("source", ofCells(data.Cells(*s)))
	w.documents[l.id] = s
	w.add(l)
}
