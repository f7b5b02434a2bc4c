package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// Thing is an entity or a stage, as charts and threads see it.
type Thing struct {
	ID      EntityID // a stage is owner/stage
	Kind    KindID   // "event" for a stage
	Name    string
	Short   string // for labels; never empty
	Date    edtf.Date
	Derived bool     // Date is the hull of the stages: it may allow, never prove
	Owner   EntityID // of a stage
	Stage   string   // name of the stage
	Status  Status   // of a stage; empty for an entity
	Entity  *Entity  // the entity itself, or the owner of the stage
	Of      *Stage   // nil for an entity
}

// IsStage tells whether the thing is a stage of another.
func (t Thing) IsStage() bool { return t.Of != nil }

// Evidence is the thing's own evidence; for a stage without any, its owner's.
// The second value is false when it was borrowed.
func (t Thing) Evidence() ([]Evidence, bool) {
	if t.Of == nil {
		return t.Entity.Evidence, true
	}
	if len(t.Of.Evidence) > 0 {
		return t.Of.Evidence, true
	}
	return t.Entity.Evidence, false
}

// StageOf is the built-in predicate that joins a stage to its owner.
const StageOf PredicateID = "stage_of"

// Index answers by id. It copies nothing of the dataset and must not outlive a
// change to it.
type Index struct {
	Dataset    *Dataset
	things     []Thing
	relations  []Relation
	thing      map[EntityID]int
	relation   map[RelationID]int
	of         map[EntityID][]int
	stages     map[EntityID][]int
	kinds      map[KindID]Kind
	predicates map[PredicateID]Predicate
	sources    map[SourceID]Source
	namesakes  map[string]bool // short names of all that is no case, folded
}

// NewIndex resolves a dataset: stages become things, each joined to its owner
// by a relation "owner.stage--stage_of--owner" after all relations of the
// dataset. A dataset that did not pass Check is indexed as far as it goes.
func NewIndex(ds *Dataset) *Index {
	x := &Index{Dataset: ds}
	x.addThings()
	x.addRelations()
	x.namesakes = namesakes(ds)
	x.kinds = byID(ds.Kinds, func(k Kind) KindID { return k.ID })
	x.predicates = byID(ds.Predicates, func(p Predicate) PredicateID { return p.ID })
	x.sources = byID(ds.Sources, func(s Source) SourceID { return s.ID })
	return x
}

func byID[K comparable, T any](list []T, id func(T) K) map[K]T {
	m := make(map[K]T, len(list))
	for _, t := range list {
		m[id(t)] = t
	}
	return m
}

func (x *Index) addThings() {
	ds := x.Dataset
	for i := range ds.Entities {
		e := &ds.Entities[i]
		x.things = append(x.things, entityThing(e))
		for j := range e.Stages {
			x.things = append(x.things, stageThing(e, &e.Stages[j]))
		}
	}
	slices.SortStableFunc(x.things, func(a, b Thing) int { return strings.Compare(string(a.ID), string(b.ID)) })
	x.thing = make(map[EntityID]int, len(x.things))
	x.stages = map[EntityID][]int{}
	for i, t := range x.things {
		x.thing[t.ID] = i
	}
	for i := range ds.Entities {
		x.addStages(&ds.Entities[i])
	}
}

// Label is the short name of a thing among all others: a case that is called
// like the person it is about says that it is the case.
func (x *Index) Label(t Thing) string {
	if t.Kind == "case" && x.namesakes[fold(t.Short)] {
		return t.Short + ", " + x.Kind(t.Kind).Label
	}
	return t.Short
}

func namesakes(ds *Dataset) map[string]bool {
	names := map[string]bool{}
	for i := range ds.Entities {
		if e := &ds.Entities[i]; e.Kind != "case" {
			names[fold(firstOf(e.Short, e.Name))] = true
		}
	}
	return names
}

func (x *Index) addStages(e *Entity) {
	for _, s := range orderedStages(e) {
		x.stages[e.ID] = append(x.stages[e.ID], x.thing[StageID(e.ID, s.Stage)])
	}
}

// StageID is the address of a stage.
func StageID(owner EntityID, stage string) EntityID { return owner + "/" + EntityID(stage) }

func entityThing(e *Entity) Thing {
	t := Thing{ID: e.ID, Kind: e.Kind, Name: e.Name, Short: firstOf(e.Short, e.Name, string(e.ID)), Date: e.Date, Entity: e}
	if !e.Date.IsZero() || len(e.Stages) == 0 {
		return t
	}
	dates := make([]edtf.Date, 0, len(e.Stages))
	for _, s := range e.Stages {
		dates = append(dates, s.Date)
	}
	if t.Date = edtf.Hull(dates...); vaguer(t.Date, dates) {
		t.Date = edtf.Date{}
	}
	t.Derived = !t.Date.IsZero()
	return t
}

// vaguer tells whether one day without a bound, "before 20 April 2018" for a case
// of which an indictment is reported then, would hide that another date lies
// before or after for sure: a custody of 2016. No EDTF says both, the stages do.
func vaguer(one edtf.Date, dates []edtf.Date) bool {
	first, last := one.Start().Latest, one.End().Earliest
	if one.IsZero() || one.IsInterval() || one.Start().Earliest != nil && one.End().Latest != nil {
		return false
	}
	return slices.ContainsFunc(dates, func(d edtf.Date) bool {
		start, end := d.Start().Latest, d.End().Earliest
		return first != nil && start != nil && start.Before(*first) || last != nil && end != nil && last.Before(*end)
	})
}

