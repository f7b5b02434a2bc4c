package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Threads of the bundled dataset that the tests follow.
const (
	huangQi = "cyber-security-law--case-huang-qi"
	notice  = "vpn-notice--case-wu-xiangyang"
	early   = "ruled:group-rules-liu-pengfei"
)

func openThreads(t *testing.T, hash string, s screen) *tab {
	t.Helper()
	tab := open(t, pageURL(site, "threads.html")+hash, s)
	tab.settle()
	return tab
}

// tale is what the view says of the thread that is chosen.
func (tab *tab) tale() string {
	tab.t.Helper()
	return eval[string](tab, `document.querySelector(".rt-th-tale").innerText`)
}

func (tab *tab) checked() string {
	tab.t.Helper()
	return eval[string](tab, `(() => { const all = document.querySelectorAll(".rt-th [role=radio][aria-checked=true]"); return all.length === 1 ? all[0].dataset.id : all.length + " are checked" })()`)
}

// redPixels counts the pixels of a view's canvases that have the accent.
func (tab *tab) redPixels() int {
	tab.t.Helper()
	return eval[int](tab, `(() => {
		const hex = getComputedStyle(document.documentElement).getPropertyValue("--red").trim(), n = parseInt(hex.slice(1), 16);
		let red = 0;
		for (const canvas of document.querySelectorAll("[role=tabpanel]:not([hidden]) canvas")) {
			const d = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
			for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 250 && Math.abs(d[i] - (n >> 16)) < 6 && Math.abs(d[i + 1] - ((n >> 8) & 255)) < 6 && Math.abs(d[i + 2] - (n & 255)) < 6) red++;
		}
		return red;
	})()`)
}

func TestTheBriefingOpensWithAThread(t *testing.T) {
	tab := open(t, pageURL(site, "index.html"), desktop)
	tab.settle()
	if got := tab.state(); got.View != "threads" || got.Thread != "" {
		t.Fatalf("opens with %+v", got)
	}
	if id := tab.checked(); !strings.HasPrefix(id, huangQi) {
		t.Errorf("the first thread is %s", id)
	}
	words := tab.tale()
	for _, want := range []string{"comes into force", "lays down", "is enforced by", "possible", "the source does not say so outright", "before 20 April 2018", "How sure is it?", "cannot have led to it"} {
		if !strings.Contains(words, want) {
			t.Errorf("the words do not say %q: %s", want, words)
		}
	}
	if strings.Contains(words, "caused") {
		t.Error("the words say more than the source")
	}
	if n := eval[int](tab, `document.querySelectorAll(".rt-th-step .rt-th-disc").length`); n != 5 {
		t.Errorf("%d numbered marks in words, want 5", n)
	}
	if tab.redPixels() < 500 {
		t.Error("no thread is red")
	}
}

func TestChoosingAThreadMovesEverything(t *testing.T) {
	tab := openThreads(t, "", desktop)
	tab.do(`[...document.querySelectorAll(".rt-th [role=radio]")].find(e => e.dataset.id.startsWith("` + notice + `")).click()`)
	tab.settle()
	state := tab.state()
	if !strings.HasPrefix(state.Thread, notice) || tab.checked() != state.Thread {
		t.Fatalf("state %+v, checked %s", state, tab.checked())
	}
	if hash := eval[string](tab, `location.hash`); !strings.Contains(hash, "thread="+notice) {
		t.Errorf("the address is %s", hash)
	}
	if words := tab.tale(); !strings.Contains(words, "Wu Xiangyang") || strings.Contains(words, "Huang Qi") {
		t.Errorf("the words tell another thread: %.200s", words)
	}
	tab.do(`history.back()`)
	tab.settle()
	if id := tab.checked(); !strings.HasPrefix(id, huangQi) {
		t.Errorf("back leads to %s", id)
	}
}

func TestALinkOpensExactlyThisThread(t *testing.T) {
	first := openThreads(t, "#thread="+notice, desktop) // the pair: its best thread
	id := first.checked()
	if !strings.HasPrefix(id, notice+"/") && !strings.HasPrefix(id, notice+"--") {
		t.Fatalf("the pair opens %s", id)
	}
	for _, s := range []screen{desktop, phone} {
		tab := openThreads(t, "#thread="+id, s)
		if got := tab.state().Thread; got != id {
			t.Errorf("%s: state has %s, want %s", s.name, got, id)
		}
		if words := tab.tale(); !strings.Contains(words, "Wu Xiangyang") {
			t.Errorf("%s: the words tell another thread: %.200s", s.name, words)
		}
	}
}

