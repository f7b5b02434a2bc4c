package ftm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// bare is a file as a tool leaves it that keeps properties only.
func bare(t rapid.TB, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		var o map[string]json.RawMessage
		if err := json.Unmarshal(line, &o); err != nil {
			t.Fatal(err)
		}
		delete(o, "redthread")
		out, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(out, '\n'))
	}
	return b.Bytes()
}

// shadow is what properties alone say of a thing.
type shadow struct {
	Kind, Name, Summary, Date string
	Names, Tags               []string
	Rests                     []string // titles of its sources
}

// thread is what properties alone say of a relation.
type thread struct{ From, To, Predicate, Date, Note, Status, Role string }

// expectedDate is the projection of a date: years, months and days that hold
// all that the bounds allow; a span where the schema has a start and an end,
// one date where it has one.
func expectedDate(schema string, d edtf.Date) string {
	start, end := edges(d)
	s := schemaNamed(schema)
	switch {
	case d.IsZero() || len(s.Start) == 0 || schema == "Person" && !d.IsInterval():
		return ""
	case len(s.End) == 0:
		return start
	case !d.IsInterval() && s.has("date"):
		return start
	case !d.IsInterval():
		end = ""
	}
	if start+end == "" {
		return ""
	}
	return start + "/" + end
}

func expectedThing(ds *data.Dataset, e *data.Entity) shadow {
	schema, keyword := defaultSchema(e.Kind)
	s := shadow{Kind: string(e.Kind), Name: strings.TrimSpace(e.Name), Summary: strings.TrimSpace(e.Summary), Date: expectedDate(schema, e.Date)}
	if _, ours := schemaOf[e.Kind]; !ours && keyword {
		s.Kind = "note"
		s.Tags = append(s.Tags, string(e.Kind))
	}
	for _, tag := range e.Tags {
		s.Tags = append(s.Tags, strings.TrimSpace(tag))
	}
	texts := map[string]bool{}
	for _, n := range e.Names {
		texts[strings.TrimSpace(n)] = true
	}
	for _, a := range e.Aliases {
		texts[strings.TrimSpace(a.Text)] = true
	}
	s.Names = slices.Sorted(maps.Keys(texts))
	rests := map[string]bool{}
	for _, ev := range e.Evidence {
		for _, source := range ds.Sources {
			if source.ID == ev.Source {
				rests[source.Title] = true
			}
		}
	}
	s.Rests = slices.Sorted(maps.Keys(rests))
	if s.Rests == nil {
		s.Rests = []string{"in.ftm.json"} // where nothing else is cited
	}
	return s
}

func shownThing(ds *data.Dataset, e *data.Entity) shadow {
	s := expectedThing(ds, e)
	s.Kind, s.Date = string(e.Kind), e.Date.String()
	s.Tags = e.Tags
	return s
}

func normal(s shadow) shadow {
	s.Tags = slices.Compact(slices.Sorted(slices.Values(s.Tags)))
	s.Names = slices.DeleteFunc(s.Names, func(n string) bool { return n == s.Name })
	for _, list := range []*[]string{&s.Tags, &s.Names, &s.Rests} {
		if len(*list) == 0 {
			*list = nil
		}
	}
	return s
}

// TestPropertiesAloneSayTheProjection drops our own key: names, kinds of ours,
// tags, summaries, sources, the years, months and days of dates, the ends of
// relations and their predicates are still there.
func TestPropertiesAloneSayTheProjection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		text, _ := written(t, ds)
		back, report := imported(t, bare(t, text), format.Options{})
		formattest.Sound(t, report)
		want, got := map[string]shadow{}, map[string]shadow{}
		for i := range ds.Entities {
			want[string(ds.Entities[i].ID)] = normal(expectedThing(ds, &ds.Entities[i]))
		}
		for i := range back.Entities {
			if e := &back.Entities[i]; want[string(e.ID)].Kind != "" {
				got[string(e.ID)] = normal(shownThing(back, e))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff, string(text))
		}
		if diff := cmp.Diff(expectedThreads(ds), shownThreads(ds, back)); diff != "" {
			t.Fatal(diff, string(text))
		}
	})
}

// end is how a reader without our key calls an end: the event of a stage has an
// id of its own.
func end(id data.EntityID) string { return strings.ReplaceAll(string(id), "/", "-") }

func expectedThreads(ds *data.Dataset) map[string]thread {
	all := map[string]thread{}
	for _, r := range ds.Relations {
		x := thread{end(r.From), end(r.To), string(r.Predicate), expectedDate("UnknownLink", r.Date), strings.TrimSpace(r.Note), string(r.Status), ""}
		if r.Status == data.Stated {
			x.Status = ""
		}
		if r.Predicate == "sailed_to" {
			x.Predicate, x.Role = "related_to", "sailed to"
		}
		id := string(r.ID)
		if isStage(r.From) || isStage(r.To) {
			id = strings.ReplaceAll(id, ".", "-")
		}
		all[id] = x
	}
	return all
}

func shownThreads(ds, back *data.Dataset) map[string]thread {
	all := map[string]thread{}
	for _, r := range back.Relations {
		if r.Predicate == "stage_of" || r.Predicate == "thing_proof" || strings.HasPrefix(string(r.Predicate), "thing_") {
			continue
		}
		x := thread{string(r.From), string(r.To), string(r.Predicate), r.Date.String(), r.Note, string(r.Status), ""}
		for _, a := range r.Attributes {
			if a.Key == "role" {
				x.Role = a.Value
			}
		}
		all[string(r.ID)] = x
	}
	return all
}

func TestPartialDates(t *testing.T) {
	for text, want := range map[string]string{
		"2015": "2015 2015", "2017-06-01": "2017-06-01 2017-06-01", "2017-01/2018-03": "2017-01 2018-03", "2016-11-07/..": "2016-11-07 ", "../2012": " 2012",
		"[2016-11-07..2016-11-13]": "2016-11 2016-11", "2014~": "2014 2014", "2016?/": "2016 ", "201X": " ", "-0044": " ", "Y17000": " ", "[..2017-12-08]": " ",
		"2015-21": "2015 2015", "0000": " ", "9999": "9999 9999", "2004-06-XX": "2004-06 2004-06", "0099": "0099 0099", "2016-01-01T10:00:00Z": "2016-01-01 2016-01-01",
	} {
		start, end := edges(edtf.MustParse(text))
		if got := start + " " + end; got != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
	if got := fmt.Sprint(expectedDate("Person", edtf.MustParse("1950"))); got != "" {
		t.Errorf("one date of a person became a birth: %s", got)
	}
}
