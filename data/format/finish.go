package format

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// Finishing is what a function of Finally may look at and add to.
type Finishing struct {
	Dataset *data.Dataset
	b       *Builder
}

// ID is our id of a foreign one, and whether its entity is known.
func (f *Finishing) ID(ref Ref) (data.EntityID, bool) { return f.b.resolve(ref) }

// Say reports as Builder.Say does.
func (f *Finishing) Say(s data.Severity, at Place, what, hint string) { f.b.Say(s, at, what, hint) }

// Finish resolves the ends of all links and gives the dataset, checked, with
// the report. What the check finds stands among the issues; with an error
// there nothing may be built.
func (b *Builder) Finish() (*data.Dataset, *Report) {
	b.file = nil
	b.resolveLinks()
	for _, f := range b.finally {
		f(&Finishing{&b.ds, b})
	}
	b.places()
	b.uncircle()
	b.sources()
	b.tables()
	for _, p := range data.Check(&b.ds) {
		b.found(p)
	}
	return &b.ds, b.tally.report(b.files)
}

// resolve finds an entity, or a stage as owner/stage.
func (b *Builder) resolve(ref Ref) (data.EntityID, bool) {
	if id, ok := b.Known(ref); ok {
		return id, true
	}
	owner, stage, isStage := strings.Cut(ref.ID, "/")
	if id, ok := b.Known(Ref{ref.Space, owner}); ok && isStage {
		if e := b.entity(id); e != nil && slices.ContainsFunc(e.Stages, func(s data.Stage) bool { return s.Stage == stage }) {
			return data.StageID(id, stage), true
		}
	}
	return "", false
}

// end is an end of a link; one that nothing describes becomes a placeholder
// where that is wanted.
func (b *Builder) end(l *Link, ref Ref, field string) (data.EntityID, bool) {
	if id, ok := b.resolve(ref); ok {
		return id, true
	}
	at := l.At
	at.Field, at.Value = or2(at.Field, field), ref.ID
	if !b.Options.Placeholders || ref.ID == "" {
		b.LeftOut(l.Sort, at, "no record describes its "+field, "--placeholders makes an entity of it")
		return "", false
	}
	b.file, b.source = b.fileOf(l), l.source
	id := b.Entity(ref, "missing end", data.Entity{Name: ref.ID, Tags: []string{"placeholder"}, Summary: "Named as the end of a relation; no record describes it."}, l.At)
	b.file = nil
	b.Say(data.Note, at, "no record describes the end of a relation: it became a placeholder", "")
	return id, true
}

func (b *Builder) fileOf(l *Link) *FileReport {
	if l.file < 0 {
		return nil
	}
	return &b.files[l.file]
}

func (b *Builder) link(l *Link) {
	r := l.Relation
	var okFrom, okTo bool
	r.From, okFrom = b.end(l, l.From, "from")
	if okFrom {
		r.To, okTo = b.end(l, l.To, "to")
	}
	switch {
	case !okFrom || !okTo:
		return
	case r.From == r.To:
		l.At.Value = l.From.ID
		b.LeftOut(l.Sort, l.At, "it joins a thing with itself", "")
		return
	}
	b.attributes(r.Attributes, l.At)
	r.Note = b.text(r.Note, l.At, true)
	if len(r.Evidence) == 0 && !l.At.Own {
		b.source = l.source
		r.Evidence = b.evidence(l.At)
	}
	r.Predicate = b.predicate(l, &r)
	given := string(r.ID)
	if !data.RelationIDs.Match(given) || len(given) > 400 {
		r.ID = data.RelationID(strings.ReplaceAll(string(r.From)+"--"+string(r.Predicate)+"--"+string(r.To), "/", "."))
		if given != "" {
			r.Attributes = append(r.Attributes, data.Attribute{Key: "id", Value: given})
		}
	}
	r.ID = data.RelationID(b.taken["relations"].take(string(r.ID), "--"))
	b.ds.Relations = append(b.ds.Relations, r)
	b.file = b.fileOf(l)
	b.kept(l.Sort, "relation ", string(r.Predicate))
	b.file = nil
}

