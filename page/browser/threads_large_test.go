package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// largeSite is made of sixty laws, forty campaigns and three hundred cases, which
// campaigns and laws lead to.
var largeSite = sync.OnceValues(func() (string, error) {
	tmp := filepath.Dir(site)
	folder, dir := filepath.Join(tmp, "large-data"), filepath.Join(tmp, "large")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	text, err := json.Marshal(largeDataset())
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(folder, "large.json"), text, 0o644); err != nil {
		return "", err
	}
	out, err := exec.Command(filepath.Join(tmp, "redthread"), "build", "-o", dir, folder).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return dir, nil
})

func largeDataset() map[string]any {
	type record map[string]any
	evidence := []record{{"source": "one", "at": "1"}}
	var entities, relations []record
	add := func(id, kind, name, date string) {
		entities = append(entities, record{"id": id, "kind": kind, "name": name, "date": date, "evidence": evidence})
	}
	lead := func(from, to string) {
		status := []string{"stated", "possible", "inferred"}[len(relations)%3]
		relations = append(relations, record{"id": fmt.Sprintf("r%04d", len(relations)), "from": from, "predicate": "led_to", "to": to, "status": status, "evidence": evidence})
	}
	for i := range 60 {
		add(fmt.Sprintf("law-%02d", i), "law", fmt.Sprintf("Law on networks no. %d", i+1), fmt.Sprintf("%d-%02d", 1998+i/3, 1+i%12))
	}
	for i := range 40 {
		year := 2000 + i*18/40
		add(fmt.Sprintf("campaign-%02d", i), "event", fmt.Sprintf("Campaign %d against sellers", i+1), fmt.Sprintf("%d-%02d/%d-12", year, 1+i%12, year+i%4))
		lead(fmt.Sprintf("law-%02d", max(0, i*60/40-i%9)), fmt.Sprintf("campaign-%02d", i))
	}
	for i := range 300 {
		n := (i*i + 3*i) % 40
		add(fmt.Sprintf("case-%03d", i), "case", fmt.Sprintf("Case of defendant %d", i+1), fmt.Sprintf("%d-%02d", 2001+n*18/40+i%3, 1+i%12))
		if i%5 < 3 {
			lead(fmt.Sprintf("campaign-%02d", n), fmt.Sprintf("case-%03d", i))
		} else {
			lead(fmt.Sprintf("law-%02d", (i*7)%max(1, n*60/40+1)), fmt.Sprintf("case-%03d", i))
		}
	}
	return map[string]any{"redthread": 1, "dataset": record{"title": "Many"}, "sources": []record{{"id": "one", "title": "One"}}, "entities": entities, "relations": relations}
}

