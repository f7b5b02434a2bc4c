package table

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// entity makes an entity of the row; the reason, where none can be made.
func (im *importer) entity(e *env, r *Record, at format.Place, first bool) string {
	id, name := e.text(r.Fields["id"]), e.text(r.Fields["name"])
	if id == "" && name == "" {
		return "neither an id nor a name"
	}
	ref := format.Ref{ID: orText(id, name)}
	if r.Once && id != "" && im.again(e, r, ref, at) {
		if first && len(e.rest(func(int) bool { return true })) > 0 {
			return "an earlier row describes the entity, and this one says nothing that is mapped"
		}
		return ""
	}
	x := data.Entity{Name: name, Kind: im.kind(e.text(r.Fields["kind"])), Short: e.text(r.Fields["short"]),
		Summary: e.text(r.Fields["summary"]), Count: e.text(r.Fields["count"]), Tags: e.list(r.Fields["tags"])}
	x.Names = names(e, r)
	for _, text := range e.list(r.Fields["aliases"]) {
		x.Aliases = append(x.Aliases, data.Alias{Text: text})
	}
	d := im.date(e, r, at)
	x.Date, x.DateNote = d.date, d.note
	x.Links, x.Attributes = im.links(e, r.Fields["links"], at)
	x.Attributes = append(im.attributes(e, r, first), append(d.kept, x.Attributes...)...)
	x.Evidence = im.withRow(im.evidence(e, r, at), x.Attributes, at)
	if len(x.Evidence) > 1 && !x.Date.IsZero() {
		x.DateEvidence = im.to.Evidence(at)
	}
	ours := im.add(e, ref, id == "", x, at)
	if place := e.text(r.Fields["place"]); place != "" {
		im.place(e, r.Fields["place"], ours, place, at)
	}
	return ""
}

// add adds an entity under the ids by which relations may name it: in the
// common space, in its table's where several tables describe entities, and by
// its other keys. Where the id is nothing but the name it is no attribute.
func (im *importer) add(e *env, ref format.Ref, nameless bool, x data.Entity, at format.Place) data.EntityID {
	_, known := im.to.Known(ref)
	own, here := format.Ref{Space: e.name, ID: ref.ID}, false
	if im.spaces {
		_, here = im.to.Known(own)
	}
	var id data.EntityID
	switch {
	case nameless || ref.ID == x.Name:
		if known && !nameless {
			at.Value = ref.ID
			im.to.Say(data.Warning, at, "the id stands twice: both are kept, links go to the first", "")
			at.Value = ""
		}
		id = im.to.Entity(format.Ref{}, "row", x, at)
	case known && im.spaces && !here:
		at.Value = ref.ID
		im.to.Say(data.Warning, at, "the id stands in two tables: both are kept, links go to the first", "say in a mapping which table an end is of: to: {column: ..., table: ...}")
		at.Value = ""
		id = im.to.Entity(own, "row", x, at)
	default:
		id = im.to.Entity(ref, "row", x, at)
		known = id != ""
	}
	if !known {
		im.to.Alias(ref, id)
	}
	if im.spaces && !here {
		im.to.Alias(own, id)
	}
	im.keys(e, id, at)
	return id
}

// keys makes the entity known by the other columns that ends name.
func (im *importer) keys(e *env, id data.EntityID, at format.Place) {
	for _, key := range e.keys {
		text := e.said(e.column[key], nil)
		ref := format.Ref{Space: keySpace(e.name, key), ID: text}
		if text == "" {
			continue
		}
		if _, known := im.to.Known(ref); known {
			at.Field, at.Value = key, text
			im.to.Say(data.Note, at, "a key stands twice: links go to the first", "")
			continue
		}
		im.to.Alias(ref, id)
	}
}

func keySpace(table, key string) string { return table + "\x00" + key }

// kind is the kind for a word: one of the mapping, one of ours, or a new one.
func (im *importer) kind(word string) data.KindID {
	if id, ok := im.kinds[word]; ok {
		return id
	}
	return im.to.Kind(word)
}

func names(e *env, r *Record) map[string]string {
	var m map[string]string
	for _, n := range r.Names {
		if text := e.text(n.Value); text != "" {
			if m == nil {
				m = map[string]string{}
			}
			m[n.Name] = text
		}
	}
	return m
}

// links are the addresses of a value; what is none stays an attribute.
func (im *importer) links(e *env, v *Value, at format.Place) (links []data.Link, kept []data.Attribute) {
	for _, text := range e.list(v) {
		url := text
		if strings.HasPrefix(strings.ToLower(text), "www.") {
			url = "https://" + text
		}
		if !isURL(url) {
			at.Field, at.Value = e.columnName(v), text
			im.to.Say(data.Note, at, "no address of the web: kept as an attribute", "")
			kept = append(kept, data.Attribute{Key: e.columnName(v), Value: text})
			continue
		}
		links = append(links, data.Link{URL: url})
	}
	return links, kept
}

func isURL(text string) bool {
	lower := strings.ToLower(text)
	return (strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")) && !strings.ContainsAny(text, " \t\n")
}

// columnName is the header of a value's first column.
func (e *env) columnName(v *Value) string {
	if len(v.Columns) == 0 {
		return ""
	}
	return v.Columns[0]
}

// attributes are those that the plan names, and for the first record of a row
// all cells that it does not speak of.
func (im *importer) attributes(e *env, r *Record, first bool) []data.Attribute {
	var list []data.Attribute
	for _, n := range r.Attributes {
		if text := strings.Join(e.list(n.Value), "; "); text != "" {
			list = append(list, data.Attribute{Key: n.Name, Value: text})
		}
	}
	return append(list, e.rest(func(i int) bool {
		if e.each != "" && e.within(i) {
			return true
		}
		return first && e.item == 0 && !slices.ContainsFunc(e.lists, func(list string) bool { return below(e.header(i), list) })
	})...)
}

// placed is an entity whose place is known when all rows are read.
type placed struct {
	id   data.EntityID
	ref  format.Ref
	name string
	at   format.Place
}

func (im *importer) place(e *env, v *Value, id data.EntityID, text string, at format.Place) {
	at.Field = e.columnName(v)
	ref := im.end(e, v, text, at)
	if !im.to.Lies(id, ref) {
		im.places = append(im.places, placed{id, ref, text, at})
	}
}

// resolvePlaces sets the places; a text that no row describes is an attribute.
func (im *importer) resolvePlaces(f *format.Finishing) {
	if len(im.places) == 0 {
		return
	}
	at := map[data.EntityID]int{}
	for i, x := range f.Dataset.Entities {
		at[x.ID] = i
	}
	for _, p := range im.places {
		x := &f.Dataset.Entities[at[p.id]]
		place, ok := f.ID(p.ref)
		switch i, found := at[place]; {
		case ok && found && place != p.id && f.Dataset.Entities[i].Kind == "place":
			x.Place = place
		default:
			p.at.Value = p.name
			f.Say(data.Warning, p.at, "no row describes the place: kept as an attribute", "make: place makes one")
			x.Attributes = append(x.Attributes, data.Attribute{Key: orText(p.at.Field, "place"), Value: p.name})
		}
	}
}
