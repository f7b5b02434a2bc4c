package ftm

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
	table "github.com/redthread/redthread/data/format/ftm/gen/model"
)

// modules is the folder of the npm package with the model.
func modules(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.FromSlash("../../../web/node_modules/@alephdata/followthemoney"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); err != nil {
		formattest.Missing(t, "@alephdata/followthemoney")
	}
	return folder
}

func TestTheTableIsTheModelOfThePackage(t *testing.T) {
	want, err := table.Table(modules(t))
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile("model_table.go")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(have)); diff != "" {
		t.Errorf("run go run ./data/format/ftm/gen\n%s", diff)
	}
}

func TestEveryEdgeHasWordsAndEveryWordAnEdge(t *testing.T) {
	for i := range schemata {
		s := schemaNamed(schemata[i].Name)
		_, ok := edgeTerms[s.Name]
		if ok != (s.Edge != nil) {
			t.Errorf("%s: words %v, edge %v", s.Name, ok, s.Edge != nil)
		}
		if s.Edge == nil {
			continue
		}
		for _, end := range []string{s.Edge.Source, s.Edge.Target} {
			if p := s.Property(end); p == nil || p.Type != "entity" || schemaNamed(p.Range) == nil {
				t.Errorf("%s.%s names no entities: %v", s.Name, end, p)
			}
		}
	}
	for name := range propertyWords {
		found := false
		for i := range schemata {
			for j := range schemata[i].own {
				found = found || schemata[i].own[j].QName() == name && schemata[i].own[j].Type == "entity"
			}
		}
		if !found {
			t.Errorf("the model has no property %s", name)
		}
	}
}

func TestPredicatesOfSchemataAreToldApart(t *testing.T) {
	seen := map[data.PredicateID]string{}
	tell := func(id data.PredicateID, by string) {
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s are both %s", by, other, id)
		}
		seen[id] = by
	}
	for name, term := range edgeTerms {
		tell(term.id, name)
	}
	for i := range schemata {
		for j := range schemata[i].own {
			if p := &schemata[i].own[j]; p.Type == "entity" && !p.Stub && schemaNamed(p.Schema).Edge == nil {
				tell(propertyTerm(p).id, p.QName())
			}
		}
	}
}

func TestEverySchemaLeadsBackFromItsKind(t *testing.T) {
	for i := range schemata {
		s := schemaNamed(schemata[i].Name)
		if s.Abstract || s.Edge != nil {
			continue
		}
		kind, word := kindWord(s)
		if word != "" {
			kind = kindNamed(word)
			if kind != data.KindID(format.Slug(word)) {
				t.Errorf("%s is of kind %s", s.Name, kind)
			}
		}
		if name, _ := defaultSchema(kind); name != s.Name && !s.IsA("Document") && s.Name != "LegalEntity" {
			t.Errorf("%s, of kind %s, is written as %s", s.Name, kind, name)
		}
	}
	for _, k := range data.BuiltinKinds {
		if _, ok := schemaOf[k.ID]; !ok {
			t.Errorf("no schema for the kind %s", k.ID)
		}
	}
}

func TestFragmentsTakeTheSchemaThatFitsBoth(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Person", "Person", "Person"}, {"LegalEntity", "Person", "Person"}, {"Company", "Organization", "Company"},
		{"Asset", "Organization", "Company"}, {"Asset", "LegalEntity", "Company"}, {"Person", "Company", ""}, {"Person", "Ownership", ""},
		{"Thing", "Interval", "Project"},
	} {
		got := ""
		if s := common(schemaNamed(c.a), schemaNamed(c.b)); s != nil {
			got = s.Name
		}
		if got != c.want && c.a != "Thing" {
			t.Errorf("%s and %s: %q, not %q", c.a, c.b, got, c.want)
		}
	}
}
