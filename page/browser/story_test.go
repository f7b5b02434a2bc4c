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
)

// narrated are the steps of testdata/story: title and view.
var narrated = [][2]string{{"A decree on lamps", "timeline"}, {"Anton Berg", "network"}, {"Before the decree", "timeline"}}

// press sends keys one after the other and lets the page settle.
func (tab *tab) press(keys ...string) {
	tab.t.Helper()
	for _, key := range keys {
		tab.run(chromedp.KeyEvent(key))
		tab.settle()
	}
}

// text is what is seen of an element; "" when nothing is.
func (tab *tab) text(selector string) string {
	tab.t.Helper()
	return eval[string](tab, fmt.Sprintf(`(() => { const e = document.querySelector(%q); return e?.checkVisibility() ? e.innerText : "" })()`, selector))
}

func (tab *tab) atStep(n int) {
	tab.t.Helper()
	got := tab.state()
	if got.Step != n {
		tab.t.Fatalf("at step %d, want %d", got.Step, n)
	}
	if n == 0 {
		if words := tab.text("#story"); words != "" {
			tab.t.Errorf("outside the story its panel shows %.80q", words)
		}
		return
	}
	if title := tab.text("#story h2"); title != narrated[n-1][0] || got.View != narrated[n-1][1] {
		tab.t.Errorf("step %d shows %q as %s, want %v", n, title, got.View, narrated[n-1])
	}
	if hash := eval[string](tab, `location.hash`); hash != fmt.Sprintf("#step=%d", n) {
		tab.t.Errorf("at step %d the address says %q", n, hash)
	}
}

func TestTheStoryIsWalkedByKeyboard(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#view=table", desktop)
	tab.settle()
	tab.do(`document.querySelector(".present").focus()`)
	tab.press(kb.Enter)
	tab.atStep(1)
	if got := tab.text(":focus"); got != "Next ›" {
		t.Errorf("the focus is on %q, want Next", got)
	}
	tab.press(kb.Enter)
	tab.atStep(2)
	tab.press(kb.PageDown)
	tab.atStep(3)
	tab.press(kb.PageDown) // beyond the end: stays
	tab.atStep(3)
	tab.press(kb.ArrowLeft)
	tab.atStep(2)
	tab.press(kb.Home)
	tab.atStep(1)
	tab.press(kb.ArrowLeft)
	tab.atStep(1)
	tab.press(kb.End)
	tab.atStep(3)
	if got := tab.text(":focus"); got != "Next ›" {
		t.Errorf("the focus has gone from Next to %q", got)
	}
	tab.press(kb.Escape)
	tab.atStep(0)
	if got := tab.state().View; got != "table" {
		t.Errorf("leaving shows %s, want the table as before", got)
	}
	if got := tab.text(":focus"); !strings.Contains(got, "3 steps") {
		t.Errorf("leaving puts the focus on %q, want the button of the story", got)
	}
}

func TestStepsAreSaidAloud(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	tab.press(kb.ArrowRight)
	said := eval[string](tab, `document.getElementById("rt-live").textContent`)
	if !strings.HasPrefix(said, "Step 2 of 3: Anton Berg.") || !strings.Contains(said, "was detained") {
		t.Errorf("the live region says %q", said)
	}
	if now := eval[string](tab, `document.querySelector('.story [role="progressbar"]').getAttribute("aria-valuetext")`); now != "step 2 of 3" {
		t.Errorf("progress is %q", now)
	}
}

func TestBackAndForwardFollowTheStory(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#view=table&sel=strike", desktop)
	tab.settle()
	tab.click(".present")
	tab.settle()
	tab.run(chromedp.Sleep(400e6)) // the address rests between two entries
	tab.press(kb.ArrowRight)
	tab.run(chromedp.Sleep(400e6))
	tab.atStep(2)
	tab.do(`history.back()`)
	tab.settle()
	tab.atStep(1)
	tab.do(`history.back()`)
	tab.settle()
	tab.atStep(0)
	if got := tab.state(); got.View != "table" || got.Selected != "strike" {
		t.Errorf("before the story: %+v", got)
	}
	tab.do(`history.forward()`)
	tab.settle()
	tab.atStep(1)
}

func TestALinkOpensExactlyItsStep(t *testing.T) {
	for n := range narrated {
		tab := open(t, pageURL(story, "index.html")+fmt.Sprintf("#step=%d", n+1), desktop)
		tab.settle()
		tab.atStep(n + 1)
	}
	tab := open(t, pageURL(story, "index.html")+"#step=3", desktop)
	tab.settle()
	if w := tab.state().Window; !slices.Equal(w, []float64{-36159, -35795}) { // 1871
		t.Errorf("window %v", w)
	}
	tab = open(t, pageURL(site, "timeline.html")+"#step=1", desktop) // its views are not here: the one that is
	tab.settle()
	if got := tab.state(); got.Step != 1 || got.View != "timeline" {
		t.Errorf("on the timeline alone: %+v", got)
	}
}

