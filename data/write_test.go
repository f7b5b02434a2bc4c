package data

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// memory is a folder in memory.
type memory struct{ files map[string]*bytes.Buffer }

func (m *memory) create(name string) (io.Writer, error) {
	m.files[name] = &bytes.Buffer{}
	return m.files[name], nil
}

func (m *memory) fs() fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, b := range m.files {
		fsys[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	return fsys
}

func written(t interface{ Fatal(...any) }, ds *Dataset, opt FolderOptions) fstest.MapFS {
	m := &memory{map[string]*bytes.Buffer{}}
	if err := WriteFolder(m.create, ds, opt); err != nil {
		t.Fatal(err)
	}
	return m.fs()
}

func TestFoldersReadBackToTheSameDataset(t *testing.T) {
	bundled, problems := Read(Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	for _, opt := range []FolderOptions{{}, {CSV: true}, {Few: 20}} {
		got, problems := Read(written(t, bundled, opt))
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(canonical(t, bundled)), string(canonical(t, got))); diff != "" {
			t.Error(opt, diff)
		}
	}
}

func TestAnyRecordReadsBackFromAFolder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := &Dataset{Title: text(t), About: text(t), Kinds: BuiltinKinds, Predicates: BuiltinPredicates}
		ds.Sources = unrepeated(some(t, 2, anySource), func(s Source) string { return string(s.ID) })
		ds.Entities = unrepeated(some(t, 3, anyEntity), func(e Entity) string { return string(e.ID) })
		ds.Relations = unrepeated(some(t, 3, anyRelation), func(r Relation) string { return string(r.ID) })
		opt := FolderOptions{CSV: rapid.Bool().Draw(t, "csv")}
		files := written(t, ds, opt)
		got, _ := Read(files) // most generated data is wrong; what matters is that it is the same
		if want, got := canonical(t, ds), canonical(t, got); !bytes.Equal(want, got) {
			for name, f := range files {
				t.Logf("%s:\n%s", name, f.Data)
			}
			t.Fatal(cmp.Diff(string(want), string(got)))
		}
	})
}

func unrepeated[R any](list []R, id func(R) string) []R {
	seen := map[string]bool{}
	var out []R
	for _, r := range list {
		if !seen[id(r)] {
			seen[id(r)] = true
			out = append(out, r)
		}
	}
	return out
}

func TestMoreTextThanYAMLMayHoldBecomesCSV(t *testing.T) {
	ds := &Dataset{Kinds: BuiltinKinds, Predicates: BuiltinPredicates}
	for i := range 400 {
		ds.Entities = append(ds.Entities, Entity{ID: EntityID(fmt.Sprintf("e-%03d", i)), Kind: "person", Name: "x\uffff", Summary: strings.Repeat("words ", 4000)})
	}
	files := written(t, ds, FolderOptions{})
	if files["entities.csv"] == nil || files["entities.yaml"] != nil {
		t.Fatal("9 MB of entities are written as YAML, which Read refuses")
	}
	got, problems := Read(files)
	if err := problems.Err(); err != nil || len(got.Entities) != 400 || got.Entities[7].Name != "x\uffff" {
		t.Error(len(got.Entities), err)
	}
}
