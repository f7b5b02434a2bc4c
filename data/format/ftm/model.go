package ftm

import (
	"slices"
	"strings"
	"sync"
)

// Schema is a sort of entity in the model.
type Schema struct {
	Name, Label, Plural string
	Abstract            bool // no entity is of it
	Deprecated          bool
	Extends             []string
	Caption             []string // properties that name an entity, the best first
	Featured            []string // properties that matter most
	Required            []string // not inherited
	Start, End          []string // properties that say when it began and ended, the best first
	Edge                *Edge    // nil: no relation

	own       []Property
	all       map[string]*Property // own and inherited
	ancestors map[string]bool      // itself included
}

// Edge says that entities of a schema are relations.
type Edge struct {
	Source, Target string // properties that name the ends
	Label          string // reads source -> target: "owns"
	Directed       bool
}

// Property is a named list of values.
type Property struct {
	Schema, Name, Label string
	Type                string // "string", "date", "entity", ...
	Max                 int    // characters of a value
	Range               string // of type entity: the schema it may name
	Reverse             string // of type entity: the property of that schema that leads back
	Stub                bool   // not written: the other end's reverse says it
	Deprecated          bool
}

// QName is the name with its schema: "Thing:addressEntity".
func (p *Property) QName() string { return p.Schema + ":" + p.Name }

// model is the table with its inheritance worked out.
var model = sync.OnceValue(func() map[string]*Schema {
	m := map[string]*Schema{}
	for i := range schemata {
		m[schemata[i].Name] = &schemata[i]
	}
	for i := range schemata {
		m[schemata[i].Name].inherit(m)
	}
	return m
})

// schemaNamed is a schema of the model; nil where it has none.
func schemaNamed(name string) *Schema { return model()[name] }

func (s *Schema) inherit(m map[string]*Schema) {
	if s.all != nil {
		return
	}
	s.all, s.ancestors = map[string]*Property{}, map[string]bool{s.Name: true}
	for _, name := range s.Extends {
		parent := m[name]
		parent.inherit(m)
		for key, p := range parent.all {
			s.all[key] = p
		}
		for a := range parent.ancestors {
			s.ancestors[a] = true
		}
		s.Start, s.End = union(s.Start, parent.Start), union(s.End, parent.End)
		if len(s.Caption) == 0 {
			s.Caption = parent.Caption
		}
	}
	for i := range s.own {
		s.all[s.own[i].Name] = &s.own[i]
	}
}

func union(a, b []string) []string {
	a = slices.Clip(a)
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// IsA tells whether the schema is the named one or extends it.
func (s *Schema) IsA(name string) bool { return s != nil && s.ancestors[name] }

// Property is an own or inherited property; nil where there is none.
func (s *Schema) Property(name string) *Property {
	if s == nil {
		return nil
	}
	return s.all[name]
}

// lead is the property that the model names entities by first.
func (s *Schema) lead() string {
	if len(s.Caption) == 0 {
		return "name"
	}
	return s.Caption[0]
}

// has tells whether a property may hold values that are written.
func (s *Schema) has(name string) bool {
	p := s.Property(name)
	return p != nil && !p.Stub
}

// common is the schema of an entity that stands under two of them: the more
// special, else the one schema nearest to both that extends both (Company for
// Asset and Organization); nil where they contradict each other.
func common(a, b *Schema) *Schema {
	switch {
	case a == nil || b == nil:
		return nil
	case a.IsA(b.Name):
		return a
	case b.IsA(a.Name):
		return b
	}
	var best *Schema
	for i := range schemata {
		s := &schemata[i]
		if s.IsA(a.Name) && s.IsA(b.Name) && (best == nil || len(s.ancestors) < len(best.ancestors)) {
			best = s
		}
	}
	return best
}

// listed tells whether a type's vocabulary has a value.
var listed = func() func(kind, value string) bool {
	sets := sync.OnceValue(func() map[string]map[string]bool {
		all := map[string]map[string]bool{}
		for kind, words := range vocabularies {
			all[kind] = map[string]bool{}
			for _, w := range strings.Fields(words) {
				all[kind][w] = true
			}
		}
		return all
	})
	return func(kind, value string) bool { return sets()[kind][value] }
}()
