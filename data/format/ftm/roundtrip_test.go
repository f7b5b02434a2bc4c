package ftm

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

type fataler interface {
	Helper()
	Fatal(...any)
}

func written(t fataler, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	var b bytes.Buffer
	lost := &format.Losses{}
	if err := write(format.One{Writer: &b}, ds, lost); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), lost.List()
}

func imported(t fataler, text []byte, opt format.Options) (*data.Dataset, *format.Report) {
	t.Helper()
	return importedAs(t, "in.ftm.json", text, opt)
}

func importedAs(t fataler, name string, text []byte, opt format.Options) (*data.Dataset, *format.Report) {
	t.Helper()
	to := format.NewBuilder(opt)
	if err := Format().Read([]format.Input{format.Bytes(name, bytes.Clone(text))}, to); err != nil {
		t.Fatal(err)
	}
	return to.Finish()
}

func canonical(t fataler, ds *data.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := data.WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
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

func TestGeneratedDatasetsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		text, _ := written(t, ds)
		back, report := imported(t, text, format.Options{})
		if diff := cmp.Diff(canonical(t, carried(ds)), canonical(t, back)); diff != "" {
			var b strings.Builder
			_ = report.WriteText(&b)
			t.Fatal(diff, b.String(), string(text))
		}
	})
}

func TestTheBundledDatasetComesBack(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	text, lost := written(t, ds)
	t.Log(lost)
	back, report := imported(t, text, format.Options{})
	if n := report.Count(data.Error); n > 0 {
		var b strings.Builder
		_ = report.WriteText(&b)
		t.Error(b.String())
	}
	if diff := cmp.Diff(canonical(t, carried(ds)), canonical(t, back)); diff != "" {
		t.Error(diff)
	}
}
