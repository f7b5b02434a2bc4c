package table_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

var update = flag.Bool("update", false, "write the goldens anew")

// inputs are the files of a case, but for its mapping and goldens.
func inputs(t testing.TB, dir string) (files []format.Input, mapping []byte) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".golden") {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		if rel == "mapping.yaml" {
			mapping = content
			return err
		}
		files = append(files, format.Bytes(filepath.ToSlash(rel), content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, mapping
}

func withMapping(t testing.TB, opt format.Options, text []byte) format.Options {
	t.Helper()
	if text == nil {
		return opt
	}
	documents, problems := data.ParseYAML("mapping.yaml", text)
	if err := problems.Err(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	opt.Mapping, opt.MappingName = documents, "mapping.yaml"
	return opt
}

// read imports files; what is read is accounted for.
func read(t testing.TB, files []format.Input, opt format.Options) (*data.Dataset, *format.Report, error) {
	t.Helper()
	b := format.NewBuilder(opt)
	if err := table.Read(files, b); err != nil {
		return nil, nil, err
	}
	ds, report := b.Finish()
	return ds, report, nil
}

func canonical(t testing.TB, ds *data.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if err := data.WriteJSON(&b, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

// TestCases reads the fixtures: the dataset, the report and the mapping that
// Explain writes are goldens, and that mapping imports the same.
func TestCases(t *testing.T) {
	dirs, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no cases", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			files, mapping := inputs(t, dir)
			ds, report, err := read(t, files, withMapping(t, format.Options{}, mapping))
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range report.Issues {
				if i.Severity == data.Error {
					t.Errorf("%s: %v", i.What, i.Examples)
				}
			}
			golden(t, filepath.Join(dir, "dataset.golden"), canonical(t, ds))
			var text bytes.Buffer
			if err := report.WriteText(&text); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join(dir, "report.golden"), text.String())
			if mapping == nil {
				explained(t, dir, files, canonical(t, ds))
			}
		})
	}
}

func explained(t *testing.T, dir string, files []format.Input, want string) {
	var b bytes.Buffer
	if err := table.Explain(files, format.Options{}, &b); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join(dir, "mapping.golden"), b.String())
	again, _, err := read(t, files, withMapping(t, format.Options{}, b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, canonical(t, again)); diff != "" {
		t.Errorf("the explained mapping imports something else: %s", diff)
	}
}
