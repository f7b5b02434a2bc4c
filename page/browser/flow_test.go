package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

func openFlow(t *testing.T, dir string, s screen, more string) *tab {
	t.Helper()
	tab := open(t, pageURL(dir, "index.html")+"#view=flow"+more, s)
	tab.waitFor(`document.querySelector(".host-flow[data-ready]") !== null`)
	tab.settle()
	return tab
}

// TestFlowLabelsNeverOverlap counts what stands in the data: each thing of the
// diagram has its label, and none is cut by its box or by the view.
func TestFlowLabelsNeverOverlap(t *testing.T) {
	wide := screen{name: "projector", width: 1920, height: 1080}
	small := screen{name: "tablet", width: 820, height: 1180}
	for _, dir := range []string{site, hostile} {
		for _, s := range []screen{desktop, desktopDark, wide, small, phone} {
			t.Run(filepath.Base(dir)+"/"+s.name, func(t *testing.T) {
				tab := openFlow(t, dir, s, "")
				marks := tab.marks()
				if bad := overlaps(marks); len(bad) > 0 {
					t.Errorf("%d overlaps: %v", len(bad), bad)
				}
				if named := countLabels(marks); dir == site && named < 20 {
					t.Errorf("only %d labels", named)
				}
				cut := eval[[]string](tab, `[...document.querySelectorAll(".rt-flow-label")].filter(e => {
					const lines = e.querySelector(".rt-flow-lines").getBoundingClientRect(), stage = e.closest(".rt-flow-stage").getBoundingClientRect();
					return e.offsetParent !== null && (lines.right > e.getBoundingClientRect().right + 0.5 || lines.right > stage.right + 0.5);
				}).map(e => e.textContent)`)
				if len(cut) > 0 {
					t.Errorf("cut: %q", cut)
				}
				if blank := eval[float64](tab, `document.documentElement.scrollHeight - scrollY - document.querySelector(".foot").getBoundingClientRect().bottom`); blank > 60 {
					t.Errorf("%.0f px of nothing below the page", blank)
				}
			})
		}
	}
}

// TestFlowDrawsEveryThread compares the diagram with the engine: every relation
// that a thread follows can be reached.
func TestFlowDrawsEveryThread(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	all := graph.NewTracer(data.NewIndex(ds)).ThreadsAll(graph.ThreadOptions{})
	tab := openFlow(t, site, desktop, "")
	drawn := map[string]bool{}
	for _, m := range tab.marks() {
		drawn[m.ID] = true
	}
	for _, found := range append(all.Pairs, all.Charges...) {
		for _, thread := range found.Threads {
			for _, step := range thread.Steps {
				if step.Relation != "" && !drawn["r:"+string(step.Relation)] {
					t.Errorf("%s follows %s, which is not drawn", thread.ID(), step.Relation)
				}
			}
		}
	}
}

func TestFlowByKeyboard(t *testing.T) {
	tab := openFlow(t, site, desktop, "&sel=cyber-security-law")
	tab.focusChart()
	tab.run(chromedp.KeyEvent(kb.Enter))
	if got := tab.state().Selected; got != "cyber-security-law" {
		t.Fatalf("the ring is on %q, want the selection", got)
	}
	tab.run(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.Enter))
	relation := tab.state().Selected
	if !strings.HasPrefix(relation, "r:cyber-security-law") {
		t.Fatalf("right of the law is %q, want a relation of it", relation)
	}
	tab.waitFor(`document.querySelector(".details.open .evidence") !== null`)
	tab.run(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.Enter))
	if got := tab.state().Selected; got == "" || strings.HasPrefix(got, "r:") || got == "cyber-security-law" {
		t.Errorf("beyond the relation is %q, want the thing it leads to", got)
	}
	name := eval[string](tab, `document.getElementById(document.activeElement.getAttribute("aria-activedescendant")).textContent`)
	if !strings.Contains(name, "thread") {
		t.Errorf("a screen reader hears %q", name)
	}
}

