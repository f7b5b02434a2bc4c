package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyJSON is a JSON value, some of its objects with more keys than are compared
// one by one.
func anyJSON(t *rapid.T, depth int) string {
	switch n := rapid.IntRange(0, 5).Draw(t, "form"); {
	case n < 2 && depth > 0:
		var items []string
		for range rapid.IntRange(0, 20).Draw(t, "items") {
			items = append(items, anyJSON(t, depth-1))
		}
		return "[" + strings.Join(items, " ,\n") + "]"
	case n < 4 && depth > 0:
		var items []string
		for i := range rapid.SampledFrom([]int{0, 1, 3, fewKeys + 8}).Draw(t, "keys") {
			items = append(items, fmt.Sprintf("%q: %s", fmt.Sprint("k", i), anyJSON(t, depth-1)))
		}
		return "{" + strings.Join(items, ",") + "}"
	case n == 4:
		return rapid.SampledFrom([]string{"null", "true", "-1.5e3", "0"}).Draw(t, "word")
	}
	return fmt.Sprintf("%q", rapid.StringMatching(`[a-cé\n"]{0,30}`).Draw(t, "text"))
}

func TestWhatIsSkimmedIsWhatIsWalked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []byte("[" + anyJSON(t, 3) + "," + anyJSON(t, 2) + strings.Repeat(" ", manyTexts) + "]")
		var walked, skimmed []string
		to := func(list *[]string) func(string, Value) error {
			return func(path string, v Value) error {
				*list = append(*list, fmt.Sprint(path, v.Line(), v.Column(), v.JSON()))
				return nil
			}
		}
		if err := WalkJSON("a", text, []string{""}, to(&walked)).Err(); err != nil {
			t.Fatal(err)
		}
		if err := SkimJSON("a", text, []string{""}, to(&skimmed)).Err(); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(walked, skimmed) {
			t.Fatalf("%q\n%q", walked, skimmed)
		}
	})
}

func TestAKeyStandsOnceInAnObjectOfMany(t *testing.T) {
	for _, n := range []int{1, fewKeys - 1, fewKeys, fewKeys + 1, 500} {
		var items []string
		for i := range n {
			items = append(items, fmt.Sprintf(`"k%d": {"k%d": 1}`, i, i))
		}
		if _, problems := ParseJSON("a", []byte("{"+strings.Join(items, ",")+"}")); problems.Err() != nil {
			t.Error(n, problems.Err())
		}
		twice := append(items, fmt.Sprintf(`"k%d": 2`, n/2))
		if _, problems := ParseJSON("a", []byte("{"+strings.Join(twice, ",")+"}")); problems.Err() == nil || !strings.Contains(problems.Err().Error(), "stands twice") {
			t.Error(n, problems.Err())
		}
	}
}

func TestASkimmerReadsLineAfterLine(t *testing.T) {
	var s Skimmer
	for _, line := range []string{`{"a": [1, {"b": "c"}]}`, `{"a": [1,`, `{"a": {"a": {"a": 2}}}`, `[`, `[]`, `"x"`} {
		for range 3 {
			want, problems := ParseJSON("a", []byte(line))
			got, found := s.Parse("a", []byte(line))
			if fmt.Sprint(found) != fmt.Sprint(problems) || got.JSON() != want.JSON() {
				t.Errorf("%s: %s %v, want %s %v", line, got.JSON(), found, want.JSON(), problems)
			}
		}
	}
}
