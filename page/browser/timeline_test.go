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
	"github.com/redthread/redthread/timeline"
)

// widths are the screens that a first view is looked at on.
var widths = []screen{
	phone, {name: "tablet", width: 768, height: 1024}, {name: "small", width: 1024, height: 768},
	desktop, {name: "wide", width: 1920, height: 1080},
}

// bundled is the index of the dataset that the pages of site show.
func bundled(t *testing.T) *data.Index {
	t.Helper()
	ds, problems := data.Read(os.DirFS(filepath.Join(root, "data", "china-cyber-sovereignty")))
	if problems.Err() != nil {
		t.Fatal("the bundled dataset does not read")
	}
	return data.NewIndex(ds)
}

// cutLabels lists the labels of the timeline that are not the whole name of
// their thing, or that leave the chart.
func cutLabels(tab *tab, x *data.Index) []string {
	tab.t.Helper()
	across := eval[float64](tab, `document.querySelector(".rt-tl-canvas").clientWidth`)
	var out []string
	for _, m := range tab.marks() {
		thing, ok := x.Thing(data.EntityID(m.ID))
		if m.Label == nil || !ok {
			continue
		}
		name := x.Label(thing)
		if thing.IsStage() {
			name = strings.TrimPrefix(thing.Name, thing.Entity.Name+": ")
		}
		if m.Label.Text != name || m.Label.X < -0.5 || m.Label.X+m.Label.Width > across+0.5 {
			out = append(out, fmt.Sprintf("%s: %q at %.0f to %.0f of %.0f", m.ID, m.Label.Text, m.Label.X, m.Label.X+m.Label.Width, across))
		}
	}
	return out
}

// cutWords lists what is written above and below the marks and does not end.
const cutWords = `[...document.querySelectorAll(".rt-tl text, .rt-tl p, .rt-tl button, .rt-tl summary")].filter(e => e.textContent.includes("…") || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map(e => e.textContent)`

func TestNothingIsCutInTheFirstViewOfTheTimeline(t *testing.T) {
	x := bundled(t)
	for page, sizes := range map[string][]screen{"index.html": widths, "timeline.html": {phone, desktop}} {
		for _, s := range sizes {
			t.Run(page+"/"+s.name, func(t *testing.T) {
				tab := open(t, pageURL(site, page)+"#view=timeline", s)
				tab.settle()
				if bad := cutLabels(tab, x); len(bad) > 0 {
					t.Errorf("cut: %v", bad)
				}
				if bad := eval[[]string](tab, cutWords); len(bad) > 0 {
					t.Errorf("cut words: %q", bad)
				}
				if bad := overlaps(tab.marks()); len(bad) > 0 {
					t.Errorf("overlaps: %v", bad)
				}
				if named := countLabels(tab.marks()); named < 14 {
					t.Errorf("only %d names", named)
				}
			})
		}
	}
}

// passed are the marks of three threads of the bundled dataset that have a
// date; what has none stands in the tray.
var passed = map[string][]string{
	"cyber-security-law--case-huang-qi": {"cyber-security-law", "cyber-security-law/in-force", "police-action-groups", "case-huang-qi/faces-indictment"},
	"vpn-notice--case-wu-xiangyang":     {"vpn-notice", "vpn-notice/issued", "case-wu-xiangyang/sentenced"},
	"vpn-notice--case-vpn-sellers":      {"vpn-notice", "vpn-notice/issued", "vpn-crackdown", "case-vpn-sellers"},
}

// TestNoMarkOfTheRedThreadHidesInACluster: what the thread passes is drawn by
// itself and named, with everything in view, and one of them also near.
func TestNoMarkOfTheRedThreadHidesInACluster(t *testing.T) {
	x := bundled(t)
	for thread, ids := range passed {
		for _, s := range []screen{desktop, phone} {
			t.Run(thread+"/"+s.name, func(t *testing.T) {
				tab := open(t, pageURL(site, "index.html")+"#view=timeline&thread="+thread, s)
				tab.checkRed(x, ids)
			})
		}
	}
	near := "cyber-security-law--case-huang-qi"
	tab := open(t, pageURL(site, "index.html")+"#view=timeline&thread="+near+"&from=2015-06-01&to=2018-05-01", desktop)
	tab.checkRed(x, passed[near])
}

