package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// screen is a size, a colour scheme and a kind of device.
type screen struct {
	name          string
	width, height int64
	dark, phone   bool
}

var (
	desktop     = screen{name: "desktop", width: 1440, height: 900}
	desktopDark = screen{name: "desktop-dark", width: 1440, height: 900, dark: true}
	phone       = screen{name: "phone", width: 390, height: 844, phone: true}
	phoneDark   = screen{name: "phone-dark", width: 390, height: 844, dark: true, phone: true}
)

var screens = []screen{desktop, desktopDark, phone, phoneDark}

// tab is a page with everything it did that it should not.
type tab struct {
	t   *testing.T
	ctx context.Context
	url string

	mu       sync.Mutex
	sins     []string
	contexts map[string]cdpruntime.ExecutionContextID // by frame
}

// open shows a page and waits until its first view has painted.
func open(t *testing.T, url string, s screen) *tab {
	t.Helper()
	tab := newTab(t, url, s)
	tab.run(chromedp.Navigate(url))
	tab.waitFor(`document.querySelector("[data-ready]") !== null`)
	return tab
}

func newTab(t *testing.T, url string, s screen) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browserContext)
	t.Cleanup(cancel)
	ctx, cancelTime := context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(cancelTime)
	tab := &tab{t: t, ctx: ctx, url: url, contexts: map[string]cdpruntime.ExecutionContextID{}}
	must(tab, chromedp.Do(ctx)) // the first action opens the tab
	must(tab, chromedp.Listen(ctx, tab.listen))
	call(tab, network.Enable, network.EnableParams{})
	call(tab, log.Enable, cdp.Empty{})
	call(tab, cdpruntime.Enable, cdp.Empty{})
	tab.emulate(s, "")
	t.Cleanup(func() { tab.confess() })
	return tab
}

// call sends one command of the protocol.
func call[P, R any](tab *tab, command cdp.Command[P, R], params P) R {
	tab.t.Helper()
	result, err := chromedp.Call(tab.ctx, command, params)
	must(tab, err)
	return result
}

func must(tab *tab, err error) {
	tab.t.Helper()
	if err != nil {
		tab.t.Fatalf("%s: %v", filepath.Base(tab.url), err)
	}
}

// emulate sets size, touch, colour scheme and, where given, the medium.
func (tab *tab) emulate(s screen, medium string) {
	tab.t.Helper()
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	call(tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: s.width, Height: s.height, DeviceScaleFactor: 1, Mobile: s.phone,
	})
	call(tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.phone})
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium,
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
}

func (tab *tab) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		own := strings.HasPrefix(e.Request.URL, strings.SplitN(tab.url, "#", 2)[0]) || strings.HasPrefix(e.Request.URL, "data:")
		if !own && !strings.HasPrefix(e.Request.URL, fileURL(site)) {
			tab.sin("request: %s", e.Request.URL)
		}
	case *cdpruntime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, string(a.Value)+a.Description)
		}
		tab.sin("console.%s: %s", e.Type, strings.Join(words, " "))
	case *cdpruntime.EventExceptionThrown:
		tab.sin("exception: %s", e.ExceptionDetails.Text)
		if e.ExceptionDetails.Exception != nil {
			tab.sin("  %s", e.ExceptionDetails.Exception.Description)
		}
	case *log.EventEntryAdded:
		tab.sin("log: %s %s", e.Entry.Level, e.Entry.Text)
	case *page.EventJavascriptDialogOpening:
		tab.sin("dialog: %s", e.Message)
		go func() {
			_, _ = chromedp.Call(tab.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}()
	case *cdpruntime.EventExecutionContextCreated:
		var aux struct {
			FrameID   string `json:"frameId"`
			IsDefault bool   `json:"isDefault"`
		}
		if json.Unmarshal(e.Context.AuxData, &aux) == nil && aux.IsDefault {
			tab.mu.Lock()
			tab.contexts[aux.FrameID] = e.Context.ID
			tab.mu.Unlock()
		}
	}
}

