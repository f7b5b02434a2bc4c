package dot

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// quoted is a text as Graphviz shows it. Within quotes a backslash begins an
// escape and an ampersand an entity, so both are written twice as long; control
// characters become spaces; line ends become \n.
func quoted(s string) string {
	s = cut(s)
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"':
			b.WriteString(`\"`)
		case r == '\\':
			b.WriteString(`\\`)
		case r == '&':
			b.WriteString("&amp;")
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsControl(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// wrapped breaks a label into lines of about so many columns, at spaces and
// between Chinese, Japanese and Korean characters, which take two.
func wrapped(s string, columns int) string {
	var lines []string
	line, used := "", 0
	for _, word := range words(s) {
		size := columnsOf(word)
		if used > 0 && used+columnsOf(strings.TrimRight(word, " ")) > columns {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		line, used = line+word, used+size
	}
	return strings.Join(append(lines, strings.TrimRight(line, " ")), "\n")
}

// words are the parts between which a line may end; each keeps its space.
func words(s string) []string {
	var list []string
	word := ""
	for _, r := range strings.Join(strings.Fields(s), " ") {
		wide := columnsOf(string(r)) == 2
		if wide && word != "" && !strings.HasSuffix(word, " ") {
			list, word = append(list, word), ""
		}
		if word += string(r); r == ' ' || wide {
			list, word = append(list, word), ""
		}
	}
	if word != "" {
		list = append(list, word)
	}
	return list
}

func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// mostBytes is how many bytes of a text Graphviz reads: its scanner takes strings
// of 16,384 bytes, and each of ours may become an escape of six.
const mostBytes = 2700

// cut shortens what Graphviz would refuse the whole file for.
func cut(s string) string {
	if len(s) <= mostBytes {
		return s
	}
	return strings.ToValidUTF8(s[:mostBytes], "") + "…"
}
