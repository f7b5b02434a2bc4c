package dates

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a number, a word or a sign of a folded text.
type token struct {
	text    string
	sort    tokenSort
	n       int       // of a number of up to nine digits
	means   []meaning // of a word; nil for one that is not known
	gap     bool      // a space stands before it
	ordinal bool      // of a number: 3rd, 1er, 19e
}

type tokenSort uint8

const (
	number tokenSort = iota
	word
	sign
)

func itoa(n int) string { return strconv.Itoa(n) }

// is tells whether a word may have a role.
func (t token) is(r role) bool {
	return slices.ContainsFunc(t.means, func(m meaning) bool { return m.role == r })
}

// value is that of a word in a role.
func (t token) value(r role) int {
	for _, m := range t.means {
		if m.role == r {
			return m.value
		}
	}
	return 0
}

func (t token) sign(signs string) bool { return t.sort == sign && strings.Contains(signs, t.text) }

// tokens takes a folded text apart; words that together are one are joined.
func tokens(text string) []token {
	var list []token
	gap := false
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == ' ' {
			text, gap = text[size:], true
			continue
		}
		t := token{text: text[:size], sort: sign, gap: gap}
		switch {
		case r >= '0' && r <= '9':
			t = numberToken(text, gap)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			t = wordToken(text, r, gap)
		case strings.HasPrefix(text, ".."):
			t.text = text[:len(text)-len(strings.TrimLeft(text, "."))]
		}
		list, text, gap = append(list, t), text[len(t.text):], false
	}
	return ordinals(joined(list))
}

func numberToken(text string, gap bool) token {
	end := len(text) - len(strings.TrimLeft(text, "0123456789"))
	t := token{text: text[:end], sort: number, gap: gap, n: -1}
	if end <= 9 {
		t.n, _ = strconv.Atoi(t.text)
	}
	return t
}

// isUnspaced tells letters of scripts that put no spaces between words.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

func wordToken(text string, first rune, gap bool) token {
	same := func(r rune) bool {
		return (unicode.IsLetter(r) || unicode.IsMark(r)) && isUnspaced(r) == isUnspaced(first)
	}
	end := strings.IndexFunc(text, func(r rune) bool { return !same(r) })
	if end < 0 {
		end = len(text)
	}
	if isUnspaced(first) {
		for _, w := range unspaced {
			if strings.HasPrefix(text[:end], w) {
				end = len(w)
				break
			}
		}
	}
	return token{text: text[:end], sort: word, gap: gap, means: vocabulary[text[:end]]}
}

func sortByLength() {
	slices.SortFunc(unspaced, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for _, list := range phrases {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
}

// joined puts words that together are one into one token.
func joined(list []token) []token {
	out := list[:0:0]
	for i := 0; i < len(list); {
		t, n := phraseAt(list[i:])
		out = append(out, t)
		i += n
	}
	return out
}

// phraseAt is the longest phrase at the start of the tokens, else the first of
// them, and how many tokens it takes.
func phraseAt(list []token) (token, int) {
	if list[0].sort == word {
		for _, p := range phrases[list[0].text] {
			if n := matches(list, p); n > 0 {
				text := strings.Join(p, " ")
				return token{text: text, sort: word, gap: list[0].gap, means: vocabulary[text]}, n
			}
		}
	}
	return list[0], 1
}

// matches counts the tokens that a phrase takes, dots, hyphens and apostrophes
// among its words and the dot behind it included; 0 where it does not stand there.
func matches(list []token, phrase []string) int {
	i := 0
	for _, w := range phrase {
		for i > 0 && i < len(list) && list[i].sign(".-'") {
			i++
		}
		if i >= len(list) || list[i].text != w {
			return 0
		}
		i++
	}
	if i < len(list) && list[i].sign(".") && !list[i].gap {
		i++
	}
	return i
}

// endings are those of ordinal numbers.
var endings = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "er": true, "re": true, "e": true, "eme": true, "ere": true, "o": true, "a": true, "de": true, "ste": true, "го": true, "е": true, "и": true, "й": true}

// ordinals takes the ending of an ordinal into its number. Years keep theirs:
// 1990er and 1990е are decades.
func ordinals(list []token) []token {
	out := list[:0:0]
	for i, t := range list {
		if i > 0 && t.sort == word && !t.gap && endings[t.text] {
			if before := &out[len(out)-1]; before.sort == number && len(before.text) <= 2 {
				before.ordinal = true
				continue
			}
		}
		out = append(out, t)
	}
	return out
}