func large(t *testing.T) string {
	t.Helper()
	dir, err := largeSite()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestVeryManyThreadsStayLegible(t *testing.T) {
	for _, s := range []screen{desktop, desktopDark} {
		tab := open(t, pageURL(large(t), "threads.html"), s)
		tab.settle()
		if bad := overlaps(tab.marks()); len(bad) > 0 {
			t.Errorf("%d overlaps: %v", len(bad), bad)
		}
		if tab.redPixels() < 300 {
			t.Error("the chosen thread is not red")
		}
		if got := eval[string](tab, `document.querySelector(".rt-th-count").textContent`); !strings.Contains(got, "threads: ") || !strings.Contains(got, " stated, ") {
			t.Errorf("the count says %q", got)
		}
		scrolls := eval[bool](tab, `(() => { const e = document.querySelector(".rt-th-scroll"); return e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1 })()`)
		if scrolls {
			t.Error("the whole cannot be seen at once")
		}
		first := tab.checked()
		tab.run(chromedp.KeyEvent("n"))
		tab.settle()
		if next := tab.checked(); next == first || strings.Contains(next, "are checked") {
			t.Errorf("after %s comes %s", first, next)
		}
	}
}

func TestALongListIsSearchedAndOpensBitByBit(t *testing.T) {
	tab := open(t, pageURL(large(t), "threads.html"), desktop)
	tab.settle()
	radios := func() int { return eval[int](tab, `document.querySelectorAll(".rt-th [role=radio]").length`) }
	all := eval[int](tab, `parseInt(document.querySelector(".rt-th-count").textContent)`)
	before := radios()
	if before == 0 || before > all*2/3 {
		t.Fatalf("%d entries of %d threads are shown", before, all)
	}
	tab.do(`document.querySelector(".rt-th-more").click()`)
	tab.settle()
	if after := radios(); after <= before {
		t.Errorf("asked for more, %d entries instead of %d", after, before)
	}
	tab.do(`(() => { const f = document.querySelector(".rt-th-list .rt-th-find"); f.value = "defendant 144"; f.dispatchEvent(new Event("input")) })()`)
	tab.settle()
	names := eval[[]string](tab, `[...document.querySelectorAll(".rt-th [role=radio] .rt-th-name")].map(e => e.textContent)`)
	found := 0
	for _, name := range names {
		if strings.Contains(name, "defendant 144") {
			found++
		}
	}
	if found == 0 || len(names) > found+1 { // the chosen one stays
		t.Errorf("searching leaves %q", names)
	}
	phoned := open(t, pageURL(large(t), "threads.html"), phone)
	phoned.settle()
	if wide := eval[float64](phoned, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		t.Errorf("a phone's page is %v px too wide", wide)
	}
	if !eval[bool](phoned, `document.querySelector(".rt-th-picker .rt-th-find").checkVisibility()`) {
		t.Error("on a phone the threads cannot be searched")
	}
}

func TestAVeryFullFlowStaysLegible(t *testing.T) {
	for _, s := range []screen{desktop, {name: "tablet", width: 820, height: 1180}, phone} {
		t.Run(s.name, func(t *testing.T) {
			tab := openFlow(t, large(t), s, "")
			if bad := overlaps(tab.marks()); len(bad) > 0 {
				t.Errorf("%d overlaps: %v", len(bad), bad)
			}
			met := eval[[]string](tab, `(() => {
				const box = e => e.getBoundingClientRect();
				const says = [...document.querySelectorAll(".rt-flow-say")].filter(e => e.checkVisibility()), labels = [...document.querySelectorAll(".rt-flow-label, .rt-flow-title")].filter(e => e.checkVisibility());
				const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
				return says.flatMap((s, i) => [...says.slice(i + 1), ...labels].filter(o => meet(box(s), box(o))).map(o => s.textContent + " and " + o.textContent));
			})()`)
			if len(met) > 0 {
				t.Errorf("words of status meet: %q", met)
			}
			if words := eval[string](tab, `document.querySelector(".rt-flow").textContent`); !strings.Contains(words, "other laws and rules") || !strings.Contains(words, "300 cases") && !strings.Contains(words, "other cases") {
				t.Error("what is drawn as one is not named")
			}
			rows := eval[int](tab, `document.querySelectorAll(".rt-flow-matrix tbody tr").length`)
			if rows > 60 {
				t.Errorf("the matrix shows %d cases at once", rows)
			}
			tab.do(`document.querySelector(".rt-flow-more button").click()`)
			tab.settle()
			if more := eval[int](tab, `document.querySelectorAll(".rt-flow-matrix tbody tr").length`); more <= rows {
				t.Errorf("asked for more, %d cases instead of %d", more, rows)
			}
		})
	}
}

func TestTheRedThreadMeetsABarWhereItHasCome(t *testing.T) {
	tab := openThreads(t, "#thread=cyber-security-law--case-citizen-journalists", desktop)
	at := map[string]float64{}
	for _, m := range tab.marks() {
		at[m.ID] = m.X + m.Width/2
	}
	began, met, law := at["case-liu-feiyue"], at["case-citizen-journalists"], at["cyber-security-law/in-force"]
	if met < law || met <= began {
		t.Errorf("the case is met at %v, the law comes into force at %v", met, law)
	}
	if words := tab.tale(); !strings.Contains(words, "had begun before: about April 2016") {
		t.Errorf("that it had begun before is not said: %s", words)
	}
}

func TestAWindowOfTimeSaysWhatItDims(t *testing.T) {
	tab := openThreads(t, "#from=2016-06-01&to=2017-06-30", desktop)
	if words := eval[string](tab, `document.querySelector(".rt-th-note").textContent`); !strings.Contains(words, "what lies outside is faint") {
		t.Errorf("below the chart: %q", words)
	}
}

// A step of the bundled story is about charges of which no law is named.
func TestTheFlowRecedesInAStepOfTheStory(t *testing.T) {
	tab := openFlow(t, site, desktop, "&step=5")
	far := eval[map[string]bool](tab, `Object.fromEntries([...document.querySelectorAll(".rt-flow-label")].map(e => [e.dataset.thing, e.classList.contains("rt-flow-far")]))`)
	for id, want := range map[string]bool{"case-pu-zhiqiang": false, "picking-quarrels": false, "cyber-security-law": true, "case-huang-qi": true} {
		if got, ok := far[id]; !ok || got != want {
			t.Errorf("%s recedes: %v, want %v", id, got, want)
		}
	}
}

func TestVeryManyAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(root, "web/node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal("axe-core is not installed: ", err)
	}
	for _, view := range []string{"threads", "flow"} {
		tab := open(t, pageURL(large(t), "index.html")+"#view="+view, desktop)
		tab.settle()
		tab.do(string(axe))
		for _, f := range eval[[]string](tab, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ": " + n.target.join(" "))))`) {
			t.Errorf("%s: %s", view, f)
		}
	}
}
