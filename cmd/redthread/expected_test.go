package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// expectedFile was written by hand from the articles before the engine ran.
const expectedFile = "../../data/china-cyber-sovereignty/EXPECTED-THREADS.md"

var (
	quotedID = regexp.MustCompile("`([a-z0-9/-]+)`")
	ofStage  = regexp.MustCompile("\\(stage `([a-z-]+)`\\)")
	strength = regexp.MustCompile(`stated|possible|inferred|disputed`)
)

// expected reads the hand-written list: "from to status" of each numbered row,
// and the ids of the cases without a thread.
func expected(t *testing.T) (threads, without []string) {
	t.Helper()
	text, err := os.ReadFile(expectedFile)
	if err != nil {
		t.Fatal(err)
	}
	section := ""
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "## ") {
			section = line
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case !strings.HasPrefix(line, "|"):
		case strings.Contains(section, "Cases without") && quotedID.MatchString(cells[0]):
			without = append(without, quotedID.FindStringSubmatch(cells[0])[1])
		case len(cells) >= 5 && strings.Trim(cells[0], "0123456789") == "":
			threads = append(threads, expectedRow(cells))
		}
	}
	return threads, without
}

// expectedRow reads a row with or without a column of steps.
func expectedRow(cells []string) string {
	to, grade := cells[2], cells[3]
	if len(cells) == 7 {
		to, grade = cells[3], cells[4]
	}
	goal := quotedID.FindStringSubmatch(to)[1]
	if stage := ofStage.FindStringSubmatch(to); stage != nil {
		goal += "/" + stage[1]
	}
	return quotedID.FindStringSubmatch(cells[1])[1] + " " + goal + " " + strength.FindString(grade)
}

func TestEngineAndHandWrittenListAgree(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	all := graph.NewTracer(data.NewIndex(ds)).ThreadsAll(graph.ThreadOptions{})
	want, without := expected(t)
	if len(want) < 15 || len(without) == 0 {
		t.Fatalf("the list was not understood: %v, %v", want, without)
	}
	var got, alone []string
	for _, thread := range everyThread(all) {
		got = append(got, string(thread.From)+" "+string(thread.To)+" "+string(thread.Status))
	}
	for _, id := range all.Cases {
		alone = append(alone, string(id))
	}
	for _, list := range [][]string{want, got, without, alone} {
		slices.Sort(list)
	}
	missing(t, "expected by hand and not found", want, got)
	missing(t, "found and not expected by hand", got, want)
	missing(t, "a case expected to have no thread, and it has", without, alone)
	missing(t, "a case without a thread that the list does not name", alone, without)
}

// missing names what is in a and not in b, as often as it is there too often.
func missing(t *testing.T, what string, a, b []string) {
	t.Helper()
	rest := slices.Clone(b)
	for _, s := range a {
		if i := slices.Index(rest, s); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			continue
		}
		t.Errorf("%s: %s", what, s)
	}
}

// pair is a beginning and an end of which the hand-written list says that no
// thread joins them.
type pair struct{ from, to data.EntityID }

// notExpected reads the pairs of the list that look right and are not: every
// thing named in the first column with every thing named in the second, or with
// every case.
func notExpected(t *testing.T, x *data.Index) (pairs []pair) {
	t.Helper()
	text, err := os.ReadFile(expectedFile)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "## 4.")
	section, _, _ = strings.Cut(section, "\n## ")
	for _, line := range strings.Split(section, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != 4 {
			continue
		}
		ends := thingsIn(x, cells[1])
		if strings.HasPrefix(cells[1], "any case") || strings.HasPrefix(cells[1], "a case") {
			ends = casesOf(x)
		}
		for _, from := range thingsIn(x, cells[0]) {
			for _, to := range ends {
				pairs = append(pairs, pair{from, to})
			}
		}
	}
	return pairs
}

func thingsIn(x *data.Index, cell string) (ids []data.EntityID) {
	for _, found := range quotedID.FindAllStringSubmatch(cell, -1) {
		if thing, ok := x.Thing(data.EntityID(found[1])); ok {
			ids = append(ids, thing.ID)
		}
	}
	return ids
}

func casesOf(x *data.Index) (ids []data.EntityID) {
	for _, thing := range x.Things() {
		if thing.Kind == "case" && !thing.IsStage() {
			ids = append(ids, thing.ID)
		}
	}
	return ids
}

func TestWhatLooksRightAndIsNotHasNoThread(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	x := data.NewIndex(ds)
	tracer := graph.NewTracer(x)
	pairs := notExpected(t, x)
	if len(pairs) < 60 {
		t.Fatalf("the list was not understood: %v", pairs)
	}
	for _, p := range pairs {
		if f := tracer.Threads(p.from, p.to, graph.ThreadOptions{}); len(f.Threads) > 0 {
			t.Errorf("%s to %s: the list says there is none, the engine finds %s", p.from, p.to, f.Threads[0].ID())
		}
	}
	for _, r := range ds.RuledOut {
		listed := func(p pair) bool {
			return ownerOf(x, p.from) == ownerOf(x, r.From) && ownerOf(x, p.to) == ownerOf(x, r.To)
		}
		if !slices.ContainsFunc(pairs, listed) {
			t.Errorf("%s rules out %s to %s, of which the list does not speak", r.ID, r.From, r.To)
		}
	}
}

func ownerOf(x *data.Index, id data.EntityID) data.EntityID {
	if thing, ok := x.Thing(id); ok && thing.IsStage() {
		return thing.Owner
	}
	return id
}
