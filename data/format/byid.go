package format

import (
	"cmp"
	"slices"
)

// sortByID puts records in the order of their ids; those of one id stay in
// their order. Records are large: their places are sorted, and then each is
// moved once.
func sortByID[T any](list []T, id func(*T) string) {
	type place struct {
		id   string
		from int32
	}
	places := make([]place, len(list))
	sorted := true
	for i := range list {
		places[i] = place{id(&list[i]), int32(i)}
		sorted = sorted && (i == 0 || places[i-1].id <= places[i].id)
	}
	if sorted {
		return
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.from, b.from))
	})
	for i := range places {
		if places[i].from < 0 || int(places[i].from) == i {
			continue
		}
		first, to := list[i], i // round the circle of records that take each other's places
		for {
			from := int(places[to].from)
			places[to].from = -1
			if from == i {
				list[to] = first
				break
			}
			list[to] = list[from]
			to = from
		}
	}
}
