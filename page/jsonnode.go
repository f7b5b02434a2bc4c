package page

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// A node is a value of a JSON text, with the text it was written as.
type node struct {
	raw  string
	kind byte // the first character: { [ " or that of a number, true, false or null
	keys []string
	kids []node // of a list, or of an object in the order of its keys
}

// readNode reads one JSON value. Numbers and strings keep their spelling.
func readNode(text []byte) (node, error) {
	var compact bytes.Buffer
	if err := json.Compact(&compact, text); err != nil {
		return node{}, fmt.Errorf("page: %w", err)
	}
	n, _ := take(compact.String())
	return n, nil
}

// take reads the value that a valid JSON text without spaces begins with, and
// gives what follows it.
func take(text string) (node, string) {
	n := node{kind: text[0]}
	rest := text[1:]
	switch n.kind {
	case '"':
		rest = text[stringEnd(text):]
	case '[', '{':
		rest = n.takeKids(rest)
	default:
		for rest != "" && rest[0] != ',' && rest[0] != ']' && rest[0] != '}' {
			rest = rest[1:]
		}
	}
	n.raw = text[:len(text)-len(rest)]
	return n, rest
}

// takeKids reads what an object or a list holds, and its closing bracket.
func (n *node) takeKids(rest string) string {
	for rest[0] != ']' && rest[0] != '}' {
		if rest[0] == ',' {
			rest = rest[1:]
		}
		if n.kind == '{' {
			end := stringEnd(rest)
			n.keys, rest = append(n.keys, rest[:end]), rest[end+1:]
		}
		var kid node
		kid, rest = take(rest)
		n.kids = append(n.kids, kid)
	}
	return rest[1:]
}

// stringEnd is where a string that opens a text is over.
func stringEnd(text string) int {
	for i := 1; ; i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// field is the value of a key, the last where it stands twice.
func (n node) field(key string) (node, bool) {
	for i := len(n.keys) - 1; i >= 0; i-- {
		if n.keys[i] == key {
			return n.kids[i], true
		}
	}
	return node{}, false
}
