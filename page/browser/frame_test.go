package browser

import (
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// waitInFrame polls an expression in the one frame of the page.
func (tab *tab) waitInFrame(expression string) {
	tab.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if tab.frameSays(expression) {
			return
		}
	}
	tab.t.Fatalf("%s: in the frame still not %s; %v", tab.url, expression, tab.sins)
}

func (tab *tab) frameSays(expression string) bool {
	tree := call(tab, cdppage.GetFrameTree, cdp.Empty{}).FrameTree
	if len(tree.ChildFrames) == 0 {
		return false
	}
	tab.mu.Lock()
	id, ok := tab.contexts[string(tree.ChildFrames[0].Frame.ID)]
	tab.mu.Unlock()
	if !ok {
		return false
	}
	// A frame that is still loading loses its context: not an error yet.
	value, err := chromedp.Call(tab.ctx, cdpruntime.Evaluate, cdpruntime.EvaluateParams{Expression: "Boolean(" + expression + ")", ContextID: id})
	return err == nil && value.ExceptionDetails == nil && string(value.Result.Value) == "true"
}