// predicate is the one that the link names where it may join these two; else
// one with the file's own word.
func (b *Builder) predicate(l *Link, r *data.Relation) data.PredicateID {
	word := oneLine(or2(string(r.Predicate), l.Verb))
	if word == "" {
		return "related_to"
	}
	id := b.predicateID(word)
	if p := b.known(id); p != nil {
		if b.fits(p, r) {
			return p.ID
		}
		id += "_link"
		if p := b.known(id); p != nil {
			return p.ID
		}
	}
	label := strings.ReplaceAll(word, "_", " ")
	b.addPredicate(data.Predicate{ID: id, Label: label, Inverse: inverse(l, label), Influence: data.None, Symmetric: l.Symmetric})
	return id
}

func inverse(l *Link, label string) string {
	switch {
	case l.Inverse != "":
		return l.Inverse
	case l.Symmetric:
		return label
	}
	return label + " (of)"
}

// fits tells whether a predicate may join the kinds of the two ends.
func (b *Builder) fits(p *data.Predicate, r *data.Relation) bool {
	if len(p.From) == 0 && len(p.To) == 0 {
		return true
	}
	may := func(id data.EntityID, allowed []data.KindID) bool {
		owner, _, stage := strings.Cut(string(id), "/")
		e := b.entity(data.EntityID(owner))
		return len(allowed) == 0 || e != nil && slices.Contains(allowed, e.Kind) || stage && slices.Contains(allowed, "event")
	}
	return may(r.From, p.From) && may(r.To, p.To) || p.Symmetric && may(r.To, p.From) && may(r.From, p.To)
}

// sources drops the files that nothing cites, and stands in for sources that
// evidence names and no file describes.
func (b *Builder) sources() {
	cited := b.ds.Cited()
	known := map[data.SourceID]bool{}
	b.ds.Sources = slices.DeleteFunc(b.ds.Sources, func(s data.Source) bool {
		known[s.ID] = true
		file := s.File != "" && s.Title == s.File && slices.ContainsFunc(b.files, func(f FileReport) bool { return f.SHA256 == s.SHA256 })
		return file && cited[s.ID] == 0
	})
	var missing []data.SourceID
	for id := range cited {
		if !known[id] {
			missing = append(missing, id)
		}
	}
	slices.Sort(missing)
	for _, id := range missing {
		b.Say(data.Note, Place{Value: string(id)}, "a source is cited that the file does not describe", "")
		b.ds.Sources = append(b.ds.Sources, data.Source{ID: id, Title: string(id), Note: "cited by the imported file, not described there"})
	}
}

// tables joins the kinds and predicates that were added with the built-in ones
// and puts all records in the order of their ids.
func (b *Builder) tables() {
	b.ds.Kinds = joined(data.BuiltinKinds, b.ds.Kinds, func(k data.Kind) string { return string(k.ID) })
	slices.SortStableFunc(b.ds.Kinds, func(a, b data.Kind) int {
		return cmp.Or(cmp.Compare(a.Lane, b.Lane), cmp.Compare(a.ID, b.ID))
	})
	b.ds.Predicates = joined(data.BuiltinPredicates, b.ds.Predicates, func(p data.Predicate) string { return string(p.ID) })
	slices.SortStableFunc(b.ds.Predicates, func(a, b data.Predicate) int { return cmp.Compare(a.ID, b.ID) })
	sortByID(b.ds.Sources, func(s *data.Source) string { return string(s.ID) })
	sortByID(b.ds.Entities, func(e *data.Entity) string { return string(e.ID) })
	sortByID(b.ds.Relations, func(r *data.Relation) string { return string(r.ID) })
}

func joined[T any](builtin, own []T, id func(T) string) []T {
	all := slices.Clone(own)
	for _, x := range builtin {
		if !slices.ContainsFunc(own, func(o T) bool { return id(o) == id(x) }) {
			all = append(all, x)
		}
	}
	return all
}

var (
	recordNamed = regexp.MustCompile(`^([a-z][a-z -]*"[^"]*"): `)
	inQuotes    = regexp.MustCompile(`"[^"]*"`)
)

// found counts a problem that data.Check found. Which record it is of goes to
// the place, and what stands in quotes to the value, so that alike ones are one.
func (b *Builder) found(p data.Problem) {
	at, what := Place{File: p.File, Line: p.Line, Value: p.Value}, p.What
	if m := recordNamed.FindStringSubmatch(what); m != nil {
		at.At, what = m[1], strings.TrimPrefix(what, m[0])
	}
	if quoted := inQuotes.FindString(what); quoted != "" {
		if at.Value == "" {
			at.Value = strings.Trim(quoted, `"`)
		}
		what = inQuotes.ReplaceAllString(what, "…")
	}
	b.tally.say(p.Severity, at, what, p.Hint)
}
