package ftm

import (
	"fmt"

	"github.com/redthread/redthread/data"
)

// losses counts what has no place in the file at all.
func (w *writer) losses() {
	w.lost.Add("figures", len(w.ds.Figures))
	w.lost.Add("conflicts", len(w.ds.Conflicts))
	w.lost.Add("ruled out", len(w.ds.RuledOut))
	w.lost.Add("eras", len(w.ds.Eras))
	w.lost.Add("steps of the story", len(w.ds.Story))
	for _, text := range []string{w.ds.Title, w.ds.Standfirst, w.ds.About, w.ds.Licence, w.ds.Lang} {
		if text != "" {
			w.lost.Add("words about the dataset", 1)
		}
	}
	w.unused()
}

// unused counts definitions that no line needed.
func (w *writer) unused() {
	for id, s := range w.sources {
		if !w.defined["sources "+string(id)] && w.byID[w.sourceIDs[s.ID]] == nil {
			w.lost.Add("sources that nothing cites", 1)
		}
	}
	for id, k := range w.kinds {
		if !w.defined["kinds "+string(id)] && ownKind(k) {
			w.lost.Add("kinds that nothing is of", 1)
		}
	}
	for id, p := range w.predicates {
		if !w.defined["predicates "+string(id)] && ownPredicate(p) {
			w.lost.Add("predicates that nothing uses", 1)
		}
	}
}

// ownKind tells whether the dataset added or changed a kind.
func ownKind(k *data.Kind) bool {
	for _, b := range data.BuiltinKinds {
		if b.ID == k.ID {
			return b != *k
		}
	}
	return true
}

// ownPredicate tells whether the dataset added or changed a predicate.
func ownPredicate(p *data.Predicate) bool {
	b := builtin(p.ID)
	return b == nil || fmt.Sprint(data.Cells(*b)) != fmt.Sprint(data.Cells(*p))
}

// hidden counts what stands under our own key alone, by name. Ids and the ends
// at stages are not lost on others: they see an event in place of the stage.
func (w *writer) hidden(cells []data.Cell) {
	seen := map[string]bool{"id": true, "from": true, "to": true}
	for _, c := range cells {
		if g := groupOf(c); !seen[g] && c.Text != "" {
			seen[g] = true
			w.lost.Aside(g, 1)
		}
	}
}
