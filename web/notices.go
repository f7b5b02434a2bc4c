package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// notice is a licence text that must travel with every page, since a minified
// bundle loses the comments that carried it.
type notice struct {
	of    string
	files []string // below node_modules
}

// bundled lists whose code is in app.js.
var bundled = []notice{
	{"Apache ECharts", []string{"echarts/NOTICE", "echarts/LICENSE"}},
	{"parts of Apache ECharts derived from d3", []string{"echarts/licenses/LICENSE-d3"}},
	{"zrender", []string{"zrender/LICENSE"}},
	{"tslib", []string{"tslib/LICENSE.txt"}},
}

// notices gathers the texts, each under the name of its work.
func notices(modules string) ([]byte, error) {
	var all bytes.Buffer
	all.WriteString("This page contains code of the works below, each under its own licence.\n")
	for _, n := range bundled {
		fmt.Fprintf(&all, "\n%s\n%s\n", n.of, strings.Repeat("=", len(n.of)))
		for _, name := range n.files {
			text, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(name)))
			if err != nil {
				return nil, fmt.Errorf("licence of %s: %w (run npm ci in web)", n.of, err)
			}
			fmt.Fprintf(&all, "\n%s\n", tidy(text))
		}
	}
	return all.Bytes(), nil
}

// tidy evens out line ends and blanks, so that a page does not depend on them.
func tidy(text []byte) string {
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