func TestTheStepsEvidenceOpens(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	tab.do(`document.querySelector(".story .fold > summary").focus()`)
	tab.press(kb.Enter)
	words := tab.text(".story-body")
	for _, want := range []string{"Town Gazette, paragraphs 3–5", "The decree on lamps", "in force"} {
		if !strings.Contains(words, want) {
			t.Errorf("the evidence does not say %q: %s", want, words)
		}
	}
	if step := tab.state().Step; step != 1 {
		t.Errorf("opening the evidence led to step %d", step)
	}
}

func TestWordsSelectWithinTheStory(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	tab.do(`document.querySelector(".story-text .pick").focus()`)
	tab.press(" ") // presses the word; it does not lead on
	if got := tab.state(); got.Selected != "council" || got.Step != 1 {
		t.Fatalf("state %+v", got)
	}
	if words := tab.text("#details"); !strings.Contains(words, "Town council") {
		t.Errorf("details show %.100q", words)
	}
	if !eval[bool](tab, `document.activeElement.matches("#details h2")`) {
		t.Error("the focus is not on the name of what was selected")
	}
	tab.press(kb.Escape)
	tab.atStep(1)
	if got := tab.text(":focus"); got != "council" {
		t.Errorf("the focus returns to %q, want the word", got)
	}
	tab.do(`document.querySelector(".story-text .pick").click()`)
	tab.settle()
	tab.press(kb.PageDown)
	tab.atStep(2)
	if got := tab.state().Selected; got != "" {
		t.Errorf("the next step keeps %q selected", got)
	}
}

func TestTheStoryLeavesKeysToFieldsAndCharts(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	tab.do(`document.getElementById("search").focus()`)
	tab.press("n", "f", " ", kb.ArrowRight, kb.Home, kb.PageDown)
	tab.atStep(1)
	if got := eval[string](tab, `document.getElementById("search").value`); got != "nf " {
		t.Errorf("the search took %q", got)
	}
	tab.do(`document.getElementById("search").value = ""`)
	tab.focusChart()
	tab.press(kb.ArrowRight, kb.ArrowRight, kb.Home, kb.End)
	tab.atStep(1)
	tab.press(kb.PageDown) // what a clicker sends works from the chart too
	tab.atStep(2)
}

func TestNotesAreShownOnRequest(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	if strings.Contains(tab.text(".story"), "gas lamps") {
		t.Fatal("the notes are there unasked")
	}
	tab.press("n")
	if !strings.Contains(tab.text(".story"), "gas lamps") {
		t.Error("N does not show the notes")
	}
	tab.press(kb.End)
	if !strings.Contains(tab.text(".story"), "four months") {
		t.Error("the notes do not stay open from step to step")
	}
	tab.press("n")
	if strings.Contains(tab.text(".story"), "four months") {
		t.Error("N does not hide the notes")
	}
}

func TestAnyStepCanBeJumpedTo(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=1", desktop)
	tab.settle()
	tab.click(".story-list summary")
	tab.settle()
	tab.click(".story-list li:nth-child(3) button")
	tab.settle()
	tab.atStep(3)
	if tab.text(".story-list ol") != "" {
		t.Error("the list stays open")
	}
}

// TestOnlyTheFocusIsNamed reads the labels that are drawn.
func TestOnlyTheFocusIsNamed(t *testing.T) {
	for step, want := range map[int][]string{1: {"lamp-decree", "council", "night-watch"}, 2: {"anton", "case-anton", "darkness"}, 3: {"case-maria", "lamp-decree"}} {
		for _, s := range []screen{desktop, phone} {
			tab := open(t, pageURL(story, "index.html")+fmt.Sprintf("#step=%d", step), s)
			tab.settle()
			marks := tab.marks()
			if bad := overlaps(marks); len(bad) > 0 {
				t.Errorf("step %d, %s: %v", step, s.name, bad)
			}
			named := map[string]bool{}
			for _, m := range marks {
				if m.Label == nil {
					continue
				}
				owner, _, _ := strings.Cut(m.ID, "/")
				named[owner] = true
				if !slices.Contains(want, owner) {
					t.Errorf("step %d, %s: %s is named outside the focus", step, s.name, m.ID)
				}
			}
			for _, id := range want {
				if !named[id] {
					t.Errorf("step %d, %s: %s has no name", step, s.name, id)
				}
			}
		}
	}
}

func TestTheBundledStoryFitsEveryScreen(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(root, "web/node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal("axe-core is not installed: ", err)
	}
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			tab := open(t, pageURL(site, "index.html")+"#step=1", s)
			steps := eval[int](tab, `document.querySelectorAll(".story-bar i").length`)
			if steps < 8 || steps > 12 {
				t.Errorf("%d steps, want 8 to 12", steps)
			}
			tab.do(string(axe))
			for n := 1; n <= steps; n++ {
				tab.settle()
				tab.fitsWith(n, s)
				if n <= 2 || n == steps {
					tab.axe(fmt.Sprintf("step %d", n))
				}
				tab.press(kb.PageDown)
			}
			tab.do(`document.querySelector(".story-text .pick").click()`)
			tab.settle()
			tab.axe("with a selection")
		})
	}
}

