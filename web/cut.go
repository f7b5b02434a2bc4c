package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// cut are the functions that no page calls of modules that are needed
// otherwise: each throws when it is called, as what lean names "absent". What
// only they call goes with them. To use one, delete its name.
var cut = map[string][]string{
	// Nothing is animated, morphed or told to leave.
	"zrender/lib/Element.js": {"animateTo"},
	"echarts/lib/animation/customGraphicTransition.js": {
		"getElementAnimationConfig", "applyPropsTransition", "duringCall",
		"prepareShapeOrExtraTransitionFrom", "prepareTransformTransitionFrom", "prepareStyleTransitionFrom",
	},
	// Pointers are ours: ECharts lights nothing up and dims nothing.
	"echarts/lib/util/states.js": {
		"blurSeries", "blurSeriesFromHighlightPayload", "blurComponent", "allLeaveBlur", "findComponentHighDownDispatchers",
		"handleGlobalMouseOverForHighDown", "handleGlobalMouseOutForHighDown", "createEmphasisDefaultState", "createSelectDefaultState",
	},
	"echarts/lib/view/Chart.js": {"toggleHighlight"},
	// Texts are one font each, wrapped and cut by us, and belong to no other shape.
	"zrender/lib/graphic/helper/parseText.js": {"parseRichText", "wrapText", "prepareTruncateOptions", "truncateSingleLine"},
	"zrender/lib/contain/text.js":             {"calculateTextPosition"},
	// Images there are none, but for the patterns of the flow, which are canvases.
	"zrender/lib/canvas/graphic.js": {"brushImage"},
	"echarts/lib/util/graphic.js":   {"createIcon", "makeImage", "clipRectByRect", "clipPointsByRect"},
	// Our renderers of custom series ask for places, not for styles.
	"echarts/lib/chart/custom/CustomView.js":                 {"style", "styleEmphasis", "ordinalRawValue", "visual", "barLayout"},
	"echarts/lib/coord/cartesian/prepareCustom.js":           {"dataToCoordSize"},
	"echarts/lib/chart/helper/createClipPathFromCoordSys.js": {"createPolarClipPath"},
	// Series say which dimension is which; axes are numbers, without ticks.
	"echarts/lib/data/helper/sourceHelper.js":            {"makeSeriesEncodeForAxisCoordSys"},
	"echarts/lib/coord/cartesian/cartesianAxisHelper.js": {"layout", "createCartesianAxisViewCommonPartBuilder", "updateCartesianAxisViewCommonPartBuilder"},
	"echarts/lib/model/referHelper.js":                   {"polar", "matrix", "singleAxis"},
	"echarts/lib/util/number.js":                         {"parseDate"},
	"echarts/lib/coord/Axis.js":                          {"fixOnBandTicksCoords"},
	"echarts/lib/coord/axisNiceTicks.js":                 {"logScaleCalcNiceTicks"},
	"echarts/lib/util/layout.js":                         {"boxLayout"},
	"echarts/lib/model/OptionManager.js":                 {"applyMediaQuery"},
	// Links have no symbols at their ends.
	"echarts/lib/chart/graph/adjustEdge.js": {"intersectCurveCircle"},
}

// cutDown is the module with the named functions reduced to a throw. The
// modules are indented by a machine, so that a function ends with the next
// brace that stands as far in as it began.
func cutDown(web, path string, names []string) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	lines := strings.Split(string(source), "\n")
	for _, name := range names {
		if lines, err = withoutBody(lines, name); err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
	}
	leftOut := filepath.ToSlash(filepath.Join(web, "lean", "left_out.js"))
	return fmt.Sprintf("import { leftOut } from %q;\n%s", leftOut, strings.Join(lines, "\n")), nil
}

// withoutBody replaces the body of the function of that name, or else of the
// method or property.
func withoutBody(lines []string, name string) ([]string, error) {
	first, indent, err := find(lines, `(?:export (?:default )?)?function `+name+`\(`)
	if first < 0 && err == nil {
		first, indent, err = find(lines, `(?:[\w.]+\.`+name+` =|`+name+`:) function \(`)
	}
	if err != nil || first < 0 {
		return nil, cmp.Or(err, fmt.Errorf("no function %s", name))
	}
	body := first
	for body < len(lines) && !strings.HasSuffix(lines[body], "{") {
		body++
	}
	for end := body + 1; end < len(lines); end++ {
		if strings.HasPrefix(lines[end], indent+"}") {
			return append(append(lines[:body+1:body+1], "leftOut();"), lines[end:]...), nil
		}
	}
	return nil, fmt.Errorf("function %s has no end", name)
}

// find is the one line that begins so, -1 if there is none, and how far in.
func find(lines []string, so string) (at int, indent string, err error) {
	begins := regexp.MustCompile(`^(\s*)` + so)
	at = -1
	for i, line := range lines {
		if m := begins.FindStringSubmatch(line); m != nil {
			if at >= 0 {
				return 0, "", fmt.Errorf("line %d: another %q", i+1, line)
			}
			at, indent = i, m[1]
		}
	}
	return at, indent, nil
}