// TestAChosenThingIsDrawnByItself: a case chosen by the table, the search or a
// link stands out of its cluster, under its whole name, on nothing else.
func TestAChosenThingIsDrawnByItself(t *testing.T) {
	x := bundled(t)
	for _, s := range []screen{desktop, phone} {
		tab := open(t, pageURL(site, "timeline.html"), s)
		tab.settle()
		chosen := 0
		for _, thing := range x.Things() {
			if thing.Kind != "case" || thing.IsStage() || thing.Date.IsZero() && len(thing.Entity.Stages) == 0 {
				continue
			}
			chosen++
			tab.do(fmt.Sprintf("location.hash = 'sel=%s'", thing.ID))
			tab.waitFor(fmt.Sprintf("document.documentElement.dataset.selected !== undefined && (() => { const ask = new CustomEvent('rt:state', { detail: {} }); document.dispatchEvent(ask); return ask.detail.state.selected === %q })()", thing.ID))
			tab.settle()
			marks := tab.marks()
			i := slices.IndexFunc(marks, func(m mark) bool { return m.ID == string(thing.ID) })
			if i < 0 || marks[i].Label == nil {
				t.Errorf("%s: %s is not drawn by itself with its name", s.name, thing.ID)
			}
			if bad := overlaps(marks); len(bad) > 0 {
				t.Errorf("%s, %s chosen: %v", s.name, thing.ID, bad)
			}
		}
		if chosen < 10 {
			t.Errorf("%s: only %d cases were tried", s.name, chosen)
		}
	}
}

// checkRed fails where a mark of the red thread is not drawn or its thing not
// named, or where names are cut or cover each other.
func (tab *tab) checkRed(x *data.Index, ids []string) {
	tab.t.Helper()
	tab.settle()
	drawn, named := map[string]bool{}, map[string]bool{}
	marks := tab.marks()
	for _, m := range marks {
		drawn[m.ID] = true
		named[m.ID] = m.Label != nil
	}
	for _, id := range ids {
		if owner, _, _ := strings.Cut(id, "/"); !drawn[id] || !named[owner] {
			tab.t.Errorf("%s: drawn by itself %t, named %t", id, drawn[id], named[owner])
		}
	}
	if bad := append(overlaps(marks), cutLabels(tab, x)...); len(bad) > 0 {
		tab.t.Errorf("overlaps and cuts: %v", bad)
	}
	if tab.redPixels() == 0 {
		tab.t.Error("nothing is red")
	}
}

// TestTheStoryIsSeenInTheTimeline: in each step, told in the timeline or
// turned to it, what the step names is drawn by itself under its name, and no
// name stands on a mark, a cluster or another name.
func TestTheStoryIsSeenInTheTimeline(t *testing.T) {
	ds, _ := data.Read(os.DirFS(filepath.Join(root, "data", "china-cyber-sovereignty")))
	x := bundled(t)
	items := timeline.New(x, timeline.Options{}).Items
	for _, page := range []string{"index.html", "timeline.html"} {
		for _, s := range widths[:4] {
			t.Run(page+"/"+s.name, func(t *testing.T) {
				tab := open(t, pageURL(site, page)+"#step=1", s)
				for i, step := range ds.Story {
					tab.settle()
					if tab.state().View == "timeline" {
						where := fmt.Sprintf("step %d", i+1)
						marks := tab.marks()
						tab.checkSpoken(where, marks, dueIn(tab.state().Window, step.Focus, items))
						if bad := append(collisions(marks), cutLabels(tab, x)...); len(bad) > 0 {
							t.Errorf("%s: %v", where, bad)
						}
					}
					tab.press(kb.PageDown)
				}
			})
		}
	}
}

// dueIn are the dated things of a focus that reach into a window, of days, by
// more than its edges.
func dueIn(window []float64, focus []string, items []timeline.Item) []string {
	var out []string
	for _, it := range items {
		within := len(window) == 0 || it.To > window[0]+3 && it.From < window[1]-3
		if within && slices.Contains(focus, string(it.ID)) {
			out = append(out, string(it.ID))
		}
	}
	return out
}

// checkSpoken fails where one of these is not drawn by itself, or its thing
// has no name.
func (tab *tab) checkSpoken(where string, marks []mark, due []string) {
	tab.t.Helper()
	drawn, named := map[string]bool{}, map[string]bool{}
	for _, m := range marks {
		drawn[m.ID], named[m.ID] = true, m.Label != nil
	}
	for _, id := range due {
		if owner, _, _ := strings.Cut(id, "/"); !drawn[id] || !named[owner] {
			tab.t.Errorf("%s: %s: drawn by itself %t, named %t", where, id, drawn[id], named[owner])
		}
	}
}

// collisions lists labels that stand on marks, clusters or other labels.
func collisions(marks []mark) []string {
	out := overlaps(marks)
	for _, a := range marks {
		for _, b := range marks {
			if a.Label != nil && a.ID != b.ID && meet(a.Label.box, b.box) {
				out = append(out, fmt.Sprintf("%q stands on the mark of %s", a.Label.Text, b.ID))
			}
		}
	}
	return out
}

func meet(a, b box) bool {
	return min(a.X+a.Width, b.X+b.Width)-max(a.X, b.X) > 0.5 && min(a.Y+a.Height, b.Y+b.Height)-max(a.Y, b.Y) > 0.5
}

