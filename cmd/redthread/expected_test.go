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
