package bods

import (
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// thing is a person or an entity.
func (r *reader) thing(s statement, rec, details *jsonread.Record) {
	e := data.Entity{Kind: "person", Evidence: r.sources(rec)}
	if s.sort == "entity" {
		e.Kind = entityKind(details)
	}
	e.Name = details.Text("name")
	for _, n := range taken(details, "names", func(data.Value) []string { return []string{"fullName", "type"} }).Items() {
		full := n.Key("fullName").Text()
		if full == "" {
			full = strings.TrimSpace(strings.Join([]string{n.Key("givenName").Text(), n.Key("patronymicName").Text(), n.Key("familyName").Text()}, " "))
		}
		switch {
		case full == "":
		case e.Name == "":
			e.Name = full
		case full != e.Name:
			e.Aliases = append(e.Aliases, data.Alias{Text: full, Note: n.Key("type").Text()})
		}
	}
	for _, n := range details.Texts("alternateNames") {
		e.Aliases = append(e.Aliases, data.Alias{Text: n})
	}
	e.Date = details.Span(begun(details), ended(details))
	if e.Name == "" {
		e.Name = unnamed(s, details)
	}
	keepIdentifiers(details)
	e.Attributes = own(rec, len(e.Evidence) > 0, r.to.Evidence(rec.At))
	if details != rec {
		e.Attributes = append(e.Attributes, own(details, len(e.Evidence) > 0, r.to.Evidence(rec.At))...)
	}
	r.to.Entity(format.Ref{ID: s.record}, s.sort+" statement", e, rec.At)
}

func begun(d *jsonread.Record) edtf.Date {
	if birth := d.Date("birthDate"); !birth.IsZero() {
		return birth
	}
	return d.Date("foundingDate")
}

func ended(d *jsonread.Record) edtf.Date {
	if death := d.Date("deathDate"); !death.IsZero() {
		return death
	}
	return d.Date("dissolutionDate")
}

// own is the rest of a record; where the statement names a source, each value
// says its place in the file, for the source was not asked for it.
func own(rec *jsonread.Record, cites bool, here []data.Evidence) []data.Attribute {
	list := rec.Rest()
	for i := range list {
		if cites {
			list[i].Evidence = here
		}
	}
	return list
}

// entityKind is ours for the type of an entity.
func entityKind(d *jsonread.Record) data.KindID {
	word := d.Key("entityType").Text()
	if word == "" {
		word = d.Path("entityType", "type").Text()
	}
	switch word {
	case "state", "stateBody":
		return "agency"
	case "registeredEntity", "legalEntity":
		return "company"
	}
	return "organization"
}

// unnamed says why a person or entity has no name, where the statement does.
func unnamed(s statement, d *jsonread.Record) string {
	why := first(d.Value, "missingInfoReason")
	for _, key := range []string{"unspecifiedPersonDetails", "unspecifiedEntityDetails"} {
		if text := first(d.Key(key), "description", "reason"); why == "" {
			why = text
		}
	}
	if why == "" {
		return ""
	}
	return fmt.Sprintf("unnamed %s (%s)", s.sort, why)
}

func keepIdentifiers(d *jsonread.Record) {
	used := func(id data.Value) []string { return []string{"id", schemeKey(id)} }
	for _, id := range taken(d, "identifiers", used).Items() {
		scheme := id.Key(schemeKey(id)).Text()
		d.Keep(strings.TrimSpace("identifier "+scheme), id.Key("id").Text())
	}
}

func schemeKey(id data.Value) string {
	if id.Key("schemeName").Text() != "" {
		return "schemeName"
	}
	return "scheme"
}

// party is whom an end of an ownership names: a record, or the reason why none
// is named.
func party(v data.Value) (id, reason string) {
	if v.Form() == data.Scalar {
		return v.Text(), ""
	}
	if id := first(v, "describedByEntityStatement", "describedByPersonStatement", "describedByRecordId"); id != "" {
		return id, ""
	}
	inner := v
	if u := v.Key("unspecified"); u.Form() == data.Map {
		inner = u
	}
	reason = first(inner, "reason")
	if words := first(inner, "description"); words != "" {
		reason = strings.TrimPrefix(reason+": "+words, ": ")
	}
	return "", reason
}

// ownership is one statement; each of its interests is a relation.
func (r *reader) ownership(s statement, rec, details *jsonread.Record) {
	subject, noSubject := party(details.Take("subject"))
	owner, noOwner := party(details.Take("interestedParty"))
	if subject == "" {
		rec.At.Value = noSubject
		r.to.LeftOut("relationship statement", rec.At, "it names no subject", "")
		return
	}
	if owner == "" && strings.Contains(squeeze(noOwner), "nobeneficialowners") {
		r.noOwners(rec, details, subject, noOwner)
		return
	}
	if owner == "" {
		owner = r.nobody(s, rec, noOwner)
	}
	evidence := r.sources(rec)
	interests := details.Take("interests").Items()
	common := rec.Rest()
	if details != rec {
		common = append(common, details.Rest()...)
	}
	if len(interests) == 0 {
		r.interest(s, rec, subject, owner, data.Value{}, 0, common, evidence)
	}
	for i, in := range interests {
		r.interest(s, rec, subject, owner, in, i, common, evidence)
	}
}

func squeeze(code string) string { return strings.ToLower(strings.ReplaceAll(code, "-", "")) }

// noOwners keeps a statement that nobody owns the subject as what is said of it:
// drawn as a relation it would say the contrary.
func (r *reader) noOwners(rec, details *jsonread.Record, subject, words string) {
	const key = "beneficial owners"
	said := []data.Attribute{{Key: key, Value: words}}
	for _, d := range slices.Compact([]*jsonread.Record{rec, details}) {
		for _, a := range d.Rest() {
			said = append(said, data.Attribute{Key: key + ": " + a.Key, Value: a.Value})
		}
	}
	for i := range said {
		said[i].Evidence = r.to.Evidence(rec.At)
	}
	at := rec.At
	at.Value = subject
	r.to.Turned("relationship statement", "attribute of its subject")
	r.to.Finally(func(f *format.Finishing) {
		if !add(f, subject, said) {
			f.Say(data.Warning, at, "a statement that there is no owner is of a record that is not in the file", "")
		}
	})
}

// add gives a record of the file more attributes, unless there is none.
func add(f *format.Finishing, record string, list []data.Attribute) bool {
	id, ok := f.ID(format.Ref{ID: record})
	for i := range f.Dataset.Entities {
		if e := &f.Dataset.Entities[i]; ok && e.ID == id {
			e.Attributes = append(e.Attributes, list...)
			return true
		}
	}
	return false
}

// nobody stands for an owner of whom the statement says only why it is not
// named: that is a fact, and it is drawn.
func (r *reader) nobody(s statement, rec *jsonread.Record, reason string) string {
	id := s.record + "/unspecified"
	if reason == "" {
		reason = "no reason given"
	}
	r.to.Entity(format.Ref{ID: id}, "unspecified party", data.Entity{ID: data.EntityID(format.Slug("unspecified " + s.record)), Kind: r.to.Kind("unspecified party"), Name: "not named: " + reason}, rec.At)
	return id
}

func (r *reader) interest(s statement, rec *jsonread.Record, subject, owner string, v data.Value, nth int, common []data.Attribute, evidence []data.Evidence) {
	in := jsonread.New(r.to, v, "", "")
	in.At = rec.At
	sort := in.Text("type")
	rel := data.Relation{Evidence: evidence, Note: in.Text("details"), Date: in.Span(in.Date("startDate"), in.Date("endDate"))}
	if nth == 0 {
		rel.ID = data.RelationID(format.Slug(s.record))
	}
	in.Keep("share", shareWords(in.Take("share")))
	in.Keep("interest", sort)
	rel.Attributes = append(in.Rest(), common...)
	link := format.Link{Relation: rel, From: format.Ref{ID: owner}, To: format.Ref{ID: subject}, Sort: "interest", At: rec.At}
	switch sort {
	case "shareholding", "share-ownership":
		link.Relation.Predicate = "owns"
	case "":
		link.Verb, link.Inverse = "owns or controls", "is owned or controlled by"
	default:
		words := spelled(sort)
		link.Verb, link.Inverse = "has an interest in ("+words+")", "is subject to an interest ("+words+") of"
	}
	r.to.Link(link)
}

// spelled is a code of the standard in words: votingRights, voting-rights.
func spelled(code string) string {
	var b strings.Builder
	for i, c := range code {
		if c >= 'A' && c <= 'Z' && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return strings.ToLower(strings.ReplaceAll(b.String(), "-", " "))
}
