package page

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestModelGolden(t *testing.T) {
	got, err := json.MarshalIndent(NewModel(data.NewIndex(sample())), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "model.json", got)
}

// checkGolden holds indented JSON against a file of testdata; -update writes it.
func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = "testdata/" + name
	if *update {
		if err := os.WriteFile(name, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(want)) != string(got) {
		t.Errorf("it differs from %s (go test ./page -update, after looking):\n%s", name, got)
	}
}

// The front end loops over these without asking whether they are there.
func TestListsAreNeverNull(t *testing.T) {
	text, err := json.Marshal(NewModel(data.NewIndex(&data.Dataset{Entities: []data.Entity{{ID: "a", Kind: "law", Name: "A"}}, Relations: []data.Relation{{ID: "r", From: "a", To: "a"}}})))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "null") {
		t.Errorf("null in %s", text)
	}
	for _, list := range []string{"kinds", "predicates", "sources", "things", "relations", "figures", "conflicts", "ruledOut", "eras", "story"} {
		if !strings.Contains(string(text), `"`+list+`":[`) {
			t.Errorf("no list %q in %s", list, text)
		}
	}
}

func TestModelLeavesOutWhatNothingUses(t *testing.T) {
	m := NewModel(data.NewIndex(sample()))
	var kinds, predicates []string
	for _, k := range m.Kinds {
		kinds = append(kinds, k.ID)
	}
	for _, p := range m.Predicates {
		predicates = append(predicates, p.ID)
	}
	if got := strings.Join(kinds, " "); got != "law event case" {
		t.Errorf("kinds %s", got)
	}
	if got := strings.Join(predicates, " "); got != "charged_under related_to stage_of" {
		t.Errorf("predicates %s", got)
	}
}

func TestOutsideIsWhatRestsOnNothingElse(t *testing.T) {
	m := NewModel(data.NewIndex(sample()))
	for _, thing := range m.Things {
		if want := thing.ID == "wu"; thing.Outside != want {
			t.Errorf("%s: outside %v", thing.ID, thing.Outside)
		}
	}
}

func TestStageDoesNotBorrowEvidenceInTheModel(t *testing.T) {
	for _, thing := range NewModel(data.NewIndex(sample())).Things {
		if thing.Stage == "passed" && len(thing.Evidence) > 0 {
			t.Errorf("%s carries %v: the front end says whose it is", thing.ID, thing.Evidence)
		}
	}
}

func TestWhenKeepsWhatADateLeavesOpen(t *testing.T) {
	for text, want := range map[string]string{
		"2017-06-01":     `{"edtf":"2017-06-01","text":"1 June 2017","start":[17318,17318.99999],"end":[17318,17318.99999]}`,
		"[..2017-12-08]": `"start":[null,17508.99999],"end":[null,17508.99999]}`,
		"2016-11-07/":    `"unknownEnd":true,"span":true}`,
		"2016-11-07/..":  `"openEnd":true,"span":true}`,
		"2014~":          `"approximate":true}`,
	} {
		got, err := json.Marshal(when(edtf.MustParse(text), false))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(got), want) {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	if when(edtf.Date{}, true) != nil {
		t.Error("no date is a date")
	}
}

func TestMarkdownIsReducedToWhatThePageDraws(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", `[]`},
		{"One\ntwo", `[{"p":["One two"]}]`},
		{"# Head\n\nText", `[{"p":[{"strong":["Head"]}]},{"p":["Text"]}]`},
		{"a *b **c*** d", `[{"p":["a ",{"em":["b ",{"strong":["c"]}]}," d"]}]`},
		{"- a\n- b\n  - c", `[{"ul":[["a"],["b"],["c"]]}]`},
		{"[the law](#csl)", `[{"p":[{"thing":"csl","of":["the law"]}]}]`},
		{"[x](https://example.org)", `[{"p":[{"href":"https://example.org","of":["x"]}]}]`},
		{"[x](javascript:alert(1))", `[{"p":["x"]}]`},
		{"[x](data:text/html,y)", `[{"p":["x"]}]`},
		{"<b>raw</b> `code`", `[{"p":["\u003cb\u003eraw\u003c/b\u003e code"]}]`},
		{"<script>alert(1)</script>", `[{"p":["\u003cscript\u003ealert(1)\u003c/script\u003e"]}]`},
		{"![a picture](https://example.org/x.png)", `[{"p":["a picture"]}]`},
		{"    indented\n    code", `[{"p":["indented\ncode"]}]`},
		{"> quoted", `[{"p":["quoted"]}]`},
		{"a\n\n---\n\nb", `[{"p":["a"]},{"p":["b"]}]`},
	} {
		got, err := json.Marshal(markdown(c.in))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want {
			t.Errorf("%q is %s, want %s", c.in, got, c.want)
		}
	}
}

func TestShortNamesTellSourcesApart(t *testing.T) {
	for _, c := range []struct {
		source data.Source
		want   string
	}{
		{data.Source{ID: "chrd-2018", Publisher: "A long name"}, "CHRD 2018"},
		{data.Source{ID: "amnesty-sep-2015"}, "Amnesty Sep 2015"},
		{data.Source{ID: "s1", Publisher: "The Paper", Date: edtf.MustParse("1999-02")}, "The Paper 1999"},
		{data.Source{ID: "s2", Title: "Untold"}, "Untold"},
		{data.Source{ID: "s3"}, "s3"},
		{data.Source{ID: "s4", Title: "\u202eturned\u202c"}, "turned"},
	} {
		if got := shortName(c.source); got != c.want {
			t.Errorf("%s is cited as %q, want %q", c.source.ID, got, c.want)
		}
	}
}

func TestGroupedLeavesWhatIsNoNumber(t *testing.T) {
	for in, want := range map[string]string{"7": "7", "1234": "1,234", "751000000": "751,000,000", "1234.5": "1,234.5", "many": "many", "": "", "12e9": "12e9"} {
		if got := grouped(in); got != want {
			t.Errorf("grouped(%q) = %q, want %q", in, got, want)
		}
	}
}

// The contract in TypeScript and the model in Go name the same fields.
func TestModelAgreesWithTheContract(t *testing.T) {
	text, err := os.ReadFile("../web/src/contract.ts")
	if err != nil {
		t.Fatal(err)
	}
	for name, typ := range map[string]reflect.Type{
		"When": reflect.TypeFor[When](), "Evidence": reflect.TypeFor[Evidence](), "Thing": reflect.TypeFor[Thing](), "Relation": reflect.TypeFor[Relation](),
		"Kind": reflect.TypeFor[Kind](), "Predicate": reflect.TypeFor[Predicate](), "Source": reflect.TypeFor[Source](), "Figure": reflect.TypeFor[Figure](),
		"Conflict": reflect.TypeFor[Conflict](), "RuledOut": reflect.TypeFor[RuledOut](), "Era": reflect.TypeFor[Era](), "StoryStep": reflect.TypeFor[Step](), "Model": reflect.TypeFor[Model](),
	} {
		_, body, found := strings.Cut(string(text), "export interface "+name+" {")
		if !found {
			t.Errorf("contract.ts has no %s", name)
			continue
		}
		body, _, _ = strings.Cut(body, "\nexport ")
		for i := range typ.NumField() {
			field, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if !strings.Contains(body, " "+field+":") && !strings.Contains(body, " "+field+"?:") {
				t.Errorf("contract.ts: %s has no %s", name, field)
			}
		}
	}
}
