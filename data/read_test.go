package data

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"

	"github.com/redthread/redthread/data/edtf"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sameDataset compares what datasets say: dates by their text, empty lists
// like missing ones, places not at all.
var sameDataset = cmp.Options{
	cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() }),
	cmpopts.IgnoreUnexported(Dataset{}), cmpopts.EquateEmpty(),
}

// folder makes a folder of files.
func folder(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// sane reads a folder that must be without errors.
func sane(t *testing.T, files ...string) *Dataset {
	t.Helper()
	ds, problems := Read(folder(files...))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return ds
}

// TestDefectsAreNamedWithPlaceAndRemedy holds every defect against its words.
func TestDefectsAreNamedWithPlaceAndRemedy(t *testing.T) {
	archives, err := filepath.Glob("testdata/defects/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal(err, "no fixtures")
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			compareDefects(t, name)
		})
	}
}

func compareDefects(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	_, problems := Read(fsys)
	var got strings.Builder
	for _, p := range problems {
		got.WriteString(p.Full())
	}
	golden := strings.TrimSuffix(name, ".txtar") + ".golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
}

func TestScalarsStayWhatTheAuthorWrote(t *testing.T) {
	for _, text := range []string{"no", "yes", "012", "0x1F", "2001-01-01", "1e3", "~", "null", "NULL", "true", ".inf", "1_000", "off", "12:30:45", "+1", "=", "<<"} {
		ds := sane(t, "a.yaml", "dataset:\n  title: "+text+"\n  about: '"+text+"'\n", "b.yaml", "dataset: {licence: "+text+"}")
		if ds.Title != text || ds.About != text || ds.Licence != text {
			t.Errorf("%s became %q, %q, %q", text, ds.Title, ds.About, ds.Licence)
		}
	}
}

func TestOnlyNothingIsNothing(t *testing.T) {
	ds := sane(t, "a.yaml", "dataset:\n  title:\n  standfirst: ''\n  about: # a comment\n", "b.json", `{"dataset":{"licence":null}}`)
	if diff := cmp.Diff(&Dataset{Kinds: ds.Kinds, Predicates: ds.Predicates}, ds, sameDataset); diff != "" {
		t.Error(diff)
	}
}

// TestDatesNeedNoQuotes writes each date in the places YAML has for it.
func TestDatesNeedNoQuotes(t *testing.T) {
	dates := []string{
		"2015", "2017-06", "2017-01/2018-03", "[2016-11-07..2016-11-13]", "[2016-11-07..]", "[..2017-12-08]",
		"2016-11-07/..", "2016-11-07/", "/2016", "2014~", "2016?", "2004-06~/2004-08", "-0044", "Y170000002",
		"1984-06-02?/2004-08-08~", "156u", "156X", "{1667,1668,1670..1672}", "[1667, 1668]", "?2004-06-~11", "%2004-06", "2014%", "~2004-06",
		"{..1983-12-31,1984-10-10,1984-11-01}", "2001-21",
	}
	for _, text := range dates {
		if _, err := edtf.Parse(text); err != nil {
			continue // not a date of the standard's later drafts
		}
		for _, style := range []string{
			"eras:\n  - id: a\n    label: A\n    date: %s\n    entity:\n",
			"eras:\n  - id: a\n    label: A\n    date:    %s   # why: [so] {and} 'so\n",
			"eras: [{id: a, label: A, date: %s}]\n",
			"eras: [{id: a, date: %s , label: A}]\n",
			"eras: [{id: a, label: 吴向洋 x, date: %s}]\n",
			"eras: [{id: a, label: \"a: {b\", 'date': %s}]\n",
			"eras:\n- {\n  id: a, label: A,   # date: [2001..]\n  date: %s\n  }\n",
			"eras:\n  - date: %s\r\n    id: a\r\n    label: A\r\n",
			"eras:\n  - id: a\n    label: A\n    date: '%s'\n",
			"eras:\n  - id: a\n    label: |\n      date: [2001..\n    date: %s\n",
			"eras:\n  - id: a\n    label: 'a\n      date: [x'\n    date: %s\n",
			"eras:\n  - id: a\n    label: it's a\n      \"quoted { thing\n    date: %s\n",
			"--- # one\ndataset: {title: x}\n---\neras:\n  - id: a\n    label: A\n    date: %s\n...\n",
		} {
			checkDate(t, strings.Replace(style, "%s", text, 1), text)
		}
	}
}

func checkDate(t *testing.T, doc, want string) {
	t.Helper()
	ds, problems := Read(folder("a.yaml", doc))
	for _, p := range problems {
		if p.Severity == Error && !strings.Contains(p.What, "line end") { // labels of several lines are refused, rightly
			t.Errorf("%s\n%s", doc, p.Full())
		}
	}
	if len(ds.Eras) != 1 || ds.Eras[0].Date.String() != want {
		t.Errorf("%s\nread as %+v, want date %s", doc, ds.Eras, want)
	}
}

