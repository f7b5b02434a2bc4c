package table_test

import (
	"testing"

	"github.com/redthread/redthread/data/format"
)

// TestRecordsAreFoundWithinFourKeys, where no list stands nearer and the file
// has no id or name of its own.
func TestRecordsAreFoundWithinFourKeys(t *testing.T) {
	for text, want := range map[string]int{
		`{"list": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}]}`:                                                       2,
		`{"a": {"b": {"list": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}]}}}`:                                         2,
		`{"a": {"b": {"c": {"list": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}]}}}}`:                                  2,
		`{"a": {"b": {"c": {"d": {"list": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}]}}}}}`:                           1,
		`{"name": "Acme", "a": {"b": {"list": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Bo"}]}}}`:                         1,
		`{"list": [{"id": 1, "name": "Ann"}], "a": {"b": {"c": [{"id": 2, "name": "Bo"}, {"id": 3, "name": "Cy"}]}}, "n": 1}`: 1,
	} {
		for _, name := range []string{"a.json", "a.yaml"} {
			ds, report, err := read(t, []format.Input{format.Bytes(name, []byte(text))}, format.Options{})
			if err != nil || len(ds.Entities) != want {
				t.Errorf("%s: %s: %v, %d things, not %d\n%s", name, text, err, len(ds.Entities), want, said(report))
			}
		}
	}
}
