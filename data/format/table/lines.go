package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// lookLines is how many bytes are looked at to tell JSON lines.
const lookLines = 4 << 20

// severalValues tells JSON lines: an object ends with its line and another one
// begins on the next. In a file whose name says lines, one that is an object is
// enough, for any other may be broken.
func severalValues(text []byte, name string) bool {
	called := ending(name) == ".jsonl" || ending(name) == ".ndjson"
	lines, whole := 0, 0
	for line := range bytes.Lines(text[:min(len(text), lookLines)]) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		lines++
		if isLine := line[0] == '{' && (len(line) >= lookLines || json.Valid(line)); isLine {
			whole++
		}
		switch {
		case called && whole > 0 && lines > 1:
			return true
		case !called && (whole == 0 || line[0] != '{'):
			return false
		case !called && lines > 1:
			return true
		}
	}
	return false
}

// eachLine hands on the records of JSON lines. A line that is none is left out
// with a word; where all are, the first one's error is the file's.
func (f *recordFile) eachLine(visit func(data.Value, int) bool) error {
	line, good := 0, 0
	var first error
	var skim data.Skimmer
	for part := range bytes.Lines(f.text) {
		line++
		if part = bytes.TrimSpace(part); len(part) == 0 {
			continue
		}
		v, problems := skim.Parse(f.in.Name, part)
		if err := atLine(problems, line).Err(); err != nil {
			if first == nil {
				first = err
			}
			f.says.add(line, Finding{Severity: data.Warning, What: "it is no JSON", Record: "line", At: format.Place{Line: line, Value: f.reason(err, line)}})
			continue
		}
		if good++; !visit(v, line) {
			return nil
		}
	}
	if good == 0 {
		return first
	}
	return nil
}

// reason is an error without the file and the line that it names.
func (f *recordFile) reason(err error, line int) string {
	return strings.TrimLeft(strings.TrimPrefix(err.Error(), fmt.Sprintf("%s:%d", f.in.Name, line)), ": ")
}

// atLine moves the problems of a text of one line to where that line stands.
func atLine(problems data.Problems, line int) data.Problems {
	for i := range problems {
		problems[i].Line += line - 1
	}
	return problems
}
