package jsonld

import (
	"maps"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

func (w *writer) things() []string {
	var list []string
	for _, e := range format.Sorted(w.ds.Entities, func(e data.Entity) string { return string(e.ID) }) {
		list = append(list, w.entity(e))
		for _, s := range e.Stages {
			list = append(list, w.stage(e, s))
		}
	}
	return list
}

func (w *writer) entity(e data.Entity) string {
	typ := typeOf(e.Kind)
	entries := []jsonwrite.Entry{
		jsonwrite.Text("additionalType", "kind:"+string(e.Kind)), jsonwrite.Text("identifier", string(e.ID)), names(e), alternate(e),
		jsonwrite.Text("description", e.Summary), jsonwrite.Texts("keywords", e.Tags...), jsonwrite.Text("edtf", e.Date.String()), jsonwrite.Text("dateNote", e.DateNote)}
	entries = append(entries, dated(typ, e)...)
	entries = append(entries, place(typ, e.Place), links(e), properties(e.Attributes, e.Count), proof(typ, e.Evidence))
	return object(typ, "thing:"+string(e.ID), append(entries, w.plain(e.ID)...)...)
}

// names are the name and those in other languages.
func names(e data.Entity) jsonwrite.Entry {
	list := []string{jsonwrite.Quoted(e.Name)}
	for _, lang := range slices.Sorted(maps.Keys(e.Names)) {
		list = append(list, jsonwrite.Object(jsonwrite.Text("@value", e.Names[lang]), jsonwrite.Text("@language", lang)))
	}
	return jsonwrite.Some("name", list)
}

func alternate(e data.Entity) jsonwrite.Entry {
	var list []string
	for _, text := range append([]string{e.Short}, aliases(e)...) {
		if text != "" && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return jsonwrite.Texts("alternateName", list...)
}

func aliases(e data.Entity) []string {
	var list []string
	for _, a := range e.Aliases {
		list = append(list, a.Text)
	}
	return list
}

// dated are dates in schema.org's own properties, where those mean the same and
// the day is known for certain.
func dated(typ string, e data.Entity) []jsonwrite.Entry {
	var list []jsonwrite.Entry
	switch typ {
	case "Event":
		list = span(e.Date, true)
	case "CreativeWork":
		list = []jsonwrite.Entry{jsonwrite.Text("datePublished", day(e.Date))}
	case "Legislation":
		taken := map[string]bool{}
		for _, s := range e.Stages {
			if key := lawDates[s.Stage]; key != "" && !taken[key] && (s.Status == "" || s.Status == data.Stated) {
				taken[key] = true
				list = append(list, jsonwrite.Text(key, day(s.Date)))
			}
		}
	}
	return list
}

// day is a date that is one known day, in ISO 8601; "" for every other.
func day(d edtf.Date) string {
	text := d.String()
	if len(text) != len("2006-01-02") || strings.Trim(text, "0123456789-") != "" || text[4] != '-' || text[7] != '-' || text[0] == '-' {
		return ""
	}
	return text
}

// span is the start and the end of a date, each where it is one known day. An
// event of one day ends on it; that a relation has a day does not say when it
// ends.
func span(d edtf.Date, event bool) []jsonwrite.Entry {
	start, end, interval := strings.Cut(d.String(), "/")
	if !interval && event {
		end = start
	}
	known := func(text string) string {
		date, err := edtf.Parse(text)
		if err != nil {
			return ""
		}
		return day(date)
	}
	return []jsonwrite.Entry{jsonwrite.Text("startDate", known(start)), jsonwrite.Text("endDate", known(end))}
}

func place(typ string, id data.EntityID) jsonwrite.Entry {
	switch key := places[typ]; {
	case id == "":
		return jsonwrite.Entry{}
	case key == "":
		return jsonwrite.Text("place", "thing:"+string(id))
	default:
		return jsonwrite.Raw(key, ref("thing:"+string(id)))
	}
}

func links(e data.Entity) jsonwrite.Entry {
	var list []string
	for _, l := range e.Links {
		list = append(list, jsonwrite.Object(jsonwrite.Text("@type", "WebPage"), jsonwrite.Text("name", l.Label), address("url", l.URL)))
	}
	return jsonwrite.Some("mainEntityOfPage", list)
}

// address is a link where programs may follow it, else a text.
func address(key, url string) jsonwrite.Entry {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") || strings.ContainsAny(url, " <>\"{}|\\^`\n\t") {
		key += "Text"
	}
	return jsonwrite.Text(key, url)
}

func properties(list []data.Attribute, count string) jsonwrite.Entry {
	if count != "" {
		list = append(slices.Clone(list), data.Attribute{Key: "count", Value: count})
	}
	var values []string
	for _, a := range list {
		values = append(values, jsonwrite.Object(jsonwrite.Text("@type", "PropertyValue"), jsonwrite.Text("name", a.Key), jsonwrite.Text("value", a.Value)))
	}
	return jsonwrite.Some("additionalProperty", values)
}

func (w *writer) stage(e data.Entity, s data.Stage) string {
	t, _ := w.index.Thing(data.StageID(e.ID, s.Stage))
	entries := []jsonwrite.Entry{
		jsonwrite.Text("additionalType", "kind:event"), jsonwrite.Text("identifier", string(t.ID)), jsonwrite.Text("name", t.Name), jsonwrite.Text("stageOf", "thing:"+string(e.ID)),
		jsonwrite.Text("edtf", s.Date.String()), jsonwrite.Text("dateNote", s.DateNote), jsonwrite.Text("status", string(s.Status)), jsonwrite.Text("description", s.Note)}
	entries = append(append(entries, span(s.Date, true)...), proof("Event", s.Evidence))
	return object("Event", "thing:"+string(t.ID), append(entries, w.plain(t.ID)...)...)
}

// plain are the relations that sources state, as properties.
func (w *writer) plain(id data.EntityID) []jsonwrite.Entry {
	var list []jsonwrite.Entry
	for _, p := range slices.Sorted(maps.Keys(w.stated[id])) {
		list = append(list, jsonwrite.Some("predicate:"+string(p), w.stated[id][p]))
	}
	return list
}
