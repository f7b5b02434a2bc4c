// Package jsonwrite is what the formats that are JSON write with: objects whose
// keys stand in the order they are given, one record a line. What enters: keys
// and texts; what leaves: JSON that a reader takes as it is.
package jsonwrite

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Entry is a key and the JSON text of its value. An empty one is left out.
type Entry struct{ Key, JSON string }

// Quoted is a text in JSON. Only what must be is escaped.
func Quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string into a buffer cannot fail
	return strings.TrimSuffix(b.String(), "\n")
}

// Text is an entry that holds a text; none where it is empty.
func Text(key, value string) Entry {
	if value == "" {
		return Entry{}
	}
	return Entry{key, Quoted(value)}
}

// Raw is an entry whose value is JSON already; none where it is empty.
func Raw(key, json string) Entry { return Entry{key, json} }

// Texts is an entry that holds texts, one alone without a list.
func Texts(key string, values ...string) Entry {
	var quoted []string
	for _, v := range values {
		if v != "" {
			quoted = append(quoted, Quoted(v))
		}
	}
	return Some(key, quoted)
}

// Some is an entry that holds values, one alone without a list; none where
// there are none.
func Some(key string, values []string) Entry {
	switch len(values) {
	case 0:
		return Entry{}
	case 1:
		return Entry{key, values[0]}
	}
	return Entry{key, "[" + strings.Join(values, ", ") + "]"}
}

// Object is a JSON object on one line.
func Object(entries ...Entry) string {
	var b strings.Builder
	b.WriteByte('{')
	for _, e := range entries {
		if e.JSON == "" {
			continue
		}
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		b.WriteString(Quoted(e.Key) + ": " + e.JSON)
	}
	b.WriteByte('}')
	return b.String()
}

// Lines is a JSON list, an item a line.
func Lines(items []string, indent string) string {
	if len(items) == 0 {
		return "[]"
	}
	return "[\n" + indent + "  " + strings.Join(items, ",\n"+indent+"  ") + "\n" + indent + "]"
}
