package formattest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data/format"
)

var rewrite = flag.Bool("rewrite", false, "write the goldens of the fixtures anew")

// Fixture reads a file of testdata and holds the dataset and the report against
// testdata/<name>.golden, which holds both. The dataset has no errors, and the
// format knows the file for its own. It gives the report for further questions.
func Fixture(t *testing.T, f format.Format, name string, opt format.Options) *format.Report {
	t.Helper()
	text := File(t, name)
	if sure := f.Detect(name, text); sure < format.Likely {
		t.Errorf("%s is %s with confidence %d only", name, f.Name, sure)
	}
	ds, report := Imported(t, f, name, text, opt)
	Sound(t, report)
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	got.WriteString(Canonical(t, ds))
	Golden(t, name+".golden", got.Bytes())
	return report
}

// Golden holds bytes against a file of testdata; -rewrite writes it.
func Golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *rewrite {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -rewrite accepts it):\n%s", path, diff)
	}
}
