package format

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortByIDIsAStableSort(t *testing.T) {
	type record struct {
		id  string
		nth int
	}
	rapid.Check(t, func(t *rapid.T) {
		var list []record
		for i, id := range rapid.SliceOf(rapid.StringMatching(`[a-c]{0,2}`)).Draw(t, "ids") {
			list = append(list, record{id, i})
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b record) int { return cmp.Compare(a.id, b.id) })
		sortByID(list, func(r *record) string { return r.id })
		if !slices.Equal(list, want) {
			t.Fatalf("%v, want %v", list, want)
		}
	})
}