// TestFlowByPointer points at a band and at a thing on the canvas.
func TestFlowByPointer(t *testing.T) {
	tab := openFlow(t, site, desktop, "")
	stage := eval[[]float64](tab, `(() => { const r = document.querySelector(".rt-flow").getBoundingClientRect(); return [r.x, r.y] })()`)
	press := func(m mark) {
		tab.run(chromedp.MouseClickXY(stage[0]+m.X+m.Width/2, stage[1]+m.Y+m.Height/2))
		tab.settle()
	}
	marks := tab.marks()
	for _, m := range marks {
		free := !slices.ContainsFunc(marks, func(o mark) bool { return o.Label != nil && covers(o.Label.box, m.X+m.Width/2, m.Y+m.Height/2) })
		if strings.HasPrefix(m.ID, "r:") && free {
			press(m)
			if got := tab.state().Selected; got != m.ID {
				t.Errorf("pressing %s selects %q", m.ID, got)
			}
			break
		}
	}
	for _, m := range marks {
		if m.Label != nil {
			press(m)
			if got := tab.state().Selected; got != m.ID {
				t.Errorf("pressing %s selects %q", m.ID, got)
			}
			break
		}
	}
}

func covers(b box, x, y float64) bool {
	return x >= b.X && x <= b.X+b.Width && y >= b.Y && y <= b.Y+b.Height
}

// cellOf is the first cell of the matrix with a mark.
func cellOf(marks ...string) string {
	var list []string
	for _, m := range marks {
		list = append(list, fmt.Sprintf("td[data-mark=%q]", m))
	}
	return strings.Join(list, ", ")
}

func TestMatrixCellOpensItsThread(t *testing.T) {
	for _, s := range []screen{desktop, phone} {
		t.Run(s.name, func(t *testing.T) {
			tab := openFlow(t, site, s, "")
			if s.phone {
				tab.click(`[data-part="matrix"]`)
			}
			selector := cellOf("possible")
			tab.do(fmt.Sprintf(`document.querySelector(%q).scrollIntoView({ block: "center" })`, selector))
			want := eval[string](tab, fmt.Sprintf(`document.querySelector(%q).dataset.thread`, selector))
			tab.click(selector)
			tab.settle()
			if got := tab.state(); got.Thread != want || got.View != "threads" {
				t.Errorf("the cell opens thread %q in view %q, want %q in threads", got.Thread, got.View, want)
			}
		})
	}
}

// TestMatrixByKeyboard walks to a cell that is ruled out: it stays, and says why.
func TestMatrixByKeyboard(t *testing.T) {
	tab := openFlow(t, site, desktop, "")
	tab.do(`document.querySelector('.rt-flow-matrix [tabindex="0"]').focus()`)
	at := func() []int {
		return eval[[]int](tab, `(() => { const td = document.activeElement.closest("td"); return [td.closest("tr").rowIndex, td.cellIndex] })()`)
	}
	from := at()
	tab.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowRight))
	if to := at(); to[0] != from[0]+1 || to[1] != from[1]+1 {
		t.Errorf("down and right lead from %v to %v", from, to)
	}
	tab.do(fmt.Sprintf(`document.querySelector(%q).focus()`, cellOf("ruled-out", "impossible")))
	tab.run(chromedp.KeyEvent(kb.Enter))
	tab.settle()
	got := tab.state()
	if got.View != "flow" || got.Selected == "" {
		t.Errorf("what is ruled out opens view %q with %q selected", got.View, got.Selected)
	}
	if words := eval[string](tab, `document.querySelector(".rt-flow-over .rt-flow-note").textContent`); !strings.Contains(words, "→") || len(words) < 60 {
		t.Errorf("the reason reads %q", words)
	}
	if stops := eval[int](tab, `document.querySelectorAll('.rt-flow-matrix td[tabindex="0"]').length`); stops != 1 {
		t.Errorf("%d stops for Tab among the cells, want 1", stops)
	}
	tab.do(`document.querySelector(".rt-flow").scrollTop = 1e6`)
	tab.settle()
	cut := eval[[]string](tab, `(() => {
		const over = document.querySelector(".rt-flow-over").getBoundingClientRect(), first = document.querySelector(".rt-flow-matrix tbody tr:last-child").getBoundingClientRect();
		return [...document.querySelectorAll(".rt-flow-matrix thead tr:last-child button")].filter(b => {
			const r = b.getBoundingClientRect();
			return r.top < over.bottom - 4 || r.bottom > first.top;
		}).map(b => b.textContent);
	})()`)
	if len(cut) > 0 {
		t.Errorf("scrolled to the last case, the names of columns are cut: %q", cut)
	}
}

