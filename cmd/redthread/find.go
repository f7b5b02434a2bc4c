package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/unicode/norm"

	"github.com/redthread/redthread/data"
)

// findThing takes an id, a name or an alias, in any case and script. A name
// that several things bear lists them.
func findThing(x *data.Index, words string) (data.Thing, error) {
	if t, ok := x.Thing(data.EntityID(words)); ok {
		return t, nil
	}
	if strings.TrimSpace(words) == "" {
		return data.Thing{}, fmt.Errorf("an empty name: give an id, a name or an alias")
	}
	found := named(x, words)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return data.Thing{}, notFound(x, words)
	}
	return data.Thing{}, fmt.Errorf("%q is the name of %d things; name one by its id:%s", words, len(found), listed(found, x, len(found)))
}

// named finds by name, names in other scripts and aliases; only where none of
// these fits, by the short name of the labels, which things share more often.
func named(x *data.Index, words string) []data.Thing {
	if found := bearers(x, words, namesOf); len(found) > 0 {
		return found
	}
	return bearers(x, words, func(t data.Thing) []string { return []string{t.Short} })
}

func bearers(x *data.Index, words string, names func(data.Thing) []string) []data.Thing {
	var found []data.Thing
	for _, t := range x.Things() {
		if slices.ContainsFunc(names(t), func(n string) bool { return strings.EqualFold(plain(n), plain(words)) }) {
			found = append(found, t)
		}
	}
	return found
}

// plain is a text as one reads it: composed letters, narrow and wide forms of a
// letter, and blanks around it make no difference.
func plain(text string) string { return strings.TrimSpace(norm.NFKC.String(text)) }

func namesOf(t data.Thing) []string {
	names := []string{t.Name}
	if t.IsStage() {
		return names
	}
	names = append(names, slices.Collect(maps.Values(t.Entity.Names))...)
	for _, alias := range t.Entity.Aliases {
		names = append(names, alias.Text)
	}
	return names
}

func notFound(x *data.Index, words string) error {
	var ids, names []string
	for _, t := range x.Things() {
		ids = append(ids, string(t.ID))
		names = append(names, namesOf(t)...)
	}
	if near := cmp.Or(data.Suggest(words, ids), data.Suggest(words, names)); near != "" {
		return fmt.Errorf("nothing is called %q (did you mean %q?)", words, near)
	}
	if holders := holding(x, words); len(holders) > 0 {
		return fmt.Errorf("nothing is called %q; names that hold these words:%s", words, listed(holders, x, mostHolders))
	}
	return fmt.Errorf("nothing is called %q", words)
}

// mostHolders is how many things are offered for a part of a name.
const mostHolders = 10

// holding finds things, not their stages, by a part of a name.
func holding(x *data.Index, words string) []data.Thing {
	part := bare(words)
	var found []data.Thing
	for _, t := range x.Things() {
		holds := func(name string) bool { return strings.Contains(bare(name), part) }
		if !t.IsStage() && slices.ContainsFunc(namesOf(t), holds) {
			found = append(found, t)
		}
	}
	return found
}

// bare is a plain text without case and accents, as the page searches.
func bare(text string) string {
	return strings.ToLower(runes.Remove(runes.In(unicode.Mn)).String(norm.NFKD.String(plain(text))))
}

// listed is a line for each thing, at most so many of them.
func listed(things []data.Thing, x *data.Index, most int) string {
	var b strings.Builder
	for i, t := range things {
		if i == most {
			fmt.Fprintf(&b, "\n  and %d more", len(things)-most)
			break
		}
		fmt.Fprintf(&b, "\n  %s (%s, %s)", t.ID, x.Kind(t.Kind).Label, t.Name)
	}
	return b.String()
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
