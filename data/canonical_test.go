package data

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/edtf"
)

// canonical writes a dataset and fails the test where that fails.
func canonical(t interface{ Fatal(...any) }, ds *Dataset) []byte {
	var b bytes.Buffer
	if err := WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// again reads the canonical form; its rules may complain, its reading not.
func again(t *rapid.T, doc []byte) *Dataset {
	c := &collector{}
	r := newReader(c)
	r.folder(fstest.MapFS{"a.json": {Data: doc}})
	ds := r.dataset()
	if err := c.problems().Err(); err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return ds
}

// TestCanonicalFormReadsBackToTheSame holds for any dataset, sensible or not:
// the same bytes again, and the same Dataset.
func TestCanonicalFormReadsBackToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := anyDataset(t)
		first := canonical(t, ds)
		back := again(t, first)
		if second := canonical(t, back); !bytes.Equal(first, second) {
			t.Fatal(cmp.Diff(string(first), string(second)))
		}
		if diff := cmp.Diff(ds, back, sameDataset); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestBundledDatasetReadsBackToTheSameBytes(t *testing.T) {
	ds, _ := Read(Bundled())
	first := canonical(t, ds)
	back, problems := Read(fstest.MapFS{"all.json": {Data: first}})
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(ds, back, sameDataset); diff != "" {
		t.Error(diff)
	}
	if !bytes.Equal(first, canonical(t, back)) {
		t.Error("the bytes differ")
	}
}

func TestCanonicalFormEscapesNoMoreThanJSONAsks(t *testing.T) {
	ds := &Dataset{Title: `</script> & "quotes" 吴 ` + "\u2028"}
	got := string(canonical(t, ds))
	if want := `"title": "</script> & \"quotes\" 吴 \u2028"`; !strings.Contains(got, want) {
		t.Errorf("got %s, want %s in it", got, want)
	}
	if !strings.HasPrefix(got, "{\n  \"redthread\": 1,\n  \"dataset\": {\n    \"title\"") || !strings.HasSuffix(got, "}\n") {
		t.Error(got)
	}
}

func TestCanonicalFormOfAnEmptyDatasetNamesItsLists(t *testing.T) {
	want := "{\n  \"redthread\": 1,\n"
	var lists []string
	for _, s := range sections {
		lists = append(lists, fmt.Sprintf("  %q: []", s.key))
	}
	want += strings.Join(lists, ",\n") + "\n}\n"
	if got := string(canonical(t, &Dataset{Kinds: BuiltinKinds, Predicates: BuiltinPredicates})); got != want {
		t.Error(cmp.Diff(want, got))
	}
}

// The generators make datasets with every field of the model in every mixture.

var anyText = rapid.StringOfN(rapid.RuneFrom([]rune("aZ09 -_:#,;[]{}'\"\\/<>&%*!|?@`~=\n\t吴é\u202e😀")), 0, 12, -1)

var anyDate = rapid.Custom(func(t *rapid.T) edtf.Date {
	text := rapid.SampledFrom([]string{"", "2015", "2017-06", "[2016-11-07..2016-11-13]", "2016-11-07/..", "2014~", "{2001,2003}", "[..2017-12-08]", "-0044", "2016?"}).Draw(t, "date")
	if text == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(text)
})

func anyID(t *rapid.T) string {
	return rapid.StringMatching(`[a-z0-9]{1,4}(-[a-z0-9]{1,3})?`).Draw(t, "id")
}

func text(t *rapid.T) string { return anyText.Draw(t, "text") }

func texts(t *rapid.T) []string { return rapid.SliceOfN(anyText, 0, 3).Draw(t, "texts") }

func some[T any](t *rapid.T, most int, one func(*rapid.T) T) []T {
	return rapid.SliceOfN(rapid.Custom(one), 0, most).Draw(t, "list")
}

func status(t *rapid.T) Status {
	return rapid.SampledFrom([]Status{"", Stated, Possible, Inferred, Disputed}).Draw(t, "status")
}

func evidence(t *rapid.T) Evidence {
	return Evidence{SourceID(anyID(t)), text(t), texts(t), status(t), text(t), text(t)}
}

func evidences(t *rapid.T) []Evidence { return some(t, 2, evidence) }

func names(t *rapid.T) map[string]string {
	tags := []string{"zh-Hans", "en", "fr", "__proto__"}
	m := rapid.MapOfN(rapid.SampledFrom(tags), anyText.Filter(func(s string) bool { return s != "" }), 0, 3).Draw(t, "names")
	return m
}

func anySource(t *rapid.T) Source {
	return Source{ID: SourceID(anyID(t)), Publisher: text(t), Authors: texts(t), Title: text(t), Date: anyDate.Draw(t, "date"),
		DateNote: text(t), URL: text(t), Archive: text(t), Lang: text(t), Licence: text(t), File: text(t), SHA256: text(t),
		Paragraphs: rapid.IntRange(0, 99).Draw(t, "paragraphs"), Outside: rapid.Bool().Draw(t, "outside"), Note: text(t),
		NoFact: some(t, 2, func(t *rapid.T) NoFact { return NoFact{text(t), text(t)} })}
}

func anyEntity(t *rapid.T) Entity {
	return Entity{ID: EntityID(anyID(t)), Kind: KindID(anyID(t)), Name: text(t), Short: text(t), Names: names(t),
		Aliases: some(t, 2, func(t *rapid.T) Alias { return Alias{text(t), text(t), evidences(t)} }),
		Date:    anyDate.Draw(t, "date"), DateNote: text(t), DateEvidence: evidences(t), Place: EntityID(anyID(t)),
		Summary: text(t), Tags: texts(t), Count: text(t), Evidence: evidences(t),
		Links:      some(t, 2, func(t *rapid.T) Link { return Link{text(t), text(t)} }),
		Attributes: attributes(t),
		Stages: some(t, 2, func(t *rapid.T) Stage {
			return Stage{text(t), text(t), anyDate.Draw(t, "date"), text(t), status(t), text(t), evidences(t)}
		})}
}

func attributes(t *rapid.T) []Attribute {
	return some(t, 2, func(t *rapid.T) Attribute { return Attribute{text(t), text(t), evidences(t)} })
}

func anyRelation(t *rapid.T) Relation {
	return Relation{RelationID(anyID(t)), EntityID(anyID(t)), PredicateID(anyID(t)), EntityID(anyID(t) + "/" + anyID(t)),
		anyDate.Draw(t, "date"), text(t), evidences(t), status(t), text(t), attributes(t), evidences(t)}
}

func anyFigure(t *rapid.T) Figure {
	return Figure{anyID(t), EntityID(anyID(t)), text(t), text(t), text(t), text(t), text(t), anyDate.Draw(t, "date"), text(t), status(t), text(t), evidences(t)}
}

func anyConflict(t *rapid.T) Conflict {
	return Conflict{anyID(t), text(t), text(t), text(t), some(t, 2, func(t *rapid.T) Reading {
		return Reading{text(t), rapid.Bool().Draw(t, "drawn"), evidences(t)}
	})}
}

func anyStep(t *rapid.T) Step {
	thread := some(t, 2, func(t *rapid.T) EntityID { return EntityID(anyID(t)) })
	return Step{anyID(t), text(t), text(t), text(t), text(t), texts(t), anyDate.Draw(t, "date"), thread, evidences(t)}
}

func anyKind(t *rapid.T) Kind {
	id := rapid.SampledFrom([]string{"law", "person", "vessel", "boat"}).Draw(t, "kind")
	return Kind{KindID(id), text(t), text(t), text(t), text(t), text(t), rapid.IntRange(0, 200).Draw(t, "lane")}
}

func anyPredicate(t *rapid.T) Predicate {
	id := rapid.SampledFrom([]string{"amends", "boards", "related_to"}).Draw(t, "predicate")
	list := func(t *rapid.T) KindID { return KindID(anyID(t)) }
	return Predicate{PredicateID(id), text(t), text(t), some(t, 2, list), some(t, 2, list),
		rapid.SampledFrom([]Influence{"", None, Forward, Backward}).Draw(t, "influence"), rapid.Bool().Draw(t, "symmetric"), text(t)}
}

// unique keeps one record of each id, in the order of the ids.
func unique[T any](list []T, id func(T) string) []T {
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(id(a), id(b)) })
	return slices.CompactFunc(list, func(a, b T) bool { return id(a) == id(b) })
}

