package formattest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// Dates are of every form that the model takes.
var Dates = []string{"", "2015", "2017-06", "2017-06-01", "[2016-11-07..2016-11-13]", "2016-11-07/..", "2016-11-07/", "2014~", "2016?", "[..2017-12-08]", "2017-01/2018-03", "-0044", "../2012", "Y17000"}

func date(t *rapid.T) edtf.Date {
	text := rapid.SampledFrom(Dates).Draw(t, "date")
	if text == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(text)
}

// text is what names and notes are made of: the signs that break formats, blanks
// at the ends among them.
var text = rapid.StringOfN(rapid.RuneFrom([]rune("aZ09 -_:#,;[]{}'\"\\/<>&%*!|?@`~=+吴é😀")), 1, 12, -1).Filter(func(s string) bool {
	return strings.TrimSpace(s) != "" && !slices.Contains([]string{"-", "?"}, strings.TrimSpace(s))
})

func optional(t *rapid.T) string {
	if rapid.Bool().Draw(t, "left out") {
		return ""
	}
	return text.Draw(t, "text")
}

func some[T any](t *rapid.T, most int, one func(*rapid.T) T) []T {
	return rapid.SliceOfN(rapid.Custom(one), 0, most).Draw(t, "list")
}

func evidence(t *rapid.T) data.Evidence {
	e := data.Evidence{Source: data.SourceID(fmt.Sprintf("source-%d", rapid.IntRange(1, 2).Draw(t, "source"))), At: rapid.SampledFrom([]string{"", "6", "6-8", "p. 12"}).Draw(t, "at")}
	if rapid.IntRange(0, 3).Draw(t, "rich") == 0 {
		e.Terms = []string{text.Draw(t, "term")}
		e.Status = data.Possible
		e.By = optional(t)
	}
	return e
}

// proof may be none: what nobody has sourced stays so.
func proof(t *rapid.T) []data.Evidence {
	return rapid.SliceOfN(rapid.Custom(evidence), 0, 2).Draw(t, "evidence")
}

// attributeKeys differ by case, and hold what formats use between keys.
var attributeKeys = []string{"key", "Key", "a key", "b.c", "name:en", "value"}

func attributes(t *rapid.T) []data.Attribute {
	var list []data.Attribute
	for range rapid.IntRange(0, 3).Draw(t, "attributes") { // in any order, and several of one key
		list = append(list, data.Attribute{Key: rapid.SampledFrom(attributeKeys).Draw(t, "key"), Value: text.Draw(t, "value")})
	}
	return list
}

func entity(t *rapid.T, id int, kind data.KindID) data.Entity {
	e := data.Entity{ID: data.EntityID(fmt.Sprintf("thing-%d", id)), Kind: kind, Name: text.Draw(t, "name"), Short: optional(t), Date: date(t), DateNote: optional(t),
		Summary: optional(t), Tags: some(t, 2, func(t *rapid.T) string { return text.Draw(t, "tag") }), Attributes: attributes(t), Evidence: proof(t),
		Aliases: some(t, 1, func(t *rapid.T) data.Alias { return data.Alias{Text: text.Draw(t, "alias")} })}
	if rapid.Bool().Draw(t, "named") {
		e.Names = map[string]string{"zh-Hans": text.Draw(t, "name")}
	}
	if rapid.Bool().Draw(t, "linked") {
		e.Links = []data.Link{{Label: optional(t), URL: "https://example.org/a?b=c&d=%20"}}
	}
	if kind == "law" && e.Date.IsZero() && rapid.Bool().Draw(t, "staged") {
		first := data.Stage{Stage: "passed", Date: edtf.MustParse("2016-11-07"), Evidence: proof(t)}
		first.Status = hedged(first.Evidence)
		e.Stages = []data.Stage{first, {Stage: "in-force", Date: edtf.MustParse("2017-06-01"), Status: data.Possible, Evidence: proof(t)}}
	}
	return e
}

// Dataset makes a small dataset that data.Check takes without an error: things
// of several kinds and a kind of its own, parallel relations, relations from
// stages, dates of every form, texts with the signs that break formats.
func Dataset(t *rapid.T) *data.Dataset {
	ds := &data.Dataset{Title: "Generated", Kinds: slices.Clone(data.BuiltinKinds), Predicates: slices.Clone(data.BuiltinPredicates),
		Sources: []data.Source{{ID: "source-1", Title: "First", Date: edtf.MustParse("2018-04-19"), URL: "https://example.org/1"}, {ID: "source-2", Title: "Second", Publisher: optional(t)}}}
	ds.Kinds = append(ds.Kinds, data.Kind{ID: "ship", Label: "ship", Plural: "ships", Light: "#1f4e9e", Dark: "#8fb4f5", Symbol: "square", Lane: 300})
	ds.Predicates = append(ds.Predicates, data.Predicate{ID: "sailed_to", Label: "sailed to", Inverse: "was reached by", Influence: data.None})
	slices.SortFunc(ds.Predicates, func(a, b data.Predicate) int { return cmp.Compare(a.ID, b.ID) })
	kinds := []data.KindID{"person", "company", "law", "event", "case", "place", "ship"}
	for i := range rapid.IntRange(1, 6).Draw(t, "things") {
		ds.Entities = append(ds.Entities, entity(t, i, rapid.SampledFrom(kinds).Draw(t, "kind")))
	}
	for i := range rapid.IntRange(0, 8).Draw(t, "relations") {
		if r, ok := relation(t, ds, i); ok {
			ds.Relations = append(ds.Relations, r)
		}
	}
	slices.SortFunc(ds.Relations, func(a, b data.Relation) int { return cmp.Compare(a.ID, b.ID) })
	return ds
}

// relation joins two different things. Half of them have the id that data would
// make, so that parallel ones are numbered.
func relation(t *rapid.T, ds *data.Dataset, nth int) (data.Relation, bool) {
	from := rapid.SampledFrom(ds.Entities).Draw(t, "from")
	to := rapid.SampledFrom(ds.Entities).Draw(t, "to")
	if from.ID == to.ID {
		return data.Relation{}, false
	}
	r := data.Relation{ID: data.RelationID(fmt.Sprintf("relation-%d", nth)), From: from.ID, To: to.ID,
		Predicate: rapid.SampledFrom([]data.PredicateID{"related_to", "owns", "sailed_to", "led_to"}).Draw(t, "predicate"),
		Date:      date(t), Note: optional(t), Attributes: attributes(t), Evidence: proof(t)}
	if len(from.Stages) > 0 && rapid.Bool().Draw(t, "from a stage") {
		r.From = data.StageID(from.ID, from.Stages[0].Stage)
	}
	if r.Status = hedged(r.Evidence); rapid.Bool().Draw(t, "hedged") {
		r.Status = data.Possible
	}
	return r, true
}

// hedged is the surest status that the evidence allows.
func hedged(list []data.Evidence) data.Status {
	if slices.ContainsFunc(list, func(e data.Evidence) bool { return e.Status == "" }) {
		return ""
	}
	return data.Possible
}
