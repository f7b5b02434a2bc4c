package timelinejs

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// peer is where npm puts TimelineJS.
const peer = "../../../web/node_modules/@knight-lab/timelinejs/dist"

// shell shows /timeline.json as the documentation of TimelineJS says.
const shell = `<!doctype html><meta charset=utf-8><title>t</title><link rel=stylesheet href=css/timeline.css>
<script src=js/timeline.js></script><div id=timeline style="width:1200px;height:700px"></div><script>
fetch("timeline.json").then(r => r.json()).then(d => {
	window.timeline = new TL.Timeline("timeline", d, { font: "", script_path: location.origin + "/js/", duration: 0 })
	window.timeline.on("ready", () => { window.done = true })
})</script>`

// seen is what stands on the page.
type seen struct {
	Ready     bool
	Errors    []string
	Slides    int
	Headlines []string
	Dates     map[string]string // by headline
	Texts     map[string]string
	Groups    []string
	Eras      []string
	Media     []string // addresses of what slides show
	Foreign   []string // elements that only a text taken for HTML could have made
	Ran       bool
	Scale     string
	Bounds    []string // of slides without a place in the row of time
}

const look = `(() => {
	const texts = q => [...document.querySelectorAll("#timeline " + q)].map(e => e.textContent)
	const by = (q) => Object.fromEntries([...document.querySelectorAll("#timeline .tl-slide")].map(s => [s.querySelector(".tl-headline")?.textContent ?? "", s.querySelector(q)?.textContent ?? ""]))
	return {
		ready: window.done === true, errors: window.timeline.config.getErrors().map(String), slides: document.querySelectorAll("#timeline .tl-slide").length,
		headlines: texts(".tl-slide .tl-headline"), dates: by(".tl-headline-date"), texts: by(".tl-text-content"), groups: texts(".tl-timegroup-message"), eras: texts(".tl-timeera-content-text, .tl-timeera h2"),
		media: window.timeline.config.events.map(e => e.media?.url ?? "").filter(u => u),
		foreign: [...document.querySelectorAll("#timeline script, #timeline .tl-text img, #timeline .tl-timemarker-content-container :is(h2, p) img, #timeline iframe, #timeline svg, #timeline form, #timeline [onerror], #timeline [onmouseover], #timeline .tl-timegroup-message *, #timeline .tl-headline *, #timeline .tl-headline-date img")].map(e => e.outerHTML),
		ran: window.ran === true, scale: window.timeline.config.scale,
		bounds: [...document.querySelectorAll("#timeline .tl-timemarker")].filter(m => !/^-?[0-9.]+(e[+-]?[0-9]+)?px$/.test(m.style.left)).map(m => m.textContent),
	}
})()`

