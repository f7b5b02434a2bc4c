package data

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// headSize is how much of a file Holds looks at.
const headSize = 64 << 10

var (
	topYAML = regexp.MustCompile(`(?m)^\x{feff}?(` + strings.Join(topKeys(), "|") + `)[ \t]*:`)
	topJSON = regexp.MustCompile(`^\x{feff}?` + gap + `\{` + gap + `("\` + schemaKey + `"\s*:\s*"[^"]*"\s*,` + gap + `)?"(` + strings.Join(topKeys(), "|") + `)"\s*:`)
)

// gap is white space of JSON, and the comments that people write there: the
// reader refuses them with their place.
const gap = `(?:\s|//[^\n]*\n|/\*[\s\S]*?\*/)*`

// Holds tells whether a file holds data in redthread's own form, by its first
// bytes: a top-level key of ours in YAML or JSON, or a header of CSV that names
// the keys of one of our records. Other people's files, of whatever ending, do
// not.
func Holds(name string, head []byte) bool {
	if formatOf(name) == nil {
		return false
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".csv":
		return ownHeader(head)
	case ".json":
		return topJSON.Match(head)
	}
	return topYAML.Match(head)
}

// ownHeader tells whether all columns, but one in five, are keys of a section.
func ownHeader(head []byte) bool {
	header, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(head, []byte("\ufeff")))).Read()
	if err != nil {
		return false
	}
	columns := make([][]string, len(header))
	for i, h := range header {
		columns[i] = strings.Split(strings.TrimSpace(h), ".")
	}
	s := tableSection("?", columns)
	if s == nil {
		return false
	}
	known := 0
	for _, c := range columns {
		if fieldNamed(s.input, c[0]) != nil {
			known++
		}
	}
	return known*5 >= len(columns)*4
}

// FolderHolds tells whether any file of a folder does.
func FolderHolds(fsys fs.FS) bool {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return false
	}
	for _, e := range entries {
		if e.IsDir() || formatOf(e.Name()) == nil {
			continue
		}
		if Holds(e.Name(), firstBytes(fsys, e.Name())) {
			return true
		}
	}
	return false
}

func firstBytes(fsys fs.FS, name string) []byte {
	f, err := fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, headSize)
	n := 0
	for n < len(head) {
		m, err := f.Read(head[n:])
		n += m
		if err != nil {
			break
		}
	}
	return head[:n]
}
