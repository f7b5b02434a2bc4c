package format

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// Lost counts, of records of one sort, the fields that a format has no place
// for: 12 "attributes of entities". carried are the keys of the model that it
// writes.
func Lost[R any](l *Losses, sort string, records []R, carried ...string) {
	for i := range records {
		last := ""
		for _, c := range data.Cells(records[i]) {
			key, _, _ := strings.Cut(c.Key, ".")
			if key != last && !slices.Contains(carried, key) {
				l.Add(strings.ReplaceAll(key, "_", " ")+" of "+sort, 1)
			}
			last = key
		}
	}
}

// LostSections counts the records of a dataset beside its entities and
// relations that a format has no place for. carried are their keys in the
// canonical form: "sources", "eras".
func (l *Losses) LostSections(ds *data.Dataset, carried ...string) {
	for _, s := range []struct {
		key string
		n   int
	}{{"sources", len(ds.Sources)}, {"figures", len(ds.Figures)}, {"conflicts", len(ds.Conflicts)}, {"ruled_out", len(ds.RuledOut)}, {"eras", len(ds.Eras)}, {"story", len(ds.Story)}} {
		if !slices.Contains(carried, s.key) {
			l.Add(strings.ReplaceAll(s.key, "_", " "), s.n)
		}
	}
}

// LostDetails counts what stands below attributes and aliases of entities, for
// formats that write these as plain texts.
func (l *Losses) LostDetails(ds *data.Dataset) {
	for _, e := range ds.Entities {
		for _, a := range e.Attributes {
			l.Add("evidence of attributes", min(1, len(a.Evidence)))
		}
		for _, a := range e.Aliases {
			l.Add("notes and evidence of aliases", min(1, len(a.Note)+len(a.Evidence)))
		}
	}
}
