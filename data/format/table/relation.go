package table

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// relation makes a relation of the row, or one for each pair of its ends where
// a cell names several; the reason, where none can be made.
func (im *importer) relation(e *env, r *Record, at format.Place, first bool) string {
	from, to := e.list(r.Fields["from"]), e.list(r.Fields["to"])
	switch {
	case len(from) == 0 && len(to) == 0:
		return "neither end is named"
	case len(from) == 0:
		return "no from is named"
	case len(to) == 0:
		return "no to is named"
	}
	rel := data.Relation{ID: data.RelationID(e.text(r.Fields["id"])), Note: e.text(r.Fields["note"])}
	d := im.date(e, r, at)
	rel.Date, rel.DateNote = d.date, d.note
	var kept []data.Attribute
	rel.Status, kept = im.status(e, r.Fields["status"], at)
	rel.Attributes = append(im.attributes(e, r, first), append(d.kept, kept...)...)
	rel.Evidence = im.withRow(im.evidence(e, r, at), rel.Attributes, at)
	if len(rel.Evidence) > 1 && !rel.Date.IsZero() {
		rel.DateEvidence = im.to.Evidence(at)
	}
	link := format.Link{Relation: rel, Verb: e.text(r.Fields["predicate"]), Sort: "row", At: at}
	if !first {
		link.Sort = "relation of a row" // which became something else, too
	}
	direct(&link, e.text(r.Fields["symmetric"]))
	for _, f := range from {
		for _, t := range to {
			link.From, link.To = im.end(e, r.Fields["from"], f, at), im.end(e, r.Fields["to"], t, at)
			im.to.Link(link)
		}
	}
	return ""
}

// unsaid is the predicate of ends of which nothing more is known.
const unsaid = "related_to"

// direct gives a link the direction that a cell tells of. One that has a
// direction and no word of its own links its ends, as in every other format.
func direct(l *format.Link, text string) {
	switch strings.ToLower(text) {
	case "yes", "true", "1", "undirected", "both":
		l.Symmetric = true
	case "no", "false", "0", "directed":
		if l.Verb == "" || l.Verb == unsaid {
			l.Verb, l.Inverse = "links to", "is linked from"
		}
	}
}

// end is the id by which an end is known; the entity is made where the plan
// says so and no row describes it.
func (im *importer) end(e *env, v *Value, text string, at format.Place) format.Ref {
	ref := im.ref(e, v, text)
	if v.Make == "" || im.described.has(ref) {
		return ref
	}
	if _, known := im.to.Known(ref); !known {
		id := im.to.Entity(format.Ref{}, "end of a row", data.Entity{Name: text, Kind: im.kind(v.Make)}, at)
		im.to.Alias(ref, id)
	}
	return ref
}

func (im *importer) ref(e *env, v *Value, text string) format.Ref {
	switch {
	case v.Key != "" && v.Table == "":
		return format.Ref{Space: keySpace(e.name, v.Key), ID: text}
	case v.Key != "":
		return format.Ref{Space: keySpace(v.Table, v.Key), ID: text}
	case v.Table != "" && im.spaces:
		return format.Ref{Space: v.Table, ID: text}
	case v.Make == "place":
		return im.placeRef(text)
	}
	return format.Ref{ID: text}
}

// placeRef keeps places that are made of names apart from the ids of others.
func (im *importer) placeRef(text string) format.Ref {
	if ref := (format.Ref{ID: text}); im.described.has(ref) {
		return ref
	}
	return format.Ref{Space: "\x00place", ID: text}
}

// statuses are words for how sure something is.
var statuses = map[string]data.Status{
	"stated": data.Stated, "certain": data.Stated, "confirmed": data.Stated, "verified": data.Stated, "sicher": data.Stated, "belegt": data.Stated, "confirme": data.Stated, "confirmado": data.Stated, "确认": data.Stated, "已确认": data.Stated,
	"possible": data.Possible, "probable": data.Possible, "likely": data.Possible, "alleged": data.Possible, "suspected": data.Possible, "unconfirmed": data.Possible, "uncertain": data.Possible, "moglich": data.Possible, "wahrscheinlich": data.Possible, "posible": data.Possible, "可能": data.Possible, "疑似": data.Possible,
	"inferred": data.Inferred, "deduced": data.Inferred, "concluded": data.Inferred, "abgeleitet": data.Inferred, "推断": data.Inferred,
	"disputed": data.Disputed, "contested": data.Disputed, "denied": data.Disputed, "umstritten": data.Disputed, "conteste": data.Disputed, "disputado": data.Disputed, "有争议": data.Disputed,
}

// status is the status of a value; a word that is none stays an attribute.
func (im *importer) status(e *env, v *Value, at format.Place) (data.Status, []data.Attribute) {
	text := e.text(v)
	if text == "" {
		return "", nil
	}
	if s, ok := statuses[foldHeader(text)]; ok {
		return s, nil
	}
	key := orText(e.columnName(v), "status")
	at.Field, at.Value = key, text
	im.to.Say(data.Note, at, "no status of ours: kept as an attribute", "stated, possible, inferred and disputed are; a table of values can say which is meant")
	return "", []data.Attribute{{Key: key, Value: text}}
}
