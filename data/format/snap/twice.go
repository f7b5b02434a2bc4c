package snap

import (
	"cmp"
	"hash/fnv"
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// twice finds edges that stand twice with all they say. It keeps 16 bytes an
// edge: two lines that differ share a hash about once in ten million files of
// a million edges.
type twice struct{ list []hashed }

type hashed struct {
	hash uint64
	line int
}

func (t *twice) see(fields []string, undirected bool, line int) {
	from, to := fields[0], fields[1]
	if undirected && to < from {
		from, to = to, from
	}
	h := fnv.New64a()
	for _, text := range append([]string{from, to}, fields[2:]...) {
		h.Write([]byte(text)) // a hash takes all
		h.Write([]byte{0})
	}
	t.list = append(t.list, hashed{h.Sum64(), line})
}

// report says which lines repeat an earlier one; both are kept, as two
// relations.
func (t *twice) report(to *format.Builder) {
	slices.SortFunc(t.list, func(a, b hashed) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.line, b.line)) })
	var lines []int
	for i := 1; i < len(t.list); i++ {
		if t.list[i].hash == t.list[i-1].hash {
			lines = append(lines, t.list[i].line)
		}
	}
	t.list = nil
	slices.Sort(lines)
	for _, line := range lines {
		to.Say(data.Note, format.Place{Line: line}, "the same edge stands in an earlier line: both are kept", "")
	}
}
