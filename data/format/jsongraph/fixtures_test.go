package jsongraph

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

var update = flag.Bool("update", false, "write the goldens anew")

// fixtures are files with what goes wrong in files of others, and their format.
var fixtures = map[string]format.Format{
	"jgf1.json": JGF(), "jgf2.json": JGF(), "d3v3.json": D3(), "networkx.json": D3(), "ambiguous.json": D3(), "desktop.cyjs": Cytoscape(), "elements.json": Cytoscape(),
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestFilesOfOthers(t *testing.T) {
	for name, f := range fixtures {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			for _, other := range formats {
				if got := other.Detect(name, text); other.Name == f.Name && got < format.Likely || other.Name != f.Name && got > format.No {
					t.Errorf("%s is %s with confidence %d", name, other.Name, got)
				}
			}
			b := format.NewBuilder(format.Options{})
			if err := f.Read([]format.Input{format.Bytes(name, text)}, b); err != nil {
				t.Fatal(err)
			}
			ds, report := b.Finish()
			if n := report.Count(data.Error); n > 0 {
				t.Error(n, "errors")
			}
			var words bytes.Buffer
			if err := report.WriteText(&words); err != nil {
				t.Fatal(err)
			}
			base := strings.TrimSuffix(name, filepath.Ext(name))
			golden(t, base+".golden.json", []byte(canonical(t, ds)))
			golden(t, base+".report.txt", words.Bytes())
			accounted(t, report)
		})
	}
}

// accounted checks that every record was kept or left out, none in silence.
func accounted(t interface{ Errorf(string, ...any) }, report *format.Report) {
	left := 0
	for _, c := range report.Turned {
		if c.Into == "left out" {
			left += c.N
		}
	}
	if f := report.Files[0]; f.Read != f.Kept+left {
		t.Errorf("%d records read, %d kept and %d left out", f.Read, f.Kept, left)
	}
}
