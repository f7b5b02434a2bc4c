// Package redthread_test holds the rules of the repository as tests.
package redthread_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/redthread/redthread"

// rooms says what each room may import of this module, tests left aside.
var rooms = map[string][]string{
	"cmd/redthread": {"chart", "data", "data/edtf", "data/format", "graph", "page", "timeline"},
	"chart":         {"data", "data/edtf", "graph", "timeline"},
	"page":          {"data", "data/edtf"},
	"graph":         {"data", "data/edtf"},
	"timeline":      {"data", "data/edtf"},
	"data":          {"data/edtf"},
	"data/edtf":     {},
	"data/format":   {"data", "data/edtf", "data/format"},
	"web":           {},
	"bench":         {"chart", "data", "data/edtf", "data/format", "graph", "page", "timeline"},
}

// packageInfo is what go list says of a package.
type packageInfo struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []packageInfo {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []packageInfo
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p packageInfo
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	for _, p := range listPackages(t) {
		room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		allowed, known := rooms[room]
		for _, imp := range p.Imports {
			inside, ok := strings.CutPrefix(imp, module+"/")
			if !known && strings.HasPrefix(room, "data/format") {
				allowed, known = rooms["data/format"], true
			}
			if strings.HasPrefix(inside, "data/format/") {
				inside = "data/format" // its packages are one room
			}
			if ok && known && !slices.Contains(allowed, inside) {
				t.Errorf("%s imports %s: it may import %v", room, inside, allowed)
			}
		}
		if !known && len(p.Imports) > 0 && !strings.HasPrefix(room, "data/format") {
			t.Errorf("%s is a room that this table does not know", room)
		}
	}
}

func TestSingleImporters(t *testing.T) {
	only := map[string]string{
		"github.com/dominikbraun/graph":    "graph",
		"github.com/go-echarts/go-echarts": "chart",
		"github.com/evanw/esbuild":         "web",
		"go.yaml.in/yaml":                  "data",
		"github.com/xuri/excelize":         "data/format/xlsx",
	}
	used := map[string]bool{}
	for _, p := range listPackages(t) {
		for _, imp := range p.Imports {
			for prefix, room := range only {
				if !strings.HasPrefix(imp, prefix) {
					continue
				}
				used[prefix] = true
				if p.ImportPath != module+"/"+room {
					t.Errorf("%s imports %s: only %s may", p.ImportPath, imp, room)
				}
			}
		}
	}
	for _, mandated := range []string{"github.com/dominikbraun/graph", "github.com/go-echarts/go-echarts"} {
		if !used[mandated] {
			t.Errorf("nothing imports %s, which is mandated", mandated)
		}
	}
}

// tracked lists the files that git knows, with one of the endings.
func tracked(t *testing.T, endings ...string) []string {
	t.Helper()
	out, err := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skip("not a git checkout:", err)
	}
	var files []string
	for _, f := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if _, err := os.Stat(f); err == nil && (len(endings) == 0 || slices.Contains(endings, path.Ext(f))) {
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		t.Fatalf("no files with endings %v", endings)
	}
	return files
}

// forbid fails for each line that matches in the files.
func forbid(t *testing.T, files []string, pattern, why string) {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if re.MatchString(line) {
				t.Errorf("%s:%d: %s: %s", f, i+1, why, strings.TrimSpace(line))
			}
		}
	}
}

func without(files []string, prefixes ...string) []string {
	return slices.DeleteFunc(files, func(f string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(f, p) })
	})
}

func TestNoChartRendersItself(t *testing.T) {
	forbid(t, without(tracked(t, ".go"), "all_test.go"), `\.(Render|RenderContent|RenderSnippet)\(|components\.NewPage|opts\.FuncOpts|opts\.FuncStripCommentsOpts`,
		"go-echarts' own templates run text from the data")
}

func TestFrontEndRunsNoText(t *testing.T) {
	forbid(t, without(tracked(t, ".ts"), "web/node_modules"), `innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser`,
		"text of the data must stay text")
}

func TestClockAndEnvironmentStayInTheCommand(t *testing.T) {
	for _, f := range without(tracked(t, ".go"), "cmd/", "bench/", "web/", "page/browser/", "data/format/formattest/", "data/format/ftm/gen/") {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range file.Imports {
			if imp.Path.Value == `"time"` && strings.HasPrefix(f, "data/format/") {
				forbid(t, []string{f}, `time\.(Now|Since|Until|Local|LoadLocation)\b`, "formats know calendars, no clock and no zone of the machine")
				continue
			}
			switch imp.Path.Value {
			case `"os"`, `"math/rand"`, `"net/http"`, `"time"`:
				t.Errorf("%s imports %s: only cmd touches paths, clock, chance and network", f, imp.Path.Value)
			}
		}
	}
}

func TestGitHoldsNothingOfThisMachine(t *testing.T) {
	files := without(tracked(t, ".go", ".ts", ".css", ".md", ".yaml", ".json", ".txt", ".txtar"), "all_test.go")
	forbid(t, files, `(^|[^\w.])/(work|home|Users)/[a-z]`, "a path of one machine")
	forbid(t, files, `registry\.npmjs|proxy\.golang`, "the host of a package registry")
}

func TestDocumentedInTheArchitecture(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !strings.Contains(string(text), "`"+room+"/`") {
			t.Errorf("ARCHITECTURE.md does not name the room `%s/`", room)
		}
	}
}

// TestLinksOfTheDocumentsExist follows every relative link and picture.
func TestLinksOfTheDocumentsExist(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	for _, f := range tracked(t, ".md") {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(path.Join(path.Dir(f), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", f, m[1])
			}
		}
	}
}
