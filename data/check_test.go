package data

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data/edtf"
)

// TestCheckTakesDatasetsMadeInAProgram has no files to point at.
func TestCheckTakesDatasetsMadeInAProgram(t *testing.T) {
	ds := &Dataset{
		Entities:  []Entity{{ID: "a", Kind: "law", Name: "A"}, {ID: "a", Kind: "lawn", Name: "A"}, {Kind: "law"}},
		Relations: []Relation{{ID: "r", From: "a", Predicate: "amends", To: "b", Date: edtf.MustParse("2015")}},
	}
	var got []string
	for _, p := range Check(ds) {
		if p.File != "" || p.Line != 0 || p.Excerpt != "" {
			t.Errorf("a place without files: %+v", p)
		}
		if p.Severity == Error {
			got = append(got, p.String())
		}
	}
	want := []string{
		`entity "": no id (write it)`,
		`entity "": no name (write it)`,
		`entity "a": kind: unknown "lawn" (did you mean "law"?)`,
		`entity "a": the id stands twice`,
		`relation "r": to: unknown entity "b" (write an entity with this id)`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestANameThatCannotBeSeenIsNone: a mark with such a name has none on a chart.
func TestANameThatCannotBeSeenIsNone(t *testing.T) {
	for name, fine := range map[string]bool{"   ": false, "\u2028\u2029": false, "\u200b\u202e": false, "\u00a0": false, " a": true, "\u200f中": true, "?": true, "é": true} {
		ds := &Dataset{Entities: []Entity{{ID: "a", Kind: "law", Name: name}, {ID: "b", Kind: "law", Name: "B", Short: name}}}
		if got := Check(ds).Count(Error); (got == 0) != fine || !fine && got != 2 {
			t.Errorf("%+q: %d errors: %v", name, got, Check(ds).Err())
		}
	}
}

func TestAnEmptyDatasetIsFine(t *testing.T) {
	if problems := Check(&Dataset{}); len(problems) != 0 {
		t.Error(problems)
	}
}

// TestStatusMayNotExceedItsBestEvidence tries all pairs, with and without
// evidence that is weaker still.
func TestStatusMayNotExceedItsBestEvidence(t *testing.T) {
	for i, claimed := range statusWords {
		for j, best := range statusWords {
			ds := &Dataset{
				Sources:   []Source{{ID: "s", Title: "S"}},
				Entities:  []Entity{{ID: "a", Kind: "law", Name: "A"}, {ID: "b", Kind: "law", Name: "B"}},
				Relations: []Relation{{ID: "r", From: "a", Predicate: "related_to", To: "b", Status: Status(claimed), Evidence: []Evidence{{Source: "s", Status: Disputed}, {Source: "s", Status: Status(best)}}}},
			}
			if failed := Check(ds).Err() != nil; failed != (i < j) {
				t.Errorf("%s on %s: error is %v", claimed, best, failed)
			}
		}
	}
}

func TestCoverageCountsEveryKindOfEvidence(t *testing.T) {
	ds := sane(t, "a.yaml", `
sources:
  - {id: s, title: S, paragraphs: 30, no_fact: [{at: "28-29", reason: x}, {at: "1", reason: x}]}
  - {id: t, title: T}
entities:
  - id: a
    kind: law
    name: A
    evidence: s#1
    aliases: [{text: x, evidence: s#2}]
    date: 2015
    date_evidence: s#3
    attributes: [{key: k, value: v, evidence: s#4}]
    stages: [{stage: passed, evidence: "s#5, 7-8"}]
    participants: [{who: b, role: urged, evidence: s#9, date_evidence: s#10}]
  - {id: b, kind: person, name: B, evidence: [s#11, s#12–13]}
figures: [{id: f, counts: x, value: 1, evidence: s#14}]
conflicts: [{id: c, about: a, field: name, readings: [{value: x, drawn: true, evidence: s#15}, {value: y, evidence: s#16}]}]
ruled_out: [{id: r, from: a, to: b, reason: x, evidence: s#17}]
eras: [{id: e, label: E, date: 2015, evidence: s#18}]
story: [{id: o, title: O, evidence: s#19}]
`)
	want := []SourceCoverage{{
		Source: "s", Paragraphs: 30, NoFact: []int{1, 28, 29}, Contradicts: []int{1},
		Cited:       []int{1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19},
		Unexplained: []int{6, 20, 21, 22, 23, 24, 25, 26, 27, 30},
	}}
	if diff := cmp.Diff(want, Coverage(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestParagraphs(t *testing.T) {
	good := map[string][]Range{"6": {{6, 6}}, "6-8": {{6, 8}}, " 6 , 10–12": {{6, 6}, {10, 12}}, "10, 2": {{10, 10}, {2, 2}}}
	for place, want := range good {
		if got, err := Paragraphs(place); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, %v", place, got, err)
		}
	}
	for _, place := range []string{"", "p. 3", "0", "-1", "3-", "8-6", "1,,2", "99999999999", "1-2-3"} {
		if got, err := Paragraphs(place); err == nil {
			t.Errorf("%q: %v", place, got)
		}
	}
}

func TestSuggestions(t *testing.T) {
	s := suggester{suggestBudget}
	known := []string{"miit", "xi-jinping", "title", "spoke_at", "a", "cyber-security-law"}
	for word, want := range map[string]string{"mitt": "miit", "titel": "title", "Xi Jinping": "xi-jinping", "spoke at": "spoke_at", "b": "", "quite-different": "", "cybersecurity-law": "cyber-security-law"} {
		if got := s.near(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	broke := suggester{}
	if got := broke.near("mitt", known); got != "" {
		t.Errorf("without a budget: %q", got)
	}
}

func TestProblemsAreSortedByPlaceWithTheWholeLast(t *testing.T) {
	c := &collector{}
	for _, p := range []Problem{{File: "b", Line: 1, What: "4"}, {What: "6"}, {File: "a", Line: 2, Column: 9, What: "3"}, {File: "a", Line: 2, Column: 1, What: "2", Severity: Error}, {File: "a", What: "1"}, {File: "b", Line: 10, What: "5"}} {
		c.add(p)
	}
	for i, p := range c.problems() {
		if p.What != fmt.Sprint(i+1) {
			t.Errorf("%d: %+v", i, p)
		}
	}
}

func TestProblemAsJSONHasItsParts(t *testing.T) {
	_, problems := Read(folder("a.yaml", "dataset: {titel: \"x\"}\n"))
	b, err := json.Marshal(problems[0])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"file":"a.yaml","line":1,"column":11,"severity":"error","what":"dataset: unknown key \"titel\"","value":"titel","hint":"did you mean \"title\"?","excerpt":"    1 | dataset: {titel: \"x\"}\n      |           ^"}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
}

// TestExcerptsShowNoMoreThanNeeded covers long lines, wide characters and
// characters that would move a terminal's cursor.
func TestExcerptsShowNoMoreThanNeeded(t *testing.T) {
	long := strings.Repeat("x", 500)
	f := &file{name: "a", data: []byte("吴向 y\n" + long + "y" + long + "\n\x1b[2J\u202eab\r\n\n")}
	if got, want := f.excerpt(1, 4), "    1 | 吴向 y\n      | \u3000\u3000 ^"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := f.excerpt(2, 501); len([]rune(got)) > 250 || !strings.Contains(got, "…") {
		t.Errorf("%q", got)
	}
	if got := f.excerpt(3, 1); strings.ContainsAny(got, "\x1b\u202e\r") {
		t.Errorf("%q", got)
	}
	if got := f.excerpt(4, 1) + f.excerpt(99, 1) + f.excerpt(0, 1); got != "" {
		t.Errorf("%q", got)
	}
}

// TestNothingOfADatasetIsUnchecked makes sure that the walk over evidence
// reaches each list of it that the model has.
func TestNothingOfADatasetIsUnchecked(t *testing.T) {
	if n := countFields(reflect.TypeFor[Dataset](), map[reflect.Type]bool{}); n != 12 {
		t.Errorf("the model has %d lists of evidence: extend TestCoverageCountsEveryKindOfEvidence", n)
	}
}

func countFields(t reflect.Type, seen map[reflect.Type]bool) int {
	switch {
	case t == reflect.SliceOf(evidenceType):
		return 1
	case t.Kind() == reflect.Slice:
		return countFields(t.Elem(), seen)
	case t.Kind() != reflect.Struct || t == dateType || seen[t]:
		return 0
	}
	seen[t] = true
	n := 0
	for i := range t.NumField() {
		n += countFields(t.Field(i).Type, seen)
	}
	return n
}

// TestAMisspeltColumnHidesNoOtherDefect: a table with one wrong header, or a
// file that cannot be read, kept everything else from being checked.
func TestAMisspeltColumnHidesNoOtherDefect(t *testing.T) {
	yaml := "sources: [{id: g, title: G}]\nentities:\n- {id: a, kind: law, name: A, evidence: g}\n- {id: b, kind: law, name: B, evidence: g}\n" +
		"relations:\n- {from: a, predicate: amends, to: x, status: sure, evidence: g}\n- {from: a, predicate: amends, to: b, evidence: g}\n- {from: b, predicate: amends, to: a, evidence: g}\n"
	for name, test := range map[string]struct {
		table       string
		want, never []string
	}{
		"a misspelt column": {"id,kind,name,dte,evidence\nc,lawn,C,2015,g\n",
			[]string{`unknown key "dte" (did you mean "date"?)`, `unknown entity "x"`, `unknown "sure"`, `closes a circle`, `unknown "lawn"`}, nil},
		"not a table at all": {"id,\n", []string{`unknown "sure"`, `closes a circle`}, []string{`unknown entity "x"`}},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := Read(folder("a.yaml", yaml, "c.csv", test.table))
			text := ""
			for _, p := range problems {
				text += p.String() + "\n"
			}
			for _, want := range test.want {
				if !strings.Contains(text, want) {
					t.Errorf("missing: %s\nin:\n%s", want, text)
				}
			}
			for _, never := range test.never {
				if strings.Contains(text, never) {
					t.Errorf("%s may be in the file that was not read:\n%s", never, text)
				}
			}
		})
	}
}

// TestStagesAgainstTheirOrder: a law repealed before it was in force went
// without a word.
func TestStagesAgainstTheirOrder(t *testing.T) {
	for _, test := range []struct {
		first, date, second, other string
		warned                     bool
	}{
		{"in-force", "2010", "repealed", "2009", true},
		{"in-force", "2010", "repealed", "2010", false},
		{"in-force", "2010", "repealed", "2009?", false},
		{"repealed", "2009", "in-force", "2010", true},
		{"in-force", "2010", "amended", "2009", false},
		{"repealed", "2010", "amended", "2011", true},
		{"sentenced", "2017-12", "detained", "2018-01", true},
		{"detained", "2017-06", "sentenced", "2017-12", false},
	} {
		ds := &Dataset{Entities: []Entity{{ID: "a", Kind: "event", Name: "A", Stages: []Stage{
			{Stage: test.first, Date: edtf.MustParse(test.date)}, {Stage: test.second, Date: edtf.MustParse(test.other)}}}}}
		warned := false
		for _, p := range Check(ds) {
			warned = warned || strings.Contains(p.What, "comes before") && strings.Contains(p.What, test.first) && strings.Contains(p.What, test.second)
		}
		if warned != test.warned {
			t.Errorf("%s %s, %s %s: warned %v", test.first, test.date, test.second, test.other, warned)
		}
	}
}
