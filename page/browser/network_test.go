package browser

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// redLines are where the red thread of the view shown runs, as the page tells
// it: lines in straight pieces.
func (tab *tab) redLines() [][][2]float64 {
	tab.t.Helper()
	return eval[[][][2]float64](tab, `(() => { const ask = new CustomEvent("rt:marks", { detail: {} }); document.dispatchEvent(ask); return ask.detail.red })()`)
}

// threadIDs are the threads and the pairs that the list of the first view offers.
func threadIDs(t *testing.T) []string {
	t.Helper()
	tab := openThreads(t, "", desktop)
	return eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].map(e => e.dataset.id)`)
}

// TestTheRedLineRunsThroughNoName: with a thread chosen, its line ran through
// the names of what it passes and of what stands near it.
func TestTheRedLineRunsThroughNoName(t *testing.T) {
	ids := threadIDs(t)
	tab := open(t, pageURL(site, "index.html")+"#view=network", desktop)
	seen := 0
	for _, id := range ids {
		tab.do(fmt.Sprintf(`location.hash = "view=network&thread=%s"`, id))
		tab.waitFor(fmt.Sprintf(`(() => { const ask = new CustomEvent("rt:state", { detail: {} }); document.dispatchEvent(ask); return ask.detail.state.thread })() === %q`, id))
		lines, marks := tab.redLines(), tab.marks()
		seen += len(lines)
		for _, m := range marks {
			if m.Label != nil && slices.ContainsFunc(lines, m.Label.crossed) {
				t.Errorf("%s: red runs through %q", id, m.Label.Text)
			}
		}
		for _, end := range ends(lines, marks) {
			if end.Label == nil {
				t.Errorf("%s: %s on the thread has no name", id, end.ID)
			}
		}
	}
	if seen < len(ids)/2 {
		t.Errorf("%d red lines for %d threads", seen, len(ids))
	}
}

// ends are the marks in which red lines begin or end.
func ends(lines [][][2]float64, marks []mark) []mark {
	var found []mark
	for _, line := range lines {
		for _, at := range [][2]float64{line[0], line[len(line)-1]} {
			found = append(found, slices.MinFunc(marks, func(a, b mark) int { return cmp.Compare(a.off(at), b.off(at)) }))
		}
	}
	return found
}

// off is how far a point is from the disc in the box, in px.
func (b box) off(p [2]float64) float64 {
	return math.Hypot(p[0]-b.X-b.Width/2, p[1]-b.Y-b.Height/2) - b.Width/2
}

// crossed tells whether a line has a point in the box, looked for at every
// half pixel.
func (b box) crossed(line [][2]float64) bool {
	for i := 1; i < len(line); i++ {
		from, to := line[i-1], line[i]
		parts := int(2*math.Hypot(to[0]-from[0], to[1]-from[1])) + 1
		for n := range parts + 1 {
			s := float64(n) / float64(parts)
			x, y := from[0]+(to[0]-from[0])*s, from[1]+(to[1]-from[1])*s
			if x > b.X && x < b.X+b.Width && y > b.Y && y < b.Y+b.Height {
				return true
			}
		}
	}
	return false
}

// TestNamesOnAPhoneStandByTheirMarks: one of the twelve names that always stand
// stood 130 px from its mark.
func TestNamesOnAPhoneStandByTheirMarks(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=network", phone)
	tab.settle()
	for _, m := range tab.marks() {
		if m.Label == nil {
			continue
		}
		if off := apart(m.Label.box, m.box); off > 60 {
			t.Errorf("%q stands %.0f px from its mark", m.Label.Text, off)
		}
	}
	tab.selectionStandsAboveTheSheet("vpn-notice")
}

// selectionStandsAboveTheSheet: on a phone the details lay over the chart that
// a link had opened, and over the mark that they told of.
func (tab *tab) selectionStandsAboveTheSheet(id string) {
	tab.t.Helper()
	tab.do(fmt.Sprintf(`location.hash = "view=network&sel=%s"`, id))
	tab.waitFor(`document.querySelector(".details.open h2") !== null`)
	tab.settle()
	at := slices.IndexFunc(tab.marks(), func(m mark) bool { return m.ID == id })
	if at < 0 {
		tab.t.Fatalf("no mark of %s", id)
	}
	m := tab.marks()[at]
	stage := eval[float64](tab, `document.querySelector(".rt-net-stage").getBoundingClientRect().top`)
	sheet := eval[float64](tab, `document.querySelector(".details").getBoundingClientRect().top`)
	if y := stage + m.Y + m.Height/2; y < 0 || y > sheet {
		tab.t.Errorf("%s stands at %.0f px, the sheet begins at %.0f", id, y, sheet)
	}
}

func TestWhatIsSelectedOutsideTheWindowSaysSo(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=network&sel=vpn-notice&from=2012-01-01&to=2013-12-31", desktop)
	const line = `document.querySelector(".details .unseen")?.innerText ?? ""`
	if words := eval[string](tab, line); !strings.Contains(words, "Outside the window of time") {
		t.Fatalf("the details say %q", words)
	}
	tab.click(".details .unseen button")
	tab.settle()
	if words := eval[string](tab, line); words != "" {
		t.Errorf("after widening the details still say %q", words)
	}
	if got := tab.state(); len(got.Window) != 2 || got.Selected != "vpn-notice" {
		t.Errorf("widening leads to %+v", got)
	}
	tab.do(`location.hash = "view=network&sel=cyber-security-law&hide=law"`)
	tab.waitFor(line + `.includes("kind is hidden")`)
	tab.click(".details .unseen button")
	tab.waitFor(line + ` === ""`)
}

func TestAnUnknownSelectionInTheAddressIsTold(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=network&sel=nope", desktop)
	const line = `(e => e && !e.hidden ? e.innerText : "")(document.querySelector(".missing"))`
	for _, said := range []string{line, `document.querySelector("#rt-live").innerText`} {
		if words := eval[string](tab, said); !strings.Contains(words, "nope") {
			t.Errorf("said: %q", words)
		}
	}
	tab.do(`location.hash = "view=network&sel=cyber-security-law"`)
	tab.waitFor(line + ` === ""`)
	tab.do(`location.hash = "view=network&sel=neither"`)
	tab.waitFor(line + `.includes("neither")`)
}
