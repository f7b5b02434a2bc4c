package cypher

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// literal is a text as an expression of Cypher, on one line.
//
// Some parsers undo \uXXXX before they look for the end of a text, even where
// the backslash is itself escaped. So no backslash of the data is ever followed
// by the next character of the data: the text is cut there and joined with +.
func literal(s string) string {
	parts := strings.SplitAfter(s, `\`)
	var quoted []string
	for _, p := range parts {
		if p != "" || len(parts) == 1 {
			quoted = append(quoted, "'"+escaped(p)+"'")
		}
	}
	return strings.Join(quoted, " + ")
}

func escaped(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '\\' || r == '\'':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var plainName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// name is a label, a type or a key. Where it is no plain word it stands between
// backticks, those within it doubled; a backslash, which no parser can be
// trusted with there, and control characters become underscores.
func name(s string) string {
	if plainName.MatchString(s) {
		return s
	}
	clean := strings.Map(func(r rune) rune {
		if r == '\\' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if clean == "" {
		clean = "_"
	}
	return "`" + strings.ReplaceAll(clean, "`", "``") + "`"
}

// label is the label of a kind: court-case is CourtCase.
func label(kind string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(kind, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }) {
		r := []rune(part)
		b.WriteString(string(unicode.ToUpper(r[0])) + string(r[1:]))
	}
	return name(b.String())
}

// typeName is the type of a relationship: charged_under is CHARGED_UNDER.
func typeName(predicate string) string {
	return name(strings.ToUpper(strings.ReplaceAll(predicate, "-", "_")))
}

// texts is a list of texts.
func texts(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = literal(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
