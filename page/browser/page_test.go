package browser

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/redthread/redthread/data"
)

// pages are the files that build writes, and the views that each offers.
var pages = map[string][]string{
	"index.html":    {"threads", "timeline", "network", "flow", "table", "sources"},
	"threads.html":  {"threads"},
	"timeline.html": {"timeline"},
	"network.html":  {"network"},
}

// charts are the views that draw marks.
var charts = []string{"timeline", "network", "flow"}

func eachPage(t *testing.T, dir string, do func(t *testing.T, tab *tab, view string)) {
	for name, views := range pages {
		for _, view := range views {
			for _, s := range screens {
				t.Run(fmt.Sprintf("%s/%s/%s", name, view, s.name), func(t *testing.T) {
					do(t, open(t, pageURL(dir, name)+"#view="+view, s), view)
				})
			}
		}
	}
}

func TestPagesStayQuietAndWithinTheirWidth(t *testing.T) {
	eachPage(t, site, func(t *testing.T, tab *tab, view string) {
		tab.settle()
		if got := tab.state().View; got != view {
			t.Errorf("shows view %q, want %q", got, view)
		}
		wide := eval[[]string](tab, `(() => {
			const out = [];
			if (document.documentElement.scrollWidth > innerWidth) for (const e of document.querySelectorAll("body *")) {
				const r = e.getBoundingClientRect();
				if (r.width > 0 && r.right > innerWidth + 1) out.push(e.tagName + "." + e.className + " to " + r.right);
			}
			return out.slice(0, 5);
		})()`)
		if len(wide) > 0 {
			t.Errorf("wider than the window: %v", wide)
		}
	})
}

func TestLabelsNeverOverlap(t *testing.T) {
	for _, view := range charts {
		for _, s := range []screen{desktop, phone} {
			t.Run(view+"/"+s.name, func(t *testing.T) {
				tab := open(t, pageURL(site, "index.html")+"#view="+view, s)
				tab.settle()
				marks := tab.marks()
				if named := countLabels(marks); named < 8 {
					t.Errorf("only %d labels", named)
				}
				if bad := overlaps(marks); len(bad) > 0 {
					t.Errorf("%d overlaps: %v", len(bad), bad)
				}
			})
		}
	}
}

func countLabels(marks []mark) int {
	n := 0
	for _, m := range marks {
		if m.Label != nil {
			n++
		}
	}
	return n
}

// TestTimelineLabelsAtTwelveZoomSteps zooms with the keyboard from everything
// to about a fortieth of it.
func TestTimelineLabelsAtTwelveZoomSteps(t *testing.T) {
	x := bundled(t)
	for _, s := range []screen{desktop, phone} {
		t.Run(s.name, func(t *testing.T) {
			tab := open(t, pageURL(site, "timeline.html"), s)
			tab.focusChart()
			var widths []float64
			for step := range 12 {
				tab.settle()
				if bad := overlaps(tab.marks()); len(bad) > 0 {
					t.Errorf("step %d: %d overlaps: %v", step, len(bad), bad)
				}
				if bad := cutLabels(tab, x); len(bad) > 0 {
					t.Errorf("step %d: cut: %v", step, bad)
				}
				if told, listed := len(tab.marks()), eval[int](tab, `document.querySelectorAll('.rt-tl-pad [role="option"]').length`); told != listed {
					t.Errorf("step %d: %d marks are drawn and the keyboard meets %d", step, told, listed)
				}
				if w := tab.state().Window; len(w) == 2 {
					widths = append(widths, w[1]-w[0])
				}
				tab.run(chromedp.KeyEvent("+"))
			}
			if len(widths) < 11 || !slices.IsSortedFunc(widths, func(a, b float64) int { return int(b - a) }) {
				t.Errorf("the window does not narrow with each step: %v", widths)
			}
		})
	}
}

