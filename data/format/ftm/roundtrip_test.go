package ftm

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func written(t rapid.TB, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	return formattest.Written(t, Format(), ds)
}

func imported(t rapid.TB, text []byte, opt format.Options) (*data.Dataset, *format.Report) {
	t.Helper()
	return formattest.Imported(t, Format(), "in.ftm.json", text, opt)
}

// carried is a dataset without what the writer counts as lost.
func carried(ds *data.Dataset) *data.Dataset {
	cited := map[data.SourceID]bool{}
	for i := range ds.Entities {
		for _, list := range evidenceOf(&ds.Entities[i]) {
			for _, e := range list {
				cited[e.Source] = true
			}
		}
	}
	for _, r := range ds.Relations {
		for _, e := range slices.Concat(r.Evidence, r.DateEvidence) {
			cited[e.Source] = true
		}
		for _, a := range r.Attributes {
			for _, e := range a.Evidence {
				cited[e.Source] = true
			}
		}
	}
	kinds, predicates := map[data.KindID]bool{}, map[data.PredicateID]bool{}
	for _, e := range ds.Entities {
		kinds[e.Kind] = true
	}
	for _, r := range ds.Relations {
		predicates[r.Predicate] = true
	}
	return &data.Dataset{
		Kinds:      slices.DeleteFunc(slices.Clone(ds.Kinds), func(k data.Kind) bool { return ownKind(&k) && !kinds[k.ID] }),
		Predicates: slices.DeleteFunc(slices.Clone(ds.Predicates), func(p data.Predicate) bool { return ownPredicate(&p) && !predicates[p.ID] }),
		Sources: slices.DeleteFunc(slices.Clone(ds.Sources), func(s data.Source) bool {
			return !cited[s.ID] && (s.Title == s.URL || s.Title == s.File || s.Title == s.Publisher)
		}),
		Entities: ds.Entities, Relations: ds.Relations,
	}
}

func TestGeneratedDatasetsComeBack(t *testing.T) { formattest.RoundTrip(t, Format(), carried) }

func TestTheBundledDatasetComesBack(t *testing.T) {
	ds := formattest.Bundled(t)
	text, lost := written(t, ds)
	t.Log(lost)
	back, report := formattest.Back(t, Format(), text)
	formattest.Same(t, carried(ds), back, report)
}
