// Package browser tries the pages in headless Chromium as a reader would:
// zero requests, zero console messages, marks that do not overlap, keyboard,
// links, dark and light, print, phone, sandboxed frames, hostile names.
package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/chromedp/chromedp"
)

// The folders that TestMain builds.
var (
	site    string // pages of the bundled dataset
	hostile string // pages of the hostile dataset
	story   string // pages of a small dataset with a story
	untold  string // pages of the same without one
	root    string // of the repository
)

// browserContext is the one Chromium that every test opens its tabs in.
var browserContext context.Context

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(prepareAndRun(m))
}

func prepareAndRun(m *testing.M) int {
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("REDTHREAD_REQUIRE_BROWSER") != "" {
			fmt.Fprintln(os.Stderr, "the browser tests need chromium (Debian: apt-get install chromium)")
			return 1
		}
		fmt.Fprintln(os.Stderr, "SKIPPED: no chromium; make test installs it on Debian")
		return 0
	}
	tmp, err := os.MkdirTemp("", "redthread-browser-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(tmp)
	if err := buildSites(tmp); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	stop, err := startChromium(path, filepath.Join(tmp, "profile"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	return m.Run()
}

func buildSites(tmp string) error {
	_, file, _, _ := runtime.Caller(0)
	root = filepath.Join(filepath.Dir(file), "..", "..")
	bin := filepath.Join(tmp, "redthread")
	site, hostile, story, untold = filepath.Join(tmp, "site"), filepath.Join(tmp, "hostile"), filepath.Join(tmp, "story"), filepath.Join(tmp, "untold")
	things := filepath.Join(tmp, "things")
	if err := os.MkdirAll(things, 0o755); err != nil {
		return err
	}
	steps := [][]string{
		{"go", "build", "-o", bin, "./cmd/redthread"},
		{bin, "build", "-o", site},
		{bin, "build", "-o", hostile, filepath.Join(filepath.Dir(file), "testdata", "hostile")},
		{bin, "build", "-o", story, filepath.Join(filepath.Dir(file), "testdata", "story")},
		{"cp", filepath.Join(filepath.Dir(file), "testdata", "story", "things.yaml"), things},
		{bin, "build", "-o", untold, things},
	}
	for _, step := range steps {
		cmd := exec.Command(step[0], step[1:]...)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%v: %w\n%s", step, err, out)
		}
	}
	return nil
}

func startChromium(path, profile string) (stop func(), err error) {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.UserDataDir(profile),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		// One target for a page and its sandboxed frame, so that the frame's
		// messages reach the test.
		chromedp.Flag("disable-features", "IsolateSandboxedIframes,Translate"),
		chromedp.Flag("disable-site-isolation-trials", true),
		chromedp.Flag("allow-file-access-from-files", false),
		chromedp.Flag("lang", "en-US"),
	}
	allocator, closeAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, closeBrowser := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		closeBrowser()
		closeAllocator()
		return nil, fmt.Errorf("starting chromium: %w", err)
	}
	browserContext = ctx
	return func() { closeBrowser(); closeAllocator() }, nil
}
