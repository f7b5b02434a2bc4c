package snap

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread/redthread/data/format"
)

// row is a line that is not empty.
type row struct {
	line    int
	text    string
	comment bool
}

// rows hands on the lines of a file. Its errors name the line.
func rows(in format.Input, limit int, each func(row) error) error {
	r := bufio.NewReaderSize(in.Reader(), max(limit, 16))
	for n := 1; ; n++ {
		raw, err := r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			return fmt.Errorf("%s:%d: a line of more than %d bytes: this is no edge list", in.Name, n, limit)
		}
		if err != nil && err != io.EOF {
			return err
		}
		if n == 1 {
			raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		}
		if bytes.IndexByte(raw, 0) >= 0 {
			return fmt.Errorf("%s:%d: a NUL byte: this is no text in UTF-8", in.Name, n)
		}
		if !utf8.Valid(raw) {
			return fmt.Errorf("%s:%d: bytes that are not UTF-8 (save the file as UTF-8)", in.Name, n)
		}
		if text := strings.TrimSpace(string(raw)); text != "" {
			if wrong := each(row{n, text, text[0] == '#' || text[0] == '%'}); wrong != nil {
				return fmt.Errorf("%s:%d: %w", in.Name, n, wrong)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// cut adds the columns of a line to fields, which may be nil. A separator that
// stands twice separates once. A map in braces, as networkx writes, is one
// column.
func cut(fields []string, text string, by rune) []string {
	data := ""
	if at := strings.IndexByte(text, '{'); at > 0 && strings.HasSuffix(text, "}") {
		text, data = text[:at], text[at:]
	}
	if by == ' ' {
		for part := range strings.FieldsSeq(text) {
			fields = append(fields, part)
		}
	} else {
		for part := range strings.SplitSeq(text, string(by)) {
			if part = strings.TrimSpace(part); part != "" {
				fields = append(fields, part)
			}
		}
	}
	if data != "" {
		fields = append(fields, data)
	}
	return fields
}

// separators counts the lines that hold each. Lines of one word hold none and
// are not counted.
type separators struct{ all, lines, tabs, commas, semicolons, loose int }

func (s *separators) see(text string) {
	s.all++
	if !strings.ContainsAny(text, " \t,;") {
		return
	}
	s.lines++
	s.tabs += min(1, strings.Count(text, "\t"))
	if loose(text) {
		s.loose++
	}
	s.commas += min(1, strings.Count(text, ","))
	s.semicolons += min(1, strings.Count(text, ";"))
}

// loose tells whether numbers between two tabs are told apart by spaces, so that
// a tab is a space like any other.
func loose(text string) bool {
	if strings.IndexFunc(text, spaceNoTab) < 0 {
		return false
	}
	for part := range strings.SplitSeq(text, "\t") {
		words := strings.Fields(part)
		if len(words) > 1 && strings.Trim(strings.Join(words, ""), "0123456789.-+eE") == "" {
			return true
		}
	}
	return false
}

func spaceNoTab(r rune) bool { return r != '\t' && unicode.IsSpace(r) }

// best is what stands in every line: a tab, so that ids may hold spaces, else a
// comma or a semicolon, else any space.
func (s *separators) best() rune {
	switch {
	case s.lines == 0:
	case s.tabs == s.lines && s.loose == 0:
		return '\t'
	case s.commas == s.lines:
		return ','
	case s.semicolons == s.lines:
		return ';'
	}
	return ' '
}

// mixed tells whether some lines have a tab, a comma or a semicolon and others
// have none, so that ids with spaces would fall apart.
func (s *separators) mixed() bool { return s.best() == ' ' && s.tabs+s.commas+s.semicolons > 0 }