// TestProseThatLooksLikeADateStays covers texts that hold what a date key
// would.
func TestProseThatLooksLikeADateStays(t *testing.T) {
	cases := map[string]string{
		"dataset:\n  about: |\n    date: [2001..2002]\n    x\n":                   "date: [2001..2002]\nx\n",
		"dataset:\n  about: >-\n    date: {a}\n":                                  "date: {a}",
		"dataset:\n  about: \"x\n    date: [2001..2002] y\"\n":                    "x date: [2001..2002] y",
		"dataset:\n  about: 'it''s\n    date: [2001..2002] y'\n":                  "it's date: [2001..2002] y",
		"dataset: {about: \"x, date: [2001..2002]\"}\n":                           "x, date: [2001..2002]",
		"dataset:\n  about:\n    plain\n    \"date\n    [more\n  title: a\n":      "plain \"date [more",
		"dataset:\n  about: &a |\n    date: [x]\n\n    window: {y}\n  title: z\n": "date: [x]\n\nwindow: {y}\n",
		"dataset:\n  \"about\": 'date: [x]'\n":                                    "date: [x]",
	}
	for doc, want := range cases {
		if ds := sane(t, "a.yaml", doc); ds.About != want {
			t.Errorf("%q: %q, want %q", doc, ds.About, want)
		}
	}
}

func TestAliasesAndMergesFillIn(t *testing.T) {
	ds := sane(t, "a.yaml", `
sources: [{id: s, title: S}]
entities:
  - &base {id: a, kind: law, name: A, date: [2016..2017], evidence: &e [s#1, s#2]}
  - {<<: *base, id: b, name: B}
  - {id: c, kind: law, name: C, evidence: *e}
`)
	if got := ds.Entities[1]; got.Kind != "law" || got.Date.String() != "[2016..2017]" || len(got.Evidence) != 2 || got.Name != "B" {
		t.Errorf("merged: %+v", got)
	}
	if len(ds.Entities[2].Evidence) != 2 {
		t.Errorf("alias: %+v", ds.Entities[2])
	}
}

func TestLineEndsOfAllSystemsReadAlike(t *testing.T) {
	want := sane(t, "a.yaml", small)
	for _, end := range []string{"\r\n", "\r"} {
		if diff := cmp.Diff(want, sane(t, "a.yaml", strings.ReplaceAll(small, "\n", end)), sameDataset); diff != "" {
			t.Errorf("%q: %s", end, diff)
		}
	}
}

const small = `
sources:
  - {id: s, title: S, publisher: P, paragraphs: 9}
entities:
  - {id: conf, kind: event, name: Conference, evidence: s#1, participants: [{who: xi, role: expected_at, status: possible, date: 2015, evidence: {source: s, at: 2, status: possible}}, {who: xi, role: absent_from, evidence: s#3}]}
  - {id: xi, kind: person, name: Xi, names: {zh-Hans: 习}, aliases: [President Xi], tags: [one, two], evidence: s#2, attributes: [{key: role, value: president, evidence: s#2}]}
relations:
  - {from: xi, predicate: spoke_at, to: conf, evidence: s#4}
`

// TestThreeFormatsSayTheSame writes one dataset in YAML, JSON and CSV.
func TestThreeFormatsSayTheSame(t *testing.T) {
	want := sane(t, "a.yaml", small)
	var b strings.Builder
	if err := WriteJSON(&b, want); err != nil {
		t.Fatal(err)
	}
	fromJSON := sane(t, "a.json", b.String())
	fromCSV := sane(t,
		"sources.csv", "\ufeffid,title,publisher,paragraphs\ns,S,P,9\n",
		"things.csv", "id,kind,name,names.zh-Hans,aliases,tags,evidence\nconf,event,Conference,,,,s#1\n",
		"people.csv", "id,kind,name,names.zh-Hans,aliases,tags,evidence,attributes.role.value,attributes.role.evidence\nxi,person,Xi,习,President Xi,one; two,s#2,president,s#2\n",
		"links.csv", "from, predicate ,to,evidence\nxi,spoke_at,conf,s#4\nxi,absent_from,conf,s#3\n",
		"rest.yaml", "relations: [{from: xi, predicate: expected_at, to: conf, status: possible, date: 2015, evidence: {source: s, at: 2, status: possible}}]",
	)
	if diff := cmp.Diff(want, fromCSV, sameDataset); diff != "" {
		t.Errorf("CSV (-yaml +csv):\n%s", diff)
	}
	if diff := cmp.Diff(want, fromJSON, sameDataset); diff != "" {
		t.Errorf("JSON (-yaml +json):\n%s", diff)
	}
}