// TestABarWhoseMarkIsOutsideTheWindowCanBeReachedOnTheTimeline looks at eighteen days in
// which no mark stands and three bars pass.
func TestABarWhoseMarkIsOutsideTheWindowCanBeReachedOnTheTimeline(t *testing.T) {
	url := pageURL(site, "timeline.html") + "#from=2015-05-02&to=2015-05-20"
	tab := open(t, url, desktop)
	tab.settle()
	marks := tab.marks()
	if len(marks) != 3 || countLabels(marks) != 3 {
		t.Fatalf("three bars pass and %d marks with %d names are told", len(marks), countLabels(marks))
	}
	host := eval[box](tab, `(() => { const r = document.querySelector("[data-ready]").getBoundingClientRect(); return { X: r.x, Y: r.y } })()`)
	tab.run(chromedp.MouseClickXY(host.X+marks[1].X+500, host.Y+marks[1].Y+marks[1].Height/2))
	tab.settle()
	if got := tab.state().Selected; got != marks[1].ID {
		t.Errorf("a click on the bar of %s selects %q", marks[1].ID, got)
	}
	tab.focusChart()
	tab.run(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.Enter))
	tab.settle()
	if got := tab.state().Selected; got != marks[0].ID {
		t.Errorf("Home and Enter select %q, want %s", got, marks[0].ID)
	}
}

func TestTheSignsOfTheTimelineAreExplained(t *testing.T) {
	tab := open(t, pageURL(site, "timeline.html"), desktop)
	tab.settle()
	words := tab.details()
	for _, want := range []string{"one day between the posts", "on that day or before", "the end is left open", "when it ended is not known", "about then", "uncertain", "stages of one thing", "close together", "left out"} {
		if !strings.Contains(words, want) {
			t.Errorf("the panel does not explain %q", want)
		}
	}
}

func TestAnEmptyTimelineSaysWhy(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=timeline&from=2005-01-01&to=2005-02-01", desktop)
	tab.settle()
	words := `document.querySelector(".rt-tl-none:not([hidden])")?.innerText ?? ""`
	if got := eval[string](tab, words); !strings.Contains(got, "Nothing in these dates") {
		t.Fatalf("a window without anything says %q", got)
	}
	tab.click(".rt-tl-none button")
	tab.settle()
	if got := eval[string](tab, words); got != "" || len(tab.state().Window) != 0 {
		t.Errorf("after All dates the window is %v and the chart says %q", tab.state().Window, got)
	}
}

// onMarks tells whether the keyboard is on the marks of a chart.
const onMarks = `Boolean(document.activeElement?.closest("[data-ready]")) && document.activeElement.getAttribute("role") === "listbox"`

// focusChart brings the keyboard to the marks of the view shown.
func (tab *tab) focusChart() {
	tab.t.Helper()
	tab.waitFor(`(document.querySelector('[data-ready] [role="listbox"][tabindex="0"]')?.focus(), ` + onMarks + `)`)
}

func TestTheTwelveMostConnectedAreNamed(t *testing.T) {
	degree := mostConnected(t)
	for i, name := range []string{"index.html", "network.html", "index.html"} {
		tab := open(t, pageURL(site, name)+"#view=network", []screen{desktop, desktop, phone}[i])
		tab.settle()
		named := map[string]bool{}
		for _, m := range tab.marks() {
			named[m.ID] = m.Label != nil
		}
		for _, id := range degree {
			if !named[id] {
				t.Errorf("%s: %s is among the twelve most connected and has no label", name, id)
			}
		}
	}
}

// mostConnected are the twelve ids of highest degree in the bundled dataset,
// fewer where the next ones share the last degree. A stage's relations count
// for its owner.
func mostConnected(t *testing.T) []string {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	degree := map[string]int{}
	for _, r := range data.NewIndex(ds).Relations() {
		from, _, _ := strings.Cut(string(r.From), "/")
		to, _, _ := strings.Cut(string(r.To), "/")
		if from != to {
			degree[from]++
			degree[to]++
		}
	}
	ids := slices.SortedFunc(maps.Keys(degree), func(a, b string) int { return degree[b] - degree[a] })
	least := degree[ids[12]]
	return slices.DeleteFunc(ids, func(id string) bool { return degree[id] <= least })
}

func TestKeyboardReachesTheEvidence(t *testing.T) {
	for _, view := range charts {
		t.Run(view, func(t *testing.T) {
			tab := open(t, pageURL(site, "index.html")+"#view="+view, desktop)
			for range 80 {
				if eval[bool](tab, onMarks) {
					break
				}
				tab.run(chromedp.KeyEvent(kb.Tab))
			}
			if !eval[bool](tab, onMarks) {
				t.Fatal("80 presses of Tab do not reach the marks")
			}
			tab.run(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.Enter))
			tab.settle()
			if tab.state().Selected == "" {
				t.Fatal("Enter selects nothing")
			}
			words := tab.details()
			if !strings.Contains(words, "paragraph") {
				t.Errorf("the details name no place in a source: %.400s", words)
			}
		})
	}
}

