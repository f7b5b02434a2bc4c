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
		plural(len(ds.Sources), "source"), plural(len(ds.Entities), "thing"), plural(len(ds.Relations), "relation"),
		plural(len(ds.Figures), "figure"), plural(len(ds.Conflicts), "conflict"),
	}, ", ")
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