func TestALinkToAnUnknownThreadSaysSo(t *testing.T) {
	tab := openThreads(t, "#thread=nothing--like-this", desktop)
	if words := tab.tale(); !strings.Contains(words, "names a thread that is not in this page") || strings.Contains(words, "Huang Qi") {
		t.Errorf("an unknown thread is told as %.200s", words)
	}
	if got := tab.checked(); got != "0 are checked" {
		t.Errorf("an unknown thread chooses %s", got)
	}
	if n := tab.redPixels(); n > 0 {
		t.Errorf("%d red pixels for a thread that does not exist", n)
	}
	if n := eval[int](tab, `document.querySelectorAll(".rt-th [role=radio][tabindex='0']").length`); n != 1 {
		t.Errorf("%d entries of the list can be reached by Tab, want 1", n)
	}
	tab.run(chromedp.KeyEvent("n"))
	tab.settle()
	if got := tab.checked(); !strings.HasPrefix(got, huangQi) {
		t.Errorf("the next thread is %s", got)
	}
}

func TestTheListByKeyboard(t *testing.T) {
	tab := openThreads(t, "", desktop)
	order := eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].map(e => e.dataset.id)`)
	tab.do(`document.querySelector(".rt-th [role=radio][tabindex='0']").focus()`)
	for _, step := range []struct {
		key  string
		want int
	}{{kb.ArrowDown, 1}, {kb.ArrowDown, 2}, {kb.ArrowUp, 1}, {kb.End, len(order) - 1}, {kb.ArrowDown, 0}, {kb.Home, 0}} {
		tab.run(chromedp.KeyEvent(step.key))
		tab.settle()
		if got := tab.checked(); got != order[step.want] {
			t.Errorf("after %q %s is chosen, want %s", step.key, got, order[step.want])
		}
		if focus := eval[string](tab, `document.activeElement.dataset.id ?? ""`); focus != order[step.want] {
			t.Errorf("after %q the focus is on %q", step.key, focus)
		}
	}
}

func TestTheChartByKeyboard(t *testing.T) {
	tab := openThreads(t, "", desktop)
	order := eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].map(e => e.dataset.id)`)
	tab.focusChart()
	for _, step := range []struct {
		key  string
		want int
	}{{"n", 1}, {"]", 2}, {"p", 1}, {"[", 0}} {
		tab.run(chromedp.KeyEvent(step.key))
		tab.settle()
		if got := tab.checked(); got != order[step.want] {
			t.Errorf("after %q %s is chosen, want %s", step.key, got, order[step.want])
		}
	}
	active := `(() => { const pad = document.activeElement; return document.getElementById(pad.getAttribute("aria-activedescendant"))?.textContent ?? "" })()`
	tab.run(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowDown))
	if words := eval[string](tab, active); words == "" {
		t.Error("no mark is active after the arrow keys")
	}
	if !eval[bool](tab, `document.querySelector(".rt-th-ring").checkVisibility()`) {
		t.Error("no ring shows where the keyboard is")
	}
	tab.run(chromedp.KeyEvent(kb.Enter))
	tab.settle()
	if tab.state().Selected == "" || !strings.Contains(tab.details(), "paragraph") {
		t.Errorf("Enter opens no evidence: %q, %.300s", tab.state().Selected, tab.details())
	}
	if eval[bool](tab, `document.querySelector(".rt-th-tale").checkVisibility()`) {
		t.Error("words and details stand in the same place")
	}
	tab.run(chromedp.KeyEvent(kb.Escape))
	tab.settle()
	if !eval[bool](tab, `document.querySelector(".rt-th-tale").checkVisibility()`) {
		t.Error("the words do not come back")
	}
}

