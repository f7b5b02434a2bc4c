package data

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Authors write dates without quotes: [2016-11-07..2016-11-13], {1667,1668},
// %2004. YAML would make lists, maps and errors of them. So the values of date
// keys are found in the source text first and covered with letters of the same
// width; the YAML library reads those, and the tree gets the author's text back
// by line and column. A mask that no scalar claims stood within another text
// (a block of prose, say); the file is then read again without it.

// dateKeys are the keys whose values are taken from the source text; true
// where only a value in brackets is.
var dateKeys = map[string]bool{"date": false, "window": false, "value": true}

// mask is a value covered.
type mask struct {
	line, col  int // in characters, from 1
	start, end int // in bytes
	text       string
	claimed    bool
}

func (m *mask) cover() string { return strings.Repeat("x", utf8.RuneCountInString(m.text)) }

// masks are the covered values of a file, in its order.
type masks struct {
	all    []*mask
	at     map[[2]int]*mask
	values int // how many values the file holds, about
}

// apply is the text with the dates covered; lines and columns stay.
func (ms *masks) apply(data []byte) []byte {
	if len(ms.all) == 0 {
		return data
	}
	var b bytes.Buffer
	b.Grow(len(data))
	ms.at = make(map[[2]int]*mask, len(ms.all))
	done := 0
	for _, m := range ms.all {
		b.Write(data[done:m.start])
		b.WriteString(m.cover())
		done = m.end
		m.claimed = false
		ms.at[[2]int{m.line, m.col}] = m
	}
	b.Write(data[done:])
	return b.Bytes()
}

// claim gives the author's text for a scalar that is a mask. What followed the
// mask (a second line) stays behind it.
func (ms *masks) claim(line, col int, text string) (string, bool) {
	m := ms.at[[2]int{line, col}]
	if m == nil {
		return "", false
	}
	rest, ok := strings.CutPrefix(text, m.cover())
	if !ok {
		return "", false
	}
	m.claimed = true
	return m.text + rest, true
}

// open are the masks nobody claimed.
func (ms *masks) open() []*mask {
	var open []*mask
	for _, m := range ms.all {
		if !m.claimed {
			open = append(open, m)
		}
	}
	return open
}

func (ms *masks) without(open []*mask) *masks {
	drop := map[*mask]bool{}
	for _, m := range open {
		drop[m] = true
	}
	rest := &masks{values: ms.values}
	for _, m := range ms.all {
		if !drop[m] {
			rest.all = append(rest.all, m)
		}
	}
	return rest
}

// dateFinder walks over YAML just closely enough to know where a key's value
// begins: it skips quoted texts, blocks of prose and comments.
type dateFinder struct {
	data      []byte
	pos       int
	line      int // from 1
	lineStart int // offset
	counted   int // offset up to which col is counted
	col       int // of counted, in characters from 1
	out       *masks
}

func findDates(data []byte) *masks {
	d := &dateFinder{data: data, line: 1, col: 1, out: &masks{}}
	for d.pos < len(d.data) {
		d.blockLine()
		d.nextLine()
	}
	return d.out
}

func (d *dateFinder) peek(ahead int) byte {
	if d.pos+ahead < len(d.data) {
		return d.data[d.pos+ahead]
	}
	return '\n'
}

func (d *dateFinder) done() bool { return d.pos >= len(d.data) }

func (d *dateFinder) indent() int { return d.pos - d.lineStart }

func (d *dateFinder) spaces() {
	for !d.done() && (d.data[d.pos] == ' ' || d.data[d.pos] == '\t') {
		d.pos++
	}
}

// nextLine goes past the end of the line.
func (d *dateFinder) nextLine() {
	if end := bytes.IndexByte(d.data[d.pos:], '\n'); end >= 0 {
		d.pos += end + 1
	} else {
		d.pos = len(d.data)
	}
	d.line++
	d.lineStart = d.pos
}

func blankByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// blockLine walks a line in block style; texts of several lines are walked to
// their end.
func (d *dateFinder) blockLine() {
	if d.peek(0) == '%' {
		return
	}
	if bytes.HasPrefix(d.data[d.pos:], []byte("---")) || bytes.HasPrefix(d.data[d.pos:], []byte("...")) {
		d.pos += 3
	}
	d.spaces()
	parent := d.indent() - 1 // what is indented deeper belongs to this line's last key or dash
	for d.spaces(); !d.done(); d.spaces() {
		d.out.values++
		switch c := d.data[d.pos]; {
		case c == '\n' || c == '\r' || c == '#':
			return
		case (c == '-' || c == '?' || c == ':') && blankByte(d.peek(1)):
			parent = d.indent()
			d.pos++
		case c == '&' || c == '!' || c == '*':
			d.skipWord()
		case c == '|' || c == '>':
			d.skipDeeper(parent)
			return
		case c == '{' || c == '[':
			d.flow()
		default:
			start := d.indent()
			key, isKey := d.blockScalar()
			if !isKey {
				if c != '"' && c != '\'' {
					d.skipDeeper(parent)
				}
				return
			}
			parent = start
			d.blockValue(key)
		}
	}
}

func (d *dateFinder) skipWord() {
	for !d.done() && !blankByte(d.data[d.pos]) {
		d.pos++
	}
}

// skipDeeper goes past the following lines that are indented deeper than the
// parent: the rest of a text of several lines.
func (d *dateFinder) skipDeeper(parent int) {
	for {
		before := *d
		d.nextLine()
		if d.done() {
			return
		}
		for d.peek(0) == ' ' {
			d.pos++
		}
		if c := d.peek(0); c != '\n' && c != '\r' && d.indent() <= parent {
			*d = before
			return
		}
	}
}

