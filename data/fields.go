package data

import (
	"reflect"
	"slices"
	"sync"

	"github.com/redthread/redthread/data/edtf"
)

// The types of the model carry their keys and descriptions in tags. Reading,
// canonical JSON and the JSON Schema all follow these, so that they cannot
// disagree.

// field is a key of a record.
type field struct {
	key   string
	step  any // the key, boxed once
	doc   string
	index []int
	typ   reflect.Type
}

// keyed is a type of the model by its keys.
type keyed struct {
	fields []*field
	byKey  map[string]*field
}

var keyedByType sync.Map // reflect.Type -> *keyed

func keyedOf(t reflect.Type) *keyed {
	if known, ok := keyedByType.Load(t); ok {
		return known.(*keyed)
	}
	k := &keyed{byKey: map[string]*field{}}
	for _, f := range reflect.VisibleFields(t) {
		if key := f.Tag.Get("key"); key != "" {
			k.fields = append(k.fields, &field{key: key, step: key, doc: f.Tag.Get("doc"), index: f.Index, typ: f.Type})
		}
	}
	for _, f := range slices.Backward(k.fields) {
		k.byKey[f.key] = f
	}
	keyedByType.Store(t, k)
	return k
}

// fieldsOf are the keys of a struct in the order of the model; embedded
// structs count as their fields.
func fieldsOf(t reflect.Type) []*field { return keyedOf(t).fields }

// fieldNamed is the field of a key, nil for an unknown key.
func fieldNamed(t reflect.Type, key string) *field { return keyedOf(t).byKey[key] }

func keysOf(t reflect.Type) []string {
	var keys []string
	for _, f := range fieldsOf(t) {
		keys = append(keys, f.key)
	}
	return keys
}

// section is a top-level key that lists records.
type section struct {
	key   string
	noun  string       // of one record, for messages
	doc   string       // of the list
	name  string       // of the Dataset's slice
	elem  reflect.Type // of the slice
	input reflect.Type // what an author writes; elem, or elem with shorthands
	need  []string     // keys without which there is no record
}

// entityInput is an entity as authors write it.
type entityInput struct {
	Entity
	Participants []participant `key:"participants" doc:"who took part: a shorthand for relations who --role--> this"`
}

// participant is the shorthand of a relation to the entity it stands on.
type participant struct {
	Who          EntityID    `key:"who" doc:"id of an entity"`
	Role         PredicateID `key:"role" doc:"a predicate: attended, spoke_at, absent_from, subject, ..."`
	ID           RelationID  `key:"id" doc:"who--role--this when left out"`
	Date         edtf.Date   `key:"date" doc:"EDTF"`
	DateNote     string      `key:"date_note" doc:"how the date was derived"`
	DateEvidence []Evidence  `key:"date_evidence" doc:"where the date stands, when not where the relation does"`
	Status       Status      `key:"status" doc:"how sure the evidence is; stated when left out"`
	Note         string      `key:"note" doc:"a remark for the reader"`
	Evidence     []Evidence  `key:"evidence" doc:"where it stands"`
}

// sections are in the order of the canonical form.
var sections = []section{
	sectionOf[Source, Source]("sources", "source", "Sources", "the texts that evidence points into", "id", "title"),
	sectionOf[Entity, entityInput]("entities", "entity", "Entities", "the people, laws, cases and other things", "id", "kind", "name"),
	sectionOf[Relation, Relation]("relations", "relation", "Relations", "what joins two things", "from", "predicate", "to"),
	sectionOf[Figure, Figure]("figures", "figure", "Figures", "numbers with what they count", "id", "counts", "value"),
	sectionOf[Conflict, Conflict]("conflicts", "conflict", "Conflicts", "where sources disagree", "id", "about", "field", "readings"),
	sectionOf[RuledOut, RuledOut]("ruled_out", "ruled-out link", "RuledOut", "what a reader might wrongly conclude", "id", "from", "to", "reason"),
	sectionOf[Era, Era]("eras", "era", "Eras", "stretches of time drawn behind the timeline", "id", "label", "date"),
	sectionOf[Step, Step]("story", "step", "Story", "the steps of a presentation, in order", "id", "title"),
	sectionOf[Kind, Kind]("kinds", "kind", "Kinds", "kinds of things added to the built-in ones, or changes of those", "id"),
	sectionOf[Predicate, Predicate]("predicates", "predicate", "Predicates", "kinds of relations added to the built-in ones, or changes of those", "id"),
}

func sectionOf[Elem, Input any](key, noun, name, doc string, need ...string) section {
	return section{key: key, noun: noun, doc: doc, name: name, need: need,
		elem: reflect.TypeFor[Elem](), input: reflect.TypeFor[Input]()}
}

func sectionNamed(key string) *section {
	for i := range sections {
		if sections[i].key == key {
			return &sections[i]
		}
	}
	return nil
}

// topKeys are the keys a file may begin with.
func topKeys() []string {
	keys := []string{"redthread", "dataset"}
	for _, s := range sections {
		keys = append(keys, s.key)
	}
	return keys
}

// slice is the section's slice in the Dataset.
func (s *section) slice(ds *Dataset) reflect.Value {
	return reflect.ValueOf(ds).Elem().FieldByName(s.name)
}

// idOf is the id of a record.
func idOf(record reflect.Value) string {
	if f := fieldNamed(record.Type(), "id"); f != nil {
		return record.FieldByIndex(f.index).String()
	}
	return record.FieldByName("ID").String()
}

// scalarKey is the key that a bare text stands for, where a record may be
// written as one; evidence has a form of its own, source#at.
var scalarKey = map[reflect.Type]string{
	reflect.TypeFor[Alias](): "text",
	reflect.TypeFor[Link]():  "url",
}

// keyedBy are the lists that may be written as a map: the map's keys become
// the first field, and a bare text the second. CSV reaches them by dotted
// headers: attributes.verdict, stages.sentenced.
var keyedBy = map[reflect.Type][2]string{
	reflect.TypeFor[Attribute]():   {"key", "value"},
	reflect.TypeFor[Stage]():       {"stage", "date"},
	reflect.TypeFor[Link]():        {"label", "url"},
	reflect.TypeFor[participant](): {"who", "role"},
}
