package ftm

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// foreignFile is a file as another program would write it.
type foreignFile []*line

func (f foreignFile) bytes() []byte {
	var b strings.Builder
	for _, l := range f {
		b.Write(l.bytes())
	}
	return []byte(b.String())
}

// foreignValues are values of each type that the model takes; a type that is
// not here takes any of texts.
var foreignValues = map[string][]string{
	"date": {"2015", "2015-06", "2015-06-30", "2015-06-30T21", "2015-06-30T21:48:52", "2016-02-29", "1999", "0099"},
	"url":  {"https://example.org/1", "http://example.org/a?b=c&d=%20", "https://example.com/x"}, "country": {"de", "us", "cn"},
	"language": {"eng", "zho"}, "topic": {"crime", "role.pep", "sanction"}, "gender": {"male", "other"}, "email": {"a@example.org"},
	"ip": {"192.168.1.143", "::1"}, "iban": {"NO8330001234567"}, "phone": {"+38760183628"}, "checksum": {"da39a3ee5e6b4b0d3255bfef95601890afd80709"},
	"mimetype": {"text/plain"}, "json": {`{"a":1}`}, "html": {"<b>x</b>"},
}

var foreignTexts = []string{"Ann", "Ann Lee", "ann", "law", "heads", "possible", "crime", "吴向洋", "a; b", `"quoted" \ <b>`, "{x}", "[y]", "2015", "is charged under", "-", "N/A"}

func value(t *rapid.T, p *Property) string {
	values := foreignValues[p.Type]
	if values == nil {
		values = foreignTexts
	}
	return rapid.SampledFrom(values).Draw(t, p.Name)
}

// plainProperties are those of a schema that hold texts; ends those that name
// entities.
func plainProperties(s *Schema) (texts, ends []*Property) {
	for _, name := range slices.Sorted(maps.Keys(s.all)) {
		switch p := s.all[name]; {
		case p.Stub:
		case p.Type == "entity":
			ends = append(ends, p)
		default:
			texts = append(texts, p)
		}
	}
	return texts, ends
}

// foreign makes a file of entities and edges of every schema.
func foreign(t *rapid.T) foreignFile {
	var things, edges []*Schema
	for i := range schemata {
		switch s := schemaNamed(schemata[i].Name); {
		case s.Abstract:
		case s.Edge != nil:
			edges = append(edges, s)
		default:
			things = append(things, s)
		}
	}
	var file foreignFile
	ids := []string{"NK-4xyzABC", "a1", "A1", "Q42", "n7", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "x.y", "9-9", "a-1", "Z", "zz.0f3a"}
	for i := range rapid.IntRange(1, 8).Draw(t, "things") {
		s := rapid.SampledFrom(things).Draw(t, "schema")
		file = append(file, foreignRecord(t, s, ids[i]))
	}
	for _, l := range slices.Clone(file) {
		_, ends := plainProperties(l.schema)
		for _, p := range ends {
			if others := inRange(file, p, l); len(others) > 0 && (slices.Contains(l.schema.Required, p.Name) || rapid.IntRange(0, 3).Draw(t, "named") == 0) {
				l.add(p.Name, rapid.SampledFrom(others).Draw(t, p.Name))
			}
		}
	}
	file = slices.DeleteFunc(file, func(l *line) bool {
		return slices.ContainsFunc(l.schema.Required, func(name string) bool { return len(l.values(name)) == 0 })
	})
	for _, l := range file { // what was taken out is named no longer
		for i, p := range l.props {
			if q := l.schema.Property(p.name); q.Type == "entity" {
				l.props[i].values = slices.DeleteFunc(p.values, func(id string) bool {
					return !slices.ContainsFunc(file, func(o *line) bool { return o.id == id })
				})
			}
		}
		l.props = slices.DeleteFunc(l.props, func(p prop) bool { return len(p.values) == 0 })
	}
	if slices.ContainsFunc(file, func(l *line) bool {
		return slices.ContainsFunc(l.schema.Required, func(name string) bool { return len(l.values(name)) == 0 })
	}) {
		return foreignFile{}
	}
	return append(file, foreignEdges(t, file, edges)...)
}

