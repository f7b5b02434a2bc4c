package data

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// file is an input file as read, kept for the lines that problems show.
type file struct {
	name  string
	data  []byte
	table bool // CSV: cells hold lists with semicolons
	once  sync.Once
	lines []int // offset of every line after a whole number of strides
}

// stride is how many lines stand between two entries of the index: a file of
// nothing but line ends must not cost more than itself.
const stride = 256

// line is the text of a line, from 1, without its end. It is the file's own.
func (f *file) line(number int) []byte {
	f.once.Do(f.index)
	if number < 1 || (number-1)/stride >= len(f.lines) {
		return nil
	}
	rest := f.data[f.lines[(number-1)/stride]:]
	for range (number - 1) % stride {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			return nil
		}
		rest = rest[end+1:]
	}
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return bytes.TrimSuffix(rest, []byte("\r"))
}

// index notes where every line begins that is a multiple of the stride.
func (f *file) index() {
	f.lines = append(f.lines, 0)
	count, at := 0, 0
	for {
		end := bytes.IndexByte(f.data[at:], '\n')
		if end < 0 {
			return
		}
		at += end + 1
		if count++; count%stride == 0 {
			f.lines = append(f.lines, at)
		}
	}
}

// place turns a byte offset into a line and a column in characters, from 1.
func (f *file) place(offset int) (line, col int) {
	offset = min(offset, len(f.data))
	before := f.data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}

// The width of an excerpt in characters: enough to see, never a page. Lines of
// machine-made files that are longer than excerptLine bytes are not shown.
const (
	excerptBefore = 60
	excerptAfter  = 40
	excerptLine   = 64 << 10 // bytes of a line, beyond which it is not shown
)

// excerpt is the line with a mark below the column, cut around it.
func (f *file) excerpt(line, col int) string {
	written := f.line(line)
	if len(written) == 0 || len(written) > excerptLine {
		return ""
	}
	text := []rune(string(written))
	col = min(max(col, 1), len(text)+1)
	from, to := max(0, col-1-excerptBefore), min(len(text), col-1+excerptAfter)
	lead, tail := "", ""
	if from > 0 {
		lead = "…"
	}
	if to < len(text) {
		tail = "…"
	}
	number := fmt.Sprintf("%5d | ", line)
	return number + lead + visible(text[from:to]) + tail + "\n" +
		strings.Repeat(" ", len(number)-2) + "| " + blank([]rune(lead)) + blank(text[from:col-1]) + "^"
}

// visible replaces what could move the cursor of a terminal or turn the
// direction of the line.
func visible(text []rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == utf8.RuneError:
			return '\uFFFD'
		}
		return r
	}, string(text))
}

// blank is as wide as the text: a Chinese character takes two columns.
func blank(text []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return '\u3000'
		}
		return ' '
	}, string(text))
}
