package cypher

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// token is a part of a statement: a text, a name, or a sign or word.
type token struct {
	sort byte // ' for a text, ` for a name in backticks, w for a word, else the sign itself
	text string
}

// tokens reads a statement as a store does. eager undoes \uXXXX before all else,
// as the parsers of Neo4j up to 5 did.
func tokens(s string, eager bool) ([]token, error) {
	if eager {
		s = undone(s)
	}
	var list []token
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == ' ' || r == '\n':
			s = s[size:]
		case r == '\'' || r == '`':
			text, rest, err := quoted(s)
			if err != nil {
				return nil, err
			}
			list, s = append(list, token{byte(r), text}), rest
		case isWord(s[0]):
			end := 1
			for end < len(s) && isWord(s[end]) {
				end++
			}
			list, s = append(list, token{'w', s[:end]}), s[end:]
		case strings.ContainsRune("{}[](),:;+-=>.", r):
			list, s = append(list, token{byte(r), ""}), s[size:]
		default:
			return nil, fmt.Errorf("unexpected %q", s)
		}
	}
	return joined(list), nil
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// undone replaces every \uXXXX, whatever stands before it.
func undone(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+6 <= len(s) && s[i+1] == 'u' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 5
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// quoted reads a text, or a name in backticks.
func quoted(s string) (text, rest string, err error) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '`' && strings.HasPrefix(s[i:], "``"):
			b.WriteByte('`')
			i++
		case s[i] == s[0]:
			return b.String(), s[i+1:], nil
		case s[0] == '\'' && s[i] == '\\':
			n, part, err := escape(s[i:])
			if err != nil {
				return "", "", err
			}
			b.WriteString(part)
			i += n - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return "", "", fmt.Errorf("does not end: %s", s)
}

func escape(s string) (size int, text string, err error) {
	if len(s) > 5 && s[1] == 'u' {
		n, err := strconv.ParseUint(s[2:6], 16, 16)
		return 6, string(rune(n)), err
	}
	if known, ok := map[byte]string{'\\': `\`, '\'': "'", 'n': "\n", 't': "\t"}[s[1]]; ok {
		return 2, known, nil
	}
	return 0, "", fmt.Errorf("not an escape: %s", s)
}

// joined puts texts together that a plus stands between.
func joined(list []token) []token {
	var out []token
	for i := 0; i < len(list); i++ {
		if n := len(out); n > 0 && i+1 < len(list) && list[i].sort == '+' && out[n-1].sort == '\'' && list[i+1].sort == '\'' {
			out[n-1].text += list[i+1].text
			i++
			continue
		}
		out = append(out, list[i])
	}
	return out
}