// TestTheOrderOfFilesAndRecordsMeansNothing turns a dataset around.
func TestTheOrderOfFilesAndRecordsMeansNothing(t *testing.T) {
	relations := []string{
		"  - {from: xi, predicate: spoke_at, to: conf, evidence: s#4}\n",
		"  - {from: xi, predicate: spoke_at, to: conf, date: 2016, evidence: s#4}\n",
		"  - {from: xi, predicate: spoke_at, to: conf, note: again, evidence: s#5}\n",
	}
	var want *Dataset
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		doc := "relations:\n"
		for _, i := range order {
			doc += relations[i]
		}
		name := fmt.Sprintf("%d.yaml", order[0])
		ds := sane(t, "1a.yaml", strings.Split(small, "relations:")[0], name, doc)
		if want == nil {
			want = ds
		}
		if diff := cmp.Diff(want, ds, sameDataset); diff != "" {
			t.Errorf("order %v:\n%s", order, diff)
		}
	}
	var ids []string
	for _, r := range want.Relations {
		ids = append(ids, string(r.ID))
	}
	if want := []string{"xi--absent_from--conf", "xi--expected_at--conf", "xi--spoke_at--conf", "xi--spoke_at--conf--2", "xi--spoke_at--conf--3"}; !slices.Equal(ids, want) {
		t.Errorf("ids %v, want %v", ids, want)
	}
}

func TestTheStoryKeepsItsOrder(t *testing.T) {
	ds := sane(t, "2.yaml", "story: [{id: c, title: C}, {id: a, title: A}]", "1.yaml", "story: [{id: b, title: B}]")
	var ids []string
	for _, s := range ds.Story {
		ids = append(ids, s.ID)
	}
	if !slices.Equal(ids, []string{"b", "c", "a"}) {
		t.Error(ids)
	}
}

func TestADatasetAddsKindsAndChangesBuiltInOnes(t *testing.T) {
	ds := sane(t, "a.yaml", "kinds: [{id: law, label: statute}, {id: vessel, label: vessel, plural: vessels, light: '#123456', dark: '#abcdef', symbol: disc, lane: 15}]")
	byID := map[KindID]Kind{}
	for _, k := range ds.Kinds {
		byID[k.ID] = k
	}
	if law := byID["law"]; law.Label != "statute" || law.Symbol != "page" {
		t.Errorf("law: %+v", law)
	}
	if len(ds.Kinds) != len(BuiltinKinds)+1 || ds.Kinds[1].ID != "vessel" {
		t.Errorf("kinds: %v", ds.Kinds)
	}
	if BuiltinKinds[0].Label != "law" {
		t.Error("the table itself was changed")
	}
}

// TestBundledDatasetIsClean is also the measure of speed for a real dataset.
func TestBundledDatasetIsClean(t *testing.T) {
	start := time.Now()
	_, problems := Read(Bundled())
	t.Logf("read in %s", time.Since(start))
	for _, p := range problems {
		if p.Severity >= Warning {
			t.Error(p.Full())
		}
	}
}

// TestProblemsAreCountedBeyondAThousand keeps a broken file from flooding.
func TestProblemsAreCountedBeyondAThousand(t *testing.T) {
	_, problems := Read(folder("a.yaml", "entities:\n"+strings.Repeat("  - {id: a, foo: 1}\n", 1500)))
	last := problems[len(problems)-1]
	if n := problems.Count(Error); n != most+1 || !strings.Contains(last.What, "more errors are not listed") {
		t.Errorf("%d errors, the last: %s", n, last)
	}
}

// megabyte is a YAML file of some 5,000 people.
func megabyte() string {
	var b strings.Builder
	b.WriteString("sources: [{id: s, title: S, paragraphs: 99}]\nentities:\n")
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, "  - id: entity-%d\n    kind: person\n    name: Person %d\n    date: [2016-11-07..2016-11-13]\n    summary: A sentence that says who this is.\n    evidence: [s#6-8, {source: s, at: 9, terms: [one, two]}]\n", i, i)
	}
	return b.String()
}

func BenchmarkReadMegabyteOfYAML(b *testing.B) {
	fsys := folder("a.yaml", megabyte())
	b.SetBytes(int64(len(fsys["a.yaml"].Data)))
	for b.Loop() {
		if _, problems := Read(fsys); problems.Err() != nil {
			b.Fatal(problems.Err())
		}
	}
}

func BenchmarkReadBundled(b *testing.B) {
	for b.Loop() {
		Read(Bundled())
	}
}

func TestSeverityIsAWord(t *testing.T) {
	text, err := Warning.MarshalText()
	if err != nil || string(text) != "warning" {
		t.Error(string(text), err)
	}
}
