package snap

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// twice finds edges that stand twice with all they say. It keeps 16 bytes an
// edge: two lines that differ share a hash about once in ten million files of
// a million edges.
type twice struct {
	hashes []uint64 // of each edge
	lines  []int
}

func (t *twice) see(fields []string, undirected bool, line int) {
	from, to := fields[0], fields[1]
	if undirected && to < from {
		from, to = to, from
	}
	h := fnvAdd(fnvAdd(fnvOffset, from), to)
	for _, text := range fields[2:] {
		h = fnvAdd(h, text)
	}
	t.hashes, t.lines = append(t.hashes, h), append(t.lines, line)
}

// The 64 bit FNV-1a hash (Fowler, Noll, Vo: draft-eastlake-fnv), written out
// because hash/fnv takes texts only as bytes, which are copied.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// fnvAdd hashes a text and its end.
func fnvAdd(h uint64, text string) uint64 {
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * fnvPrime
	}
	return h * fnvPrime
}

// report says which lines repeat an earlier one; both are kept, as two
// relations.
func (t *twice) report(to *format.Builder) {
	seen := t.shared()
	for i, h := range t.hashes {
		if earlier, ok := seen[h]; ok && earlier {
			to.Say(data.Note, format.Place{Line: t.lines[i]}, "the same edge stands in an earlier line: both are kept", "")
		} else if ok {
			seen[h] = true
		}
	}
	t.hashes, t.lines = nil, nil
}

// shared are the hashes of several edges, none of them seen yet.
func (t *twice) shared() map[uint64]bool {
	sorted := slices.Clone(t.hashes)
	slices.Sort(sorted)
	several := map[uint64]bool{}
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] {
			several[sorted[i]] = false
		}
	}
	return several
}
