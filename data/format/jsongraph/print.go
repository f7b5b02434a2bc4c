package jsongraph

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/redthread/redthread/data"
)

// member is a key and the JSON text of its value.
type entry struct{ key, json string }

// quoted is a text in JSON. Only what must be is escaped.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string into a buffer cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}

// object is a JSON object on one line. Entries without a value are left out.
func object(entries ...entry) string {
	var b strings.Builder
	b.WriteByte('{')
	for _, e := range entries {
		if e.json == "" {
			continue
		}
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		b.WriteString(quoted(e.key) + ": " + e.json)
	}
	b.WriteByte('}')
	return b.String()
}

// text is an entry that holds a text; none where it is empty.
func text(key, value string) entry {
	if value == "" {
		return entry{}
	}
	return entry{key, quoted(value)}
}

// cells are the entries of a record of the model, but for some keys.
func cells[R any](record R, without ...string) []entry {
	var list []entry
next:
	for _, c := range data.Cells(record) {
		for _, key := range without {
			if c.Key == key {
				continue next
			}
		}
		list = append(list, text(c.Key, c.Text))
	}
	return list
}

// array is a JSON list, an item a line.
func array(items []string, indent string) string {
	if len(items) == 0 {
		return "[]"
	}
	return "[\n" + indent + "  " + strings.Join(items, ",\n"+indent+"  ") + "\n" + indent + "]"
}
