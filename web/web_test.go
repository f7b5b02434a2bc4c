package main

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// needsModules skips where the front end's packages are not installed.
func needsModules(t *testing.T) {
	t.Helper()
	if _, err := os.Stat("node_modules/echarts/package.json"); err != nil {
		t.Skip("web/node_modules is not there: npm --prefix web ci")
	}
}

func TestCommittedAssetsAreWhatTheSourcesMake(t *testing.T) {
	needsModules(t)
	files, err := bundle("..")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range files {
		names[f.name] = true
		committed, err := os.ReadFile(filepath.Join("..", "page", "assets", f.name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(committed, f.text) {
			t.Errorf("page/assets/%s is not what web/ makes (%d bytes, committed %d): go run ./web", f.name, len(f.text), len(committed))
		}
	}
	entries, err := os.ReadDir("../page/assets")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !names[e.Name()] {
			t.Errorf("page/assets/%s is made by nothing", e.Name())
		}
	}
}

func TestAssetsMayStandInsideADocument(t *testing.T) {
	for name, closing := range map[string][]string{"app.js": {"</script", "<!--"}, "app.css": {"</style", "@import", "url("}} {
		text, err := os.ReadFile(filepath.Join("..", "page", "assets", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range closing {
			if strings.Contains(strings.ToLower(string(text)), s) {
				t.Errorf("%s holds %q", name, s)
			}
		}
	}
}

func TestNoticesHoldEveryLicence(t *testing.T) {
	text, err := os.ReadFile("../page/assets/NOTICES.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Apache License", "The Apache Software Foundation", "Baidu Inc.", "Mike Bostock", "Microsoft Corporation"} {
		if !bytes.Contains(text, []byte(words)) {
			t.Errorf("NOTICES.txt does not hold %q", words)
		}
	}
}

func TestFailedNamesThePlace(t *testing.T) {
	err := failed([]api.Message{{Text: "unexpected", Location: &api.Location{File: "src/a.ts", Line: 3, Column: 4}}, {Text: "no input"}})
	if got, want := err.Error(), "src/a.ts:3:5: unexpected\nno input"; got != want {
		t.Errorf("failed = %q, want %q", got, want)
	}
	if failed(nil) != nil {
		t.Error("no message is an error")
	}
}

func TestWriteSaysOnlyWhatChanged(t *testing.T) {
	dir, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	for _, step := range []struct{ text, said string }{{"one", "page/assets/app.js: 3 bytes\n"}, {"one", ""}, {"three", "page/assets/app.js: 5 bytes\n"}} {
		var out strings.Builder
		if err := write(&out, dir, []file{{"app.js", []byte(step.text)}}); err != nil {
			t.Fatal(err)
		}
		if out.String() != step.said {
			t.Errorf("writing %q said %q, want %q", step.text, out.String(), step.said)
		}
	}
}

// TestTheTimelineOnPaperIsAsWideAsItsCalendar: Chromium prints a canvas at a
// scale of whole 64ths, the calendar above it at any; at nine tenths the bars
// stood three hundredths beside their dates.
func TestTheTimelineOnPaperIsAsWideAsItsCalendar(t *testing.T) {
	number := func(file, pattern string) float64 {
		text, err := os.ReadFile(filepath.Join("src", file))
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(pattern).FindSubmatch(text)
		if found == nil {
			t.Fatalf("%s: nothing like %s", file, pattern)
		}
		n, err := strconv.ParseFloat(string(found[1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	zoom := number("style.css", `\.host-timeline \{ zoom: ([.0-9]+);`)
	across := number("views/timeline.ts", `const PAPER = ([0-9]+);`)
	pixels := number("views/timeline.ts", `reopen\(printing \? ([0-9]+) :`)
	if scale := zoom / pixels * 64; scale != math.Trunc(scale) {
		t.Errorf("a pixel of the canvas is %v 64ths on paper", scale)
	}
	if style := number("views/timeline.css", `\.rt-tl \{ height: auto; width: ([0-9]+)px;`); style != across {
		t.Errorf("drawn %v px wide into %v", across, style)
	}
	if width := across * zoom; width < 660 || width > 680 {
		t.Errorf("%v px across a sheet of 680", width)
	}
}

// The units of the front end: bundled for Node and run there.
func TestUnits(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not there")
	}
	needsModules(t)
	tests, err := filepath.Glob("test/*.test.ts")
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests in web/test: %v", err)
	}
	out := t.TempDir()
	result := api.Build(api.BuildOptions{
		EntryPoints: tests, Outdir: out, OutExtension: map[string]string{".js": ".mjs"}, Write: true,
		Bundle: true, Platform: api.PlatformNode, Format: api.FormatESModule, Target: api.ES2022, LogLevel: api.LogLevelSilent,
	})
	if err := failed(result.Errors); err != nil {
		t.Fatal(err)
	}
	made, err := filepath.Glob(filepath.Join(out, "*.mjs"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, append([]string{"--test"}, made...)...)
	cmd.Env = append(os.Environ(), "TZ=Pacific/Apia") // a zone must not move a day
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}