// TestTheRedThreadIsRedInTheFlow reads the labels; the bands follow the same set.
func TestTheRedThreadIsRedInTheFlow(t *testing.T) {
	tab := openFlow(t, site, desktop, "")
	if red := eval[int](tab, `document.querySelectorAll(".rt-flow .rt-flow-red").length`); red != 0 {
		t.Errorf("%d red marks without a thread", red)
	}
	thread := eval[string](tab, fmt.Sprintf(`document.querySelector(%q).dataset.thread`, cellOf("possible")))
	tab = openFlow(t, site, desktop, "&thread="+thread)
	names := eval[[]string](tab, `[...document.querySelectorAll(".rt-flow-label.rt-flow-red")].map(e => e.dataset.thing)`)
	from, _, _ := strings.Cut(thread, "--")
	if len(names) < 2 || !slices.Contains(names, from) {
		t.Errorf("red are %v, want the things along %s", names, thread)
	}
	if cells := eval[int](tab, `document.querySelectorAll("td.rt-flow-red").length`); cells != 1 {
		t.Errorf("%d red cells, want 1", cells)
	}
	for pair, want := range map[string]int{"vpn-notice--case-wu-xiangyang": 1, "cac-group-rules--case-liu-pengfei": 0} { // as steps of a story name them
		tab.do(fmt.Sprintf(`location.hash = "#view=flow&thread=%s"`, pair))
		tab.settle()
		if cells := eval[int](tab, `document.querySelectorAll("td.rt-flow-red").length`); cells != want {
			t.Errorf("%s: %d red cells, want %d", pair, cells, want)
		}
	}
}

// TestFlowIsAccessible runs axe over both parts, light and dark, wide and narrow.
func TestFlowIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(root, "web/node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal("axe-core is not installed: ", err)
	}
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			tab := openFlow(t, site, s, "")
			tab.do(string(axe))
			tab.axe("flow")
			if s.phone {
				tab.click(`[data-part="matrix"]`)
				tab.axe("matrix")
			}
			tab.do(fmt.Sprintf(`document.querySelector(%q).focus()`, cellOf("ruled-out")))
			tab.run(chromedp.KeyEvent(kb.Enter))
			tab.settle()
			tab.axe("with a selection")
		})
	}
}

// TestFlowOnPaper lays the diagram out for the sheet, and takes the labels onto
// its canvas.
func TestFlowOnPaper(t *testing.T) {
	for _, s := range []screen{desktop, phoneDark} {
		tab := openFlow(t, site, s, "")
		if pdf := tab.print(); len(pdf) < 10_000 {
			t.Errorf("%s: the PDF has %d bytes", s.name, len(pdf))
		}
		tab.do(`dispatchEvent(new Event("beforeprint"))`)
		tab.settle()
		width := eval[float64](tab, `document.querySelector(".rt-flow-sheet").getBoundingClientRect().width`)
		if width < 600 || width > 680 {
			t.Errorf("%s: the sheet is %.0f px wide, want what fits on A4", s.name, width)
		}
		tab.do(`dispatchEvent(new Event("afterprint"))`)
	}
}

func TestHostileNamesInTheFlowRunNothing(t *testing.T) {
	for _, s := range []screen{desktop, phone} {
		tab := openFlow(t, hostile, s, "")
		if len(tab.marks()) < 8 {
			t.Errorf("%s: %d marks of the hostile threads", s.name, len(tab.marks()))
		}
		for _, part := range []string{"flow", "matrix"} {
			tab.do(`document.querySelector('[data-part="` + part + `"]').click()`)
			if over := eval[int](tab, `document.documentElement.scrollWidth - innerWidth`); over > 0 || eval[int](tab, "innerWidth") != int(s.width) {
				t.Errorf("%s: %s is too wide for the screen", s.name, part)
			}
		}
		if n := eval[int](tab, `document.querySelectorAll(".rt-flow script, .rt-flow img, .rt-flow iframe").length`); n > 0 {
			t.Errorf("%s: %d elements came from the data", s.name, n)
		}
	}
}
