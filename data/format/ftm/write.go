package ftm

import (
	"bufio"
	"reflect"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// writer writes one dataset.
type writer struct {
	ds          *data.Dataset
	lost        *format.Losses
	ids         map[data.EntityID]string // of entities and of stages
	relationIDs map[data.RelationID]string
	sourceIDs   map[data.SourceID]string
	taken       ids
	entities    map[data.EntityID]*line
	byID        map[string]*line // entities, stages and sources
	order       []*line
	things      map[data.EntityID]*data.Entity
	sources     map[data.SourceID]*data.Source
	documents   map[string]*data.Source // by the id of their line
	kinds       map[data.KindID]*data.Kind
	predicates  map[data.PredicateID]*data.Predicate
	defined     map[string]bool
	made        maker
}

// write writes the sources, the entities with their stages and then the
// relations, a line each.
func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	file, err := out.Create("")
	if err != nil {
		return err
	}
	w := newWriter(ds, lost)
	w.number()
	w.lines()
	w.losses()
	to := bufio.NewWriter(file)
	for _, l := range w.order {
		if _, err := to.Write(l.bytes()); err != nil {
			return err
		}
	}
	return to.Flush()
}

func newWriter(ds *data.Dataset, lost *format.Losses) *writer {
	w := &writer{ds: ds, lost: lost, ids: map[data.EntityID]string{}, relationIDs: map[data.RelationID]string{}, sourceIDs: map[data.SourceID]string{},
		entities: map[data.EntityID]*line{}, byID: map[string]*line{}, things: map[data.EntityID]*data.Entity{}, sources: map[data.SourceID]*data.Source{}, documents: map[string]*data.Source{}, kinds: map[data.KindID]*data.Kind{},
		predicates: map[data.PredicateID]*data.Predicate{}, defined: map[string]bool{}}
	w.made = maker{options: format.NewBuilder(format.Options{}).Options, say: func(data.Severity, format.Place, string, string) {}, kind: kindNamed, source: w.sourceOf}
	for i := range ds.Entities {
		w.things[ds.Entities[i].ID] = &ds.Entities[i]
	}
	for i := range ds.Sources {
		w.sources[ds.Sources[i].ID] = &ds.Sources[i]
	}
	for i := range ds.Kinds {
		w.kinds[ds.Kinds[i].ID] = &ds.Kinds[i]
	}
	for i := range ds.Predicates {
		w.predicates[ds.Predicates[i].ID] = &ds.Predicates[i]
	}
	return w
}

// kindNamed is the kind that a reader will make of a word.
func kindNamed(word string) data.KindID {
	if id, ok := format.KindNamed(word); ok {
		return id
	}
	return data.KindID(format.Slug(word))
}

// sourceOf is the source that a document of the file stands for.
func (w *writer) sourceOf(id string) (data.Source, bool) {
	s := w.documents[id]
	if s == nil {
		return data.Source{}, false
	}
	return *s, true
}

func (w *writer) lines() {
	for i := range w.ds.Sources {
		w.document(&w.ds.Sources[i])
	}
	for i := range w.ds.Entities {
		w.place(&w.ds.Entities[i])
	}
	for i := range w.ds.Entities {
		w.entity(&w.ds.Entities[i])
	}
	var links []*line
	for i := range w.ds.Relations {
		if l := w.relation(&w.ds.Relations[i]); l != nil {
			links = append(links, l)
		}
	}
	for i := range w.ds.Entities {
		w.finish(&w.ds.Entities[i])
	}
	w.order = append(w.order, links...)
}

// add puts a line behind those before it.
func (w *writer) add(l *line) {
	w.byID[l.id] = l
	w.order = append(w.order, l)
}

// place gives an entity its line and its schema, so that others can name it.
func (w *writer) place(e *data.Entity) {
	l := &line{record: record{id: w.ids[e.ID]}}
	name, _ := defaultSchema(e.Kind)
	l.schema = schemaNamed(name)
	for _, a := range e.Attributes {
		if s := schemaNamed(a.Value); a.Key == "schema" && s != nil && !s.Abstract && s.Edge == nil {
			l.schema = s
		}
	}
	l.word = l.schema.Name
	w.entities[e.ID] = l
	w.add(l)
	for i := range e.Stages {
		w.stage(e, &e.Stages[i])
	}
}

// define puts a record that readers need beside the first line that uses it.
func (w *writer) define(l *line, section string, id string, record any, cells []data.Cell) {
	if record == nil || reflect.ValueOf(record).IsNil() || w.defined[section+" "+id] {
		return
	}
	w.defined[section+" "+id] = true
	if l.define == nil {
		l.define = map[string][]object{}
	}
	l.define[section] = append(l.define[section], ofCells(cells))
}

// cited defines the sources that evidence names.
func (w *writer) cited(l *line, lists ...[]data.Evidence) {
	for _, list := range lists {
		for _, e := range list {
			if s := w.sources[e.Source]; s != nil && w.byID[w.sourceIDs[s.ID]] == nil {
				w.define(l, "sources", string(s.ID), s, data.Cells(*s))
			}
		}
	}
}
