package xmlread

import (
	"bytes"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// RootOf is the name of the root element of a file by its first bytes, in lower
// case and without prefix; "" where they are not XML.
func RootOf(head []byte) string {
	r, err := open("", bytes.NewReader(head), format.Options{})
	if err != nil {
		return ""
	}
	root, err := r.Root()
	if err != nil {
		return ""
	}
	return strings.ToLower(root.Name)
}

// Detect tells whether a file has a root element, or failing that a name with
// one of the endings. JSON is none, whatever its name.
func Detect(name string, head []byte, root string, endings []string) format.Confidence {
	if RootOf(head) == root {
		return format.Certain
	}
	if text := bytes.TrimLeft(head, "\ufeff \t\r\n"); len(text) > 0 && (text[0] == '{' || text[0] == '[') {
		return format.No
	}
	for _, ending := range endings {
		if strings.HasSuffix(strings.ToLower(name), ending) {
			return format.Likely
		}
	}
	return format.No
}
