package format

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
)

func begun(t *testing.T, opt Options) *Builder {
	t.Helper()
	b := NewBuilder(opt)
	if err := b.Begin(Bytes("people.csv", []byte("x")), "csv"); err != nil {
		t.Fatal(err)
	}
	return b
}

func issues(r *Report) []string {
	var list []string
	for _, i := range r.Issues {
		list = append(list, i.Severity.String()+": "+i.What)
	}
	return list
}

func TestEveryRecordCitesItsPlaceInTheFile(t *testing.T) {
	b := begun(t, Options{})
	b.Read(2)
	b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "Ann", Kind: b.Kind("Person")}, Place{Line: 2})
	b.Entity(Ref{ID: "2"}, "row", data.Entity{Name: "Acme", Kind: b.Kind("Company")}, Place{Line: 3})
	b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "2"}, Verb: "owns", Sort: "row", At: Place{At: "row 9"}})
	ds, report := b.Finish()
	if len(issues(report)) > 0 {
		t.Error(issues(report))
	}
	if got := ds.Entities[0].Evidence; len(got) != 1 || got[0].Source != "people-csv" || got[0].At != "line 2" {
		t.Errorf("evidence %v", got)
	}
	if r := ds.Relations[0]; r.ID != "1--owns--2" || r.Evidence[0].At != "row 9" {
		t.Errorf("relation %v", r)
	}
	if f := report.Files[0]; f.Read != 2 || f.Kept != 3 {
		t.Errorf("counts %+v", f)
	}
}

func TestIDsThatDifferByCaseStayApart(t *testing.T) {
	b := begun(t, Options{})
	first := b.Entity(Ref{ID: "A1"}, "row", data.Entity{Name: "x"}, Place{})
	second := b.Entity(Ref{ID: "a1"}, "row", data.Entity{Name: "y"}, Place{})
	third := b.Entity(Ref{Space: "number", ID: "a1"}, "row", data.Entity{Name: "z"}, Place{})
	if first == second || second == third || first == third {
		t.Error(first, second, third)
	}
	han := b.Entity(Ref{ID: "吴向洋"}, "row", data.Entity{Name: "吴向洋"}, Place{})
	if !data.PlainID.Match(string(han)) {
		t.Errorf("id %q", han)
	}
	ds, report := b.Finish()
	if n := report.Count(data.Error); n > 0 {
		t.Error(issues(report))
	}
	for _, e := range ds.Entities {
		if e.ID == first && (len(e.Attributes) == 0 || e.Attributes[0].Value != "A1") {
			t.Errorf("the id of the file is lost: %v", e)
		}
	}
}

func TestLooseEndsAreReportedOrBecomePlaceholders(t *testing.T) {
	for _, placeholders := range []bool{false, true} {
		b := begun(t, Options{Placeholders: placeholders})
		b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "Ann"}, Place{Line: 2})
		b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "7"}, Verb: "knows", Sort: "edge", At: Place{Line: 5}})
		ds, report := b.Finish()
		if !placeholders {
			if diff := cmp.Diff([]string{"warning: edge left out: no record describes its to"}, issues(report)); diff != "" || len(ds.Relations) > 0 {
				t.Error(diff, ds.Relations)
			}
			if got := report.Issues[0].Examples[0].String(); got != `people.csv:5: to: "7"` {
				t.Error(got)
			}
			continue
		}
		if len(ds.Relations) != 1 || ds.Entities[1].Tags[0] != "placeholder" || report.Count(data.Error) > 0 {
			t.Error(ds.Entities, ds.Relations, issues(report))
		}
	}
}

func TestUnknownTypesBecomeKindsAndPredicatesOfTheDataset(t *testing.T) {
	b := begun(t, Options{})
	b.Entity(Ref{ID: "1"}, "node", data.Entity{Name: "Ann", Kind: b.Kind("Journalist")}, Place{})
	b.Entity(Ref{ID: "2"}, "node", data.Entity{Name: "Acme", Kind: b.Kind("NGO")}, Place{})
	b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "2"}, Verb: "member of", Sort: "edge"})
	b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "2"}, Verb: "wrote to", Sort: "edge"})
	b.Link(Link{From: Ref{ID: "1"}, To: Ref{ID: "1"}, Verb: "wrote to", Sort: "edge"})
	ds, report := b.Finish()
	if n := report.Count(data.Error); n > 0 {
		t.Fatal(issues(report))
	}
	var predicates []string
	for _, r := range ds.Relations {
		predicates = append(predicates, string(r.Predicate))
	}
	if diff := cmp.Diff([]string{"member_of_link", "wrote_to"}, predicates); diff != "" {
		t.Error(diff)
	}
	if ds.Entities[0].Kind != "journalist" || ds.Entities[1].Kind != "organization" {
		t.Error(ds.Entities)
	}
}