// details is the text of the panel of the selection.
func (tab *tab) details() string {
	tab.t.Helper()
	return eval[string](tab, `document.getElementById("details").innerText`)
}

func TestSelectionIsOneForAllViews(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=timeline&sel=cyber-security-law", desktop)
	tab.settle()
	if !strings.Contains(tab.details(), "Cyber Security Law") {
		t.Errorf("details do not show the selection: %.200s", tab.details())
	}
	for _, view := range []string{"network", "table", "timeline"} {
		tab.click("#tab-" + view)
		tab.settle()
		if got := tab.state(); got.View != view || got.Selected != "cyber-security-law" {
			t.Errorf("after choosing %s: %+v", view, got)
		}
		if url := eval[string](tab, `location.hash`); !strings.Contains(url, "sel=cyber-security-law") || view != pages["index.html"][0] && !strings.Contains(url, "view="+view) {
			t.Errorf("the address does not follow: %s", url)
		}
	}
	tab.do(`history.back()`)
	tab.settle()
	if got := tab.state().View; got != "table" {
		t.Errorf("back leads to %q, want table", got)
	}
	tab.do(`history.forward()`)
	tab.settle()
	if got := tab.state().View; got != "timeline" {
		t.Errorf("forward leads to %q, want timeline", got)
	}
}

func TestALinkOpensExactlyItsState(t *testing.T) {
	hash := "#view=network&sel=wu-xiangyang&from=2016-01-01&to=2018-05-01&hide=place"
	tab := open(t, pageURL(site, "index.html")+hash, desktop)
	tab.settle()
	got := tab.state()
	if got.View != "network" || got.Selected != "wu-xiangyang" || !slices.Equal(got.Hidden, []string{"place"}) || len(got.Window) != 2 {
		t.Fatalf("state %+v does not hold what %s says", got, hash)
	}
	if from := got.Window[0]; from != 16801 { // 2016-01-01, days since 1970
		t.Errorf("window from day %v, want 16801", from)
	}
}

func TestSearchFindsAliasesAndChineseNames(t *testing.T) {
	for query, want := range map[string]string{"吴向洋": "Wu Xiangyang", "Druklo": "Dr", "Pinchai": "Sundar"} {
		tab := open(t, pageURL(site, "index.html"), desktop)
		tab.run(chromedp.SendKeys(`input[type="search"]`, query))
		tab.settle()
		found := eval[string](tab, `[...document.querySelectorAll('[role="option"]')].filter(e => e.checkVisibility()).map(e => e.innerText).join("\n")`)
		if !strings.Contains(found, want) {
			t.Errorf("searching %s finds %.200q, want %q", query, found, want)
		}
	}
}

// signsInTheLegend counts the signs that a reader sees there: one for each kind.
const signsInTheLegend = `[...document.querySelectorAll(".chip .symbol")].filter(e => e.checkVisibility()).length`

func TestTheLegendFilters(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=timeline", desktop)
	tab.settle()
	if got := eval[int](tab, signsInTheLegend); got != 12 {
		t.Errorf("the legend shows the signs of %d kinds, the data has 12", got)
	}
	before := len(tab.marks())
	tab.do(`[...document.querySelectorAll(".chip")].find(e => e.textContent.startsWith("Cases")).click()`)
	tab.settle()
	if got := tab.state().Hidden; !slices.Equal(got, []string{"case"}) {
		t.Fatalf("hidden: %v", got)
	}
	if after := len(tab.marks()); after >= before {
		t.Errorf("%d marks with cases hidden, %d before", after, before)
	}
}