func (tab *tab) sin(format string, args ...any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.sins = append(tab.sins, fmt.Sprintf(format, args...))
}

// confess fails the test for all that the page did.
func (tab *tab) confess() {
	tab.t.Helper()
	tab.mu.Lock()
	defer tab.mu.Unlock()
	for _, s := range tab.sins {
		tab.t.Errorf("%s: %s", filepath.Base(tab.url), s)
	}
	tab.sins = nil
}

func (tab *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	must(tab, chromedp.Do(tab.ctx, actions...))
}

// eval gives the value of an expression; promises are awaited.
func eval[T any](tab *tab, expression string) T {
	tab.t.Helper()
	value, err := chromedp.Run(tab.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.t.Fatalf("%s: %v\nin %.300s", filepath.Base(tab.url), err, expression)
	}
	return value
}

// do runs statements for their effect.
func (tab *tab) do(statements string) {
	tab.t.Helper()
	eval[bool](tab, "(() => {"+statements+"; return true })()")
}

// waitFor polls until the expression is true.
func (tab *tab) waitFor(expression string) {
	tab.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(25 * time.Millisecond) {
		if eval[bool](tab, "Boolean("+expression+")") {
			return
		}
	}
	tab.t.Fatalf("%s: still not %s; %v", filepath.Base(tab.url), expression, tab.sins)
}

// settle waits for two frames and the charts' short motions.
func (tab *tab) settle() {
	tab.t.Helper()
	eval[bool](tab, `new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 250))`)
}

// click presses the mouse in the middle of an element, whatever lies there.
func (tab *tab) click(selector string) {
	tab.t.Helper()
	at := eval[[]float64](tab, fmt.Sprintf(`(() => { const r = document.querySelector(%q).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })()`, selector))
	tab.run(chromedp.MouseClickXY(at[0], at[1]))
}

func (tab *tab) shot(name string) {
	tab.t.Helper()
	png, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
	must(tab, err)
	if err := os.WriteFile(name, png, 0o644); err != nil {
		tab.t.Fatal(err)
	}
}

func fileURL(path string) string { return "file://" + filepath.ToSlash(path) }

func pageURL(dir, name string) string { return fileURL(filepath.Join(dir, name)) }

// box is a rectangle in CSS pixels.
type box struct{ X, Y, Width, Height float64 }

type label struct {
	box
	Text string
}

type mark struct {
	ID string
	box
	Label *label
}

// marks asks the page for the marks of the view shown.
func (tab *tab) marks() []mark {
	tab.t.Helper()
	return eval[[]mark](tab, `(() => { const ask = new CustomEvent("rt:marks", { detail: {} }); document.dispatchEvent(ask); return ask.detail.marks })()`)
}

type state struct {
	View, Selected, Query, Thread, Lanes string
	Window                               []float64
	Hidden                               []string
	Step, Focus                          int
}

func (tab *tab) state() state {
	tab.t.Helper()
	return eval[state](tab, `(() => { const ask = new CustomEvent("rt:state", { detail: {} }); document.dispatchEvent(ask); return ask.detail.state })()`)
}

// overlaps lists the pairs of labels of which one covers more than half a
// pixel of the other in both directions.
func overlaps(marks []mark) []string {
	var found []string
	for i, a := range marks {
		for _, b := range marks[i+1:] {
			if a.Label == nil || b.Label == nil {
				continue
			}
			w := min(a.Label.X+a.Label.Width, b.Label.X+b.Label.Width) - max(a.Label.X, b.Label.X)
			h := min(a.Label.Y+a.Label.Height, b.Label.Y+b.Label.Height) - max(a.Label.Y, b.Label.Y)
			if w > 0.5 && h > 0.5 {
				found = append(found, fmt.Sprintf("%q over %q by %.1f x %.1f", a.Label.Text, b.Label.Text, w, h))
			}
		}
	}
	return found
}
