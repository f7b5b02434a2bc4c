package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Check applies the rules over a whole Dataset. Read has done so already; for
// a dataset made in a program the problems have no places.
func Check(ds *Dataset) Problems {
	c := &collector{}
	check(ds, c)
	return c.problems()
}

// rules are what Check holds a dataset to, each in a file of its family.
var rules = []func(*checker){
	(*checker).needs,
	(*checker).ids,
	(*checker).kindsAndPredicates,
	(*checker).sources,
	(*checker).contradictions,
	(*checker).entities,
	(*checker).stages,
	(*checker).names,
	(*checker).relations,
	(*checker).cycles,
	(*checker).figures,
	(*checker).conflicts,
	(*checker).ruledOut,
	(*checker).eras,
	(*checker).story,
	(*checker).statuses,
	(*checker).evidence,
	(*checker).dates,
	(*checker).times,
	(*checker).links,
}

func check(ds *Dataset, c *collector) { checkRead(ds, c, false) }

// checkRead checks what could be read; where a file could not, ids that are
// unknown may be in it and are not reported.
func checkRead(ds *Dataset, c *collector, partly bool) {
	k := newChecker(ds, c)
	k.partly = partly
	for _, rule := range rules {
		rule(k)
	}
}

// checker knows what a dataset holds while the rules look at it.
type checker struct {
	ds           *Dataset
	out          *collector
	partly       bool // a file could not be read: what is unknown may be in it
	suggest      suggester
	entity       map[EntityID]*Entity
	stageOf      map[EntityID]*Entity     // owner by the stage's address
	relationByID map[RelationID]*Relation // made when first asked for
	figure       map[string]bool
	source       map[SourceID]*Source
	kind         map[KindID]*Kind
	predicate    map[PredicateID]*Predicate
	byName       map[string]EntityID // made when first asked for
	words        map[string][]string // known ids by what they are, sorted, for hints
}

func newChecker(ds *Dataset, c *collector) *checker {
	k := &checker{ds: ds, out: c, suggest: suggester{suggestBudget},
		entity: make(map[EntityID]*Entity, len(ds.Entities)), stageOf: map[EntityID]*Entity{},
		figure: map[string]bool{}, source: map[SourceID]*Source{}, kind: map[KindID]*Kind{},
		predicate: map[PredicateID]*Predicate{}, words: map[string][]string{}}
	for i := range ds.Entities {
		e := &ds.Entities[i]
		k.entity[e.ID] = e
		for j := range e.Stages {
			k.stageOf[StageID(e.ID, e.Stages[j].Stage)] = e
		}
	}
	for _, f := range ds.Figures {
		k.figure[f.ID] = true
	}
	for i := range ds.Sources {
		k.source[ds.Sources[i].ID] = &ds.Sources[i]
	}
	k.tables()
	return k
}

// tables are the kinds and predicates in use; a dataset made in a program may
// leave them out.
func (k *checker) tables() {
	kinds, predicates := k.ds.Kinds, k.ds.Predicates
	if len(kinds) == 0 {
		kinds = BuiltinKinds
	}
	if len(predicates) == 0 {
		predicates = BuiltinPredicates
	}
	for i := range kinds {
		k.kind[kinds[i].ID] = &kinds[i]
	}
	for i := range predicates {
		k.predicate[predicates[i].ID] = &predicates[i]
	}
}

// relation are the relations by their ids.
func (k *checker) relation() map[RelationID]*Relation {
	if k.relationByID == nil {
		k.relationByID = make(map[RelationID]*Relation, len(k.ds.Relations))
		for i := range k.ds.Relations {
			k.relationByID[k.ds.Relations[i].ID] = &k.ds.Relations[i]
		}
	}
	return k.relationByID
}

// known are the sorted ids of a map, kept for the next hint.
func known[K ~string, V any](k *checker, what string, m map[K]V) []string {
	if k.words[what] == nil {
		list := make([]string, 0, len(m))
		for id := range m {
			list = append(list, string(id))
		}
		slices.Sort(list)
		k.words[what] = list
	}
	return k.words[what]
}

// say reports at a spot; the record is named in front.
func (k *checker) say(s spot, severity Severity, value, hint, format string, args ...any) {
	if k.out.full(severity) {
		k.out.more[severity]++
		return
	}
	k.out.at(k.ds.origins.find(s), severity, value, hint, "%s: %s", k.name(s), fmt.Sprintf(format, args...))
}

func (k *checker) wrong(s spot, value, hint, format string, args ...any) {
	k.say(s, Error, value, hint, format, args...)
}

