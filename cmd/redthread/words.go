package main

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
)

// plural is a count with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// counts says what a dataset holds.
func counts(ds *data.Dataset) string {
	return strings.Join([]string{
		sources(ds), plural(len(ds.Entities), "thing"), plural(len(ds.Relations), "relation"),
		plural(len(ds.Figures), "figure"), plural(len(ds.Conflicts), "conflict"),
	}, ", ")
}

// sources counts the dataset's own sources, and apart from them those that were
// asked for single facts only.
func sources(ds *data.Dataset) string {
	outside := 0
	for _, s := range ds.Sources {
		if s.Outside {
			outside++
		}
	}
	words := plural(len(ds.Sources)-outside, "source")
	if outside > 0 {
		words += fmt.Sprintf(" and %d from outside", outside)
	}
	return words
}

// countsByKind lists the kinds in drawing order with their number of things.
func countsByKind(ds *data.Dataset) string {
	n := map[data.KindID]int{}
	for _, e := range ds.Entities {
		n[e.Kind]++
	}
	var parts []string
	for _, k := range ds.Kinds {
		switch count := n[k.ID]; count {
		case 0:
		case 1:
			parts = append(parts, "1 "+k.Label)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", count, k.Plural))
		}
	}
	return strings.Join(parts, ", ")
}
