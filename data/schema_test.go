package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"
)

const schemaFile = "redthread.schema.json"

func TestSchemaFileIsUpToDate(t *testing.T) {
	if *update {
		if err := os.WriteFile(schemaFile, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(file, Schema()) {
		t.Errorf("%s is not what Schema gives (%v): run go test ./data -run TestSchemaFile -update", schemaFile, err)
	}
}

// compiled is the schema in an independent validator.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("redthread.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("redthread.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditor reads YAML the way an editor does: dates in brackets are lists.
func asEditor(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return plain(v)
}

// plain makes JSON of what YAML knows more of.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k])
		}
		return v
	case map[any]any:
		m := map[string]any{}
		for k := range v {
			m[fmt.Sprint(k)] = plain(v[k])
		}
		return m
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
		return v
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

func TestBundledDatasetFollowsTheSchema(t *testing.T) {
	s := compiled(t)
	names, err := fs.Glob(Bundled(), "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(err, "no files")
	}
	for _, name := range names {
		text, err := fs.ReadFile(Bundled(), name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asEditor(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.HasPrefix(string(text), "# yaml-language-server: $schema=") {
			t.Errorf("%s does not begin with the line that names the schema", name)
		}
	}
}

func TestShorthandsFollowTheSchema(t *testing.T) {
	s := compiled(t)
	for _, doc := range []string{small, "dataset:\n", "# nothing\n", `
sources: [{id: s, title: 1984, date: 2018-04-19, no_fact: [{at: 2-3, reason: x}]}]
entities:
  - id: a
    kind: vessel
    name: no
    date: [2016..2017]
    aliases: [x, {text: y, evidence: s#1}]
    attributes: {verdict: guilty}
    stages: {passed: 2016, own-word: {label: Own, date: {2001,2002}}}
    links: [https://example.org]
    tags: one
    evidence: s#1
`} {
		if _, problems := Read(folder("a.yaml", doc)); problems.Count(Error) > 0 && doc == small {
			t.Fatal(problems.Err())
		}
		if err := s.Validate(asEditor(t, []byte(doc))); err != nil {
			t.Errorf("%s\n%v", doc, err)
		}
	}
}

func TestCanonicalFormFollowsTheSchema(t *testing.T) {
	ds, _ := Read(Bundled())
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(canonical(t, ds)))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled(t).Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestBrokenFilesDoNotFollowTheSchema(t *testing.T) {
	s := compiled(t)
	for _, doc := range []string{
		"datset: {}", "entities: {a: b}", "entities: [{id: a, kind: law}]", "entities: [{id: a, kind: law, name: {en: A}}]",
		"entities: [{id: a, kind: law, name: A, sumary: x}]", "relations: [{from: a, to: b}]", "relations: [{from: a, predicate: p, to: b, status: sure}]",
		"entities: [{id: a, kind: law, name: A, evidence: [{sorce: s}]}]", "story: [{id: a, title: A, view: map}]", "sources: [{id: s, title: S, outside: 1}]",
		"predicates: [{id: p, influence: sideways}]", "entities: [{id: a, kind: law, name: A, participants: [{who: b}]}]",
	} {
		if s.Validate(asEditor(t, []byte(doc))) == nil {
			t.Errorf("%s: passes", doc)
		}
	}
	archive, err := txtar.ParseFile(filepath.Join("testdata", "defects", "shapes.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Validate(asEditor(t, archive.Files[0].Data)) == nil {
		t.Error("the fixture of wrong shapes passes")
	}
}

// TestEveryKeyIsDescribed keeps the documentation of the model complete.
func TestEveryKeyIsDescribed(t *testing.T) {
	types := []reflect.Type{reflect.TypeFor[Dataset](), evidenceType, reflect.TypeFor[Alias](), reflect.TypeFor[Link](), reflect.TypeFor[NoFact](),
		reflect.TypeFor[Attribute](), reflect.TypeFor[Stage](), reflect.TypeFor[Reading](), reflect.TypeFor[participant]()}
	for _, s := range sections {
		types = append(types, s.input)
	}
	for _, typ := range types {
		for _, f := range fieldsOf(typ) {
			if f.doc == "" {
				t.Errorf("%s.%s has no description", typ.Name(), f.key)
			}
		}
	}
	for _, s := range sections {
		for i := range s.elem.NumField() {
			if f := s.elem.Field(i); f.Tag.Get("key") == "" {
				t.Errorf("%s.%s has no key: it would be lost", s.elem.Name(), f.Name)
			}
		}
	}
	if !json.Valid(Schema()) {
		t.Error("the schema is no JSON")
	}
}