func anyDataset(t *rapid.T) *Dataset {
	ds := &Dataset{Title: text(t), Standfirst: text(t), Lang: text(t), Licence: text(t), About: text(t), origins: origins{}}
	ds.Sources = unique(some(t, 2, anySource), func(s Source) string { return string(s.ID) })
	ds.Entities = unique(some(t, 3, anyEntity), func(e Entity) string { return string(e.ID) })
	ds.Relations = unique(some(t, 3, anyRelation), func(r Relation) string { return string(r.ID) })
	ds.Figures = unique(some(t, 2, anyFigure), func(f Figure) string { return f.ID })
	ds.Conflicts = unique(some(t, 2, anyConflict), func(c Conflict) string { return c.ID })
	ds.RuledOut = unique(some(t, 2, func(t *rapid.T) RuledOut {
		return RuledOut{anyID(t), EntityID(anyID(t)), EntityID(anyID(t)), text(t), evidences(t)}
	}), func(r RuledOut) string { return r.ID })
	ds.Eras = unique(some(t, 2, func(t *rapid.T) Era {
		return Era{anyID(t), text(t), anyDate.Draw(t, "date"), EntityID(anyID(t)), evidences(t)}
	}), func(e Era) string { return e.ID })
	ds.Story = unique(some(t, 3, anyStep), func(s Step) string { return s.ID })
	ds.Kinds = unique(some(t, 2, anyKind), func(k Kind) string { return string(k.ID) })
	ds.Predicates = unique(some(t, 2, anyPredicate), func(p Predicate) string { return string(p.ID) })
	ds.origins["kinds"], ds.origins["predicates"] = make([]origin, len(ds.Kinds)), make([]origin, len(ds.Predicates))
	ds.addBuiltins()
	return ds
}
