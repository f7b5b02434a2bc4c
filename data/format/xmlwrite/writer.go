// Package xmlwrite writes XML for other programs to read. What enters:
// elements, attributes and texts; what leaves: well-formed XML 1.0 in UTF-8,
// indented, the same bytes for the same calls. Characters that XML cannot hold
// are taken out and counted.
package xmlwrite

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// Writer writes one document. The first error of the underlying writer stays
// and is given by Close.
type Writer struct {
	// Dropped counts the characters that XML cannot hold.
	Dropped int

	out  *bufio.Writer
	open []string
}

// New begins a document.
func New(w io.Writer) *Writer {
	x := &Writer{out: bufio.NewWriterSize(w, 64<<10)}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>`)
	return x
}

// Open writes a start tag; attributes are name, value, name, value. One with an
// empty value is left out.
func (x *Writer) Open(name string, attributes ...string) {
	x.tag(name, attributes)
	x.raw(">")
	x.open = append(x.open, name)
}

// Empty writes an element without content.
func (x *Writer) Empty(name string, attributes ...string) {
	x.tag(name, attributes)
	x.raw("/>")
}

// Text writes an element that holds nothing but a text.
func (x *Writer) Text(name, text string, attributes ...string) {
	x.tag(name, attributes)
	x.raw(">")
	x.escape(inText, text)
	x.raw("</" + name + ">")
}

// Shut ends the element that was opened last.
func (x *Writer) Shut() {
	name := x.open[len(x.open)-1]
	x.open = x.open[:len(x.open)-1]
	x.indent()
	x.raw("</" + name + ">")
}

// Close ends all elements and writes what is left.
func (x *Writer) Close() error {
	for len(x.open) > 0 {
		x.Shut()
	}
	x.raw("\n")
	return x.out.Flush()
}

func (x *Writer) tag(name string, attributes []string) {
	x.indent()
	x.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			x.raw(" " + attributes[i] + `="`)
			x.escape(inTag, attributes[i+1])
			x.raw(`"`)
		}
	}
}

func (x *Writer) indent() {
	x.raw("\n")
	for range x.open {
		x.raw("  ")
	}
}

func (x *Writer) raw(s string) { _, _ = x.out.WriteString(s) } // Flush tells the error

// What would be markup is written as a reference, and so is space that readers
// of XML change.
var (
	inText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")
	inTag  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;", `"`, "&quot;", "\t", "&#x9;", "\n", "&#xA;")
)

func (x *Writer) escape(as *strings.Replacer, s string) { _, _ = as.WriteString(x.out, x.Legal(s)) }

// Legal is the text without the characters that XML 1.0 (section 2.2) cannot
// hold; they are counted.
func (x *Writer) Legal(s string) string {
	if !utf8.ValidString(s) {
		x.Dropped++
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if strings.IndexFunc(s, illegal) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if illegal(r) {
			x.Dropped++
			return -1
		}
		return r
	}, s)
}

// illegal tells characters that XML cannot hold.
func illegal(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}
