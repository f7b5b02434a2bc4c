package data

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Schema is the JSON Schema (draft 2020-12) of a YAML or JSON file of a
// dataset, made from the tags of the model and the tables of kinds,
// predicates and stages. Editors complete and check by it; Read says more.
// The file redthread.schema.json holds the same bytes.
func Schema() []byte {
	s := schemaWriter{defs: map[string]any{}}
	top := map[string]any{
		schemaKey:   map[string]any{"type": "string", "description": "where an editor finds this schema"},
		"redthread": map[string]any{"const": 1, "description": "version of the canonical form"},
		"dataset":   map[string]any{"anyOf": []any{s.ref(reflect.TypeFor[Dataset]()), map[string]any{"type": "null"}}},
	}
	for i := range sections {
		sec := &sections[i]
		top[sec.key] = map[string]any{
			"description": sec.doc, "type": []string{"array", "null"},
			"items": s.ref(sec.input),
		}
	}
	root := map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "redthread dataset",
		"description": "A file of a redthread dataset. What the files of a folder hold adds up.",
		"type":        []string{"object", "null"}, "properties": top, "additionalProperties": false, "$defs": s.defs,
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err) // maps of texts and lists always encode
	}
	return b.Bytes()
}

// schemaWriter collects the definitions of record types.
type schemaWriter struct{ defs map[string]any }

// ref defines a record type once and points to it.
func (s *schemaWriter) ref(t reflect.Type) map[string]any {
	name := strings.TrimSuffix(strings.ToLower(t.Name()), "input")
	if s.defs[name] == nil {
		def := map[string]any{}
		s.defs[name] = def // before its fields: they may point back
		s.object(t, def)
	}
	return map[string]any{"$ref": "#/$defs/" + name}
}

func (s *schemaWriter) object(t reflect.Type, def map[string]any) {
	properties := map[string]any{}
	for _, f := range fieldsOf(t) {
		p := s.field(t, f)
		p["description"] = f.doc
		properties[f.key] = p
	}
	def["type"], def["properties"], def["additionalProperties"] = "object", properties, false
	if need := needed(t); need != nil {
		def["required"] = need
	}
}

// needed are the keys a record cannot do without.
func needed(t reflect.Type) []string {
	for i := range sections {
		if sections[i].input == t {
			return sections[i].need
		}
	}
	return map[reflect.Type][]string{
		evidenceType:                   {"source"},
		reflect.TypeFor[Alias]():       {"text"},
		reflect.TypeFor[Link]():        {"url"},
		reflect.TypeFor[NoFact]():      {"at", "reason"},
		reflect.TypeFor[Reading]():     {"value"},
		reflect.TypeFor[participant](): {"who", "role"},
	}[t]
}

// field is the schema of a key: the words of its table, or what its type takes.
func (s *schemaWriter) field(t reflect.Type, f *field) map[string]any {
	if words, ok := wordsOfKey()[t.Name()+"."+f.key]; ok {
		return words.schema()
	}
	return s.value(f.typ)
}

func (s *schemaWriter) value(t reflect.Type) map[string]any {
	if words, ok := wordsOfType()[t]; ok {
		return words.schema()
	}
	switch {
	case t == dateType:
		return s.date()
	case t.Kind() == reflect.Int:
		return map[string]any{"type": "integer"}
	case t.Kind() == reflect.Bool:
		return map[string]any{"type": "boolean"}
	case t.Kind() == reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": s.text()}
	case t.Kind() == reflect.Slice:
		return s.list(t.Elem())
	case t.Kind() == reflect.Struct:
		return s.orText(t)
	}
	return s.text()
}

// text is what YAML makes of a text without quotes: 012, no, ~.
func (s *schemaWriter) text() map[string]any {
	s.defs["text"] = map[string]any{"type": []string{"string", "number", "boolean", "null"}}
	return map[string]any{"$ref": "#/$defs/text"}
}

// citations are evidence: one piece or a list.
func (s *schemaWriter) citations() map[string]any {
	one := s.orText(evidenceType)
	s.defs["citations"] = map[string]any{"anyOf": []any{one, map[string]any{"type": []string{"array", "null"}, "items": one}}}
	return map[string]any{"$ref": "#/$defs/citations"}
}

// date takes whatever YAML makes of EDTF without quotes: [a..b] is a list to
// it, {a,b} a map and 2015 a number.
func (s *schemaWriter) date() map[string]any {
	s.defs["date"] = map[string]any{
		"description": "EDTF: 2015, 2017-06, 2017-01/2018-03, [2016-11-07..2016-11-13], [..2017-12-08], 2016-11-07/.., 2014~, 2016?",
		"type":        []string{"string", "number", "array", "object", "null"},
	}
	return map[string]any{"$ref": "#/$defs/date"}
}

// orText is a record, or the text it may be written as.
func (s *schemaWriter) orText(t reflect.Type) map[string]any {
	if !bareText(t) {
		return s.ref(t)
	}
	if t == evidenceType {
		text := map[string]any{"type": "string", "description": "source#paragraphs, such as chrd-2018#6-8"}
		return map[string]any{"anyOf": []any{s.ref(t), text}}
	}
	return map[string]any{"anyOf": []any{s.ref(t), s.text()}}
}

// list may hold one item without the brackets, and may be a map where the
// decoder takes one.
func (s *schemaWriter) list(elem reflect.Type) map[string]any {
	if elem == evidenceType {
		return s.citations()
	}
	item := s.value(elem)
	forms := []any{map[string]any{"type": []string{"array", "null"}, "items": item}}
	if bareText(elem) {
		forms = append(forms, item)
	}
	if by := keyedBy[elem]; by != [2]string{} {
		forms = append(forms, map[string]any{"type": "object",
			"description": "by " + by[0] + ": its " + by[1] + ", or a map of the other keys"})
	}
	if len(forms) == 1 {
		return forms[0].(map[string]any)
	}
	return map[string]any{"anyOf": forms}
}

// words are the values of a key that come from a table.
type words struct {
	list []string
	open bool // a dataset may add its own
}

// schema lists the words; editors offer them.
func (w words) schema() map[string]any {
	if !w.open {
		return map[string]any{"enum": w.list}
	}
	return map[string]any{"anyOf": []any{map[string]any{"enum": w.list}, map[string]any{"type": "string"}}}
}

func wordsOfType() map[reflect.Type]words {
	var kinds, predicates []string
	for _, k := range BuiltinKinds {
		kinds = append(kinds, string(k.ID))
	}
	for _, p := range BuiltinPredicates {
		if p.ID != StageOf {
			predicates = append(predicates, string(p.ID))
		}
	}
	slices.Sort(kinds)
	slices.Sort(predicates)
	return map[reflect.Type]words{
		reflect.TypeFor[Status]():      {statusWords, false},
		reflect.TypeFor[Influence]():   {influences(), false},
		reflect.TypeFor[KindID]():      {kinds, true},
		reflect.TypeFor[PredicateID](): {predicates, true},
	}
}

func wordsOfKey() map[string]words {
	return map[string]words{
		"Figure.bound": {bounds, false},
		"Step.view":    {views, false},
		"Kind.symbol":  {symbols(), false},
		"Stage.stage":  {stageTable(""), true},
	}
}
