package table_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/format"
)

// TestBlanksAroundACellInQuotesAreSkipped: they shift no cell into the next
// column.
func TestBlanksAroundACellInQuotesAreSkipped(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{` "Bo; Lindt" ;person;25/04/2015`, "Bo; Lindt|person|25/04/2015"},
		{`Bo; "a; b"; "c"`, "Bo|a; b|c"},
		{`Bo;"a; b" ;c`, "Bo|a; b|c"},
		{`Bo; "say ""yes""; no" ;c`, `Bo|say "yes"; no|c`},
		{`Bo; "a" b;c`, `Bo|"a" b|c`}, // no cell in quotes
		{`Bo; ""; c`, "Bo||c"},
	} {
		text := "name;type;note\nAda;x;y\n" + c.line + "\nCy;x;z\n"
		rows := cells(t, "a.csv", []byte(text), format.Options{})
		if len(rows) != 4 || strings.Join(rows[2], "|") != c.want || strings.Join(rows[3], "|") != "Cy|x|z" {
			t.Errorf("%s: %q", c.line, rows)
		}
	}
}

// TestQuotedCellsReadAlikeWithBlanksAround holds for all cells.
func TestQuotedCellsReadAlikeWithBlanksAround(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("ab,\"é ")), 1, 6, -1).Filter(func(s string) bool { return strings.TrimSpace(s) == s && s[0] != '#' })
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		want := [][]string{{"name", "type", "note"}}
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			row := rapid.SliceOfN(text, 3, 3).Draw(t, "row")
			var quoted []string
			for _, c := range row {
				quoted = append(quoted, `"`+strings.ReplaceAll(c, `"`, `""`)+`"`)
			}
			want = append(want, row)
			lines = append(lines, strings.Join(quoted, rapid.SampledFrom([]string{",", ", ", " ,", " , "}).Draw(t, "sign")))
		}
		got := cells(t, "a.csv", []byte("name,type,note\n"+strings.Join(lines, "\n")+"\n"), format.Options{})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}
