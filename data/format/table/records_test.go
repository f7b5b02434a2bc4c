package table_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// TestRecordsComeThroughHoweverTheyAreWritten: a list, a list within an object,
// JSON lines, YAML, and a file for each record are the same table.
func TestRecordsComeThroughHoweverTheyAreWritten(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("aZ09 -_:#,;[]{}'\"\\/<>&%*!|?@`~=+吴é😀\n")), 1, 8, -1).Filter(func(s string) bool { return s == table.Trim(s) })
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 4).Draw(t, "width")
		rows := [][]string{{}}
		for i := range width {
			rows[0] = append(rows[0], fmt.Sprintf("key %d", i))
		}
		var objects []string
		for range rapid.IntRange(2, 4).Draw(t, "records") {
			row := rapid.SliceOfN(text, width, width).Draw(t, "record")
			rows = append(rows, row)
			var pairs []string
			for i, v := range row {
				quoted, _ := json.Marshal(v)
				pairs = append(pairs, fmt.Sprintf("%q: %s", rows[0][i], quoted))
			}
			objects = append(objects, "{"+strings.Join(pairs, ", ")+"}")
		}
		list := "[" + strings.Join(objects, ",\n") + "]"
		for name, content := range map[string]string{"a.json": list, "b.json": `{"count": 2, "data": {"items": ` + list + "}}", "c.jsonl": strings.Join(objects, "\n\n") + "\n",
			"d.yaml": "- " + strings.Join(objects, "\n- ") + "\n", "e.yml": "---\n" + strings.Join(objects, "\n---\n") + "\n"} {
			if diff := cmp.Diff(rows, cells(t, name, []byte(content), format.Options{})); diff != "" {
				t.Fatalf("%s: %s\n%s", name, content, diff)
			}
		}
		var files []format.Input
		for i, o := range objects {
			files = append(files, format.Bytes(fmt.Sprintf("f/%d.json", i), []byte(o)))
		}
		tables, err := table.Open(files, format.Options{})
		if err != nil || len(tables) != 1 {
			t.Fatal(len(tables), err)
		}
		n := 0
		err = tables[0].Rows(func(r table.Row) bool {
			if n++; r.File != n-1 || r.Cells[0].Text != rows[n][0] {
				t.Fatalf("%+v", r)
			}
			return true
		})
		if err != nil || n != len(objects) {
			t.Fatal(n, err)
		}
	})
}

func TestPathsOfRecords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`[{"a": {"b": {"c": 1}}}]`, "a.b.c / 1"},
		{`[{"a": [1, null, "x"]}]`, "a / 1; x"},
		{`[{"a": ["x; y", "z"]}]`, `a / ["x; y","z"]`},
		{`[{"a": [{"b": 1, "c": [2, 3]}, {"b": 4}]}]`, `a[].b|a[].c / 1; 4|["2; 3",""]`},
		{`[{"a": []}, {"a": {}, "b": true}]`, "a|b / | / |true"},
		{`[1, "x", null, [2]]`, "value / 1 / x /  / 2"},
		{`[{"n": 12345678901234567890, "m": 1.10}]`, "n|m / 12345678901234567890|1.10"},
		{`{"count": 1, "results": [{"a": 1}]}`, "a / 1"},
		{`{"id": 1, "items": [{"a": 1}]}`, "id|items[].a / 1|1"},
	} {
		var rows []string
		for _, r := range cells(t, "a.json", []byte(c.text), format.Options{}) {
			rows = append(rows, strings.Join(r, "|"))
		}
		if got := strings.Join(rows, " / "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestBrokenRecordsAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.json", "[{\"a\": 1},\n {\"a\": 1, \"a\": 2}]", "a.json:2:"},
		{"a.json", "[{\"a\": 1}", "a.json:1:"},
		{"a.yaml", "a: 1\nb: [1\n", "a.yaml:"},
	} {
		_, _, err := read(t, []format.Input{csvFile(c.name, c.text)}, format.Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}