func stageThing(e *Entity, s *Stage) Thing {
	label := firstOf(s.Label, stageLabel(s.Stage))
	short := firstOf(e.Short, e.Name)
	return Thing{
		ID: StageID(e.ID, s.Stage), Kind: "event", Name: e.Name + ": " + label, Short: short + ": " + label,
		Date: s.Date, Owner: e.ID, Stage: s.Stage, Status: s.Status, Entity: e, Of: s,
	}
}

func stageLabel(id string) string {
	for _, table := range [][]StageName{LawStages, CaseStages} {
		for _, s := range table {
			if s.ID == id {
				return s.Label
			}
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}

// orderedStages sorts the dated stages by their start, then by the table,
// then as written. An undated stage stands before the first dated one that the
// table puts after it.
func orderedStages(e *Entity) []Stage {
	var dated, undated []Stage
	for _, s := range e.Stages {
		if s.Date.IsZero() {
			undated = append(undated, s)
		} else {
			dated = append(dated, s)
		}
	}
	slices.SortStableFunc(dated, func(a, b Stage) int {
		return cmp.Or(compareStart(a.Date, b.Date), stageRank(a.Stage)-stageRank(b.Stage))
	})
	slices.SortStableFunc(undated, func(a, b Stage) int { return stageRank(a.Stage) - stageRank(b.Stage) })
	for _, s := range undated {
		at := slices.IndexFunc(dated, func(d Stage) bool { return stageRank(d.Stage) > stageRank(s.Stage) })
		if at < 0 {
			at = len(dated)
		}
		dated = slices.Insert(dated, at, s)
	}
	return dated
}

// compareStart orders by earliest start; where nothing is known on that side
// ("before 20 April 2018"), by the latest.
func compareStart(a, b edtf.Date) int {
	s, t := startOf(a), startOf(b)
	switch {
	case s == nil && t == nil:
		return 0
	case s == nil:
		return -1
	case t == nil:
		return 1
	}
	return s.Compare(*t)
}

func startOf(d edtf.Date) *edtf.Instant {
	start := d.Start()
	if start.Earliest == nil {
		return start.Latest
	}
	return start.Earliest
}

func stageRank(id string) int {
	for _, table := range [][]StageName{LawStages, CaseStages} {
		for i, s := range table {
			if s.ID == id {
				return i
			}
		}
	}
	return len(LawStages) + len(CaseStages)
}

func (x *Index) addRelations() {
	x.relations = slices.Clone(x.Dataset.Relations)
	slices.SortStableFunc(x.relations, func(a, b Relation) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, t := range x.things {
		if t.IsStage() {
			x.relations = append(x.relations, stageRelation(t))
		}
	}
	x.relation = make(map[RelationID]int, len(x.relations))
	x.of = map[EntityID][]int{}
	for i, r := range x.relations {
		x.relation[r.ID] = i
		x.of[r.From] = append(x.of[r.From], i)
		if r.To != r.From {
			x.of[r.To] = append(x.of[r.To], i)
		}
	}
}

func stageRelation(t Thing) Relation {
	evidence, _ := t.Evidence()
	id := strings.ReplaceAll(string(t.ID), "/", ".") + "--stage_of--" + string(t.Owner)
	return Relation{
		ID: RelationID(id), From: t.ID, Predicate: StageOf, To: t.Owner,
		Date: t.Date, Status: t.Status, Evidence: evidence,
	}
}

// Things are all entities and stages, by id. The slice is the index's own.
func (x *Index) Things() []Thing { return x.things }

// Thing finds an entity or a stage.
func (x *Index) Thing(id EntityID) (Thing, bool) {
	i, ok := x.thing[id]
	if !ok {
		return Thing{}, false
	}
	return x.things[i], true
}

// Relations are those of the dataset by id, then the built-in ones of stages.
func (x *Index) Relations() []Relation { return x.relations }

// Relation finds a relation.
func (x *Index) Relation(id RelationID) (Relation, bool) {
	i, ok := x.relation[id]
	if !ok {
		return Relation{}, false
	}
	return x.relations[i], true
}

// Of lists the relations that begin or end at a thing, in the order of
// Relations. A relation of a stage is not one of its owner.
func (x *Index) Of(id EntityID) []Relation {
	list := make([]Relation, 0, len(x.of[id]))
	for _, i := range x.of[id] {
		list = append(list, x.relations[i])
	}
	return list
}

// Stages lists the stages of a law or case in their order.
func (x *Index) Stages(owner EntityID) []Thing {
	list := make([]Thing, 0, len(x.stages[owner]))
	for _, i := range x.stages[owner] {
		list = append(list, x.things[i])
	}
	return list
}

// Kind is a kind in use; an unknown one comes back with its id as label.
func (x *Index) Kind(id KindID) Kind {
	if k, ok := x.kinds[id]; ok {
		return k
	}
	return Kind{ID: id, Label: string(id), Plural: string(id), Light: "#5c6470", Dark: "#b3bac5", Symbol: "disc", Lane: 1000}
}

// Predicate is a predicate in use; an unknown one reads as its id and carries
// nothing.
func (x *Index) Predicate(id PredicateID) Predicate {
	if p, ok := x.predicates[id]; ok {
		return p
	}
	words := strings.ReplaceAll(string(id), "_", " ")
	return Predicate{ID: id, Label: words, Inverse: words, Influence: None}
}

// Source finds a source.
func (x *Index) Source(id SourceID) (Source, bool) {
	s, ok := x.sources[id]
	return s, ok
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
