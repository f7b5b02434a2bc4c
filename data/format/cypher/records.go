package cypher

import (
	"strconv"

	"github.com/redthread/redthread/data"
)

func (w *writer) source(s data.Source) {
	p := &properties{}
	p.text("title", s.Title)
	p.text("publisher", s.Publisher)
	p.texts("authors", s.Authors)
	p.date(s.Date)
	p.text("date_note", s.DateNote)
	p.text("url", s.URL)
	p.text("archive", s.Archive)
	p.text("language", s.Lang)
	p.text("licence", s.Licence)
	p.text("file", s.File)
	p.text("sha256", s.SHA256)
	p.text("note", s.Note)
	w.merge("Source", string(s.ID), nil, p)
}

func (w *writer) entity(e data.Entity) {
	p := &properties{}
	p.text("name", e.Name)
	p.text("kind", string(e.Kind))
	p.text("short", e.Short)
	p.names(e.Names)
	var aliases, links []string
	for _, a := range e.Aliases {
		aliases = append(aliases, a.Text)
	}
	for _, l := range e.Links {
		links = append(links, l.URL)
	}
	p.texts("aliases", aliases)
	p.date(e.Date)
	p.text("date_note", e.DateNote)
	p.text("summary", e.Summary)
	p.texts("tags", e.Tags)
	p.texts("links", links)
	p.text("count", e.Count)
	p.attributes(e.Attributes)
	w.merge("Entity", string(e.ID), []string{label(string(e.Kind))}, p)
	for _, s := range e.Stages {
		w.stage(e, s)
	}
}

// stage is a node of its own, so that relations may begin and end at it.
func (w *writer) stage(e data.Entity, s data.Stage) {
	t, _ := w.index.Thing(data.StageID(e.ID, s.Stage))
	p := &properties{}
	p.text("name", t.Name)
	p.text("kind", "event")
	p.text("stage", s.Stage)
	p.text("label", s.Label)
	p.said(s.Date, s.DateNote, s.Status, s.Note)
	w.merge("Entity", string(t.ID), []string{"Stage"}, p)
}

// around joins a thing to its place, its stages and its sources.
func (w *writer) around(e data.Entity) {
	self := node("a", "Entity", string(e.ID))
	if e.Place != "" {
		w.join(self, node("b", "Entity", string(e.Place)), "PLACE", "", &properties{})
	}
	w.cites(self, e.Evidence)
	for _, s := range e.Stages {
		stage := node("a", "Entity", string(data.StageID(e.ID, s.Stage)))
		w.join(stage, node("b", "Entity", string(e.ID)), "STAGE_OF", "", &properties{})
		w.cites(stage, s.Evidence)
	}
}

// cites joins a thing to each place of a source that speaks of it. A place that
// stands twice is told apart by a number.
func (w *writer) cites(self string, list []data.Evidence) {
	seen := map[string]int{}
	for _, e := range list {
		p := &properties{}
		p.texts("terms", e.Terms)
		p.text("status", string(e.Status))
		p.text("by", e.By)
		p.text("note", e.Note)
		key := "at: " + literal(e.At)
		place := string(e.Source) + "#" + e.At
		if seen[place]++; seen[place] > 1 {
			key += ", n: " + strconv.Itoa(seen[place])
		}
		w.join(self, node("b", "Source", string(e.Source)), "CITES", key, p)
	}
}

func (w *writer) relation(r data.Relation) {
	p := &properties{}
	p.text("predicate", string(r.Predicate))
	p.text("label", w.index.Predicate(r.Predicate).Label)
	p.said(r.Date, r.DateNote, r.Status, r.Note)
	p.evidence(r.Evidence)
	p.attributes(r.Attributes)
	w.join(node("a", "Entity", string(r.From)), node("b", "Entity", string(r.To)), typeName(string(r.Predicate)), "id: "+literal(string(r.ID)), p)
}

// figure is a number and what it measures.
func (w *writer) figure(f data.Figure) {
	p := &properties{}
	p.text("counts", f.Counts)
	p.text("value", f.Value)
	p.text("bound", f.Bound)
	p.text("of", f.Of)
	p.text("unit", f.Unit)
	p.said(f.Date, f.DateNote, f.Status, f.Note)
	w.merge("Figure", f.ID, nil, p)
	self := node("a", "Figure", f.ID)
	w.join(self, node("b", "Entity", string(f.About)), "MEASURES", "", &properties{})
	w.cites(self, f.Evidence)
}
