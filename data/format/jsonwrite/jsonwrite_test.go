package jsonwrite

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

func TestObjectsReadAsTheyWereMeant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.MapOf(rapid.String(), rapid.StringN(1, 20, -1)).Draw(t, "map")
		var entries []Entry
		for k, v := range want {
			entries = append(entries, Text(k, v), Text(k+"!", ""))
		}
		var got map[string]string
		if err := json.Unmarshal([]byte(Object(entries...)), &got); err != nil || len(got) != len(want) {
			t.Fatal(err, got)
		}
		for k, v := range want {
			if got[k] != v {
				t.Fatalf("%q: %q, want %q", k, got[k], v)
			}
		}
	})
}

func TestOneValueNeedsNoList(t *testing.T) {
	if got := Object(Texts("a", "", "x"), Texts("b", "x", "y"), Texts("c")); got != `{"a": "x", "b": ["x", "y"]}` {
		t.Error(got)
	}
	if got := Lines([]string{"1", "2"}, " "); got != "[\n   1,\n   2\n ]" {
		t.Errorf("%q", got)
	}
}
