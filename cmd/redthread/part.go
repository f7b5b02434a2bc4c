package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

// partFlags choose a part of a dataset.
type partFlags struct {
	focus    []string
	steps    int
	thread   []string
	from, to string
	kinds    []string
}

func (f *partFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringSliceVar(&f.focus, "focus", nil, "things, by id or name, and what is near them (--steps)")
	flags.IntVar(&f.steps, "steps", 1, "how many relations away from the focus")
	flags.StringSliceVar(&f.thread, "thread", nil, "what the threads from one thing to another pass: LAW,CASE")
	flags.StringVar(&f.from, "from", "", "EDTF date: what surely ended before it is left out; undated things stay")
	flags.StringVar(&f.to, "to", "", "EDTF date: what surely began after it is left out; undated things stay")
	flags.StringSliceVar(&f.kinds, "kinds", nil, "kinds of things: law,case")
}

// chosenPart is a part, and in words what it leaves out.
type chosenPart struct {
	dataset *data.Dataset
	left    []string
}

// choice is one flag's answer; nil keeps all.
type choice struct {
	things    map[data.EntityID]bool // owners of stages, not stages
	relations map[data.RelationID]bool
}

func (f *partFlags) of(ds *data.Dataset) (chosenPart, error) {
	x := data.NewIndex(ds)
	var choices []choice
	for _, make := range []func(*data.Index) (choice, bool, error){f.near, f.threads, f.ofKinds, f.within} {
		c, asked, err := make(x)
		if err != nil {
			return chosenPart{}, err
		}
		if asked {
			choices = append(choices, c)
		}
	}
	part, left := ds.Part(
		func(e *data.Entity) bool {
			return !slices.ContainsFunc(choices, func(c choice) bool { return c.things != nil && !c.things[e.ID] })
		},
		func(r *data.Relation) bool {
			return !slices.ContainsFunc(choices, func(c choice) bool { return c.relations != nil && !c.relations[r.ID] })
		})
	p := chosenPart{dataset: part}
	if len(left) > 0 {
		p.left = []string{"a part: " + leftOut(left)}
	}
	return p, nil
}

func leftOut(left map[string]int) string {
	var words []string
	for _, section := range slices.Sorted(maps.Keys(left)) {
		words = append(words, fmt.Sprintf("%d of %s", left[section], section))
	}
	return strings.Join(words, ", ") + " left out"
}

// near are the things in focus and what is at most some relations away.
func (f *partFlags) near(x *data.Index) (c choice, asked bool, err error) {
	if len(f.focus) == 0 {
		return c, false, nil
	}
	if f.steps < 0 {
		return c, false, fmt.Errorf("--steps %d: not a number of relations", f.steps)
	}
	c.things = map[data.EntityID]bool{}
	n := graph.New(x, graph.Options{})
	for _, words := range f.focus {
		t, err := findThing(x, words)
		if err != nil {
			return c, false, err
		}
		for _, near := range n.Neighbourhood(t.ID, f.steps, graph.Both) {
			c.things[owner(near.ID)] = true
		}
	}
	return c, true, nil
}

// owner is the thing itself, or whose stage it is.
func owner(id data.EntityID) data.EntityID {
	first, _, _ := strings.Cut(string(id), "/")
	return data.EntityID(first)
}

// threads are what the threads between two things pass, and nothing else.
func (f *partFlags) threads(x *data.Index) (c choice, asked bool, err error) {
	if len(f.thread) == 0 {
		return c, false, nil
	}
	if len(f.thread) != 2 {
		return c, false, fmt.Errorf("--thread %s: name two things, LAW,CASE", strings.Join(f.thread, ","))
	}
	from, err := findThing(x, f.thread[0])
	if err != nil {
		return c, false, err
	}
	to, err := findThing(x, f.thread[1])
	if err != nil {
		return c, false, err
	}
	threads := graph.NewTracer(x).Threads(from.ID, to.ID, graph.ThreadOptions{Hops: 8, Count: 10}).Threads
	if len(threads) == 0 {
		return c, false, fmt.Errorf("no thread from %s to %s (redthread thread --why says why)", from.ID, to.ID)
	}
	c = choice{map[data.EntityID]bool{}, map[data.RelationID]bool{}}
	for _, t := range threads {
		c.things[owner(t.From)], c.things[owner(t.To)] = true, true
		for _, s := range t.Steps {
			c.things[owner(s.From)], c.things[owner(s.To)] = true, true
			c.relations[s.Relation] = true
		}
	}
	return c, true, nil
}

func (f *partFlags) ofKinds(x *data.Index) (c choice, asked bool, err error) {
	if len(f.kinds) == 0 {
		return c, false, nil
	}
	var known []string
	for _, k := range x.Dataset.Kinds {
		known = append(known, string(k.ID))
	}
	for _, k := range f.kinds {
		if !slices.Contains(known, k) {
			return c, false, fmt.Errorf("--kinds: unknown kind %q (known: %s)", k, strings.Join(known, ", "))
		}
	}
	c.things = map[data.EntityID]bool{}
	for _, e := range x.Dataset.Entities {
		c.things[e.ID] = slices.Contains(f.kinds, string(e.Kind))
	}
	return c, true, nil
}

// within leaves out what surely ended before the window or began after it.
func (f *partFlags) within(x *data.Index) (c choice, asked bool, err error) {
	if f.from == "" && f.to == "" {
		return c, false, nil
	}
	from, err := edtf.Parse(orOpen(f.from))
	if err != nil {
		return c, false, fmt.Errorf("--from %q: %w", f.from, err)
	}
	to, err := edtf.Parse(orOpen(f.to))
	if err != nil {
		return c, false, fmt.Errorf("--to %q: %w", f.to, err)
	}
	if first, last := from.Start().Earliest, to.End().Latest; f.from != "" && f.to != "" && first != nil && last != nil && last.Before(*first) {
		return c, false, fmt.Errorf("--from %s lies after --to %s", f.from, f.to)
	}
	inside := func(d edtf.Date) bool {
		ended, began := d.End().Latest, d.Start().Earliest
		first, last := from.Start().Earliest, to.End().Latest
		tooSoon := f.from != "" && !d.IsZero() && ended != nil && first != nil && ended.Before(*first)
		tooLate := f.to != "" && !d.IsZero() && began != nil && last != nil && last.Before(*began)
		return !tooSoon && !tooLate
	}
	c = choice{map[data.EntityID]bool{}, map[data.RelationID]bool{}}
	for _, t := range x.Things() {
		if !t.IsStage() {
			c.things[t.ID] = inside(t.Date)
		}
	}
	for _, r := range x.Dataset.Relations {
		c.relations[r.ID] = inside(r.Date)
	}
	return c, true, nil
}

// orOpen is a date that bounds nothing where none is given.
func orOpen(text string) string {
	if text == "" {
		return "2000" // not looked at
	}
	return text
}
