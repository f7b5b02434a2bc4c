package dot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// longest is how many kinds the legend names; the others are counted.
const longest = 8

// used is a kind and how many things are of it.
type used struct {
	kind data.Kind
	n    int
}

// legend explains shapes and lines, the kinds with the most things first.
func (w *writer) legend() {
	kinds := w.kinds()
	if len(kinds) == 0 {
		return
	}
	w.line("  subgraph cluster_legend {")
	w.line("    label=\"Key\"; color=\"#b3bac5\"; fontsize=\"11\";")
	w.line("    node", list(attribute{"fontsize", "9"}, attribute{"margin", "0.05"}, attribute{"height", "0.2"}))
	others := 0
	for i, u := range kinds {
		if i >= longest {
			others += u.n
			continue
		}
		w.line("    ", quoted("key:"+string(u.kind.ID)), list(append([]attribute{{"label", fmt.Sprintf("%s (%d)", u.kind.Label, u.n)}}, drawn(u.kind)...)...))
	}
	if others > 0 {
		w.line("    \"key: others\"", list(attribute{"label", fmt.Sprintf("others (%d)", others)}, attribute{"shape", "plaintext"}))
	}
	if words := w.statuses(); words != "" {
		w.line("    \"key: lines\"", list(attribute{"label", words}, attribute{"shape", "plaintext"}))
	}
	w.line("  }")
}

func (w *writer) kinds() []used {
	n := map[data.KindID]int{}
	for _, e := range w.ds.Entities {
		n[e.Kind]++
	}
	var list []used
	for id, count := range n {
		list = append(list, used{w.index.Kind(id), count})
	}
	slices.SortFunc(list, func(a, b used) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.kind.Lane, b.kind.Lane), cmp.Compare(a.kind.ID, b.kind.ID))
	})
	return list
}

// statuses names the line styles that occur beside the solid one.
func (w *writer) statuses() string {
	var words []string
	for _, s := range []struct {
		status data.Status
		line   string
	}{{data.Possible, "dashed"}, {data.Inferred, "dotted"}, {data.Disputed, "bold and dashed"}} {
		if slices.ContainsFunc(w.ds.Relations, func(r data.Relation) bool { return r.Status == s.status }) {
			words = append(words, s.line+": "+string(s.status))
		}
	}
	return strings.Join(words, "\n")
}
