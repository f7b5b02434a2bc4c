// Command bench prints the figures of redthread on this machine: building the
// bundled dataset as a whole process, the size of each page, the threads engine
// beside two libraries, the readers of other formats beside Go's decoders, and how long a browser needs from navigation to the
// finished chart. Times of processes and pages are the median of seven runs.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

func main() {
	runs := flag.Int("runs", 7, "runs of which the median is printed")
	flag.Parse()
	if err := measure(*runs); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(runs int) error {
	tmp, err := os.MkdirTemp("", "redthread-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	bin, site := filepath.Join(tmp, "redthread"), filepath.Join(tmp, "site")
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/redthread").CombinedOutput(); err != nil {
		return fmt.Errorf("building the command: %w\n%s", err, out)
	}
	fmt.Printf("%s/%s, %d cores, %s, median of %d\n\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), runs)
	if err := measureBuild(bin, site, runs); err != nil {
		return err
	}
	if err := measureSizes(site); err != nil {
		return err
	}
	if err := measureLayout(); err != nil {
		return err
	}
	if err := measureThreads(); err != nil {
		return err
	}
	if err := measureFormats(bin, tmp); err != nil {
		return err
	}
	return measurePages(site, filepath.Join(tmp, "profile"), runs)
}
