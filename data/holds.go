package data

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// headSize is how much of a file Holds looks at.
const headSize = 64 << 10

// Holds tells whether a file holds data in redthread's own form, by its first
// bytes: most top-level keys of its YAML or JSON are ours, or a header of CSV
// names the keys of one of our records. Other people's files, of whatever
// ending, do not, though some of their keys have names that we use too: eras in
// TimelineJS, sources and relations in a record.
func Holds(name string, head []byte) bool {
	if formatOf(name) == nil {
		return false
	}
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	switch strings.ToLower(path.Ext(name)) {
	case ".csv":
		return ownHeader(head)
	case ".json":
		return ownKeys(keysOfJSON(head))
	}
	return ownKeys(keysOfYAML(head))
}

// ownKeys tells whether top-level keys are ours: more of them than not, a key
// that is misspelt among the former. Where they are as many, the first decides,
// unless another is what other people call lists of a graph.
func ownKeys(keys []string) bool {
	known := topKeys()
	ours, others := 0, 0
	for _, k := range keys {
		switch {
		case k == formKey:
			return true
		case slices.Contains(known, k) || misspelt(k, known):
			ours++
		default:
			others++
		}
	}
	return ours > others || ours == others && ours > 0 && slices.Contains(listsOfData, keys[0]) && !slices.ContainsFunc(keys, graphList)
}

// graphList tells whether a key is what other people call lists of a graph.
func graphList(key string) bool {
	return slices.Contains([]string{"nodes", "vertices", "edges", "links", "relationships"}, strings.ToLower(key))
}

// formKey names the version of the canonical form, a number. What redthread says
// in files of other formats stands below the same key, never as a number.
const formKey = "redthread"

var version = regexp.MustCompile(`^\s*[0-9]`)

// counts tells whether a key says anything of a file, by what follows it.
func counts(key string, after []byte) bool {
	return key != schemaKey && (key != formKey || version.Match(after))
}

// listsOfData are the sections without which the others say nothing.
var listsOfData = []string{"sources", "entities", "relations"}

// misspelt tells whether a word of some length is one letter off a known one.
// Shorter words are likely others' own: kind, source, store.
func misspelt(word string, known []string) bool {
	return len(word) >= 7 && slices.ContainsFunc(known, func(k string) bool { return distance(word, k, 2) < 2 })
}

var keyYAML = regexp.MustCompile(`(?m)^["']?([^\s"'#:{}\[\],-][^"'#:{}\[\]]*?)["']?[ \t]*:(?:\s|$)`)

// keysOfYAML are the keys that begin a line, each once.
func keysOfYAML(head []byte) []string {
	var keys []string
	seen := map[string]bool{}
	for _, m := range keyYAML.FindAllSubmatchIndex(head, -1) {
		if k := string(head[m[2]:m[3]]); !seen[k] && counts(k, head[m[1]:]) {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	return keys
}

// partsJSON are the parts of a JSON text that its outline needs, and the
// comments that people write there: the reader refuses them with their place.
var partsJSON = regexp.MustCompile(`//[^\n]*|/\*[\s\S]*?\*/|"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}\[\]]`)

// keysOfJSON are the keys of the outermost object, as far as the text goes; a
// list of records is nobody's dataset.
func keysOfJSON(head []byte) []string {
	var keys []string
	depth := 0
	for _, m := range partsJSON.FindAllIndex(head, -1) {
		part := head[m[0]:m[1]]
		switch part[0] {
		case '{':
			depth++
		case '[':
			if depth == 0 {
				return nil
			}
			depth++
		case '}', ']':
			depth--
		case '"':
			key, ok := bytes.CutSuffix(part, []byte(":"))
			if word := string(bytes.Trim(bytes.TrimSpace(key), `"`)); ok && depth == 1 && counts(word, head[m[1]:]) {
				keys = append(keys, word)
			}
		}
	}
	return keys
}

// ownHeader tells whether columns are keys of a section: all of them, or all but
// one in five where one is a key that nobody else has. id, name, kind, date and
// notes are anybody's.
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
	strange, most := 0, 0
	for _, c := range columns {
		if fieldNamed(s.input, c[0]) == nil && !misspelt(c[0], keysOf(s.input)) {
			strange++
		}
		if slices.Contains(onlyOurs, c[0]) {
			most = len(columns) / 5
		}
	}
	return strange <= most
}

// onlyOurs are keys of records that other people's tables do not have.
var onlyOurs = []string{"date_evidence", "date_note", "evidence", "predicate", "stages"}

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
