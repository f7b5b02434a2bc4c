package columns

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func gathered(rows ...[]data.Cell) []Column {
	return Gather[data.Entity](len(rows), func(i int) []data.Cell { return rows[i] })
}

func TestColumnsStandInTheOrderOfTheModelWithIdsOfTheirOwn(t *testing.T) {
	got := gathered(
		[]data.Cell{{Key: "evidence", Text: "s"}, {Key: "attributes.b c", Text: "1"}, {Key: "names.zh", Text: "吴"}},
		[]data.Cell{{Key: "name", Text: "A"}, {Key: "attributes.B-c", Text: "x"}, {Key: "attributes.b_c", Text: "y"}, {Key: "attributes.吴", Text: "z"}})
	want := []Column{{"redthread.name", "name", Text}, {"redthread.names.zh", "names.zh", Text},
		{"redthread.attributes.B-c", "attributes.B-c", Text}, {"redthread.attributes.b_c", "attributes.b c", Integer}, {"redthread.attributes.b_c.2", "attributes.b_c", Text},
		{"redthread.attributes._", "attributes.吴", Text}, {"redthread.evidence", "evidence", Text}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestColumnsAreNumbersOnlyWhereAllValuesAre(t *testing.T) {
	for _, c := range []struct {
		values string
		want   Type
	}{
		{"1 2 -7 0", Integer}, {"2147483648 1", Long}, {"1.5 -0.25", Double}, {"1 2.5", Text}, {"1 many", Text}, {"007", Text},
		{"1e3", Text}, {"1.50", Text}, {"99999999999999999999", Text}, {"+1", Text}, {"NaN", Text}, {"-0", Text},
	} {
		var rows [][]data.Cell
		for v := range strings.FieldsSeq(c.values) {
			rows = append(rows, []data.Cell{{Key: "attributes.x", Text: v}})
		}
		if got := gathered(rows...)[0].Type; got != c.want {
			t.Errorf("%s: %d, want %d", c.values, got, c.want)
		}
	}
}

func TestTextsThatHappenToBeNumbersStayTexts(t *testing.T) {
	if got := gathered([]data.Cell{{Key: "name", Text: "1984"}})[0].Type; got != Text {
		t.Error(got)
	}
}

// TestRecordsComeBack takes the way through columns without a file between.
func TestRecordsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		b := format.NewBuilder(format.Options{})
		o := NewOwn(b, "x")
		if rest := o.Heading(Heading(ds), format.Place{}); len(rest) > 0 {
			t.Fatal(rest)
		}
		for i := range ds.Entities {
			o.Entity(string(ds.Entities[i].ID), "", Entity(&ds.Entities[i]), nil, format.Place{})
		}
		for i := range ds.Relations {
			r := &ds.Relations[i]
			from, _ := Split(r.From)
			to, _ := Split(r.To)
			o.Relation(string(r.ID), from, to, "", Relation(r), nil, format.Place{})
		}
		o.Flush()
		back, report := b.Finish()
		formattest.Same(t, ds, back, report)
	})
}

func TestValuesThatDoNotFitStayAsAttributes(t *testing.T) {
	b := format.NewBuilder(format.Options{})
	o := NewOwn(b, "x")
	o.Entity("a", "Ann", []data.Cell{{Key: "kind", Text: "person"}, {Key: "date", Text: "soon"}, {Key: "degree", Text: "3"}}, nil, format.Place{})
	o.Flush()
	ds, report := b.Finish()
	e := ds.Entities[0]
	want := []data.Attribute{{Key: "date", Value: "soon"}, {Key: "degree", Value: "3"}}
	if diff := cmp.Diff(want, e.Attributes); diff != "" || e.Kind != "person" || e.Name != "Ann" {
		t.Error(diff, e)
	}
	if report.Count(data.Warning) == 0 {
		t.Error("not reported")
	}
}