// shows opens a timeline in TimelineJS and says what stands there. Requests to
// other hosts than those outside, exceptions and dialogs fail the test.
func shows(t *testing.T, timeline []byte, outside ...string) seen {
	t.Helper()
	chromium := formattest.Peer(t, "chromium")
	if _, err := os.Stat(filepath.Join(peer, "js", "timeline.js")); err != nil {
		formattest.Missing(t, "the npm package @knight-lab/timelinejs")
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(peer)))
	mux.HandleFunc("/t.html", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, shell) })
	mux.HandleFunc("/timeline.json", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(timeline) })
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)

	ctx := browser(t, chromium)
	watch(t, ctx, server.URL, outside)
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/t.html")); err != nil {
		t.Fatal(err)
	}
	var s seen
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end) && !s.Ready; time.Sleep(50 * time.Millisecond) {
		var err error
		if s, err = chromedp.Run(ctx, chromedp.Evaluate[seen]("window.timeline?.config ? "+look+" : {}")); err != nil {
			t.Fatal(err)
		}
		if len(s.Errors) > 0 {
			t.Fatal(s.Errors)
		}
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(async () => {
		for (let i = 0; i < window.timeline.config.events.length + 1; i++) { window.timeline.goTo(i); await new Promise(r => setTimeout(r, 5)) }
		return true
	})()`, chromedp.EvalAwaitPromise)); err != nil {
		t.Fatal(err)
	}
	time.Sleep(1800 * time.Millisecond) // media are loaded 1.2 s after their slide was shown
	s, err := chromedp.Run(ctx, chromedp.Evaluate[seen](look))
	if err != nil || !s.Ready {
		t.Fatal("TimelineJS does not get ready", err)
	}
	return s
}

func browser(t *testing.T, chromium string) context.Context {
	allocator, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(chromium), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("lang", "en-US"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	ctx, cancel := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// watch fails the test for what the page does that it should not.
func watch(t *testing.T, ctx context.Context, own string, outside []string) {
	t.Helper()
	var mu sync.Mutex
	var sins []string
	sin := func(what, detail string) {
		mu.Lock()
		defer mu.Unlock()
		sins = append(sins, what+": "+detail)
	}
	t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, s := range sins {
			t.Error(s)
		}
	})
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			allowed := append([]string{own, "data:"}, outside...)
			if !slices.ContainsFunc(allowed, func(p string) bool { return strings.HasPrefix(e.Request.URL, p) }) {
				sin("request", e.Request.URL)
			}
		case *cdpruntime.EventExceptionThrown:
			sin("exception", e.ExceptionDetails.Text)
		case *page.EventJavascriptDialogOpening:
			sin("dialog", e.Message)
			go func() {
				_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
			}()
		}
	})
	if err == nil {
		_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(ctx, cdpruntime.Enable, cdp.Empty{})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// expected are the headlines of the slides: the title, and every thing with a
// place in time.
func expected(ds *data.Dataset) []string {
	list := []string{ds.Title}
	for _, thing := range data.NewIndex(ds).Things() {
		if !thing.Date.IsZero() {
			list = append(list, thing.Name)
		}
	}
	slices.Sort(list)
	return list
}

func TestTheBundledDatasetIsShownByTimelineJS(t *testing.T) {
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	text, _ := encoded(t, ds)
	s := shows(t, text)
	slices.Sort(s.Headlines)
	if diff := cmp.Diff(expected(ds), s.Headlines); diff != "" {
		t.Error(diff)
	}
	if s.Slides != len(s.Headlines) {
		t.Errorf("%d slides with %d headlines", s.Slides, len(s.Headlines))
	}
	var eras []string
	for _, e := range ds.Eras {
		eras = append(eras, e.Label)
	}
	slices.Sort(eras)
	slices.Sort(s.Eras)
	if diff := cmp.Diff(eras, s.Eras); diff != "" {
		t.Error(diff)
	}
	if len(s.Groups) < 3 || len(s.Foreign) > 0 || len(s.Bounds) > 0 || s.Scale != "human" {
		t.Errorf("groups %v, foreign %v, without a place %v, scale %s", s.Groups, s.Foreign, s.Bounds, s.Scale)
	}
}

// hostile are texts that would run if any program took them for HTML.
var hostile = []string{
	`<img src=x onerror="window.ran=true">`, `</script><script>window.ran=true</script>`, `&lt;img src=x onerror=window.ran=true&gt;`,
	`&amp;lt;img src=x onerror=window.ran=true&amp;gt;`, `"><svg onload=window.ran=true>`, `www.a.b'onmouseover='window.ran=true'x='`,
	`javascript:window.ran=true`, `<iframe srcdoc="<script>parent.ran=true</script>">`, `'-window.ran=true-'`, "__proto__",
}

func hostileDataset() *data.Dataset {
	ds := &data.Dataset{Title: hostile[0] + " title", Standfirst: hostile[1], Kinds: slices.Clone(data.BuiltinKinds), Predicates: data.BuiltinPredicates,
		Sources: []data.Source{{ID: "s", Title: hostile[0], Publisher: hostile[1], URL: `https://example.org/"onmouseover="window.ran=true`}}}
	for i := range ds.Kinds {
		ds.Kinds[i].Plural = hostile[i%3] + " " + ds.Kinds[i].Plural
	}
	for i, h := range hostile {
		e := data.Entity{ID: data.EntityID(fmt.Sprintf("thing-%d", i)), Kind: []data.KindID{"event", "law", "person"}[i%3], Name: h, Summary: h, Date: edtf.MustParse(fmt.Sprintf("20%02d~", i)),
			Attributes: []data.Attribute{{Key: h, Value: h}, {Key: "background color", Value: "red;" + h}, {Key: "background url", Value: "https://example.org/')" + h}},
			Links:      []data.Link{{Label: h, URL: `https://example.org/?"'onmouseover=window.ran=true`}, {Label: "media: " + h, URL: "https://example.org/" + strings.ReplaceAll(h, " ", "")}},
			Evidence:   []data.Evidence{{Source: "s", At: h, By: h}}}
		if i == 0 {
			e.DateNote = shownAs + h
		}
		if e.Kind == "law" {
			e.Date = edtf.Date{}
			e.Stages = []data.Stage{{Stage: "passed", Label: h, Note: h, Date: edtf.MustParse("2016-11-07")}, {Stage: "in-force", Date: edtf.MustParse("2017-06-01")}}
		}
		ds.Entities = append(ds.Entities, e)
	}
	ds.Relations = []data.Relation{{ID: "r", From: "thing-0", Predicate: "related_to", To: "thing-1", Note: hostile[0], Status: data.Status(hostile[0])}}
	ds.Eras = []data.Era{{ID: "e", Label: hostile[0], Date: edtf.MustParse("2001/2009")}, {ID: "f", Label: hostile[2], Date: edtf.MustParse("2005")}}
	return ds
}

