package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

func TestExportsOfAModule(t *testing.T) {
	source := "import x from 'y';\nexport function a() {}\nexport var b = 1;\nvar c, d;\nexport { c, d as e };\nexport default c;\n  export function inner() {}\n"
	if got := exports(source); !slices.Equal(got, []string{"a", "b", "c", "default", "e"}) {
		t.Errorf("exports %v", got)
	}
}

// A part that ECharts no longer has would leave its line here without effect.
func TestEveryPartLeftOutIsThereAndHasItsStandIn(t *testing.T) {
	needsModules(t)
	for module, by := range lean {
		path := filepath.Join("node_modules", filepath.FromSlash(module))
		source, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
			continue
		}
		text, err := standIn(".", path, by)
		if err != nil {
			t.Error(err)
		}
		if by == "bare" {
			continue
		}
		for _, name := range exports(text) {
			if !slices.Contains(exports(string(source)), name) {
				t.Errorf("what stands in for %s exports %s, which it does not", module, name)
			}
		}
	}
}

// The pages' tests see whether something left out is needed, since it throws.
func TestWhatIsLeftOutThrows(t *testing.T) {
	needsModules(t)
	text, err := standIn(".", filepath.Join("node_modules", "echarts", "lib", "scale", "Time.js"), "absent")
	if err != nil || !strings.Contains(text, "export { leftOut as default };") || !strings.Contains(text, `from "./left_out.js"`) {
		t.Errorf("%v:\n%s", err, text)
	}
}

func TestPropertiesNamedInQuotesKeepTheirNames(t *testing.T) {
	needsModules(t)
	pattern, err := spoken("node_modules")
	if err != nil {
		t.Fatal(err)
	}
	kept := regexp.MustCompile(pattern)
	for name, want := range map[string]bool{"__proto__": true, "_rawData": true, "__flagInMainProcess": true, "_zr": false, "_rawDataX": false} {
		if kept.MatchString(name) != want {
			t.Errorf("%s is kept: %v", name, !want)
		}
	}
}

// Private properties of ECharts are renamed everywhere, so ours must not be
// read from data under such a name.
func TestOursHaveNoUnderscoredProperties(t *testing.T) {
	named := regexp.MustCompile(`[.{,]\s*_[a-zA-Z]\w*\s*[:=(.]|\._[a-zA-Z]`)
	err := filepath.WalkDir("src", func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".ts" {
			return err
		}
		text, err := os.ReadFile(path)
		if found := named.FindString(string(text)); found != "" {
			t.Errorf("%s: %q would be renamed", path, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestABundleWithoutItsPackagesSaysSo(t *testing.T) {
	if _, err := options(t.TempDir()); err == nil {
		t.Error("no error")
	}
	var _ api.Plugin = leaner(".")
}

// A function that ECharts no longer has would leave its name here without effect.
func TestEveryFunctionCutIsThere(t *testing.T) {
	needsModules(t)
	for module, names := range cut {
		if lean[module] != "" {
			t.Errorf("%s is cut and has a stand-in", module)
		}
		if _, err := cutDown(".", filepath.Join("node_modules", filepath.FromSlash(module)), names); err != nil {
			t.Error(err)
		}
	}
}

func TestAFunctionWithoutItsBody(t *testing.T) {
	source := "export function a(x,\n  y) {\n  if (x) {\n    y();\n  }\n}\nvar o = {\n  b: function () {\n    a();\n  },\n  c: 1\n};\nO.prototype.b2 = function () {\n  a();\n};\nfunction c() {\n}\n"
	for _, c := range []struct{ name, gone, kept string }{
		{"a", "y();", "y) {\nleftOut();\n}\nvar o"},
		{"b", "    a();", "b: function () {\nleftOut();\n  },\n  c: 1"},
		{"b2", "\n  a();", "function () {\nleftOut();\n};\nfunction c"},
	} {
		lines, err := withoutBody(strings.Split(source, "\n"), c.name)
		if text := strings.Join(lines, "\n"); err != nil || strings.Contains(text, c.gone) || !strings.Contains(text, c.kept) {
			t.Errorf("%s: %v\n%s", c.name, err, text)
		}
	}
	for name, want := range map[string]string{"d": "no function d", "e": "another"} {
		if _, err := withoutBody(strings.Split("function e() {\n}\nfunction e() {\n}", "\n"), name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