func TestTwoFilesOfOursKeepTheirSourcesApart(t *testing.T) {
	b := format.NewBuilder(format.Options{})
	for i, title := range []string{"First", "Second"} {
		o := NewOwn(b, title)
		o.Heading([]data.Cell{{Key: "sources", Text: `[{"id":"s","title":"` + title + `"}]`}}, format.Place{})
		o.Entity("a", "", []data.Cell{{Key: "kind", Text: "person"}, {Key: "name", Text: title}, {Key: "evidence", Text: "s#" + string(rune('1'+i))}}, nil, format.Place{})
		o.Flush()
	}
	ds, _ := b.Finish()
	got := map[string]string{}
	titles := map[data.SourceID]string{}
	for _, s := range ds.Sources {
		titles[s.ID] = s.Title
	}
	for _, e := range ds.Entities {
		got[e.Name] = titles[e.Evidence[0].Source] + "#" + e.Evidence[0].At
	}
	if diff := cmp.Diff(map[string]string{"First": "First#1", "Second": "Second#2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestForeignNamesFindTheirPlace(t *testing.T) {
	b := format.NewBuilder(format.Options{})
	f := NewForeign(b)
	e := data.Entity{Attributes: []data.Attribute{{Key: "Label", Value: "Ann"}, {Key: "name", Value: "n1"}, {Key: "Type", Value: "NGO"}, {Key: "description", Value: "Words."},
		{Key: "start", Value: "2001-03"}, {Key: "URL", Value: "https://example.org/x"}, {Key: "age", Value: "7"}}}
	f.Entity(&e, format.Place{})
	if e.Name != "Ann" || e.Kind != "organization" || e.Summary != "Words." || e.Date.String() != "2001-03/" || len(e.Links) != 1 {
		t.Errorf("%+v", e)
	}
	want := []data.Attribute{{Key: "name", Value: "n1"}, {Key: "Type", Value: "NGO"}, {Key: "age", Value: "7"}}
	if diff := cmp.Diff(want, e.Attributes); diff != "" {
		t.Error(diff)
	}
}

func TestNumbersAreNoTypesAndScriptsNoLinks(t *testing.T) {
	f := NewForeign(format.NewBuilder(format.Options{}))
	e := data.Entity{Attributes: []data.Attribute{{Key: "type", Value: "3"}, {Key: "url", Value: "javascript:alert(1)"}}}
	if f.Entity(&e, format.Place{}); e.Kind != "" || len(e.Links) > 0 || len(e.Attributes) != 2 {
		t.Errorf("%+v", e)
	}
}

func TestLabelsThatAreNoTypesBecomeRemarks(t *testing.T) {
	for _, c := range []struct {
		different int
		types     bool
	}{{3, true}, {maxVerbs + 1, false}} {
		b := format.NewBuilder(format.Options{})
		b.Entity(format.Ref{ID: "a"}, "node", data.Entity{Name: "A"}, format.Place{})
		b.Entity(format.Ref{ID: "b"}, "node", data.Entity{Name: "B"}, format.Place{})
		f := NewForeign(b)
		for i := range 500 {
			f.Edge(&Edge{Link: format.Link{From: format.Ref{ID: "a"}, To: format.Ref{ID: "b"}, Sort: "edge"}, Label: "label " + string(rune('a'+i%c.different)), Directed: true})
		}
		f.Flush()
		ds, _ := b.Finish()
		if r := ds.Relations[0]; (r.Note == "") != c.types || len(ds.Relations) != 500 {
			t.Errorf("%d labels: %+v", c.different, r)
		}
	}
}

// TestWhateverStandsInOurColumnsIsNoError hands over columns that somebody has
// edited: what the model refuses is reported and kept, and the dataset stays
// one that can be built.
func TestWhateverStandsInOurColumnsIsNoError(t *testing.T) {
	texts := rapid.SampledFrom([]string{"a", "b", "nowhere", "Not An Id", "2017-06", "possible", "soon", "s#6", "s; t", "a/passed", "[]", "{}", `[{"stage":"passed","date":"2016"}]`,
		`[{"stage":"Made Up","label":""}]`, `[{"key":"k","value":"v","evidence":[{"source":"!"}]}]`, `[{"text":"x","note":"y"}]`, `[{"source":"s","status":"odd"}]`, "x\x01y", strings.Repeat("long ", 100), "javascript:alert(1)", "吴"})
	entityKeys := append(keys[data.Entity](), "names.zh-Hans", "names.!!", "attributes.x", "attributes.x.y", "stages.passed", "unknown")
	relationKeys := append(keys[data.Relation](), "from_stage", "to_stage", "attributes.x", "unknown")
	cells := func(t *rapid.T, names []string) []data.Cell {
		var list []data.Cell
		for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 6, rapid.ID).Draw(t, "keys") {
			list = append(list, data.Cell{Key: key, Text: texts.Draw(t, "text")})
		}
		return list
	}
	rapid.Check(t, func(t *rapid.T) {
		b := format.NewBuilder(format.Options{})
		if err := b.Begin(format.Bytes("x.gexf", nil), "gexf"); err != nil {
			t.Fatal(err)
		}
		o := NewOwn(b, "x")
		o.Heading(append(cells(t, append(keys[data.Dataset](), "unknown")),
			record("kinds", "id", texts.Draw(t, "kind"), "label", rapid.SampledFrom([]string{"", "l"}).Draw(t, "label")),
			record("predicates", "id", texts.Draw(t, "predicate"), "from", rapid.SampledFrom([]string{"", "nowhere"}).Draw(t, "from")),
			record("sources", "id", texts.Draw(t, "source"), "date", texts.Draw(t, "date"))), format.Place{})
		for _, id := range []string{"a", "b"} {
			o.Entity(id, "", cells(t, entityKeys), nil, format.Place{})
		}
		o.Relation("r", "a", "b", "", cells(t, relationKeys), nil, format.Place{})
		o.Flush()
		_, report := b.Finish()
		for _, i := range report.Issues {
			if i.Severity == data.Error {
				t.Fatalf("%s %v", i.What, i.Examples)
			}
		}
	})
}

// record is a list of the heading with one record.
func record(key string, pairs ...string) data.Cell {
	var cells []data.Cell
	for i := 0; i < len(pairs); i += 2 {
		cells = append(cells, data.Cell{Key: pairs[i], Text: pairs[i+1]})
	}
	return data.Cell{Key: key, Text: "[" + Object(cells) + "]"}
}

func TestABadValueAmongVeryManyIsFoundInTime(t *testing.T) {
	cells := []data.Cell{{Key: "kind", Text: "person"}, {Key: "date", Text: "soon"}}
	for i := range 16_000 {
		cells = append(cells, data.Cell{Key: "attributes.k" + strconv.Itoa(i), Text: "v"})
	}
	b := format.NewBuilder(format.Options{})
	o := NewOwn(b, "x")
	o.Entity("a", "Ann", cells, nil, format.Place{})
	o.Flush()
	ds, _ := b.Finish()
	if e := ds.Entities[0]; e.Kind != "person" || len(e.Attributes) != 16_001 {
		t.Errorf("%s, %d attributes", e.Kind, len(e.Attributes))
	}
}
