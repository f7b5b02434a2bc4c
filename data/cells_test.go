package data

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCellsReadBackToTheSameRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		backAndForth(t, anyEntity(t))
		backAndForth(t, anyRelation(t))
		backAndForth(t, anySource(t))
		backAndForth(t, anyFigure(t))
		backAndForth(t, anyConflict(t))
	})
}

func backAndForth[R any](t *rapid.T, record R) {
	cells := Cells(record)
	got, rest, err := FromCells[R](cells)
	if err != nil || len(rest) > 0 {
		t.Fatalf("%v, left over %v, of %v", err, rest, cells)
	}
	if want, got := canonicalOf(record), canonicalOf(got); !bytes.Equal(want, got) {
		t.Fatalf("%v\n%s", cells, cmp.Diff(string(want), string(got)))
	}
}

func TestCellsAreShortWhereThatSaysAll(t *testing.T) {
	e := Entity{ID: "a", Kind: "person", Name: "A", Names: map[string]string{"zh-Hans": "吴"}, Tags: []string{"x", "y"},
		Attributes: []Attribute{{Key: "verdict", Value: "guilty"}},
		Evidence:   []Evidence{{Source: "s", At: "6-8"}, {Source: "t"}}}
	want := []Cell{{"id", "a"}, {"kind", "person"}, {"name", "A"}, {"names.zh-Hans", "吴"}, {"tags", "x; y"}, {"attributes.verdict", "guilty"}, {"evidence", "s#6-8; t"}}
	if diff := cmp.Diff(want, Cells(e)); diff != "" {
		t.Error(diff)
	}
	e.Evidence[0].Terms = []string{"VPN"}
	cells := Cells(e)
	if got, want := cells[len(cells)-1].Text, `[{"source":"s","at":"6-8","terms":["VPN"]},{"source":"t"}]`; got != want {
		t.Errorf("evidence with terms: %s, want %s", got, want)
	}
}

func TestCellsOfAnotherTableAreGivenBack(t *testing.T) {
	_, rest, err := FromCells[Entity]([]Cell{{"id", "a"}, {"colour", "red"}, {"name.first", "x"}})
	if diff := cmp.Diff([]Cell{{"colour", "red"}, {"name.first", "x"}}, rest); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, _, err := FromCells[Entity]([]Cell{{"date", "spring"}}); err == nil {
		t.Error("a date that is none is read")
	}
}

func canonicalOf(record any) []byte { return canonicalRecord(reflect.ValueOf(record)) }

func TestAttributesMayBeCalledLikeAnyKey(t *testing.T) {
	for _, key := range []string{"label", "url", "source", "text", "at", "who", "stage", "key", "value", "evidence", "date", "attributes"} {
		r := Relation{ID: "r", Attributes: []Attribute{{Key: key, Value: "x"}, {Key: "weight", Value: "2"}}}
		back, rest, err := FromCells[Relation](Cells(r))
		if err != nil || len(rest) > 0 || !reflect.DeepEqual(r, back) {
			t.Errorf("%s: %+v, %v, %v", key, back, rest, err)
		}
	}
}