func TestNoTextOfTheDataRunsInTimelineJS(t *testing.T) {
	ds := hostileDataset()
	text, _ := encoded(t, ds)
	s := shows(t, text, "https://example.org/")
	slices.Sort(s.Headlines)
	if diff := cmp.Diff(expected(ds), s.Headlines); diff != "" {
		t.Error(diff)
	}
	if s.Ran || len(s.Foreign) > 0 || len(s.Media) == 0 {
		t.Errorf("ran: %v, foreign: %v", s.Ran, s.Foreign)
	}
	if got := s.Dates[hostile[0]]; got != hostile[0] {
		t.Errorf("date shown %q", got)
	}
	slices.Sort(s.Eras)
	if want := []string{hostile[2], hostile[0]}; !slices.Equal(s.Eras, want) {
		t.Errorf("eras %q, want %q", s.Eras, want)
	}
	for _, g := range s.Groups {
		if !strings.HasSuffix(g, "events") && !strings.HasSuffix(g, "laws and rules") && !strings.HasSuffix(g, "people") || !strings.ContainsAny(g, "<&") {
			t.Errorf("group %q", g)
		}
	}
	if len(s.Groups) != 3 || len(s.Bounds) > 0 {
		t.Errorf("groups %q, without a place %v", s.Groups, s.Bounds)
	}
}

func TestDatesAreShownAsTheyAre(t *testing.T) {
	shown := map[string]string{"2015": "2015", "2015-06": "June 2015", "2015-06-03": "June 3, 2015", "[..2017-12-08]": "before 9 December 2017", "2014~": "about 2014",
		"-0043-03-15": "March 15, 44 BCE", "2017-06-01/..": edtf.MustParse("2017-06-01/..").Words(), "2015-06/2016-08": "June 2015 — August 2016", "2015/2015-06": edtf.MustParse("2015/2015-06").Words()}
	ds := &data.Dataset{Title: "Dates", Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates}
	for text := range shown {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(format.Slug("d " + text)), Kind: "event", Name: text, Date: edtf.MustParse(text)})
	}
	text, _ := encoded(t, ds)
	s := shows(t, text)
	for name, want := range shown {
		if got := s.Dates[name]; got != want {
			t.Errorf("%s is shown as %q, want %q", name, got, want)
		}
	}
	far := &data.Dataset{Title: "Far", Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Eras: []data.Era{{ID: "e", Label: "Hadean", Date: edtf.MustParse("Y-4600000000/Y-4E9")}},
		Entities: []data.Entity{{ID: "a", Kind: "event", Name: "a", Date: edtf.MustParse("Y-13800000000")}, {ID: "b", Kind: "event", Name: "b", Date: edtf.MustParse("2015-06")}}}
	text, _ = encoded(t, far)
	s = shows(t, text)
	if s.Scale != "cosmological" || s.Dates["a"] != "13.80 billion years ago" || s.Dates["b"] != "June 2015" || !slices.Equal(s.Eras, []string{"Hadean"}) {
		t.Errorf("%+v", s)
	}
}

func TestATimelineOfOthersIsShownAgainByTimelineJS(t *testing.T) {
	ds, _ := imported(t, "harbour.json", fixture(t, "harbour.json"), format.Options{})
	text, _ := encoded(t, ds)
	s := shows(t, text, "https://example.org/", "https://www.example.org/")
	slices.Sort(s.Headlines)
	if diff := cmp.Diff(expected(ds), s.Headlines); diff != "" {
		t.Error(diff)
	}
	if s.Ran || len(s.Foreign) > 0 || len(s.Eras) != 2 || !slices.Contains(s.Groups, "R&D") {
		t.Errorf("%+v", s)
	}
	slices.Sort(s.Media)
	want := []string{"https://example.org/map?x=1", "https://example.org/ship.jpg", "https://example.org/status/1", "https://www.example.org/watch?v=1"}
	if diff := cmp.Diff(want, s.Media); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]string{"The first ship": "8:17:40 PM July 20, 1969", "Before Christ": "March 15, 44 BCE", "A start with its own words": "Summer 1999 — 2001", "A slide with its own words": "around the turn"} {
		if got := s.Dates[name]; got != want {
			t.Errorf("%s is shown at %q, want %q", name, got, want)
		}
	}
}
