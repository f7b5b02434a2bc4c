package jsongraph

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
)

// oneLine is a text as the heading of a dataset takes it: no line ends, no
// control characters.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\ufffd"), func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}

// list are the texts of a list, or of a text with commas or semicolons.
func list(v data.Value) []string {
	var out []string
	for _, item := range v.Items() {
		text := textOf(item)
		if v.Form() == data.Scalar {
			for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' }) {
				out = add(out, part)
			}
			continue
		}
		out = add(out, text)
	}
	return out
}

// add appends a text that is not empty and not there yet.
func add(list []string, text string) []string {
	text = strings.TrimSpace(text)
	if text == "" {
		return list
	}
	for _, old := range list {
		if old == text {
			return list
		}
	}
	return append(list, text)
}

func named(sort, id string, n int) string {
	if id == "" {
		return sort + " " + strconv.Itoa(n)
	}
	return sort + " " + strconv.Quote(short(id))
}

// short is an id for a message and for the place that evidence cites.
func short(id string) string {
	if r := []rune(id); len(id) > 60 && len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return id
}