func TestCirclesOfPartOfAreKeptUnderAnotherWord(t *testing.T) {
	b := begun(t, Options{})
	for _, id := range []string{"1", "2", "3"} {
		b.Entity(Ref{ID: id}, "node", data.Entity{Name: id}, Place{})
	}
	for _, pair := range []string{"12", "21", "13"} {
		b.Link(Link{From: Ref{ID: pair[:1]}, To: Ref{ID: pair[1:]}, Relation: data.Relation{Predicate: "part_of"}, Sort: "edge"})
	}
	ds, report := b.Finish()
	if n := report.Count(data.Error); n > 0 || len(ds.Relations) != 3 {
		t.Error(issues(report), ds.Relations)
	}
}

func TestTextsThatNothingCanShowAreMendedAloud(t *testing.T) {
	b := begun(t, Options{})
	long := strings.Repeat("ab ", 200)
	b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "A\x00nn\xff", Summary: "two\nlines"}, Place{})
	b.Entity(Ref{ID: "2"}, "row", data.Entity{Name: long}, Place{})
	ds, report := b.Finish()
	if n := report.Count(data.Error); n > 0 {
		t.Error(issues(report))
	}
	if got := ds.Entities[0].Name; got != "Ann\ufffd" {
		t.Errorf("name %q", got)
	}
	if ds.Entities[0].Summary != "two\nlines" {
		t.Errorf("summary %q", ds.Entities[0].Summary)
	}
	if e := ds.Entities[1]; len([]rune(e.Name)) != 300 || e.Attributes[0].Value != strings.TrimSpace(long) {
		t.Errorf("long name %q", e)
	}
	if len(report.Issues) < 3 {
		t.Error(issues(report))
	}
}

func TestAlikeProblemsAreOneLineWithACount(t *testing.T) {
	b := begun(t, Options{})
	for i := range 5000 {
		b.Say(data.Warning, Place{Line: i + 2, Field: "date", Value: "spring"}, "not a date", "")
	}
	_, report := b.Finish()
	var out bytes.Buffer
	if err := report.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, "\n") > 10 || !strings.Contains(got, "5000 times") || !strings.Contains(got, `people.csv:2: date: "spring"`) {
		t.Error(got)
	}
}

func TestMoreRecordsThanTheLimitAreAnError(t *testing.T) {
	b := begun(t, Options{Limits: Limits{Records: 3}})
	for i := range 10 {
		b.Entity(Ref{ID: string(rune('a' + i))}, "row", data.Entity{Name: "x"}, Place{Line: i + 1})
	}
	ds, report := b.Finish()
	if len(ds.Entities) != 3 || report.Count(data.Error) != 1 || !strings.Contains(issues(report)[0], "more than 3 records") {
		t.Error(len(ds.Entities), issues(report))
	}
}

func TestAThingCalledUnknownIsNoted(t *testing.T) {
	b := NewBuilder(Options{Unknown: []string{"k. A."}})
	b.Entity(Ref{ID: "1"}, "row", data.Entity{Name: "N/A"}, Place{})
	b.Entity(Ref{ID: "2"}, "row", data.Entity{Name: "Ann"}, Place{})
	_, report := b.Finish()
	if n := report.Count(data.Note); n != 1 || !strings.Contains(report.Issues[len(report.Issues)-1].What, "not known") {
		t.Errorf("%d notes: %+v", n, report.Issues)
	}
}

// TestNoNameReachesATerminalAsACommand: columns, kinds and files are called by
// whoever made the file.
func TestNoNameReachesATerminalAsACommand(t *testing.T) {
	b := begun(t, Options{})
	b.Say(data.Warning, Place{Field: "\x1b[31mdate", At: "node \x9b1m", Value: "\x07"}, "odd \x1b[2J", "")
	b.Turned("row \x1b[1m", "heading")
	_, report := b.Finish()
	var text bytes.Buffer
	if err := report.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(text.String(), "\x1b\x07\u009b") || !strings.Contains(text.String(), `\x1b[31mdate`) {
		t.Errorf("%q", text.String())
	}
}