func TestAxeFindsNothing(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(root, "web/node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal("axe-core is not installed: ", err)
	}
	eachPage(t, site, func(t *testing.T, tab *tab, _ string) {
		tab.do(string(axe))
		check := func(where string) {
			found := eval[[]string](tab, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.flatMap(v =>
				v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.slice(0, 300))))`)
			for _, f := range found {
				t.Errorf("%s: %s", where, f)
			}
		}
		check("at first")
		tab.do(`location.hash += "&sel=cyber-security-law"`)
		tab.settle()
		check("with a selection")
	})
}

func TestWorksInASandboxedFrame(t *testing.T) {
	for name := range pages {
		t.Run(name, func(t *testing.T) {
			frame := filepath.Join(t.TempDir(), "frame.html")
			html := fmt.Sprintf(`<!doctype html><title>frame</title><iframe sandbox="allow-scripts" width="1200" height="700" src="%s"></iframe>`, pageURL(site, name))
			if err := os.WriteFile(frame, []byte(html), 0o644); err != nil {
				t.Fatal(err)
			}
			tab := newTab(t, fileURL(frame), desktop)
			tab.run(chromedp.Navigate(tab.url))
			tab.waitInFrame(`document.querySelector("[data-ready]") !== null`)
			tab.waitInFrame(`(() => { document.querySelector(".chip").click(); const ask = new CustomEvent("rt:state", { detail: {} }); document.dispatchEvent(ask); return ask.detail.state.hidden.length > 0 })()`)
		})
	}
}

func TestHostileNamesAreText(t *testing.T) {
	eachPage(t, hostile, func(t *testing.T, tab *tab, _ string) {
		tab.settle()
		if eval[bool](tab, `"pwned" in window || ({}).polluted !== undefined`) {
			t.Error("text of the data ran")
		}
		if links := eval[[]string](tab, `[...document.querySelectorAll("a[href]")].map(a => a.getAttribute("href")).filter(h => !/^(https?:|#)/.test(h))`); len(links) > 0 {
			t.Errorf("links that are not web addresses: %v", links)
		}
		if foreign := eval[int](tab, `document.querySelectorAll("main img, main iframe, main object, main embed, [onerror], [onclick], [onload]").length`); foreign > 0 {
			t.Errorf("%d elements made by the data", foreign)
		}
	})
}

func TestHostileNamesCanBeReadInDetails(t *testing.T) {
	tab := open(t, pageURL(hostile, "index.html")+"#sel=script", desktop)
	tab.settle()
	if words := tab.details(); !strings.Contains(words, `</script><script>window.pwned=1</script>`) {
		t.Errorf("the name does not stand as it was written: %.300s", words)
	}
}

// TestPaperIsNotWasted prints one thing with the timeline: head and chart on the
// first sheet, of Letter too, then its details and the sources, the foot below
// them and not on a sheet of its own.
func TestPaperIsNotWasted(t *testing.T) {
	for name, paper := range map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "Letter": chromedp.PaperLetter} {
		tab := open(t, pageURL(site, "timeline.html")+"#sel=case-huang-qi", desktop)
		if n := bytes.Count(tab.printOn(paper), []byte("/Type /Page\n")); n != 4 {
			t.Errorf("%s: %d sheets, want 4", name, n)
		}
	}
}

func TestPrintHoldsTheChartAndTheWords(t *testing.T) {
	for name := range pages {
		tab := open(t, pageURL(site, name), desktop)
		pdf := tab.print()
		if len(pdf) < 20_000 {
			t.Errorf("%s prints %d bytes", name, len(pdf))
		}
		if controls := eval[[]string](tab, `[...document.querySelectorAll("button, input, select")].filter(e => e.checkVisibility() && !e.matches("button.chip")).map(e => e.outerHTML.slice(0, 120))`); len(controls) > 0 {
			t.Errorf("%s prints its controls: %v", name, controls)
		}
		// Paper cannot be asked what the signs of "others" mean.
		if words := eval[string](tab, `document.querySelector(".chips").innerText`); eval[int](tab, signsInTheLegend) != 12 || strings.Contains(words, "Others") {
			t.Errorf("%s prints a legend without some kinds: %q", name, words)
		}
	}
}

// TestNetworkNamesStandNearestTheirOwnMark: seven of the twelve bold names stood
// nearer to another mark than to their own. On a phone a name may stand off,
// with a line that leads to it.
func TestNetworkNamesStandNearestTheirOwnMark(t *testing.T) {
	for _, s := range []screen{desktop, phone} {
		tab := open(t, pageURL(site, "index.html")+"#view=network", s)
		tab.settle()
		marks := tab.marks()
		for _, m := range marks {
			if m.Label == nil {
				continue
			}
			own := apart(m.Label.box, m.box)
			for _, other := range marks {
				if d := apart(m.Label.box, other.box); other.ID != m.ID && d < own-0.5 && (s.name == desktop.name || own < 5) {
					t.Errorf("%s: %q is %.1f px from its mark, %.1f from %s", s.name, m.Label.Text, own, d, other.ID)
				}
			}
		}
	}
}

// apart is the distance of two boxes in px.
func apart(a, b box) float64 {
	x := max(0, a.X-b.X-b.Width, b.X-a.X-a.Width)
	y := max(0, a.Y-b.Y-b.Height, b.Y-a.Y-a.Height)
	return math.Hypot(x, y)
}
