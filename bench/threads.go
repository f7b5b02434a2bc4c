package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// result is a line of go test -bench.
type result struct {
	seconds   float64
	megabytes float64 // allocated in one run
}

// measureThreads runs the benchmarks of the engine and prints them beside the
// two libraries, on what these can finish, as ratios of one run.
func measureThreads() error {
	out, err := exec.Command("go", "test", "./graph", "-run", "^$", "-benchmem", "-benchtime", "3x",
		"-bench", "^Benchmark(Reach|Search|TenThreads|AllPathsOfTheLibrary|YenOfGonum)$").Output()
	if err != nil {
		return fmt.Errorf("benchmarks of the threads: %w\n%s", err, out)
	}
	results := parseBenchmarks(out)
	fmt.Println("threads, relations   reach all        best ten         one plain search   ten / search")
	for _, size := range []string{"10000", "100000", "1000000"} {
		reach, ten, search := results["Reach/"+size], results["TenThreads/"+size], results["Search/"+size]
		fmt.Printf("  %-18s %8.4f s %4.0f MB %7.4f s %4.0f MB %8.4f s %14.1f\n",
			size, reach.seconds, reach.megabytes, ten.seconds, ten.megabytes, search.seconds, ten.seconds/search.seconds)
	}
	paths, ours := results["AllPathsOfTheLibrary/dominikbraun"], results["AllPathsOfTheLibrary/ours"]
	fmt.Printf("\ndominikbraun AllPathsBetween, 390,625 paths: %.2f s; best ten here %.5f s: %.0f times\n",
		paths.seconds, ours.seconds, paths.seconds/ours.seconds)
	for _, size := range []string{"10000", "100000"} {
		yen, ten := results["YenOfGonum/"+size], results["TenThreads/"+size]
		fmt.Printf("gonum Yen, ten shortest, %s relations: %.2f s; here %.4f s: %.0f times\n", size, yen.seconds, ten.seconds, yen.seconds/ten.seconds)
	}
	fmt.Println()
	return nil
}

// parseBenchmarks reads lines such as "BenchmarkReach/10000-2  3  385969 ns/op
// 96496 B/op  17 allocs/op", by name without prefix and number of cores.
func parseBenchmarks(out []byte) map[string]result {
	results := map[string]result{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(fields[0], "Benchmark")
		if i := strings.LastIndex(name, "-"); i > 0 {
			name = name[:i]
		}
		var r result
		for i := 2; i+1 < len(fields); i += 2 {
			value, _ := strconv.ParseFloat(fields[i], 64)
			switch fields[i+1] {
			case "ns/op":
				r.seconds = value / 1e9
			case "B/op":
				r.megabytes = value / 1e6
			}
		}
		results[name] = r
	}
	return results
}
