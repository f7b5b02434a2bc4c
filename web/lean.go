package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// lean are the parts of ECharts and zrender that ECharts always brings along and
// that no page uses, and what stands in for each: a file of web/lean, or one of
//
//	absent  whatever it exports throws when it is called: a page that comes to need it fails its tests
//	idle    whatever it exports does nothing: ECharts calls it on the way
//	bare    its default export is an object without keys
//
// Each costs bytes in every page. To use one, delete its line.
var lean = map[string]string{
	// options: ours are written for this version and name everything
	"echarts/lib/preprocessor/backwardCompat.js": "idle",
	"echarts/lib/util/styleCompat.js":            "idle",
	"echarts/lib/legacy/dataSelectAction.js":     "idle",
	"echarts/lib/theme/dark.js":                  "bare",
	"echarts/lib/i18n/langEN.js":                 "bare",
	"echarts/lib/i18n/langZH.js":                 "bare",
	"echarts/lib/data/helper/transform.js":       "absent",
	"echarts/lib/processor/dataStack.js":         "idle",
	"echarts/lib/loading/default.js":             "absent",
	"echarts/lib/data/helper/sourceManager.js":   "source.js",
	// scales: days are numbers here
	"echarts/lib/scale/Time.js":           "absent",
	"echarts/lib/scale/Log.js":            "absent",
	"echarts/lib/util/time.js":            "absent",
	"echarts/lib/coord/axisAlignTicks.js": "absent",
	"echarts/lib/scale/Ordinal.js":        "absent",
	// axes are hidden
	"echarts/lib/coord/axisBand.js":                   "absent",
	"echarts/lib/scale/minorTicks.js":                 "absent",
	"echarts/lib/coord/polar/prepareCustom.js":        "absent",
	"echarts/lib/coord/geo/prepareCustom.js":          "absent",
	"echarts/lib/coord/single/prepareCustom.js":       "absent",
	"echarts/lib/coord/calendar/prepareCustom.js":     "absent",
	"echarts/lib/component/axis/AxisBuilder.js":       "axis_builder.js",
	"echarts/lib/component/axis/CartesianAxisView.js": "axis_view.js",
	"echarts/lib/coord/axisTickLabelBuilder.js":       "axis_labels.js",
	// places come from Go
	"echarts/lib/layout/barGrid.js":                   "absent",
	"echarts/lib/chart/graph/forceLayout.js":          "idle",
	"echarts/lib/chart/graph/circularLayout.js":       "idle",
	"echarts/lib/chart/graph/circularLayoutHelper.js": "idle",
	// colours too
	"echarts/lib/chart/sankey/sankeyVisual.js": "sankey_visual.js",
	"zrender/lib/tool/color.js":                "color.js",
	// marks
	"echarts/lib/util/decal.js":                               "absent",
	"echarts/lib/chart/helper/EffectLine.js":                  "absent",
	"echarts/lib/chart/helper/EffectPolyline.js":              "absent",
	"echarts/lib/animation/customGraphicKeyframeAnimation.js": "idle",
	"zrender/lib/graphic/helper/smoothBezier.js":              "absent",
	"zrender/lib/graphic/helper/roundSector.js":               "absent",
	"zrender/lib/animation/Animator.js":                       "animator.js",
	// pointers, keys and words beside them are ours
	"echarts/lib/component/tooltip/seriesFormatTooltip.js": "absent",
	"echarts/lib/component/tooltip/tooltipMarkup.js":       "absent",
	"zrender/lib/mixin/Draggable.js":                       "idle",
	"echarts/lib/component/helper/RoamController.js":       "roam.js",
	// the language has it
	"zrender/lib/core/timsort.js": "sort.js",
}

// leaner replaces the parts that are left out.
func leaner(web string) api.Plugin {
	return api.Plugin{Name: "lean", Setup: func(build api.PluginBuild) {
		replace := func(module string, text func(path string) (string, error), dir string) {
			build.OnLoad(api.OnLoadOptions{Filter: "/" + regexp.QuoteMeta(module) + "$"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
				text, err := text(args.Path)
				return api.OnLoadResult{Contents: &text, ResolveDir: cmp.Or(dir, filepath.Dir(args.Path))}, err
			})
		}
		for module, by := range lean {
			replace(module, func(path string) (string, error) { return standIn(web, path, by) }, filepath.Join(web, "lean"))
		}
		for module, names := range cut {
			replace(module, func(path string) (string, error) { return cutDown(web, path, names) }, "")
		}
	}}
}

// standIn is the module that stands in for the one at a path.
func standIn(web, path, by string) (string, error) {
	if strings.HasSuffix(by, ".js") {
		text, err := os.ReadFile(filepath.Join(web, "lean", by))
		return string(text), err
	}
	if by == "bare" {
		return "export default {};", nil
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	names := exports(string(source))
	if len(names) == 0 {
		return "", fmt.Errorf("%s exports nothing that could be left out", path)
	}
	text := `import { leftOut } from "./left_out.js";` + "\n"
	if by == "idle" {
		text = "function leftOut() {}\n"
	}
	for _, name := range names {
		text += "export { leftOut as " + name + " };\n"
	}
	return text, nil
}

var (
	exported     = regexp.MustCompile(`(?m)^export (?:function|class|var|let|const) (\w+)`)
	exportedList = regexp.MustCompile(`(?m)^export \{([^}]*)\}`)
	asDefault    = regexp.MustCompile(`(?m)^export default `)
)

// exports are the names that a module exports.
func exports(source string) []string {
	var names []string
	for _, m := range exported.FindAllStringSubmatch(source, -1) {
		names = append(names, m[1])
	}
	for _, m := range exportedList.FindAllStringSubmatch(source, -1) {
		for one := range strings.SplitSeq(m[1], ",") {
			if words := strings.Fields(one); len(words) > 0 {
				names = append(names, words[len(words)-1])
			}
		}
	}
	if asDefault.MatchString(source) {
		names = append(names, "default")
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// quoted finds properties that ECharts and zrender name in quotes.
var quoted = regexp.MustCompile(`['"](_[\w$]+)['"]`)

// spoken is a pattern of the underscored properties that keep their names: they
// are written somewhere as a text. All others are private to their modules and
// get short names.
func spoken(modules string) (string, error) {
	names := []string{"__proto__"}
	for _, library := range []string{"echarts/lib", "zrender/lib"} {
		err := filepath.WalkDir(filepath.Join(modules, library), func(path string, _ os.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".js" {
				return err
			}
			text, err := os.ReadFile(path)
			for _, m := range quoted.FindAllSubmatch(text, -1) {
				names = append(names, regexp.QuoteMeta(string(m[1])))
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	slices.Sort(names)
	return "^(" + strings.Join(slices.Compact(names), "|") + ")$", nil
}
