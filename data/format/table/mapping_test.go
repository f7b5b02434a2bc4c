package table_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

func csvFile(name, text string) format.Input { return format.Bytes(name, []byte(text)) }

func TestWrongMappingsAreRefusedWithTheirPlace(t *testing.T) {
	files := []format.Input{csvFile("people.csv", "id,full name,born\n1,Ann,1970\n"), csvFile("jobs.csv", "who,what\n1,judge\n")}
	for _, c := range []struct{ name, mapping, want string }{
		{"column", "entities:\n  - name: ful name\n", `mapping.yaml:2:11: table "people.csv" has no column "ful name" (did you mean "full name"?`},
		{"case", "table: people\nentities:\n  - name: Full Name\n", `did you mean "full name"?`},
		{"constant", "table: people\nentities:\n  - {name: full name, kind: person}\n", `{value: person}`},
		{"key", "entities:\n  - nmae: full name\n", `mapping.yaml:2:5: unknown key "nmae" in an entity (did you mean "name"?)`},
		{"top", "tabels: []\n", `mapping.yaml:1:1: unknown key "tabels" in a mapping (did you mean "tables"?)`},
		{"value", "entities:\n  - name: {colum: full name}\n", `unknown key "colum" in name (did you mean "column"?)`},
		{"key of another field", "entities:\n  - name: {column: full name, order: dmy}\n", `unknown key "order" in name`},
		{"table", "tables:\n  - {table: persons.csv, entities: [{name: full name}]}\n", `no table is called "persons.csv" (there are: "people.csv", "jobs.csv")`},
		{"order", "entities:\n  - date: {column: born, order: d/m/y}\n", `"d/m/y" is none of dmy, mdy, ymd`},
		{"date in brackets", "entities:\n  - date: {column: bron}\n", `mapping.yaml:2:11: table "people.csv" has no column "bron" (did you mean "born"?`},
		{"other table", "tables:\n  - table: jobs\n    relations: [{from: {column: who, table: persons}, to: what}]\n", `no table is called "persons"`},
		{"other key", "tables:\n  - table: people\n    entities: [{id: id}]\n  - table: jobs\n    relations: [{from: {column: who, table: people, key: nr}, to: what}]\n", `table "people.csv" has no column "nr"`},
		{"model", "model: entites\n", `unknown section "entites" of the model`},
		{"nothing", "unknown: [x]\n", "a mapping says what tables become"},
		{"blank", "entities:\n  - name:\n", "name is blank"},
		{"header", "header: top\nentities: [{name: id}]\n", "header is the number of a line"},
		{"influence", "predicates:\n  owns: {influence: sideways}\nentities: [{name: id}]\n", "sideways"},
		{"predicate key", "predicates:\n  owns: {infuence: none}\nentities: [{name: id}]\n", `did you mean "influence"?`},
		{"condition", "skip: {colum: id}\nentities: [{name: id}]\n", `unknown key "colum" in a condition`},
		{"each", "table: people\nentities: [{name: id, each: jobs}]\n", `no column of table "people.csv" begins with jobs[]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := read(t, files, withMapping(t, format.Options{}, []byte(c.mapping)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// things is a short word for what a dataset holds.
func things(ds *data.Dataset) string {
	var out []string
	for _, e := range ds.Entities {
		text := fmt.Sprintf("%s %s %q", e.Kind, e.ID, e.Name)
		if !e.Date.IsZero() {
			text += " " + e.Date.String()
		}
		if e.Place != "" {
			text += " at " + string(e.Place)
		}
		for _, a := range e.Attributes {
			text += fmt.Sprintf(" %s=%s", a.Key, a.Value)
		}
		out = append(out, text)
	}
	for _, r := range ds.Relations {
		text := fmt.Sprintf("%s %s %s", r.From, r.Predicate, r.To)
		if !r.Date.IsZero() {
			text += " " + r.Date.String()
		}
		for _, a := range r.Attributes {
			text += fmt.Sprintf(" %s=%s", a.Key, a.Value)
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func TestWhatMappingsMake(t *testing.T) {
	for _, c := range []struct{ name, text, mapping, want string }{
		{"defaults and tables of values", "n,sex\nAnn,F\nBo,\nCy,X\n",
			"entities: [{name: n, kind: {column: sex, values: {F: person}, default: thing}}]",
			"person ann \"Ann\"\nthing bo \"Bo\"\nthing cy \"Cy\""},
		{"joined columns", "first,last\nAnn,Lee\nBo,\n", "entities: [{name: [first, last], kind: {value: person}}]", "person ann-lee \"Ann Lee\"\nperson bo \"Bo\""},
		{"conditions", "n,t\nAnn,p\nAcme,c\n",
			"entities:\n- {name: n, kind: {value: person}, when: {column: t, values: [p]}}\n- {name: n, kind: {value: company}, when: {column: t, not: [p]}}",
			"company acme \"Acme\" t=c\nperson ann \"Ann\" t=p"},
		{"left out", "n,t,u\nAnn,p,q\n", "leave_out: [t]\nentities: [{name: n}]", "thing ann \"Ann\" u=q"},
		{"unknown texts", "n,t\nAnn,k.A.\n-,p\n", "unknown: [k.A.]\nentities: [{name: n}]", "thing ann \"Ann\"\nthing n-911795bec5 \"-\" t=p"},
		{"several ends", "who,firm\n\"A; B\",X\n", "relations: [{from: {column: who, split: \";\", make: person}, to: {column: firm, make: company}, predicate: {value: works_for}}]",
			"person a \"A\"\nperson b \"B\"\ncompany x \"X\"\na works_for x\nb works_for x"},
		{"open ends", "a,b,s,e\nX,Y,2010,\n", "relations: [{from: {column: a, make: person}, to: {column: b, make: person}, start: s, end: {column: e, blank: open}}]",
			"person x \"X\"\nperson y \"Y\"\nx related_to y 2010/.."},
		{"century", "n,d\nAnn,3.4.61\n", "entities: [{name: n, date: {column: d, order: dmy, century: 1930}}]", "thing ann \"Ann\" 1961-04-03"},
		{"no header", "Ann,Bo\n", "header: none\nrelations: [{from: {column: column 1, make: person}, to: {column: column 2, make: person}}]",
			"person ann \"Ann\"\nperson bo \"Bo\"\nann related_to bo"},
		{"year months", "n,y,m,d\nA,2015,3,4\nB,2015,May,\nC,-44,3,15\nD,2015,13,1\nE,,2,\n", "entities: [{name: n, year: y, month: m, day: d}]",
			"thing a \"A\" 2015-03-04\nthing b \"B\" 2015-05\nthing c \"C\" y=-44 m=3 d=15\nthing d \"D\" y=2015 m=13 d=1\nthing e \"E\" m=2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds, _, err := read(t, []format.Input{csvFile("t.csv", c.text)}, withMapping(t, format.Options{}, []byte(c.mapping)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, things(ds)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCellsOfRecordsThatAreNotMadeAreReported(t *testing.T) {
	mapping := "entities: [{name: n, evidence: {source: paper, at: page}}]\nrelations: [{from: n, to: {column: firm, make: company}, note: remark}]"
	ds, report, err := read(t, []format.Input{csvFile("t.csv", "n,firm,remark,paper,page\nAnn,Acme,x,News,3\nBo,,since May,,7\n")}, withMapping(t, format.Options{}, []byte(mapping)))
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Issues) != 1 || report.Issues[0].N != 1 || report.Issues[0].Examples[0].Value != "since May" {
		t.Errorf("%+v", report.Issues)
	}
	for _, e := range ds.Entities {
		if e.Name == "Bo" && e.Evidence[0].Note != "at 7 of a source that is not named" {
			t.Errorf("%+v", e.Evidence)
		}
	}
}

func TestItemsOfAListBecomeRelations(t *testing.T) {
	text := `[{"id": "acme", "name": "Acme", "owners": [{"name": "Ann", "share": 60, "since": "2010"}, {"name": "Bo", "share": 40}]}]`
	mapping := `
entities:
  - {id: id, name: name, kind: {value: company}}
relations:
  - each: owners
    from: {column: "owners[].name", make: person}
    predicate: {value: owns}
    to: id
    start: owners[].since
`
	ds, _, err := read(t, []format.Input{csvFile("a.json", text)}, withMapping(t, format.Options{}, []byte(mapping)))
	if err != nil {
		t.Fatal(err)
	}
	want := "company acme \"Acme\"\nperson ann \"Ann\"\nperson bo \"Bo\"\nann owns acme 2010/ share=60\nbo owns acme share=40"
	if diff := cmp.Diff(want, things(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestGuesses(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []format.Input
		want  string
	}{
		{"events in French", []format.Input{csvFile("chronologie.csv", "Date;Événement;Lieu;Étiquettes\n12 juin 1951;Procès;Lyon;droit|presse\n")},
			"place lyon \"Lyon\"\nevent proces \"Procès\" 1951-06-12 at lyon"},
		{"events in Spanish with years", []format.Input{csvFile("t.csv", "Año,Mes,Título\n2015,3,Ley\n2016,,Caso\n")}, "event caso \"Caso\" 2016\nevent ley \"Ley\" 2015-03"},
		{"edges in German", []format.Input{csvFile("k.csv", "Von;Nach;Beziehung;Seit\nAda;Bea;kennt;2001\n")}, "thing ada \"Ada\"\nthing bea \"Bea\"\nada kennt bea 2001/"},
		{"from and to are dates", []format.Input{csvFile("posts.csv", "name,from,to\nAnn,1999,2004\nBo,2001,2003\n")}, "event ann \"Ann\" 1999/2004\nevent bo \"Bo\" 2001/2003"},
		{"from and to are numbers like years", []format.Input{csvFile("ties.csv", "from,to,type\n1999,2004,x\n2004,2001,x\n")}, "thing 1999 \"1999\"\nthing 2001 \"2001\"\nthing 2004 \"2004\"\n1999 x 2004\n2004 x 2001"},
		{"ends by name", []format.Input{csvFile("people.csv", "id,name\n1,Ann\n2,Bo\n"), csvFile("ties.csv", "from,to,type\nAnn,Bo,knows\n")},
			"person 1 \"Ann\"\nperson 2 \"Bo\"\n1 knows 2"},
		{"ends of two tables", []format.Input{csvFile("companies.csv", "id,name\n1,Acme\n2,Beta\n"), csvFile("people.csv", "id,name\n1,Ann\n2,Bo\n"), csvFile("jobs.csv", "person,company,role\n1,2,director\n")},
			"company 1 \"Acme\"\nperson 1-2 \"Ann\" id=1\ncompany 2 \"Beta\"\nperson 2-2 \"Bo\" id=2\n1-2 director 2"},
		{"places of a table", []format.Input{csvFile("events.csv", "date,headline,city\n2015,Raid,Oslo\n2016,Trial,Rome\n"), csvFile("places.csv", "id,name\np1,Oslo\np2,Bern\n")},
			"place p1 \"Oslo\"\nplace p2 \"Bern\"\nevent raid \"Raid\" 2015 at p1\nplace rome \"Rome\"\nevent trial \"Trial\" 2016 at rome"},
		{"parts of names", []format.Input{csvFile("t.csv", "Vorname;Nachname;Geburtsdatum\nAnn;Lee;3.4.1970\nBo;Li;13.4.1970\n")}, "person ann-lee \"Ann Lee\" 1970-04-03/\nperson bo-li \"Bo Li\" 1970-04-13/"},
		{"owners", []format.Input{csvFile("t.csv", "shareholder,company,share\nAnn,Acme,10\n")}, "company acme \"Acme\"\nthing ann \"Ann\"\nann owns acme share=10"},
		{"ids that differ by case", []format.Input{csvFile("nodes.csv", "Id,Label\na1,Ann\nA1,Bo\n"), csvFile("edges.csv", "Source,Target\nA1,a1\n")}, "thing a1 \"Ann\"\nthing a1-2 \"Bo\" id=A1\na1-2 related_to a1"},
		{"no header", []format.Input{csvFile("e.csv", "1,2\n2,3\n3,1\n")}, "thing 1 \"1\"\nthing 2 \"2\"\nthing 3 \"3\"\n1 related_to 2\n2 related_to 3\n3 related_to 1"},
		{"names of nothing known", []format.Input{csvFile("t.csv", "Boat,Harbour,Tons\nSea,Oslo,5\nSky,Rome,6\n")}, "thing sea \"Sea\" Harbour=Oslo Tons=5\nthing sky \"Sky\" Harbour=Rome Tons=6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds, _, err := read(t, c.files, format.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, things(ds)); diff != "" {
				var b bytes.Buffer
				_ = table.Explain(c.files, format.Options{}, &b)
				t.Errorf("%s\n%s", diff, b.String())
			}
		})
	}
}

var headers = []string{"Id", "Label", "name", "Name (Chinese)", "Type", "Date", "from", "to", "Source", "Target", "start", "end date", "Year", "month", "tags", "url", "notes",
	"x: y", "- a", "#", "yes", "", "place", "Quelle", "姓名", "relation", "status", "'q'", "a\"b", "{value: x}", "null"}

var contents = []string{"", "1", "2", "Ann", "Bo", "Acme Ltd", "2015", "2015-03-04", "03/04/2015", "12 June 1951", "a; b", "a|b", "N/A", "http://example.org/1", "possible", "present", "\u2028x", "Directed", "=1"}

// TestTheExplainedMappingImportsTheSame: whatever the table, giving back the
// mapping that Explain writes changes nothing.
func TestTheExplainedMappingImportsTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var files []format.Input
		for n := range rapid.IntRange(1, 3).Draw(rt, "files") {
			width := rapid.IntRange(1, 6).Draw(rt, "width")
			rows := [][]string{rapid.SliceOfN(rapid.SampledFrom(headers), width, width).Draw(rt, "header")}
			for range rapid.IntRange(0, 6).Draw(rt, "rows") {
				rows = append(rows, rapid.SliceOfN(rapid.SampledFrom(contents), width, width).Draw(rt, "row"))
			}
			w := writing{comma: ",", end: "\n", encoding: writings[0].encoding}
			files = append(files, format.Bytes(fmt.Sprintf("t%d.csv", n), w.text(rows)))
		}
		first, _, err := read(t, files, format.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		var b bytes.Buffer
		if err := table.Explain(files, format.Options{}, &b); err != nil {
			rt.Fatal(err)
		}
		documents, problems := data.ParseYAML("m.yaml", b.Bytes())
		if problems.Err() != nil {
			rt.Fatalf("%v\n%s", problems, b.String())
		}
		second, _, err := read(t, files, format.Options{Mapping: documents, MappingName: "m.yaml"})
		if err != nil {
			rt.Fatalf("%v\n%s", err, b.String())
		}
		if diff := cmp.Diff(canonical(t, first), canonical(t, second)); diff != "" {
			rt.Fatalf("%s\n%s", diff, b.String())
		}
	})
}
