package browser

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestShots writes pictures of every page to the folder REDTHREAD_SHOTS, for
// people to look at. It checks nothing but that they can be taken.
func TestShots(t *testing.T) {
	dir := os.Getenv("REDTHREAD_SHOTS")
	if dir == "" {
		t.Skip("REDTHREAD_SHOTS names no folder; make shots does")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, views := range pages {
		for _, view := range views {
			for _, s := range screens {
				for suffix, hash := range map[string]string{"": "", "-selected": "&sel=cyber-security-law"} {
					tab := open(t, pageURL(site, name)+"#view="+view+hash, s)
					tab.settle()
					tab.shot(filepath.Join(dir, name+"-"+view+"-"+s.name+suffix+".png"))
				}
			}
		}
		printed(t, dir, name)
	}
}

func printed(t *testing.T, dir, name string) {
	tab := open(t, pageURL(site, name), desktop)
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), tab.print(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// print gives the page as a PDF, on A4.
func (tab *tab) print() []byte {
	tab.t.Helper()
	return tab.printOn(chromedp.PaperA4)
}

func (tab *tab) printOn(paper chromedp.PaperSize) []byte {
	tab.t.Helper()
	tab.emulate(desktop, "print")
	tab.settle()
	pdf, err := chromedp.Run(tab.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper), chromedp.PDFPrintBackground()))
	must(tab, err)
	return pdf
}