// fitsWith checks that the page has its width, that text and buttons of the
// step are in sight, and that the chart has room.
func (tab *tab) fitsWith(n int, s screen) {
	tab.t.Helper()
	type seen struct {
		Wide           int
		Outside        []string
		Chart, Body    float64
		BodyFont, Head float64
	}
	got := eval[seen](tab, `(() => {
		const inside = e => { const r = e.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth + .5 && r.top >= 0 && r.bottom <= innerHeight + .5 };
		const size = e => parseFloat(getComputedStyle(e).fontSize);
		const all = [...document.querySelectorAll(".story, .story-title, .story-tools button, .story-count")].filter(e => e.checkVisibility());
		return {
			Wide: document.documentElement.scrollWidth - innerWidth, Outside: all.filter(e => !inside(e)).map(e => e.className),
			Chart: document.querySelector(".workspace").getBoundingClientRect().height, Body: document.querySelector(".story-body").clientHeight,
			BodyFont: size(document.querySelector(".story-text")), Head: size(document.querySelector(".story-title")),
		};
	})()`)
	if got.Wide > 0 || len(got.Outside) > 0 {
		tab.t.Errorf("step %d: %d px too wide, out of sight: %v", n, got.Wide, got.Outside)
	}
	if got.Chart < 0.4*float64(s.height) || got.Body < 100 {
		tab.t.Errorf("step %d: the chart has %.0f px, the text %.0f", n, got.Chart, got.Body)
	}
	if !s.phone && (got.BodyFont < 18 || got.Head < 26) {
		tab.t.Errorf("step %d: text of %.1f px under a title of %.1f", n, got.BodyFont, got.Head)
	}
}

func (tab *tab) axe(where string) {
	tab.t.Helper()
	found := eval[[]string](tab, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.flatMap(v =>
		v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.slice(0, 300))))`)
	for _, f := range found {
		tab.t.Errorf("%s: %s", where, f)
	}
}

func TestTheStoryPrintsAsAHandout(t *testing.T) {
	tab := open(t, pageURL(story, "index.html")+"#step=2", desktop)
	tab.settle()
	tab.emulate(desktop, "print")
	tab.do(`dispatchEvent(new Event("beforeprint"))`)
	words := tab.text(".handout")
	for i, step := range narrated {
		if !strings.Contains(words, fmt.Sprintf("%d. %s", i+1, step[0])) {
			t.Errorf("the handout has no step %q: %s", step[0], words)
		}
	}
	for _, want := range []string{"Sources: Town Gazette 1871, ¶ 3–5", "The diary does not name the decree.", "The picture is that of step 2."} {
		if !strings.Contains(words, want) {
			t.Errorf("the handout does not say %q: %s", want, words)
		}
	}
	if strings.Contains(words, "gas lamps") {
		t.Error("notes that are closed are printed")
	}
	if got := tab.text(".story"); got != "" {
		t.Errorf("the panel is printed: %.80q", got)
	}
	if got := tab.text(".source-list"); !strings.Contains(got, "What the lamplighter wrote") {
		t.Errorf("the sources are not printed: %.200q", got)
	}
	tab.do(`dispatchEvent(new Event("afterprint"))`)
	if eval[bool](tab, `document.querySelector(".handout") !== null`) {
		t.Error("the handout stays in the page")
	}
	if pdf := tab.print(); len(pdf) < 20_000 {
		t.Errorf("prints %d bytes", len(pdf))
	}
}

func TestAPageWithoutAStoryOffersNone(t *testing.T) {
	tab := open(t, pageURL(untold, "index.html")+"#step=3", desktop)
	tab.settle()
	if got := tab.state().Step; got != 0 {
		t.Errorf("step %d of no story", got)
	}
	if words := tab.text(".present") + tab.text("#story"); words != "" {
		t.Errorf("offers %q", words)
	}
}

func TestTheStoryWorksInASandboxedFrame(t *testing.T) {
	frame := filepath.Join(t.TempDir(), "frame.html")
	html := fmt.Sprintf(`<!doctype html><title>frame</title><iframe sandbox="allow-scripts" width="1200" height="700" src="%s#step=1"></iframe>`, pageURL(site, "index.html"))
	if err := os.WriteFile(frame, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	tab := newTab(t, fileURL(frame), desktop)
	tab.run(chromedp.Navigate(tab.url))
	tab.waitInFrame(`document.querySelector(".story-next")?.checkVisibility()`)
	tab.waitInFrame(`(document.querySelector(".story-next").click(), document.querySelector(".story-count").textContent.startsWith("Step 2 "))`)
	tab.waitInFrame(`![...document.querySelectorAll(".story-tools button")].some(e => e.checkVisibility() && e.textContent === "Full screen")`)
}
