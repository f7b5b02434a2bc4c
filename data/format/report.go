package format

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
)

// Report says what became of everything that was read.
type Report struct {
	Files  []FileReport `json:"files"`
	Turned []Count      `json:"turned"` // what records became, the most frequent first
	Issues []Issue      `json:"issues"` // by severity, the gravest first, then by number
}

// FileReport is one file.
type FileReport struct {
	Name   string `json:"name"`
	Format string `json:"format"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
	Read   int    `json:"read"` // records found in the file
	Kept   int    `json:"kept"` // things, relations and other records of the dataset made of them; a record may make several
}

// Count is how many records of one sort became what.
type Count struct {
	From string `json:"from"` // "row", "node", "Ownership"
	Into string `json:"into"` // "entity person", "relation owns", "left out"
	N    int    `json:"n"`
}

// Issue is a sort of problem, with the first places where it occurs.
type Issue struct {
	Severity data.Severity `json:"severity"`
	What     string        `json:"what"` // without the value: alike problems have the same words
	Hint     string        `json:"hint,omitempty"`
	N        int           `json:"n"`
	Examples []Place       `json:"examples"` // the first ones, maxExamples at most
}

// maxExamples is how many places of an issue are kept.
const maxExamples = 5

// Place is where something stands in a file.
type Place struct {
	File  string `json:"file"`
	Line  int    `json:"line,omitempty"`  // from 1; in a workbook the row
	At    string `json:"at,omitempty"`    // where lines say little: `sheet "2017", row 12`, `node "n3"`
	Field string `json:"field,omitempty"` // column, key or attribute
	Value string `json:"value,omitempty"` // as written, cut when long

	// Own says that redthread wrote the record that stands here: its texts keep
	// the blanks at their ends, and where it cites nothing, nothing is cited.
	Own bool `json:"-"`
}

// String is the place as file:line, at, field and value.
func (p Place) String() string {
	s := p.File
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
	}
	for _, part := range []string{p.At, p.Field} {
		if part != "" {
			s += ": " + part
		}
	}
	if p.Value != "" {
		s += fmt.Sprintf(": %q", p.Value)
	}
	return shown(strings.TrimPrefix(s, ": "))
}

// shown is a text with its control characters as escapes: names of columns and
// keys are anybody's, and a terminal obeys them.
func shown(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return control(r, false) }) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if control(r, false) {
			fmt.Fprintf(&b, "\\x%02x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Cites is how evidence names the place within its file.
func (p Place) Cites() string {
	switch {
	case p.At != "":
		return p.At
	case p.Line > 0:
		var b [len("line 9223372036854775807")]byte
		return string(strconv.AppendInt(append(b[:0], "line "...), int64(p.Line), 10))
	}
	return ""
}

// Count is the number of issues of a severity, each as often as it occurs.
func (r *Report) Count(s data.Severity) int {
	n := 0
	for _, i := range r.Issues {
		if i.Severity == s {
			n += i.N
		}
	}
	return n
}

// WriteJSON writes the report for programs.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// WriteText writes the report for people: one line an issue with its count,
// then its first places.
func (r *Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	for _, f := range r.filesToName() {
		p.line("%s: %s, %d bytes: %d records read, %d things and relations made", f.Name, f.Format, f.Bytes, f.Read, f.Kept)
	}
	for _, c := range r.Turned {
		p.line("  %d %s -> %s", c.N, c.From, c.Into)
	}
	for _, i := range r.Issues {
		p.issue(i)
	}
	return p.err
}

// manyFiles is how many files are named one by one; of more, as of a folder of
// small ones, each format is a line.
const manyFiles = 20

func (r *Report) filesToName() []FileReport {
	if len(r.Files) <= manyFiles {
		return r.Files
	}
	var list []FileReport
	files := map[string]int{}
	for _, f := range r.Files {
		i := slices.IndexFunc(list, func(o FileReport) bool { return o.Format == f.Format })
		if i < 0 {
			i, list = len(list), append(list, FileReport{Format: f.Format})
		}
		files[f.Format]++
		list[i].Bytes += f.Bytes
		list[i].Read += f.Read
		list[i].Kept += f.Kept
		list[i].Name = fmt.Sprintf("%d files", files[f.Format])
	}
	return list
}

type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, shown(fmt.Sprintf(format, args...)))
	}
}

func (p *printer) issue(i Issue) {
	hint := ""
	if i.Hint != "" {
		hint = " (" + i.Hint + ")"
	}
	if i.N == 1 && len(i.Examples) == 1 {
		place := i.Examples[0].String()
		if place != "" {
			place += ": "
		}
		p.line("%s: %s%s%s", i.Severity, place, i.What, hint)
		return
	}
	p.line("%s: %s, %d times%s", i.Severity, i.What, i.N, hint)
	for _, e := range i.Examples {
		p.line("  %s", e)
	}
	if more := i.N - len(i.Examples); more > 0 && len(i.Examples) > 0 {
		p.line("  and %d more", more)
	}
}

// tally gathers a Report.
type tally struct {
	issues map[[2]string]*Issue
	turned map[[2]string]*int
	turns  map[turn]*int // those of turned
}

// turn is a sort of record and, in two words, what it became.
type turn struct{ sort, into, of string }

func newTally() tally {
	return tally{map[[2]string]*Issue{}, map[[2]string]*int{}, map[turn]*int{}}
}

// turn counts a record that became something.
func (t tally) turn(sort, into, of string) {
	n := t.turns[turn{sort, into, of}]
	if n == nil {
		key := [2]string{sort, into + of}
		if n = t.turned[key]; n == nil {
			n = new(int)
			t.turned[key] = n
		}
		t.turns[turn{sort, into, of}] = n
	}
	*n++
}

// kept counts a record that stands in the dataset.
func (b *Builder) kept(sort, into, of string) {
	b.tally.turn(sort, into, of)
	if b.file != nil {
		b.file.Kept++
	}
}

// say counts an issue; its value and place go to the examples.
func (t tally) say(s data.Severity, at Place, what, hint string) {
	key := [2]string{s.String(), what}
	i := t.issues[key]
	if i == nil {
		i = &Issue{Severity: s, What: what, Hint: hint}
		t.issues[key] = i
	}
	i.N++
	if len(i.Examples) < maxExamples {
		at.Value = clip(at.Value)
		i.Examples = append(i.Examples, at)
	}
}

func (t tally) report(files []FileReport) *Report {
	r := &Report{Files: files, Turned: []Count{}, Issues: []Issue{}}
	for _, i := range t.issues {
		r.Issues = append(r.Issues, *i)
	}
	slices.SortFunc(r.Issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(b.N, a.N), cmp.Compare(a.What, b.What))
	})
	for _, key := range slices.SortedFunc(maps.Keys(t.turned), func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(*t.turned[b], *t.turned[a]), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		r.Turned = append(r.Turned, Count{key[0], key[1], *t.turned[key]})
	}
	return r
}

// clip shortens a value for a message.
func clip(text string) string {
	n := 0
	for i := range text {
		if n == 80 {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

// Losses says what a format could not carry.
type Losses struct{ counts, aside map[string]int }

// Add counts n of something that has no place in the format: "conflicts",
// "evidence of attributes". Zero adds nothing.
func (l *Losses) Add(what string, n int) {
	if n == 0 {
		return
	}
	if l.counts == nil {
		l.counts = map[string]int{}
	}
	l.counts[what] += n
}

// Aside counts n of something that the format has no word for, and that stands
// where only redthread looks: it comes back, but other tools do not see it.
func (l *Losses) Aside(what string, n int) {
	if n == 0 {
		return
	}
	if l.aside == nil {
		l.aside = map[string]int{}
	}
	l.aside[what] += n
}

// Unseen is what only redthread sees, by name.
func (l *Losses) Unseen() []Count {
	list := []Count{}
	for _, what := range slices.Sorted(maps.Keys(l.aside)) {
		list = append(list, Count{From: what, Into: "for redthread only", N: l.aside[what]})
	}
	return list
}

// List is what was lost, by name.
func (l *Losses) List() []Count {
	list := []Count{}
	for _, what := range slices.Sorted(maps.Keys(l.counts)) {
		list = append(list, Count{From: what, Into: "left out", N: l.counts[what]})
	}
	return list
}
