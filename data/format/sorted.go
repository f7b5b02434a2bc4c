package format

import (
	"slices"
	"strings"
)

// Sorted is a copy of a list by id, for what is written in that order whatever
// the dataset has.
func Sorted[T any](list []T, id func(T) string) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(id(a), id(b)) })
	return list
}
