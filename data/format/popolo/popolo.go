// Package popolo reads Popolo JSON (people, organisations, posts, memberships,
// areas and events as parliaments' monitors publish them).
//
// What enters: a JSON object with lists named by their class. What leaves:
// people, organisations, places and events as entities; memberships as dated
// relations, with the post and the party on whose behalf as relations of their
// own; everything else as attributes.
package popolo

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// Format is Popolo JSON, read only.
func Format() format.Format {
	return format.Format{Name: "popolo", Title: "Popolo JSON (people, organisations, memberships)", Names: []string{".json"}, Detect: detect, Read: format.Each("popolo", read)}
}

var lists = regexp.MustCompile(`"(persons|memberships|organizations|posts)"\s*:\s*\[`)

func detect(_ string, head []byte) format.Confidence {
	found := map[string]bool{}
	for _, m := range lists.FindAllSubmatch(head, -1) {
		found[string(m[1])] = true
	}
	switch {
	case len(found) > 1:
		return format.Certain
	case len(found) == 1:
		return format.Likely
	}
	return format.No
}

// reader reads the records of one file.
type reader struct{ to *format.Builder }

// classes are the lists of a file with how each of their records is read.
func (r *reader) classes() map[string]func(data.Value) {
	return map[string]func(data.Value){
		"persons": r.person, "organizations": r.organization, "posts": r.post, "areas": r.area, "events": r.event,
		"memberships": func(v data.Value) { r.membership(v, "") }, "motions": r.motion, "vote_events": r.voteEvent,
	}
}

func read(in format.Input, to *format.Builder) error {
	r := &reader{to}
	classes := r.classes()
	names := slices.Sorted(maps.Keys(classes))
	known := 0
	err := jsonread.Walk(in, to, names, func(path string, v data.Value) {
		record, ok := classes[path]
		switch {
		case v.Form() == data.Absent:
		case !ok:
			to.Say(data.Note, format.Place{Line: v.Line(), Field: path}, "a part of the file that is no class of Popolo is left out", "")
		case v.Form() != data.Map:
			to.Read(1)
			to.LeftOut(path, format.Place{Line: v.Line(), Value: v.Text()}, "it is not a map", "")
		default:
			known++
			record(v)
		}
	})
	if err == nil && known == 0 {
		err = fmt.Errorf("%s: no persons, organizations, posts, areas, events or memberships", in.Name)
	}
	return err
}

// begin begins a record of a class and gives its id.
func (r *reader) begin(v data.Value, class string) (*jsonread.Record, string) {
	r.to.Read(1)
	id := v.Key("id").Text()
	rec := jsonread.New(r.to, v, class, id)
	rec.Take("id")
	return rec, id
}

// common reads what all classes share.
func (r *reader) common(rec *jsonread.Record, e *data.Entity) {
	e.Name = rec.Text("name", "label")
	for _, n := range rec.Take("other_names").Items() {
		if text := n.Key("name").Text(); text != "" {
			e.Aliases = append(e.Aliases, data.Alias{Text: text, Note: aliasNote(n)})
		} else if n.Form() == data.Scalar {
			e.Aliases = append(e.Aliases, data.Alias{Text: n.Text()})
		}
	}
	for _, l := range rec.Take("links").Items() {
		if url := l.Key("url").Text(); url != "" {
			e.Links = append(e.Links, data.Link{Label: l.Key("note").Text(), URL: url})
		}
	}
	if image := rec.Text("image"); image != "" {
		e.Links = append(e.Links, data.Link{Label: "picture", URL: image})
	}
	for _, id := range rec.Take("identifiers").Items() {
		rec.Keep(strings.TrimSpace("identifier "+id.Key("scheme").Text()), id.Key("identifier").Text())
	}
	e.Summary = rec.Text("summary", "description", "biography")
	e.Evidence = rec.Sources("sources")
}

// aliasNote is how long a name was borne, and what the file says of it.
func aliasNote(n data.Value) string {
	var words []string
	for _, key := range []string{"note", "lang"} {
		if text := n.Key(key).Text(); text != "" {
			words = append(words, text)
		}
	}
	from, to := n.Key("start_date").Text(), n.Key("end_date").Text()
	if from != "" || to != "" {
		words = append(words, strings.TrimSpace(from+" to "+to))
	}
	return strings.Join(words, ", ")
}

func (r *reader) add(rec *jsonread.Record, class, id string, e data.Entity) {
	e.Attributes = append(e.Attributes, rec.Rest()...)
	r.to.Entity(format.Ref{Space: class, ID: id}, class, e, rec.At)
}

// join adds a relation between two records, where both are named.
func (r *reader) join(rec *jsonread.Record, from, to format.Ref, rel data.Relation, verb, inverse string) {
	if from.ID == "" || to.ID == "" {
		return
	}
	r.to.Link(format.Link{Relation: rel, From: from, To: to, Verb: verb, Inverse: inverse, Sort: orText(verb, string(rel.Predicate)), At: rec.At})
}
