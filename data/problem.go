package data

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a problem means for the dataset.
type Severity uint8

// The severities, from the mildest to the gravest.
const (
	Note    Severity = iota // worth knowing
	Warning                 // the data may mislead; it can be built
	Error                   // the data is wrong; nothing may be built from it
)

var severityWords = [...]string{Error: "error", Warning: "warning", Note: "note"}

// String is the severity as one lower case word.
func (s Severity) String() string { return severityWords[s] }

// MarshalText writes the word, for JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Problem is one defect: where it stands, what is wrong and what to do.
type Problem struct {
	File     string   `json:"file,omitempty"`   // name within the folder; empty when the dataset has no files
	Line     int      `json:"line,omitempty"`   // from 1; 0 when the problem is of the file or the whole
	Column   int      `json:"column,omitempty"` // in characters, from 1
	Severity Severity `json:"severity"`
	What     string   `json:"what"`              // lower case, names the record and the value
	Value    string   `json:"value,omitempty"`   // the value as written, cut when long
	Hint     string   `json:"hint,omitempty"`    // what to do
	Excerpt  string   `json:"excerpt,omitempty"` // the line, and a mark below the column
}

// String is the problem on one line: file:line:column, what and the hint.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.place())
	if p.Severity != Error {
		b.WriteString(p.Severity.String() + ": ")
	}
	b.WriteString(p.What)
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	return b.String()
}

func (p Problem) place() string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
}

// Full is the problem with its excerpt below, each line ended.
func (p Problem) Full() string {
	if p.Excerpt == "" {
		return p.String() + "\n"
	}
	return p.String() + "\n" + p.Excerpt + "\n"
}

// Problems is what was found, sorted by file, line and column.
type Problems []Problem

// Count is the number of problems of a severity.
func (ps Problems) Count(s Severity) int {
	n := 0
	for _, p := range ps {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Err is nil where there is no error; warnings and notes are none. The error
// says every error, one a line.
func (ps Problems) Err() error {
	var lines []string
	for _, p := range ps {
		if p.Severity == Error {
			lines = append(lines, p.String())
		}
	}
	if lines == nil {
		return nil
	}
	return errors.New(strings.Join(lines, "\n"))
}

func compareProblems(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(btoi(a.File == ""), btoi(b.File == "")), // of the whole: last
		cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.What, b.What))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// most is how many problems of one severity are kept; of the others the number.
const most = 1000

// collector gathers problems; it is what readers, decoder and rules report to.
type collector struct {
	found [Error + 1]Problems
	more  [Error + 1]int
}

func (c *collector) add(p Problem) {
	if c.full(p.Severity) {
		c.more[p.Severity]++
		return
	}
	p.Value = clip(p.Value)
	c.found[p.Severity] = append(c.found[p.Severity], p)
}

// full tells whether problems of a severity are only counted from here on.
func (c *collector) full(s Severity) bool { return len(c.found[s]) >= most }

// hopeless tells whether so much is wrong that reading on is waste.
func (c *collector) hopeless() bool { return c.more[Error] > 50*most }

// at reports at a node; nil means nowhere in particular.
func (c *collector) at(n *node, s Severity, value, hint, format string, args ...any) {
	if c.full(s) {
		c.more[s]++
		return
	}
	p := Problem{Severity: s, Value: value, Hint: hint, What: fmt.Sprintf(format, args...)}
	if n != nil {
		p.File, p.Line, p.Column = n.file.name, int(n.line), int(n.col)
		p.Excerpt = n.file.excerpt(p.Line, p.Column)
	}
	c.add(p)
}

// of reports on a whole file.
func (c *collector) of(name string, s Severity, hint, format string, args ...any) {
	c.add(Problem{File: name, Severity: s, Hint: hint, What: fmt.Sprintf(format, args...)})
}

// problems is everything found, sorted, and how many more there were.
func (c *collector) problems() Problems {
	var all Problems
	for s := range c.found {
		all = append(all, c.found[s]...)
	}
	slices.SortStableFunc(all, compareProblems)
	for s, n := range c.more {
		if n > 0 {
			all = append(all, Problem{Severity: Severity(s), What: fmt.Sprintf("%d more %ss are not listed", n, Severity(s)),
				Hint: "mend these first"})
		}
	}
	return all
}

// longest is how many characters of a value a message shows.
const longest = 80

// clip shortens a value for a message.
func clip(text string) string {
	n := 0
	for i := range text {
		if n == longest {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

// quote is the value in a message: clipped, with control characters escaped.
func quote[S ~string](text S) string { return fmt.Sprintf("%q", clip(string(text))) }

// article puts "a" or "an" before a noun.
func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// place says where a node stands, for messages about two places.
func (n *node) place() string {
	if n == nil {
		return "elsewhere"
	}
	return fmt.Sprintf("%s:%d:%d", n.file.name, n.line, n.col)
}
