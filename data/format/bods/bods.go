// Package bods reads statements of the Beneficial Ownership Data Standard,
// versions 0.1 to 0.4: people, entities, and who owns or controls whom.
//
// What enters: a JSON list of statements, or one statement a line. What leaves:
// people and companies as entities; each interest as a relation of its own, with
// its share, dates and the source that the statement names. A statement that a
// later one replaces is left out, and the report says so.
package bods

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// Format is BODS, read only.
func Format() format.Format {
	return format.Format{Name: "bods", Title: "Beneficial Ownership Data Standard (statements)", Names: []string{".json", ".jsonl"}, Detect: detect, Read: format.Each("bods", read)}
}

var certain = regexp.MustCompile(`"(statementType|statementID|statementId|recordDetails)"\s*:`)

func detect(_ string, head []byte) format.Confidence {
	if certain.Match(head) {
		return format.Certain
	}
	return format.No
}

// statement is one statement with what is needed to tell which count.
type statement struct {
	data.Value
	id     string
	record string // what it is about: the record in 0.4, the statement itself before
	sort   string // person, entity, relationship
	line   int

	closing string // the statement of the record that this one closes; it says no more
}

// closes tells a statement that only says that a relationship is over.
func closes(s statement) bool {
	return s.sort == "relationship" && s.Key("recordStatus").Text() == "closed" && len(s.Path("recordDetails", "interests").Items()) == 0
}

func orYes(date string) string {
	if date == "" {
		return "yes"
	}
	return date
}

type reader struct {
	to       *format.Builder
	list     []statement
	replaced map[string]bool   // statements that a later one replaces
	latest   map[string]string // the statement that counts, by record (0.4)
	ids      map[string]bool   // all statements
	known    map[string]bool   // records that a statement describes
	closed   map[string]string // when a record was closed by a statement that says no more
}

func read(in format.Input, to *format.Builder) error {
	text, err := in.All(to.Options.Limits.Bytes)
	if err != nil {
		return err
	}
	r := &reader{to: to, replaced: map[string]bool{}, ids: map[string]bool{}, latest: map[string]string{}, known: map[string]bool{}, closed: map[string]string{}}
	if err := r.gather(in.Name, text); err != nil {
		return err
	}
	if len(r.list) == 0 {
		return fmt.Errorf("%s: no statements", in.Name)
	}
	for _, s := range r.list {
		r.statement(s)
	}
	return nil
}

// gather reads all statements: which of them count is known at the end only.
func (r *reader) gather(name string, text []byte) error {
	if head := bytes.TrimLeft(text, "\ufeff \t\r\n"); len(head) > 0 && head[0] == '[' {
		return data.WalkJSON(name, text, []string{""}, func(_ string, v data.Value) error {
			return r.take(v, v.Line())
		}).Err()
	}
	if one, problems := data.ParseJSON(name, bytes.Clone(text)); problems.Err() == nil {
		return r.take(one, one.Line())
	}
	line := 0
	for row := range bytes.Lines(text) {
		line++
		if len(bytes.TrimSpace(row)) == 0 {
			continue
		}
		v, problems := data.ParseJSON(name, bytes.Clone(row))
		if err := problems.Err(); err != nil {
			r.to.Read(1)
			r.to.LeftOut("line", format.Place{Line: line, Value: string(row)}, "it is not JSON", "")
			continue
		}
		if err := r.take(v, line); err != nil {
			return err
		}
	}
	return nil
}

// sorts are the words of all versions for what a statement is of.
var sorts = map[string]string{
	"personStatement": "person", "entityStatement": "entity", "ownershipOrControlStatement": "relationship",
	"person": "person", "entity": "entity", "relationship": "relationship",
}

