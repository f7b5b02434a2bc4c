package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// measureBuild runs the built binary on the bundled dataset, whole process:
// wall time and the most memory it held.
func measureBuild(bin, site string, runs int) error {
	var seconds, megabytes []float64
	for range runs {
		cmd := exec.Command(bin, "build", "--out", site)
		begin := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("build: %w\n%s", err, out)
		}
		seconds = append(seconds, time.Since(begin).Seconds())
		if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			megabytes = append(megabytes, float64(usage.Maxrss)/1024)
		}
	}
	fmt.Printf("build of the bundled dataset   %6.3f s   (aim < 0.3)\n", median(seconds))
	fmt.Printf("  most memory held             %6.0f MB  (aim < 100)\n\n", median(megabytes))
	return nil
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// measureSizes prints each page raw and as gzip at its default level.
func measureSizes(site string) error {
	pages, err := filepath.Glob(filepath.Join(site, "*.html"))
	if err != nil {
		return err
	}
	fmt.Println("page                    raw kB   gzip kB   (aim < 1000, < 320)")
	for _, p := range pages {
		content, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		fmt.Printf("  %-20s %7.0f %9.0f\n", filepath.Base(p), float64(len(content))/1000, float64(gzipped(content))/1000)
	}
	fmt.Println()
	return nil
}

// counter counts the bytes written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func gzipped(content []byte) int {
	var n counter
	w := gzip.NewWriter(io.Writer(&n))
	_, _ = w.Write(content) // a counter does not fail
	_ = w.Close()
	return int(n)
}
