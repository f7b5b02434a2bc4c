package snap

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func imported(name string, text []byte) (*data.Dataset, *format.Report, error) {
	b := format.NewBuilder(format.Options{})
	if err := Format().Read([]format.Input{format.Bytes(name, text)}, b); err != nil {
		return nil, nil, err
	}
	ds, report := b.Finish()
	return ds, report, nil
}

var fixtures = map[string]format.Confidence{"snap.txt": format.Certain, "out.konect": format.Certain, "weighted.edges": format.Certain,
	"counted.txt": format.Likely, "networkx.edgelist": format.Certain, "commas.edges": format.Certain}

func TestFilesOfOthers(t *testing.T) {
	for name, sure := range fixtures {
		t.Run(name, func(t *testing.T) {
			formattest.Accounts(t, formattest.Fixture(t, Format(), name, format.Options{}))
			if got := Format().Detect(name, formattest.File(t, name)); got != sure {
				t.Errorf("confidence %d, want %d", got, sure)
			}
		})
	}
}

func TestWhatIsNoEdgeListIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"%%MatrixMarket matrix coordinate\n3 3 2\n1 2\n": "x.txt:1: a Matrix Market file",
		"# only this\n\n":                         "no edges",
		"1 2\n1 \x00\n":                           "x.txt:2: a NUL byte",
		"1 2\n\xff\xfe 3\n":                       "x.txt:2: bytes that are not UTF-8",
		"1 2\n" + strings.Repeat("a", 70<<10):     "x.txt:2: a line of more than",
		"1 2\n" + strings.Repeat("a ", 65) + "\n": "x.txt:2: 65 columns",
	} {
		if _, _, err := imported("x.txt", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: error %v, want %q", text, err, want)
		}
	}
}

func TestTablesAreLeftToTheReaderOfTables(t *testing.T) {
	for name, text := range map[string]string{
		"a.csv": "from,to\n1,2\n", "a.txt": "Dear Sir,\nI write to you\n", "b.tsv": "1\t2\n", "c.json": "{\"a\": 1}\n", "d.txt": "<a b>\n",
	} {
		if got := Format().Detect(name, []byte(text)); got != format.No {
			t.Errorf("%s: confidence %d", name, got)
		}
	}
}

func TestNoEdgeIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [2]int {
			return [2]int{rapid.IntRange(0, 9).Draw(t, "from"), rapid.IntRange(10, 19).Draw(t, "to")}
		}), 3, 20).Draw(t, "pairs")
		var text strings.Builder
		text.WriteString("# Directed graph\n")
		for i, p := range pairs {
			fmt.Fprintf(&text, "%d%s%d %d\n", p[0], rapid.SampledFrom([]string{" ", "  ", " \t "}).Draw(t, "space"), p[1], 1464739200+i*86400)
		}
		ds, report, err := imported("x.txt", []byte(text.String()))
		if err != nil {
			t.Fatal(err)
		}
		if len(ds.Relations) != len(pairs) || report.Count(data.Error) > 0 {
			t.Fatal(len(ds.Relations), "relations of", len(pairs), report.Issues)
		}
		for _, r := range ds.Relations {
			if r.Date.IsZero() || r.Predicate != "links_to" {
				t.Fatal(r)
			}
		}
		formattest.Accounts(t, report)
	})
}

func FuzzRead(f *testing.F) {
	formattest.Seed(f, slices.Sorted(maps.Keys(fixtures))...)
	f.Fuzz(func(t *testing.T, text []byte) {
		Format().Detect("x.txt", text)
		if _, report, err := imported("x.txt", text); err == nil {
			formattest.Accounts(t, report)
		}
	})
}
