package data

import (
	"reflect"
	"sync"
)

// each visits the values of a type anywhere in the records, with their spots,
// in the order of the dataset. A spot is good until visit returns.
func each[T any](ds *Dataset, visit func(s spot, key string, value *T)) {
	path := make([]any, 0, 8) // one for all spots
	for i := range sections {
		s := &sections[i]
		way := wayTo(s.elem, reflect.TypeFor[T]())
		if way == nil {
			continue
		}
		slice := s.slice(ds)
		for j := range slice.Len() {
			way.walk(slice.Index(j), at(s.key, j, path...), func(s spot, key string, v reflect.Value) {
				visit(s, key, v.Addr().Interface().(*T))
			})
		}
	}
}

// way leads from a record to the values of a type within it. It is laid once,
// for every record of every dataset is walked along it.
type way struct {
	key    string // dotted, from the record
	fields []fork // of a struct
	items  *way   // of a slice
}

// fork is a field that may hold values of the type.
type fork struct {
	index int
	step  any // the key
	way   *way
}

// ways remembers wayTo.
var ways sync.Map // [2]reflect.Type -> *way

// wayTo is the way from a type to another; nil where none leads there.
func wayTo(t, want reflect.Type) *way {
	id := [2]reflect.Type{t, want}
	if known, ok := ways.Load(id); ok {
		return known.(*way)
	}
	w := lay(t, want, "")
	ways.Store(id, w)
	return w
}

func lay(t, want reflect.Type, key string) *way {
	switch {
	case t == want:
		return &way{key: key}
	case t.Kind() == reflect.Slice:
		if items := lay(t.Elem(), want, key); items != nil {
			return &way{items: items}
		}
	case t != dateType && t.Kind() == reflect.Struct:
		w := &way{}
		for _, f := range fieldsOf(t) {
			if below := lay(f.typ, want, within(key, f.key)); below != nil {
				w.fields = append(w.fields, fork{f.index[0], f.step, below}) // no record of the model embeds another
			}
		}
		if w.fields != nil {
			return w
		}
	}
	return nil
}

func within(outer, key string) string {
	if outer == "" {
		return key
	}
	return outer + "." + key
}

func (w *way) walk(v reflect.Value, s spot, visit func(spot, string, reflect.Value)) {
	switch {
	case w.items != nil:
		for i := range v.Len() {
			w.items.walk(v.Index(i), s.down(i), visit)
		}
	case w.fields != nil:
		for _, f := range w.fields {
			f.way.walk(v.Field(f.index), s.down(f.step), visit)
		}
	default:
		visit(s, w.key, v)
	}
}
