package data

import (
	"bytes"
	"unicode/utf8"
)

// The limits of what is read. They are far above what people write by hand and
// keep hostile input within 256 MB and two seconds.
const (
	maxFiles      = 10_000
	maxYAML       = 8 << 20  // bytes of a YAML file
	maxJSON       = 64 << 20 // bytes of a JSON file; records are read one at a time
	maxCSV        = 64 << 20 // bytes of a CSV file; rows are read one at a time
	maxLine       = 1 << 20  // bytes of a line of YAML
	maxRow        = 1 << 20  // bytes of a row of CSV
	maxDepth      = 64       // of lists and maps within each other
	maxYAMLNodes  = 400_000  // values in a YAML file, aliases expanded
	maxJSONNodes  = 100_000  // values in one record of a JSON file
	maxText       = 64 << 10 // bytes of one text
	maxNameLength = 300      // characters of a name or a label
	maxStages     = 100      // of one thing: each may lead to each after it
)

// vet refuses bytes no reader should see: too many, not UTF-8, or with NUL. It
// drops the byte-order mark.
func vet(f *file, limit int, c *collector) bool {
	if len(f.data) > limit {
		c.of(f.name, Error, "split the file, or use CSV for large tables", "the file has %d bytes, the limit for its format is %d", len(f.data), limit)
		return false
	}
	if bytes.HasPrefix(f.data, []byte("\xff\xfe")) || bytes.HasPrefix(f.data, []byte("\xfe\xff")) {
		c.of(f.name, Error, "save it as UTF-8", "the file is UTF-16")
		return false
	}
	f.data = newlines(bytes.TrimPrefix(f.data, []byte("\ufeff")))
	if at := bytes.IndexByte(f.data, 0); at >= 0 {
		c.at(f.spot(at), Error, "\x00", "remove it", "a NUL byte")
		return false
	}
	if at := firstBroken(f.data); at >= 0 {
		c.at(f.spot(at), Error, string(f.data[at:at+1]), "save the file as UTF-8", "byte 0x%02x is not UTF-8", f.data[at])
		return false
	}
	return true
}

// newlines makes line ends of carriage returns that stand alone, so that all
// readers count the same lines.
func newlines(data []byte) []byte {
	for i, c := range data {
		if c == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			data[i] = '\n'
		}
	}
	return data
}

// firstBroken is the offset of the first byte that is not UTF-8, -1 without one.
func firstBroken(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// spot is a bare node at a byte offset, to report at.
func (f *file) spot(offset int) *node {
	line, col := f.place(offset)
	return f.mark(line, col)
}

// mark is a bare node at a line and column, to report at.
func (f *file) mark(line, col int) *node {
	return &node{file: f, line: int32(line), col: int32(col)}
}
