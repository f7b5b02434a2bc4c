package table_test

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// TestABadLineOfJSONLinesIsLeftOut: one line that is broken does not end the
// reading of the others, wherever it stands, and it is counted.
func TestABadLineOfJSONLinesIsLeftOut(t *testing.T) {
	good := []string{`{"name": "Ann", "type": "person"}`, `{"name": "Bo", "type": "person"}`, `{"name": "Cy", "type": "person"}`}
	for at := range 4 {
		for _, bad := range []string{`{"name": "Di", "type":`, `{"name": "Di"} {"name": "Ed"}`, `{"name": "Di", "name": "Ed"}`, `no JSON at all`} {
			var lines []string
			lines = append(append(append(lines, good[:at]...), bad), good[at:]...)
			ds, report, err := read(t, []format.Input{format.Bytes("a.jsonl", []byte(strings.Join(lines, "\n")+"\n"))}, format.Options{})
			if err != nil {
				t.Errorf("line %d, %s: %v", at+1, bad, err)
				continue
			}
			issue := report.Issues[0]
			if len(ds.Entities) != 3 || report.Files[0].Read != 4 || issue.What != "line left out: it is no JSON" || issue.N != 1 || issue.Severity != data.Warning || issue.Examples[0].Line != at+1 {
				t.Errorf("line %d, %s: %d things, %d read\n%s", at+1, bad, len(ds.Entities), report.Files[0].Read, said(report))
			}
		}
	}
}

func TestAFileOfNothingButBadLinesIsAnError(t *testing.T) {
	for _, text := range []string{"{\"a\":\n{\"b\":\n", "{\"a\": 1,\n \"a\": 2}\n{\"b\": 3\n"} {
		if _, _, err := read(t, []format.Input{format.Bytes("a.jsonl", []byte(text))}, format.Options{}); err == nil || !strings.HasPrefix(err.Error(), "a.jsonl:") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestManyBadLinesAreOneIssue holds the report short and its count right.
func TestManyBadLinesAreOneIssue(t *testing.T) {
	text := strings.Repeat("{\"name\": \"Ann\"}\n{\"name\":\n", 40)
	_, report, err := read(t, []format.Input{format.Bytes("a.jsonl", []byte(text))}, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range report.Issues {
		if i.What == "line left out: it is no JSON" && (i.N != 40 || len(i.Examples) != 5 || i.Examples[4].Line != 10) {
			t.Errorf("%d times: %v", i.N, i.Examples)
		}
	}
	if report.Files[0].Read != 80 {
		t.Errorf("%d read", report.Files[0].Read)
	}
}
