package cypher

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func encoded(t rapid.TB, ds *data.Dataset) (string, []format.Count) {
	t.Helper()
	text, lost := formattest.Written(t, Format(), ds)
	return string(text), lost
}

// statements reads all lines both ways; both must say the same.
func statements(t interface{ Fatal(...any) }, text string) [][]token {
	var list [][]token
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		plain, err := tokens(line, false)
		if err != nil {
			t.Fatal(n+1, err)
		}
		eager, err := tokens(line, true)
		if err != nil || !slices.Equal(plain, eager) {
			t.Fatal(n+1, err, "a parser that undoes \\u first reads another statement", line)
		}
		ends := 0
		for i, tok := range plain {
			if tok.sort == ';' {
				ends++
				if i != len(plain)-1 {
					t.Fatal(n+1, "a statement ends within the line", line)
				}
			}
		}
		if ends != 1 {
			t.Fatal(n+1, "the statement does not end", line)
		}
		list = append(list, plain)
	}
	return list
}

// hostile is a text made of what ends or begins something in Cypher.
var hostile = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{"'", `\`, `\'`, `\u0027`, `u0027`, `\\u0060`, "`", "``", "\n", "\r", "\t", ";", "//", "/*", "*/", "{", "}", "\u2028", "\x01", "é", "网", "😀", "a", " ", `"`,
		"') DETACH DELETE n //", "` {x:1}) //"}), 1, 8).Draw(t, "parts")
	return strings.Join(parts, "")
})

func TestATextIsOneLiteralWhateverItHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := hostile.Draw(t, "text")
		for _, eager := range []bool{false, true} {
			got, err := tokens(literal(want), eager)
			if err != nil || len(got) != 1 || got[0].text != want {
				t.Fatalf("%q became %s, read as %v, %v", want, literal(want), got, err)
			}
		}
		if strings.ContainsAny(literal(want)+name(want), "\n\r\u2028") {
			t.Fatal("not on one line")
		}
	})
}

func TestANameIsOneNameWhateverItHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := hostile.Draw(t, "name")
		for _, eager := range []bool{false, true} {
			got, err := tokens(name(want), eager)
			if err != nil || len(got) != 1 || got[0].sort != '`' && got[0].sort != 'w' {
				t.Fatalf("%q became %s, read as %v, %v", want, name(want), got, err)
			}
		}
	})
}

// spoiled puts hostile texts where a dataset takes texts.
func spoiled(t *rapid.T, ds *data.Dataset) {
	for i := range ds.Entities {
		e := &ds.Entities[i]
		e.Name, e.Summary = hostile.Draw(t, "name"), hostile.Draw(t, "summary")
		e.Attributes = append(e.Attributes, data.Attribute{Key: hostile.Draw(t, "key"), Value: hostile.Draw(t, "value")}, data.Attribute{Key: "id", Value: "not the id"})
	}
	for i := range ds.Relations {
		ds.Relations[i].Note = hostile.Draw(t, "note")
		ds.Relations[i].Predicate = data.PredicateID(hostile.Draw(t, "predicate"))
	}
}

func TestStatementsHoldWhatTheDatasetHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		spoiled(t, ds)
		text, _ := encoded(t, ds)
		list := statements(t, text)
		things, relations := 0, 0
		for _, s := range list {
			if s[0].text == "MERGE" && s[4].text == "Entity" {
				things++
			}
			for i, tok := range s {
				if i > 0 && tok.sort == ':' && s[i-1].text == "r" && i+4 < len(s) && s[i+3].text == "id" {
					relations++
				}
			}
		}
		stages := 0
		for _, e := range ds.Entities {
			stages += len(e.Stages)
			held := slices.ContainsFunc(list, func(s []token) bool {
				return slices.Contains(s, token{'\'', e.Name}) && slices.Contains(s, token{'\'', e.Summary})
			})
			if !held {
				t.Fatalf("no statement holds the texts of %s", e.ID)
			}
		}
		if things != len(ds.Entities)+stages || relations != len(ds.Relations) {
			t.Fatalf("%d things and %d relations, want %d and %d", things, relations, len(ds.Entities)+stages, len(ds.Relations))
		}
	})
}

func TestTheBundledDataset(t *testing.T) {
	ds := formattest.Bundled(t)
	text, lost := encoded(t, ds)
	if again, _ := encoded(t, ds); text != again {
		t.Error("not the same bytes twice")
	}
	statements(t, text)
	for _, what := range []string{"conflicts", "ruled out", "eras", "story"} {
		if !slices.ContainsFunc(lost, func(c format.Count) bool { return c.From == what }) {
			t.Errorf("%s: lost in silence: %v", what, lost)
		}
	}
}

func TestASmallDataset(t *testing.T) {
	evidence := []data.Evidence{{Source: "s", At: "6"}, {Source: "s", At: "6", Terms: []string{"it's"}, Status: data.Possible}}
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Sources: []data.Source{{ID: "s", Title: `A "title" \u0027`, Date: edtf.MustParse("2018-04-19")}},
		Entities: []data.Entity{
			{ID: "law-1", Kind: "law", Name: "Law", Names: map[string]string{"zh-Hans": "网络安全法"}, Evidence: evidence, Stages: []data.Stage{{Stage: "passed", Date: edtf.MustParse("2016-11")}}},
			{ID: "x", Kind: "court-case", Name: "O'Neil", Place: "law-1", Date: edtf.MustParse("2016-11-16/2017"), Tags: []string{"a", "b;"}, Attributes: []data.Attribute{{Key: "id", Value: "foreign"}, {Key: "full `name`", Value: "x\ny"}}},
		},
		Relations: []data.Relation{
			{ID: "r1", From: "law-1/passed", Predicate: "led_to", To: "x", Date: edtf.MustParse("2016-11-16"), Evidence: evidence},
			{ID: "r2", From: "law-1/passed", Predicate: "led_to", To: "x", Status: data.Disputed, Evidence: evidence[:1]},
		},
		Figures: []data.Figure{{ID: "f", About: "x", Counts: "people", Value: "7", Evidence: evidence[:1]}},
	}
	text, _ := encoded(t, ds)
	statements(t, text)
	formattest.Golden(t, "small.golden.cypher", []byte(text))
}

func TestOnlyDaysBecomeDatesOfTheStore(t *testing.T) {
	for text, want := range map[string]string{
		"2016-11-07":            "{edtf: '2016-11-07', date: date('2016-11-07')}",
		"2016-11":               "{edtf: '2016-11'}",
		"2016-11-07?":           "{edtf: '2016-11-07?'}",
		"2016-11-07/..":         "{edtf: '2016-11-07/..', start: date('2016-11-07')}",
		"-0044":                 "{edtf: '-0044'}",
		"[2016-11-07..]":        "{edtf: '[2016-11-07..]'}",
		"2016-11-07/2016-12-01": "{edtf: '2016-11-07/2016-12-01', start: date('2016-11-07'), end: date('2016-12-01')}",
	} {
		p := &properties{}
		p.date(edtf.MustParse(text))
		if got := fmt.Sprint(p); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
