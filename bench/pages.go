package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// watchTasks notes the longest task of the main thread, from before the page's
// own script.
const watchTasks = `window.longest = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.longest = Math.max(window.longest, e.duration) })
	.observe({ type: "longtask", buffered: true });`

// finished waits for the mark that a view sets at its chart's "finished".
const finished = `new Promise(done => {
	const look = () => {
		const mark = performance.getEntriesByType("mark").find(m => /^rt:.*:finished$/.test(m.name));
		if (mark) setTimeout(() => done([mark.startTime, window.longest]), 300); else setTimeout(look, 10);
	};
	look();
})`

func measurePages(site, profile string, runs int) error {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return fmt.Errorf("the page figures need chromium: %w", err)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(chromium), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	defer stop()
	browser, closeBrowser := chromedp.NewContext(allocator)
	defer closeBrowser()
	if err := chromedp.Do(browser); err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(site, "*.html"))
	if err != nil {
		return err
	}
	fmt.Println("page, 1440x900          finished s   longest task s   (aim < 0.6, < 0.3)")
	for _, p := range pages {
		var shown, longest []float64
		for range runs {
			times, err := loadOnce(browser, "file://"+filepath.ToSlash(p))
			if err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(p), err)
			}
			shown, longest = append(shown, times[0]/1000), append(longest, times[1]/1000)
		}
		fmt.Printf("  %-20s %11.3f %16.3f\n", filepath.Base(p), median(shown), median(longest))
	}
	return nil
}

func loadOnce(browser context.Context, url string) ([]float64, error) {
	ctx, cancel := chromedp.NewContext(browser)
	defer cancel()
	ctx, cancelTime := context.WithTimeout(ctx, 30*time.Second)
	defer cancelTime()
	if err := chromedp.Do(ctx); err != nil {
		return nil, err
	}
	if _, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: watchTasks}); err != nil {
		return nil, err
	}
	size := emulation.SetDeviceMetricsOverrideParams{Width: 1440, Height: 900, DeviceScaleFactor: 1}
	if _, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, size); err != nil {
		return nil, err
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[[]float64](finished, chromedp.EvalAwaitPromise))
}