func TestThreadsFollowOneAnotherFromAnywhere(t *testing.T) {
	tab := openThreads(t, "", desktop)
	order := eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].map(e => e.dataset.id)`)
	for _, c := range []struct {
		focus, key string
		want       int
	}{
		{"body", "n", 1}, {".rt-th-by", "n", 2}, {".rt-th-tale", "]", 3}, {".rt-th-step summary", "p", 2},
		{"input[type=search]", "n", 2}, {".rt-th-nav button:last-child", "[", 1},
	} {
		tab.do(`(() => { document.activeElement.blur(); document.querySelector("` + c.focus + `").focus() })()`)
		tab.run(chromedp.KeyEvent(c.key))
		tab.settle()
		if got := tab.checked(); got != order[c.want] {
			t.Errorf("after %q on %s %s is chosen, want %s", c.key, c.focus, got, order[c.want])
		}
	}
	before := eval[bool](tab, `!!(document.querySelector(".rt-th-nav").compareDocumentPosition(document.querySelector(".rt-th-tale .rt-th-title")) & Node.DOCUMENT_POSITION_FOLLOWING)`)
	if !before {
		t.Error("the buttons come after the words")
	}
}

func TestEvidenceOpensInItsPlace(t *testing.T) {
	tab := openThreads(t, "#thread="+huangQi, desktop)
	tab.do(`document.querySelectorAll(".rt-th-step")[2].querySelector("summary").click()`)
	tab.settle()
	words := eval[string](tab, `document.querySelectorAll(".rt-th-step")[2].innerText`)
	if !strings.Contains(words, "paragraph 7") || !strings.Contains(words, "2018") {
		t.Errorf("the evidence of the step is %q", words)
	}
	if got := tab.state(); got.Selected != "" {
		t.Errorf("opening it selects %s", got.Selected)
	}
}

func TestLabelsOfThreadsNeverOverlap(t *testing.T) {
	for _, s := range []screen{desktop, {name: "small", width: 1100, height: 700}, {name: "large", width: 1920, height: 1080}} {
		t.Run(s.name, func(t *testing.T) {
			tab := openThreads(t, "", s)
			n := eval[int](tab, `document.querySelectorAll(".rt-th [role=radio]").length`)
			tab.focusChart()
			for range n {
				marks := tab.marks()
				if named := countLabels(marks); named < 20 {
					t.Errorf("%s: only %d names", tab.state().Thread, named)
				}
				if bad := overlaps(marks); len(bad) > 0 {
					t.Errorf("%s: %d overlaps: %v", tab.state().Thread, len(bad), bad)
				}
				tab.run(chromedp.KeyEvent("n"))
				tab.settle()
			}
		})
	}
}

func TestWhatCannotHaveHappenedIsNotRed(t *testing.T) {
	tab := openThreads(t, "#thread="+early, desktop)
	if got := tab.checked(); got != early {
		t.Fatalf("chosen: %s", got)
	}
	words := tab.tale()
	for _, want := range []string{"impossible", "September 2017 is before October 2017"} {
		if !strings.Contains(words, want) {
			t.Errorf("the words do not say %q: %s", want, words)
		}
	}
	if n := tab.redPixels(); n > 0 {
		t.Errorf("%d red pixels for what cannot have happened", n)
	}
	groups := eval[[]string](tab, `[...document.querySelectorAll(".rt-th-heading")].map(e => e.innerText)`)
	for _, want := range []string{"Cannot have led there", "Cases without a thread", "no law is named"} {
		if !slices.ContainsFunc(groups, func(g string) bool { return strings.Contains(g, want) }) {
			t.Errorf("no group %q among %q", want, groups)
		}
	}
}

func TestThreadsByCase(t *testing.T) {
	tab := openThreads(t, "", desktop)
	before := eval[int](tab, `document.querySelectorAll(".rt-th [role=radio]").length`)
	tab.do(`[...document.querySelectorAll(".rt-th-by")].find(e => e.textContent === "by case").click()`)
	tab.settle()
	if after := eval[int](tab, `document.querySelectorAll(".rt-th [role=radio]").length`); after != before {
		t.Errorf("%d entries by case, %d by law", after, before)
	}
	if !strings.Contains(eval[string](tab, `document.querySelector(".rt-th-groups").innerText`), "from Cyber Security Law") {
		t.Error("an entry does not say where its thread begins")
	}
}

func TestOnAPhoneTheThreadIsAList(t *testing.T) {
	for _, s := range []screen{phone, phoneDark} {
		tab := openThreads(t, "", s)
		if eval[bool](tab, `document.querySelector(".rt-th-chart").checkVisibility()`) {
			t.Error("a wide chart stands on a phone")
		}
		tab.do(`(() => { const s = document.querySelector(".rt-th-select"); s.value = [...s.options].find(o => o.value.startsWith("` + notice + `")).value; s.dispatchEvent(new Event("change")) })()`)
		tab.settle()
		marks := tab.marks()
		if len(marks) < 3 || !strings.HasPrefix(tab.state().Thread, notice) {
			t.Fatalf("%d marks of %s", len(marks), tab.state().Thread)
		}
		for i, m := range marks {
			if i > 0 && (m.Y <= marks[i-1].Y || m.X != marks[i-1].X) {
				t.Errorf("mark %d does not stand below the one before: %+v", i+1, m)
			}
		}
		if bad := overlaps(marks); len(bad) > 0 {
			t.Errorf("overlaps: %v", bad)
		}
		dates := eval[[]string](tab, `[...document.querySelectorAll(".rt-th-date")].map(e => e.checkVisibility() ? e.innerText : "")`)
		if !slices.Contains(dates, "December 2017") {
			t.Errorf("the dates at the side are %q", dates)
		}
	}
}

// A4 without its margins of 15 mm, in CSS pixels.
var paper = screen{name: "paper", width: 680, height: 1009}

func TestEachThreadHasAPageOfPaper(t *testing.T) {
	tab := openThreads(t, "", desktop)
	tab.emulate(paper, "print")
	tab.do(`dispatchEvent(new Event("beforeprint"))`)
	tab.settle()
	type sheet struct {
		Title, Text    string
		Height         float64
		Sources, Marks int
		Break          string
		Missing        []string // sources cited in the words and not listed below them
	}
	sheets := eval[[]sheet](tab, `[...document.querySelectorAll(".rt-th-sheet:not(.rt-th-absences)")].map(e => ({
		Title: e.querySelector("h2").innerText, Text: e.innerText, Height: e.getBoundingClientRect().height, Break: getComputedStyle(e).breakAfter,
		Missing: [...new Set([...document.querySelectorAll(".rt-th-sources strong")].map(s => s.textContent))].filter(name =>
			[...e.querySelectorAll(".rt-th-cite")].some(c => c.textContent.includes(name + ", ¶")) && ![...e.querySelectorAll(".rt-th-sources strong")].some(s => s.textContent === name)),
		Sources: e.querySelectorAll(".rt-th-sources li").length, Marks: e.querySelectorAll(".rt-th-disc").length }))`)
	if n := eval[int](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].filter(e => !/^(ruled|alone):/.test(e.dataset.id)).length`); len(sheets) != n {
		t.Errorf("%d sheets for %d threads", len(sheets), n)
	}
	for _, s := range sheets {
		if s.Height > float64(paper.height) || s.Break != "page" || s.Sources == 0 || s.Marks < 2 {
			t.Errorf("%s: %.0f pixels high, break %q, %d sources, %d marks", s.Title, s.Height, s.Break, s.Sources, s.Marks)
		}
		if len(s.Missing) > 0 {
			t.Errorf("%s: cited and not among the sources: %q", s.Title, s.Missing)
		}
	}
	told := eval[[]string](tab, `[...document.querySelectorAll(".rt-th-absences li")].map(e => e.innerText)`)
	none := eval[int](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].filter(e => /^(ruled|alone):/.test(e.dataset.id)).length`)
	if len(told) != none || none == 0 {
		t.Errorf("%d of %d pairs and cases without a thread are on paper", len(told), none)
	}
	for _, words := range told {
		if !strings.Contains(words, "¶") || len(words) < 70 {
			t.Errorf("without a thread, and without reason or source: %q", words)
		}
	}
	if buttons := eval[int](tab, `[...document.querySelectorAll(".rt-th button, .rt-th select")].filter(e => e.checkVisibility()).length`); buttons > 0 {
		t.Errorf("%d controls on paper", buttons)
	}
	tab.do(`dispatchEvent(new Event("afterprint"))`)
	if n := eval[int](tab, `document.querySelectorAll(".rt-th-sheet").length`); n > 0 {
		t.Errorf("%d sheets stay after printing", n)
	}
	tab.do(`location.hash = "#step=8"`)
	tab.settle()
	tab.do(`dispatchEvent(new Event("beforeprint"))`)
	if n := eval[int](tab, `document.querySelectorAll(".rt-th-sheet").length`); n > 0 {
		t.Errorf("%d sheets of threads between the picture of a step and the handout of the story", n)
	}
}

func TestTheThreadIsRedInTheOtherViews(t *testing.T) {
	for _, view := range []string{"network", "timeline"} {
		for _, c := range []struct {
			thread string
			red    bool
		}{{huangQi, true}, {"", false}, {early, false}} {
			tab := open(t, pageURL(site, "index.html")+fmt.Sprintf("#view=%s&thread=%s", view, c.thread), desktop)
			tab.settle()
			if n := tab.redPixels(); n > 0 != c.red {
				t.Errorf("%s with thread %q: %d red pixels", view, c.thread, n)
			}
		}
	}
}

func TestFiltersNarrowTheListAndKeepTheThread(t *testing.T) {
	tab := openThreads(t, "#q=Ilham", desktop)
	ids := eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio]")].map(e => e.dataset.id)`)
	if !slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, "separatism--case-ilham-tohti") }) || len(ids) > 5 {
		t.Errorf("searching for Ilham leaves %q", ids)
	}
	if words := eval[string](tab, `document.querySelector(".rt-th-hidden").innerText`); !strings.Contains(words, "not shown") {
		t.Errorf("what is left out is told as %q", words)
	}
	if !strings.HasPrefix(tab.checked(), huangQi) {
		t.Errorf("the thread is now %s", tab.checked())
	}
}

