package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
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
	for _, page := range []string{"index.html", "timeline.html"} {
		for _, s := range widths {
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
// itself and named, with everything in view and near.
func TestNoMarkOfTheRedThreadHidesInACluster(t *testing.T) {
	for thread, ids := range passed {
		for _, s := range []screen{desktop, phone} {
			for _, window := range []string{"", "&from=2016-06-01&to=2018-05-01"} {
				t.Run(thread+"/"+s.name+window, func(t *testing.T) {
					tab := open(t, pageURL(site, "index.html")+"#view=timeline&thread="+thread+window, s)
					tab.settle()
					marks := tab.marks()
					named := map[string]bool{}
					for _, m := range marks {
						if m.Label != nil {
							named[m.ID] = true
						}
					}
					for _, id := range ids {
						if !slices.ContainsFunc(marks, func(m mark) bool { return m.ID == id }) {
							t.Errorf("%s is not drawn by itself", id)
						}
						if owner, _, _ := strings.Cut(id, "/"); !named[owner] {
							t.Errorf("%s has no name", owner)
						}
					}
					if bad := append(overlaps(marks), cutLabels(tab, bundled(t))...); len(bad) > 0 {
						t.Errorf("overlaps and cuts: %v", bad)
					}
					if s.phone == false && window == "" && tab.redPixels() == 0 {
						t.Error("nothing is red")
					}
				})
			}
		}
	}
}
