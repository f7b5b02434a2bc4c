package table

import (
	"fmt"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// evidence is what the row names as its sources, and the row; nil where it names
// none, and then the Builder cites the row itself.
func (im *importer) evidence(e *env, r *Record, at format.Place) []data.Evidence {
	var list []data.Evidence
	for _, p := range r.Evidence {
		base := data.Evidence{At: e.text(p.Fields["at"]), By: e.text(p.Fields["by"]), Note: e.text(p.Fields["note"])}
		status, kept := im.status(e, p.Fields["status"], at)
		for _, a := range kept {
			base.Note = joinNotes(base.Note, a.Key+": "+a.Value)
		}
		base.Status = status
		ids := im.cited(e, p, at)
		for _, id := range ids {
			base.Source = id
			list = append(list, base)
		}
		if ids == nil && base.At+base.By+base.Note != "" {
			list = append(list, im.rowItself(base, at)...)
		}
	}
	return list
}

// withRow puts the row behind the sources that it names: they say it, and the
// row says where that was written down. Its other values stand in the row alone.
func (im *importer) withRow(named []data.Evidence, others []data.Attribute, at format.Place) []data.Evidence {
	if len(named) == 0 {
		return nil
	}
	row := im.to.Evidence(at)
	for i := range others {
		others[i].Evidence = row
	}
	for i := range row {
		row[i].Status = named[0].Status
	}
	return append(named, row...)
}

// rowItself cites the row for what is said of a source that is not named.
func (im *importer) rowItself(said data.Evidence, at format.Place) []data.Evidence {
	list := im.to.Evidence(at)
	for i := range list {
		list[i].Status, list[i].By, list[i].Note = said.Status, said.By, said.Note
		if said.At != "" {
			list[i].Note = joinNotes(said.Note, "at "+said.At+" of a source that is not named")
		}
	}
	return list
}

// cited are the sources that evidence names: ids that a table of sources has,
// addresses, or titles.
func (im *importer) cited(e *env, p *Record, at format.Place) []data.SourceID {
	about := data.Source{Title: e.text(p.Fields["title"]), URL: e.text(p.Fields["url"]), Publisher: e.text(p.Fields["publisher"])}
	if v := p.Fields["date"]; v != nil {
		var kept []data.Attribute
		about.Date, about.DateNote, kept = im.single(e, v, at)
		for _, a := range kept {
			about.Note = joinNotes(about.Note, a.Key+": "+a.Value)
		}
	}
	names := e.list(p.Fields["source"])
	if names == nil && about.Title == "" && about.URL == "" {
		return nil
	}
	if names == nil {
		return []data.SourceID{im.to.Source(about)}
	}
	var ids []data.SourceID
	for _, name := range names {
		s := about
		switch {
		case im.sources[name] != "":
			ids = append(ids, im.sources[name])
			continue
		case isURL(name) && s.URL == "":
			s.URL = name
		case s.Title == "":
			s.Title = name
		default:
			s.Note = name
		}
		ids = append(ids, im.to.Source(s))
	}
	return ids
}

// source makes a source of the row.
func (im *importer) source(e *env, r *Record, at format.Place, _ bool) string {
	id := e.text(r.Fields["id"])
	s := data.Source{Title: e.text(r.Fields["title"]), URL: e.text(r.Fields["url"]),
		Publisher: e.text(r.Fields["publisher"]), Authors: e.list(r.Fields["authors"]), Lang: e.text(r.Fields["language"]),
		Archive: e.text(r.Fields["archive"]), Licence: e.text(r.Fields["licence"]), Note: e.text(r.Fields["note"])}
	if im.named(&s, id); id == "" && s.Title == "" && s.URL == "" {
		return "neither an id, a title nor an address of a source"
	}
	if v := r.Fields["date"]; v != nil {
		var kept []data.Attribute
		s.Date, s.DateNote, kept = im.single(e, v, at)
		for _, a := range kept {
			s.Note = joinNotes(s.Note, a.Key+": "+a.Value)
		}
	}
	for _, a := range im.attributes(e, r, true) {
		s.Note = joinNotes(s.Note, a.Key+": "+a.Value)
	}
	im.to.Source(s)
	im.to.Turned("row", "source")
	return ""
}

// named gives a source its id with us; what the file calls it is kept.
func (im *importer) named(s *data.Source, id string) {
	if s.ID = im.sources[id]; string(s.ID) != id {
		s.Note = joinNotes(s.Note, "id: "+id)
	}
}

// nameSources gives the sources that tables describe their ids with us, before
// any row cites one: theirs where they may be written so ("Report 7" may not).
func (im *importer) nameSources() {
	taken := map[data.SourceID]bool{}
	var others []string
	for id := range im.sources {
		if im.sources[id] = data.SourceID(id); data.PlainID.Match(id) {
			taken[data.SourceID(id)] = true
		} else {
			others = append(others, id)
		}
	}
	slices.Sort(others)
	for _, id := range others {
		plain := data.SourceID(orText(format.Slug(id), "source"))
		own := plain
		for n := 2; taken[own]; n++ {
			own = data.SourceID(fmt.Sprintf("%s-%d", plain, n))
		}
		taken[own], im.sources[id] = true, own
	}
}

func joinNotes(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}
