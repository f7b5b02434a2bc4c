package ftm

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// fixtures are files with what is odd about foreign ones; the golden holds the
// dataset and the words of the report.
var fixtures = []string{"every.ftm.json", "ugly.ftm.json", "answer.json", "one.json", "list.json"}

func TestFixtures(t *testing.T) {
	for _, name := range fixtures {
		t.Run(name, func(t *testing.T) {
			accounts(t, formattest.Fixture(t, Format(), name, format.Options{}))
		})
	}
}

func TestTheFixtureHasEveryIntervalAndEveryEdge(t *testing.T) {
	text := formattest.File(t, "every.ftm.json")
	for i := range schemata {
		s := schemaNamed(schemata[i].Name)
		if !s.Abstract && (s.IsA("Interval") || s.Edge != nil) && !bytes.Contains(text, []byte(`"schema":"`+s.Name+`"`)) {
			t.Errorf("no %s", s.Name)
		}
	}
	conforms(t, filepath.Join("testdata", "every.ftm.json"))
}

// accounts holds what was read against what became of it: entities, edges, what
// was left out, and fragments that joined others.
func accounts(t rapid.TB, r *format.Report) {
	t.Helper()
	n := 0
	for _, c := range r.Turned {
		schema, name, _ := strings.Cut(c.From, ":")
		if schemaNamed(schema).Property(name) == nil && !strings.HasSuffix(c.From, "(further pair)") && c.From != "missing end" {
			n += c.N
		}
	}
	for _, i := range r.Issues {
		if i.What == "fragments of one id became one" {
			n += i.N
		}
	}
	if r.Files[0].Read != n {
		t.Fatal("read ", r.Files[0].Read, ", accounted for ", n, r.Turned)
	}
}

func TestStatementsAndBrokenFilesAreRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"statements.csv", string(formattest.File(t, "statements.csv")), "statements.csv: statements, not entities"},
		{"statements.json", `{"canonical_id":"a","entity_id":"a","prop":"name","schema":"Person","value":"Ann"}` + "\n", "statements.json: statements, not entities"},
		{"later.json", `{"id":"a","schema":"Person","properties":{}}` + "\n" + `{"entity_id":"a","canonical_id":"a","prop":"name","value":"Ann"}`, "later.json:2: statements, not entities"},
		{"cut.json", `{"id":"a","schema":"Person","properties":{}}` + "\n" + `{"id":"b","schema":"Per`, "the file ends in the middle of its last line"},
		{"empty.json", " \n", "empty.json: the file is empty"},
		{"words.json", "{words}\n{more words}\n", "words.json:1:2: "},
		{"deep.json", `{"id":"a","schema":"Person","properties":{"name":[` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `]}}`, "nested deeper than 64"},
		{"twice.json", `[{"id":"a","id":"b"}]`, "twice"},
	} {
		to := format.NewBuilder(format.Options{})
		err := Format().Read([]format.Input{format.Bytes(c.name, []byte(c.text))}, to)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, not %q", c.name, err, c.want)
		}
		if strings.HasPrefix(c.want, "statements") && !errors.Is(err, errStatements) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestTooManyRecordsAreRefused(t *testing.T) {
	opt := format.Options{Limits: format.Limits{Records: 20}}
	many := repeat(`"p%d"`, ",", 10)
	for _, text := range []string{
		strings.Repeat(`{"id":"a","schema":"Person","properties":{}}`+"\n", 21),
		`{"id":"a","schema":"Ownership","properties":{"owner":[` + many + `],"asset":[` + many + `]}}` + "\n",
	} {
		to := format.NewBuilder(opt)
		if err := Format().Read([]format.Input{format.Bytes("x", []byte(text))}, to); err == nil || !strings.Contains(err.Error(), "x:") {
			t.Errorf("taken: %v", err)
		}
	}
}

func TestDetection(t *testing.T) {
	for text, want := range map[string]format.Confidence{
		`{"id":"a","schema":"Person","properties":{"name":["A"]}}`:              format.Certain,
		"\ufeff [\n{\"id\":\"a\", \"schema\": \"Ownership\", \"properties\": {": format.Certain,
		`{"id":"a","schema":"Spaceship","properties":{}}`:                       format.Likely,
		`{"type":"Person","properties":{"name":"A"}}`:                           format.No,
		"canonical_id,entity_id,prop,prop_type\n":                               format.Certain,
		"id,name\n": format.No,
		"":          format.No,
	} {
		if got := detect("x.json", []byte(text)); got != want {
			t.Errorf("%s: %v, not %v", text, got, want)
		}
	}
}

func TestPlaceholdersAreMadeOfMissingEnds(t *testing.T) {
	text := `{"id":"a","schema":"Person","properties":{"name":["A"],"addressEntity":["nowhere"]}}` + "\n" +
		`{"id":"b","schema":"Employment","properties":{"employee":["a"],"employer":["Ghost"]}}` + "\n"
	ds, report := imported(t, []byte(text), format.Options{Placeholders: true})
	if len(ds.Entities) != 3 || len(ds.Relations) != 2 || report.Count(data.Error) > 0 {
		t.Error(formattest.Canonical(t, ds))
	}
}

// A thing that cites several sources left every attribute of it without a place,
// a warning for each.
func TestAttributesCiteTheirLineBesideSeveralSources(t *testing.T) {
	text := `{"id":"a","schema":"Person","properties":{"name":["A"],"sourceUrl":["https://example.org/1","https://example.org/2"],"nationality":["de"]}}` + "\n"
	ds, report := imported(t, []byte(text), format.Options{})
	if report.Count(data.Warning) > 0 || len(ds.Entities[0].Evidence) != 2 {
		t.Errorf("%+v", report.Issues)
	}
	if a := ds.Entities[0].Attributes[0]; len(a.Evidence) != 1 || a.Evidence[0].At != "line 1" {
		t.Errorf("%+v", a)
	}
}
