package graphml

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/formattest"
)

// debian is the Python that Debian's packages belong to.
const debian = "/usr/bin/python3"

// seen is what another program found in a file.
type seen struct {
	Nodes    map[string]map[string]string `json:"nodes"`
	Edges    []edgeSeen                   `json:"edges"`
	Graph    map[string]string            `json:"graph"`
	Directed bool                         `json:"directed"`
}

type edgeSeen struct {
	From, To string
	Values   map[string]string
}

func (e *edgeSeen) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, &[]any{&e.From, &e.To, &e.Values})
}

// opened runs a tool over files and gives what it found in each.
func opened(t *testing.T, tool string, args ...string) []seen {
	t.Helper()
	cmd := exec.Command(formattest.Peer(t, debian), append([]string{"testdata/peer.py", tool}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 77 {
		formattest.Missing(t, "python3-"+tool)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, stderr.String())
	}
	var list []seen
	for line := range strings.Lines(string(out)) {
		var s seen
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// expected is what a program that knows nothing of our model must find.
func expected(ds *data.Dataset) seen {
	x := data.NewIndex(ds)
	want := seen{Nodes: map[string]map[string]string{}, Edges: []edgeSeen{}, Graph: named(columns.Heading(ds)), Directed: true}
	for i := range ds.Entities {
		e := &ds.Entities[i]
		thing, _ := x.Thing(e.ID)
		want.Nodes[string(e.ID)] = named(append(columns.Entity(e), data.Cell{Key: "label", Text: x.Label(thing)}))
	}
	for i := range ds.Relations {
		r := &ds.Relations[i]
		from, _ := columns.Split(r.From)
		to, _ := columns.Split(r.To)
		values := named(append(columns.Relation(r), data.Cell{Key: "label", Text: x.Predicate(r.Predicate).Label}))
		want.Edges = append(want.Edges, edgeSeen{from, to, values})
	}
	return want
}

func named(cells []data.Cell) map[string]string {
	m := map[string]string{}
	for _, c := range cells {
		m[c.Key] = c.Text
	}
	return m
}

// settle makes equal what tools may tell in another way: the order of edges,
// and how a number is written.
func settle(s seen) seen {
	number := func(m map[string]string) {
		for k, v := range m {
			if f, err := strconv.ParseFloat(v, 64); err == nil {
				m[k] = strconv.FormatFloat(f, 'g', -1, 64)
			}
		}
	}
	for _, n := range s.Nodes {
		number(n)
	}
	for _, e := range s.Edges {
		number(e.Values)
	}
	number(s.Graph)
	sort.Slice(s.Edges, func(i, j int) bool { return fmt.Sprint(s.Edges[i]) < fmt.Sprint(s.Edges[j]) })
	return s
}

func save(t *testing.T, dir string, n int, text []byte) string {
	t.Helper()
	path := filepath.Join(dir, fmt.Sprintf("%03d.graphml", n))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// datasets are the bundled one and generated ones, with numbers among their
// attributes.
func datasets(t *testing.T) []*data.Dataset {
	list := []*data.Dataset{formattest.Bundled(t)}
	for i := range 60 {
		ds := rapid.Custom(formattest.Dataset).Example(i)
		for j := range ds.Relations {
			ds.Relations[j].Attributes = append(ds.Relations[j].Attributes, data.Attribute{Key: "weight", Value: strconv.Itoa(j + 1)})
		}
		ds.Entities[0].Count = "12"
		list = append(list, ds)
	}
	return list
}

func TestOtherProgramsFindAllNodesEdgesAndValues(t *testing.T) {
	for _, tool := range []string{"igraph", "networkx"} {
		t.Run(tool, func(t *testing.T) {
			dir := t.TempDir()
			var files []string
			list := datasets(t)
			for i, ds := range list {
				text, _ := written(t, ds)
				files = append(files, save(t, dir, i, text))
			}
			for i, got := range opened(t, tool, files...) {
				if diff := cmp.Diff(settle(expected(list[i])), settle(got)); diff != "" {
					t.Fatalf("dataset %d (-want +got):\n%s", i, diff)
				}
			}
		})
	}
}

// TestNetworkxGivesEverythingBack reads what networkx made of our file. igraph
// 0.10.2 cuts some long texts when it writes, differently on each run, so that
// it is not asked here.
func TestNetworkxGivesEverythingBack(t *testing.T) {
	dir := t.TempDir()
	ds := formattest.Bundled(t)
	text, _ := written(t, ds)
	again := filepath.Join(dir, "again.graphml")
	opened(t, "networkx", save(t, dir, 0, text), "--save", again)
	theirs, err := os.ReadFile(again)
	if err != nil {
		t.Fatal(err)
	}
	back, report := imported(t, theirs)
	formattest.Same(t, formattest.WithoutSections(ds), back, report)
}