func TestAStepOfTheStoryShowsAPairThatIsRuledOut(t *testing.T) {
	tab := openThreads(t, "#thread=cac-group-rules--case-liu-pengfei", desktop)
	if got := tab.checked(); got != early {
		t.Errorf("the pair opens %s, want %s", got, early)
	}
	story := open(t, pageURL(site, "index.html")+"#step=10", desktop)
	story.settle()
	if got := story.state(); got.Thread != "cac-group-rules--case-liu-pengfei" || got.View != "threads" {
		t.Fatalf("step 10 shows %+v", got)
	}
	if n := story.redPixels(); n > 0 {
		t.Errorf("%d red pixels under a title that denies", n)
	}
}

// Names of the chosen thread once were cut, and stood where the layout of all
// threads had room: "faces indictment" of 2018 beside the custody of 2016.
func TestNamesOfTheChosenThreadStandWholeByTheirDiscs(t *testing.T) {
	for _, s := range []screen{desktop, {name: "small", width: 1024, height: 768}, {name: "upright", width: 768, height: 1024}} {
		t.Run(s.name, func(t *testing.T) {
			tab := openThreads(t, "", s)
			for range eval[int](tab, `document.querySelectorAll(".rt-th-select option").length`) {
				id, named := eval[string](tab, `document.querySelector(".rt-th-select").value`), 0
				marks := tab.marks()
				for _, m := range marks {
					if m.Label != nil && strings.HasPrefix(m.Label.Text, "…") {
						t.Errorf("%s: a name is %q", id, m.Label.Text)
					}
					if m.Width < 19 || m.Label == nil { // no disc
						continue
					}
					named++
					l := m.Label
					far := max(m.X-l.X-l.Width, l.X-m.X-m.Width, m.Y-l.Y-l.Height, l.Y-m.Y-m.Height)
					if strings.Contains(l.Text, "…") || far > 30 {
						t.Errorf("%s: %q stands %.0f px from its disc", id, l.Text, far)
					}
				}
				if out := eval[string](tab, `(() => {
					const frame = document.querySelector(".rt-th-scroll").getBoundingClientRect();
					const home = document.querySelector(".host-threads").getBoundingClientRect();
					const ask = new CustomEvent("rt:marks", { detail: {} });
					document.dispatchEvent(ask);
					const discs = ask.detail.marks.filter(m => m.width >= 19).map(m => [m.y + home.top, m.y + m.height + home.top]);
					const from = Math.min(...discs.map(d => d[0])), to = Math.max(...discs.map(d => d[1]));
					return discs.length === 0 || to - from > frame.height - 80 || (from >= frame.top && to <= frame.bottom) ? "" : from + " to " + to + " of " + frame.top + " to " + frame.bottom;
				})()`); out != "" {
					t.Errorf("%s: its discs stand out of sight, from %s", id, out)
				}
				if named == 0 && !strings.HasPrefix(id, "alone:") {
					t.Errorf("%s: no disc has a name", id)
				}
				if bad := overlaps(marks); len(bad) > 0 {
					t.Errorf("%s: %d overlaps: %v", id, len(bad), bad)
				}
				tab.run(chromedp.KeyEvent("n"))
				tab.settle()
			}
		})
	}
}