func foreignEdges(t *rapid.T, file foreignFile, edges []*Schema) foreignFile {
	var made foreignFile
	for i := range rapid.IntRange(0, 8).Draw(t, "edges") {
		s := rapid.SampledFrom(edges).Draw(t, "edge")
		l := foreignRecord(t, s, []string{"r1", "R1", "e.f", "rel-3", "0a", "NK-edge", "E7", "last"}[i])
		l.props = slices.DeleteFunc(l.props, func(p prop) bool { return p.name == s.Edge.Source || p.name == s.Edge.Target })
		sources, targets := inRange(file, s.Property(s.Edge.Source), nil), inRange(file, s.Property(s.Edge.Target), nil)
		if len(sources) == 0 || len(targets) == 0 {
			continue
		}
		from, to := rapid.SampledFrom(sources).Draw(t, "source"), rapid.SampledFrom(targets).Draw(t, "target")
		if from == to {
			continue
		}
		l.add(s.Edge.Source, from)
		l.add(s.Edge.Target, to)
		made = append(made, l)
	}
	return made
}

func foreignRecord(t *rapid.T, s *Schema, id string) *line {
	l := &line{record: record{id: id, word: s.Name, schema: s}}
	texts, _ := plainProperties(s)
	for range rapid.IntRange(0, 6).Draw(t, "values") {
		p := rapid.SampledFrom(texts).Draw(t, "property")
		l.add(p.Name, value(t, p))
	}
	for _, name := range s.Required {
		if p := s.Property(name); p.Type != "entity" {
			l.add(name, value(t, p))
		}
	}
	if s.Edge == nil && rapid.Bool().Draw(t, "dataset") {
		l.context = []data.Attribute{{Key: "datasets", Value: "us_ofac"}, {Key: "datasets", Value: "un"}, {Key: "first_seen", Value: "2023-01-01"}, {Key: "target", Value: "true"}}
	}
	return l
}

// inRange are the ids that a property of an entity may name.
func inRange(file foreignFile, p *Property, but *line) []string {
	var list []string
	for _, l := range file {
		if l != but && l.schema.IsA(p.Range) {
			list = append(list, l.id)
		}
	}
	return list
}

// said is a file as sets of values by id and property, without the order of
// lines and values, and without what stands under our own key.
func said(t rapid.TB, text []byte) map[string]map[string][]string {
	t.Helper()
	g := newGather(format.NewBuilder(format.Options{}), "x")
	if len(text) > 0 {
		if err := g.lines(text); err != nil {
			t.Fatal(err)
		}
	}
	all := map[string]map[string][]string{}
	for _, r := range g.order {
		one := map[string][]string{"schema": {r.schema.Name}}
		for _, p := range r.props {
			one[p.name] = slices.Sorted(slices.Values(p.values))
		}
		for _, c := range r.context {
			one["/"+c.Key] = append(one["/"+c.Key], c.Value)
		}
		all[r.id] = one
	}
	return all
}

// allowNames lets our writer add the name, one and the same, to the property
// that the model names entities by, and to those that are usual beside it.
func allowNames(want, got map[string]map[string][]string) {
	for id, properties := range want {
		added := map[string]bool{}
		for _, name := range []string{"name", "title", "fileName", schemaNamed(properties["schema"][0]).lead()} {
			values := slices.DeleteFunc(slices.Clone(got[id][name]), func(v string) bool {
				extra := !slices.Contains(properties[name], v)
				if extra {
					added[v] = true
				}
				return extra && len(added) == 1
			})
			if len(values) > 0 {
				got[id][name] = values
			} else {
				delete(got[id], name)
			}
		}
	}
}

func TestForeignFilesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := foreign(t)
		if len(file) == 0 {
			return
		}
		ds, report := imported(t, file.bytes(), format.Options{})
		formattest.Sound(t, report)
		text, _ := written(t, ds)
		want, got := said(t, file.bytes()), said(t, text)
		allowNames(want, got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff, string(file.bytes()), string(text))
		}
	})
}

func TestWhatCameFromAFileComesBackToUs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := foreign(t)
		if len(file) == 0 {
			return
		}
		ds, _ := imported(t, file.bytes(), format.Options{})
		text, _ := written(t, ds)
		if len(text) == 0 {
			return
		}
		back, report := formattest.Imported(t, Format(), "back.ftm.json", text, format.Options{})
		formattest.Same(t, carried(ds), back, report)
	})
}
