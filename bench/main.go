// Command bench prints the figures of redthread on this machine: building the
// bundled dataset as a whole process, the size of each page, the threads engine
// beside two libraries, the readers of other formats beside Go's decoders, and
// how long a browser needs from navigation to the finished chart. Times of
// processes and pages are the median of seven runs.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	runs := flag.Int("runs", 7, "runs of which the median is printed")
	only := flag.String("only", "", "one part: "+strings.Join(names(), ", ")+" (default: all)")
	formats := flag.String("format", "", "of the part formats, this one only")
	flag.Parse()
	do := func() error { return measure(*runs, *only, *formats) }
	if flag.Arg(0) == peakWord {
		do = func() error { return sayPeak(flag.Args()[1:]) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench is what the parts measure: the built command and its pages.
type bench struct {
	bin, site, tmp string
	runs           int
	format         string // the only one; empty: all
}

// parts are measured in this order.
var parts = []struct {
	name    string
	measure func(b bench) error
}{
	{"build", func(b bench) error { return measureBuild(b.bin, b.site, b.runs) }},
	{"sizes", func(b bench) error { return measureSizes(b.site) }},
	{"layout", func(bench) error { return measureLayout() }},
	{"threads", func(bench) error { return measureThreads() }},
	{"pages", func(b bench) error { return measurePages(b.site, filepath.Join(b.tmp, "profile"), b.runs) }},
	{"formats", func(b bench) error { return measureFormats(b.bin, b.tmp, b.format) }},
}

func names() []string {
	var list []string
	for _, p := range parts {
		list = append(list, p.name)
	}
	return list
}

func measure(runs int, only, format string) error {
	tmp, err := os.MkdirTemp("", "redthread-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	b := bench{filepath.Join(tmp, "redthread"), filepath.Join(tmp, "site"), tmp, runs, format}
	if out, err := exec.Command("go", "build", "-o", b.bin, "./cmd/redthread").CombinedOutput(); err != nil {
		return fmt.Errorf("building the command: %w\n%s", err, out)
	}
	if out, err := exec.Command(b.bin, "build", "-o", b.site).CombinedOutput(); err != nil {
		return fmt.Errorf("building the pages: %w\n%s", err, out)
	}
	fmt.Printf("%s/%s, %d cores, %s, median of %d\n\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), runs)
	for _, p := range parts {
		if only != "" && only != p.name {
			continue
		}
		if err := p.measure(b); err != nil {
			return err
		}
	}
	return nil
}