func (r *reader) take(v data.Value, line int) error {
	if len(r.list) >= r.to.Options.Limits.Records {
		return fmt.Errorf("more than %d statements", r.to.Options.Limits.Records)
	}
	r.to.Read(1)
	s := statement{Value: v, id: first(v, "statementID", "statementId"), line: line}
	s.sort = sorts[first(v, "statementType", "recordType")]
	s.record = first(v, "recordId")
	if s.record == "" {
		s.record = s.id
	}
	if v.Form() != data.Map || s.sort == "" {
		r.to.LeftOut("statement", format.Place{Line: line, Value: first(v, "statementType", "recordType")}, "its type is not known", "")
		return nil
	}
	for _, old := range v.Key("replacesStatements").Items() {
		r.replaced[old.Text()] = true
	}
	if said := r.latest[s.record]; said == "" || !closes(s) {
		r.latest[s.record] = s.id
	} else {
		r.closed[s.record] = orYes(first(v, "statementDate"))
		s.closing = said
	}
	r.ids[s.id], r.known[s.record] = true, true
	r.list = append(r.list, s)
	return nil
}

func first(v data.Value, keys ...string) string {
	for _, k := range keys {
		if text := v.Key(k).Text(); text != "" {
			return text
		}
	}
	return ""
}

// statement hands a statement to the Builder, unless another took its place.
func (r *reader) statement(s statement) {
	rec := jsonread.New(r.to, s.Value, s.sort+" statement", s.id)
	rec.At.Line = s.line
	details := rec
	if inner := s.Key("recordDetails"); inner.Form() == data.Map {
		rec.Take("recordDetails")
		details = jsonread.New(r.to, inner, "", "")
		details.At = rec.At
	}
	rec.Take("statementID", "statementId", "statementType", "recordType", "recordId")
	if r.hasAll(s.Key("replacesStatements")) {
		rec.Take("replacesStatements")
	}
	switch {
	case s.closing != "":
		r.to.Turned("closing statement", "attribute of the interests it closes")
	case r.replaced[s.id]:
		r.to.LeftOut("statement", rec.At, "a later statement replaces it", "")
	case r.latest[s.record] != s.id:
		r.to.LeftOut("statement", rec.At, "a later statement is of the same record", "")
	case closes(s):
		r.to.LeftOut("statement", rec.At, "it closes a record and says no interest", "")
	case s.sort == "relationship":
		rec.Keep("closed", r.closed[s.record])
		r.ownership(s, rec, details)
	default:
		r.thing(s, rec, details)
	}
}

// hasAll tells whether all statements of a list are in the file; the report
// names those that are replaced.
func (r *reader) hasAll(ids data.Value) bool {
	for _, id := range ids.Items() {
		if !r.ids[id.Text()] {
			return false
		}
	}
	return true
}

// sources are the evidence of a statement: the source it names, and its place
// in the file. A source that says more than we use stays an attribute, too.
func (r *reader) sources(rec *jsonread.Record) []data.Evidence {
	v := taken(rec, "source", sourceKeys)
	if v.Form() != data.Map {
		return nil
	}
	url, words := v.Key("url").Text(), v.Key("description").Text()
	var asserted []string
	for _, a := range v.Key("assertedBy").Items() {
		asserted = append(asserted, a.Key("name").Text())
	}
	title := words
	for _, other := range []string{url, strings.Join(asserted, ", "), strings.Join(texts(v.Key("type")), ", ")} {
		if title == "" {
			title = other
		}
	}
	if title == "" {
		return nil
	}
	s := data.Source{Title: title, URL: url, Publisher: strings.Join(asserted, ", "), Note: strings.Join(texts(v.Key("type")), ", ")}
	if retrieved := v.Key("retrievedAt").Text(); retrieved != "" {
		s.Note = strings.TrimPrefix(s.Note+"; retrieved "+retrieved, "; ")
	}
	return append([]data.Evidence{{Source: r.to.Source(s)}}, r.to.Evidence(rec.At)...)
}

// sourceKeys are what sources uses of a source.
func sourceKeys(v data.Value) []string {
	used := []string{"url", "description", "type", "retrievedAt"}
	for _, a := range v.Key("assertedBy").Items() {
		if more(a, []string{"name"}) {
			return used
		}
	}
	return append(used, "assertedBy")
}

func texts(v data.Value) []string {
	var list []string
	for _, item := range v.Items() {
		if t := item.Text(); t != "" {
			list = append(list, t)
		}
	}
	return list
}
