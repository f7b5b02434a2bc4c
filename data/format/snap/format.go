package snap

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// Format is plain edge lists, read only.
func Format() format.Format {
	return format.Format{Name: "edges", Title: "plain edge list (SNAP, KONECT)", Names: endings,
		Detect: detect, Read: format.Each("edges", read)}
}

// endings are of names that promise an edge list.
var endings = []string{".edges", ".edgelist", ".el", ".snap"}

// tables are endings of files that belong to the reader of tables, unless their
// comments say that they are edge lists.
var tables = []string{".csv", ".tsv", ".xlsx", ".json", ".yaml", ".yml", ".xml"}

// looked is how many lines of the beginning are looked at.
const looked = 200

func detect(name string, head []byte) format.Confidence {
	if bytes.HasPrefix(head, []byte("%%MatrixMarket")) {
		return format.Certain // to refuse it with a word
	}
	var t told
	var lines []string
	for _, line := range beginning(head) {
		switch line = strings.TrimSpace(line); {
		case line == "":
		case line[0] == '#' || line[0] == '%':
			t.read(line)
		default:
			lines = append(lines, line)
		}
	}
	fit, numbers := pairs(lines)
	base := strings.ToLower(path.Base(name))
	switch {
	case !fit:
		return format.No
	case t.konect, t.nodes > 0 || t.edges > 0 || t.names != nil:
		return format.Certain
	case slices.Contains(tables, path.Ext(base)):
		return format.No
	case slices.Contains(endings, path.Ext(base)):
		return format.Certain
	case numbers, strings.HasPrefix(base, "out."):
		return format.Likely
	}
	return format.No
}

// beginning are the first whole lines.
func beginning(head []byte) []string {
	lines := strings.SplitN(strings.TrimPrefix(string(head), "\ufeff"), "\n", looked+1)
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // it may be cut
	}
	return lines
}

// pairs tells whether every line has two to eight columns, and whether all of
// them are numbers in the first two, without commas.
func pairs(lines []string) (fit, numbers bool) {
	var by separators
	for _, line := range lines {
		by.see(line)
	}
	fit, numbers = len(lines) > 0, by.commas == 0 && by.semicolons == 0
	for _, line := range lines {
		fields := cut(nil, line, by.best())
		fit = fit && len(fields) <= 8 && !strings.ContainsAny(line[:1], "<{[\"")
		numbers = numbers && len(fields) >= 2 && isNumber(fields[0]) && isNumber(fields[1])
	}
	return fit, numbers
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