func (k *checker) warn(s spot, value, hint, format string, args ...any) {
	k.say(s, Warning, value, hint, format, args...)
}

// name is the record of a spot in words: relation "vpn-notice".
func (k *checker) name(s spot) string {
	section := sectionNamed(s.section)
	return section.noun + " " + quote(idOf(section.slice(k.ds).Index(s.index)))
}

// needs finds records that lack what makes them one.
func (k *checker) needs() {
	for i := range sections {
		s := &sections[i]
		slice := s.slice(k.ds)
		fields := make([]int, len(s.need))
		for n, key := range s.need {
			fields[n] = fieldNamed(s.elem, key).index[0]
		}
		for j := range slice.Len() {
			record := slice.Index(j)
			for n, key := range s.need {
				if empty(record.Field(fields[n])) && !k.written(at(s.key, j), key) {
					k.wrong(at(s.key, j), "", "write it", "no %s", key)
				}
			}
		}
	}
}

// written tells whether a record has the key, so that its value was refused
// when it was read.
func (k *checker) written(s spot, key string) bool {
	n := k.ds.origins.find(s)
	if n == nil || n.value(key) == nil {
		return false
	}
	v := n.value(key)
	return v.form == scalar && v.text != "" || len(v.items) > 0
}

// has tells whether an id is one of an entity or a stage.
func (k *checker) has(id EntityID) bool {
	return id != "" && (k.entity[id] != nil || k.stageOf[id] != nil)
}

// thing reports an id that is no entity and no stage.
func (k *checker) thing(s spot, key string, id EntityID) bool {
	if id == "" || k.has(id) {
		return id != ""
	}
	owner, stage, isStage := strings.Cut(string(id), "/")
	if e := k.entity[EntityID(owner)]; isStage && e != nil {
		k.wrong(s, string(id), k.stagesOf(e), "%s: %s has no stage %s", key, quote(owner), quote(stage))
		return false
	}
	if k.partly {
		return false
	}
	k.wrong(s, string(id), k.entityMeant(string(id)), "%s: unknown entity %s", key, quote(id))
	return false
}

func (k *checker) stagesOf(e *Entity) string {
	var stages []string
	for _, s := range e.Stages {
		stages = append(stages, string(StageID(e.ID, s.Stage)))
	}
	if stages == nil {
		return "it has no stages"
	}
	return "its stages: " + strings.Join(stages, ", ")
}

// entityMeant suggests an entity by its id or by one of its names.
func (k *checker) entityMeant(id string) string {
	if k.out.full(Error) {
		return ""
	}
	if named := k.named(id); named != "" {
		return "did you mean " + quote(named) + "?"
	}
	if near := k.suggest.near(id, known(k, "entity", k.entity)); near != "" {
		return "did you mean " + quote(near) + "?"
	}
	return "write an entity with this id"
}

// named is the first entity that has the name.
func (k *checker) named(name string) EntityID {
	if k.byName == nil {
		k.byName = map[string]EntityID{}
		for i := range k.ds.Entities {
			for _, n := range namesOf(&k.ds.Entities[i]) {
				if _, taken := k.byName[fold(n.text)]; !taken {
					k.byName[fold(n.text)] = k.ds.Entities[i].ID
				}
			}
		}
	}
	return k.byName[fold(name)]
}

// kindsOf are the kinds an end counts as: a stage is an event, and its owner too.
func (k *checker) kindsOf(id EntityID) []KindID {
	if e := k.entity[id]; e != nil {
		return []KindID{e.Kind}
	}
	if e := k.stageOf[id]; e != nil {
		return []KindID{"event", e.Kind}
	}
	return nil
}

// oneOf reports a word that is not in a small table.
func (k *checker) oneOf(s spot, key, word string, known []string) {
	if word != "" && !slices.Contains(known, word) {
		k.wrong(s, word, k.suggest.meant(word, known), "%s: unknown %s", key, quote(word))
	}
}

// statusWords are the statuses from the strongest to the weakest.
var statusWords = []string{string(Stated), string(Possible), string(Inferred), string(Disputed)}

// rank is the place of a status, 0 the strongest; what is not said is stated,
// and an unknown word, reported elsewhere, too.
func rank(s Status) int {
	if s == "" {
		return 0
	}
	return max(0, slices.Index(statusWords, string(s)))
}

// listed is a list in words for a message, sorted.
func listed[S cmp.Ordered](list []S) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(slices.Sorted(slices.Values(list))), " ", ", "), "[]")
}