// TestAMarkWithoutANameSaysItWhenItIsChosen, and under the pointer.
func TestAMarkWithoutANameSaysItWhenItIsChosen(t *testing.T) {
	x := bundled(t)
	for _, s := range []screen{desktop, phone} {
		t.Run(s.name, func(t *testing.T) {
			tab := open(t, pageURL(site, "timeline.html"), s)
			tab.settle()
			var mute []string
			for _, m := range tab.marks() {
				if m.Label == nil && !strings.ContainsAny(m.ID, ":/") {
					mute = append(mute, m.ID)
				}
			}
			if len(mute) < 2 {
				t.Fatalf("every mark has its name: %q", mute)
			}
			for _, id := range mute[:1] {
				tab := open(t, pageURL(site, "timeline.html")+"#sel="+id, s)
				tab.settle()
				marks := tab.marks()
				i := slices.IndexFunc(marks, func(m mark) bool { return m.ID == id })
				if i < 0 || marks[i].Label == nil {
					t.Errorf("%s is chosen and has no name", id)
				}
				if bad := append(cutLabels(tab, x), overlaps(marks)...); len(bad) > 0 {
					t.Errorf("%s is chosen: %v", id, bad)
				}
			}
		})
	}
}

func TestTheEdgeOfTheTimelineCutsNoRow(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=timeline", desktop)
	for _, size := range [][2]int64{{1024, 700}, {1024, 740}, {1024, 768}, {1024, 800}, {768, 1024}} {
		tab.emulate(screen{width: size[0], height: size[1]}, "")
		tab.settle()
		edge := eval[float64](tab, `(() => { const home = document.querySelector("[data-ready]").getBoundingClientRect(), r = document.querySelector(".rt-tl-scroll").getBoundingClientRect(); return r.bottom - home.top })()`)
		for _, m := range tab.marks() {
			if m.Y < edge-1 && m.Y+m.Height > edge+1 {
				t.Errorf("%v: %s stands from %.0f to %.0f and the edge is at %.0f", size, m.ID, m.Y, m.Y+m.Height, edge)
			}
		}
	}
}

func TestRowsCloseWhenAZoomLeavesThemEmpty(t *testing.T) {
	tab := open(t, pageURL(site, "timeline.html"), phone)
	tab.settle()
	const height = `document.querySelector(".rt-tl-canvas").clientHeight`
	whole := eval[float64](tab, height)
	tab.focusChart()
	for range 6 {
		tab.run(chromedp.KeyEvent("+"))
		tab.settle()
	}
	near := eval[float64](tab, height)
	if near > whole/2 {
		t.Errorf("the lanes are %.0f pixels high with everything in view, and still %.0f with %d marks", whole, near, len(tab.marks()))
	}
	tab.run(chromedp.KeyEvent("0"))
	tab.settle()
	if again := eval[float64](tab, height); again != whole {
		t.Errorf("with everything in view again they are %.0f pixels high, not %.0f", again, whole)
	}
}

// TestAClusterOfFewListsThem and leads on to where they part.
func TestAClusterOfFewListsThem(t *testing.T) {
	tab := open(t, pageURL(site, "timeline.html"), desktop)
	tab.settle()
	marks := tab.marks()
	marks = slices.DeleteFunc(marks, func(m mark) bool { return !strings.HasPrefix(m.ID, "cluster:") })
	if len(marks) == 0 {
		t.Fatal("there is no cluster")
	}
	host := eval[box](tab, `(() => { const r = document.querySelector("[data-ready]").getBoundingClientRect(); return { X: r.x, Y: r.y } })()`)
	c := marks[len(marks)-1] // the lowest
	tab.run(chromedp.MouseClickXY(host.X+c.X+c.Width/2, host.Y+c.Y+c.Height/2))
	tab.settle()
	if below := eval[float64](tab, `document.querySelector(".rt-tl-list").getBoundingClientRect().bottom - document.querySelector(".rt-tl-scroll").getBoundingClientRect().bottom`); below > 1 {
		t.Errorf("the list ends %.0f pixels below the lanes", below)
	}
	words := eval[[]string](tab, `[...document.querySelectorAll(".rt-tl-list:not([hidden]) button")].map(e => e.innerText)`)
	said := eval[string](tab, `document.querySelector(".rt-tl-list").innerText`)
	if n := len(words); n < 3 || words[n-1] != "Zoom to these" || !strings.HasPrefix(said, fmt.Sprintf("%d things", n-1)) {
		t.Fatalf("the cluster lists %q", said)
	}
	tab.click(".rt-tl-list .rt-tl-zoom-in")
	tab.settle()
	if got := tab.state().Window; len(got) != 2 {
		t.Errorf("after the zoom the window is %v", got)
	}
}