// blockScalar walks a text on this line and tells whether it is a key.
func (d *dateFinder) blockScalar() (string, bool) {
	start := d.pos
	if c := d.data[d.pos]; c == '"' || c == '\'' {
		d.quoted(c)
		key := string(d.data[start+1 : max(start+1, d.pos-1)])
		d.spaces()
		return key, d.colon(false)
	}
	for !d.done() && d.data[d.pos] != '\n' {
		switch {
		case d.data[d.pos] == '#' && d.pos > start && blankByte(d.data[d.pos-1]):
			return "", false
		case d.data[d.pos] == ':' && blankByte(d.peek(1)):
			key := strings.TrimSpace(string(d.data[start:d.pos]))
			return key, d.colon(false)
		}
		d.pos++
	}
	return "", false
}

// colon goes past the colon of a key, if there is one.
func (d *dateFinder) colon(inFlow bool) bool {
	if d.done() || d.data[d.pos] != ':' {
		return false
	}
	if next := d.peek(1); !blankByte(next) && !(inFlow && strings.IndexByte(",[]{}", next) >= 0) {
		return false
	}
	d.pos++
	return true
}

// quoted goes past a quoted text, over lines.
func (d *dateFinder) quoted(quote byte) {
	for d.pos++; !d.done(); d.pos++ {
		switch c := d.data[d.pos]; {
		case c == '\n':
			d.line++
			d.lineStart = d.pos + 1
		case c == '\\' && quote == '"':
			if d.peek(1) != '\n' {
				d.pos++
			}
		case c == quote && quote == '\'' && d.peek(1) == '\'':
			d.pos++
		case c == quote:
			d.pos++
			return
		}
	}
}

// masked tells whether the value that begins here is to be covered.
func (d *dateFinder) masked(key string) bool {
	brackets, known := dateKeys[key]
	d.spaces()
	if !known || d.done() {
		return false
	}
	c := d.data[d.pos]
	if brackets {
		return c == '[' || c == '{'
	}
	return strings.IndexByte("\"'|>&*!#\r\n", c) < 0
}

// blockValue covers the rest of the line after a date key.
func (d *dateFinder) blockValue(key string) {
	if !d.masked(key) {
		return
	}
	end := d.pos
	for end < len(d.data) && d.data[end] != '\n' && !(d.data[end] == '#' && blankByte(d.data[end-1])) {
		end++
	}
	d.cover(end)
}

func (d *dateFinder) cover(end int) {
	text := bytes.TrimRight(d.data[d.pos:end], " \t\r")
	if len(text) == 0 {
		return
	}
	d.out.all = append(d.out.all, &mask{
		line: d.line, col: d.column(),
		start: d.pos, end: d.pos + len(text), text: string(text),
	})
	d.pos += len(text)
}

// column is that of the position. Counting goes on from the last one, so that
// a line of many dates is not counted again for each.
func (d *dateFinder) column() int {
	if d.counted < d.lineStart {
		d.counted, d.col = d.lineStart, 1
	}
	d.col += utf8.RuneCount(d.data[d.counted:d.pos])
	d.counted = d.pos
	return d.col
}

// flow walks a list or map in brackets to its end, over lines.
func (d *dateFinder) flow() {
	depth := 0
	for !d.done() {
		switch c := d.data[d.pos]; {
		case c == '\n':
			d.nextLine()
		case c == '#' && blankByte(d.data[d.pos-1]):
			d.nextLine()
		case c == '[' || c == '{':
			depth++
			d.out.values++
			d.pos++
		case c == ']' || c == '}':
			d.pos++
			if depth--; depth == 0 {
				return
			}
		case c == ',' || blankByte(c):
			d.pos++
		default:
			d.out.values++
			if key, isKey := d.flowScalar(); isKey {
				d.flowValue(key)
			}
		}
	}
}

// flowScalar walks a text within brackets and tells whether it is a key.
func (d *dateFinder) flowScalar() (string, bool) {
	start := d.pos
	if c := d.data[d.pos]; c == '"' || c == '\'' {
		d.quoted(c)
		key := string(d.data[start+1 : max(start+1, d.pos-1)])
		d.spaces()
		if d.peek(0) == ':' { // after a quoted key no space is needed
			d.pos++
			return key, true
		}
		return key, false
	}
	for !d.done() && strings.IndexByte(",[]{}\n", d.data[d.pos]) < 0 {
		if d.data[d.pos] == '#' && d.pos > start && blankByte(d.data[d.pos-1]) {
			return "", false
		}
		end := d.pos
		if d.colon(true) {
			return strings.TrimSpace(string(d.data[start:end])), true
		}
		d.pos++
	}
	return "", false
}

// flowValue covers a date within brackets: up to the comma or bracket that is
// not the date's own.
func (d *dateFinder) flowValue(key string) {
	if !d.masked(key) || strings.IndexByte(",]}", d.data[d.pos]) >= 0 {
		return
	}
	var open []byte
	end := d.pos
	for ; end < len(d.data) && d.data[end] != '\n'; end++ {
		switch c := d.data[end]; {
		case c == '[' || c == '{':
			open = append(open, c+2) // ']' is '['+2, '}' is '{'+2
		case len(open) > 0 && c == open[len(open)-1]:
			open = open[:len(open)-1]
		case c == ']' || c == '}', c == ',' && len(open) == 0, c == '#' && blankByte(d.data[end-1]):
			d.cover(end)
			return
		}
	}
	d.cover(end)
}
