package table

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/redthread/redthread/data/format"
)

// candidates are the encodings a file may be in that is not UTF-8, with the
// lead bytes (or letters) that stand first in ordinary texts of each.
var candidates = []struct {
	name  string
	pairs bool // two bytes a letter
	usual [][2]byte
}{
	{"gb18030", true, [][2]byte{{0xb0, 0xd7}, {0xa1, 0xa3}}},
	{"big5", true, [][2]byte{{0xa4, 0xc6}, {0xa1, 0xa1}}},
	{"shift_jis", true, [][2]byte{{0x81, 0x83}, {0x88, 0x97}}},
	{"euc-kr", true, [][2]byte{{0xb0, 0xc8}}},
	{"windows-1251", false, [][2]byte{{0xe0, 0xff}, {0xc0, 0xdf}}}, // words of small letters
	{"windows-1252", false, [][2]byte{{0xc0, 0xff}, {0x91, 0x97}, {0xa0, 0xbf}, {0x80, 0x80}}},
}

// likely names the encodings that the lines from an offset on look like, the
// likeliest first, each with the first word it would read. The choice stays with
// the user.
func likely(in format.Input, from int64) string {
	head := foreignLines(in, from)
	type guess struct {
		text  string
		score float64
	}
	var guesses []guess
	for _, c := range candidates {
		score := usualShare(head, c.pairs, c.usual)
		e, err := htmlindex.Get(c.name)
		if err != nil || score < 0.6 {
			continue
		}
		if score *= 1 - lost(e, head); score < 0.6 {
			continue
		}
		guesses = append(guesses, guess{fmt.Sprintf("%s (it reads %q)", c.name, foreignWord(e, head)), score})
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return cmp.Compare(b.score, a.score) })
	var words []string
	for _, g := range guesses[:min(3, len(guesses))] {
		words = append(words, g.text)
	}
	return strings.Join(words, ", ")
}

// foreignLines are the lines from an offset on that are not UTF-8: what stands
// in it rightly beside them says nothing. Some megabytes are looked at, and 64
// KiB of them taken.
func foreignLines(in format.Input, from int64) []byte {
	const before, look, enough = 1 << 10, 4 << 20, 64 << 10
	start := max(0, from-before)
	b := make([]byte, min(look, in.Size-start))
	n, _ := in.At.ReadAt(b, start)
	b = b[:n]
	if from > start {
		b = b[bytes.LastIndexByte(b[:min(len(b), int(from-start))], '\n')+1:]
	}
	var lines []byte
	for line := range bytes.Lines(b) {
		if !utf8.Valid(line) {
			lines = append(lines, line[:min(len(line), enough)]...)
		}
		if len(lines) >= enough {
			break
		}
	}
	return lines
}

// lost is the share of letters beyond ASCII that an encoding cannot read.
func lost(e encoding.Encoding, b []byte) float64 {
	text, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return 1
	}
	bad, all := 0, 0
	for _, r := range string(text) {
		if r >= 0x80 {
			all++
		}
		if r == utf8.RuneError {
			bad++
		}
	}
	return float64(bad) / float64(max(1, all))
}

// usualShare is the share of letters beyond ASCII that an encoding uses often.
// Single bytes count as letters only beside ASCII, or in words of their own
// (Cyrillic); of two bytes the second may be ASCII, so that runs are even in
// half of the words or more.
func usualShare(b []byte, pairs bool, usual [][2]byte) float64 {
	in, all := 0, 0
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		all++
		if slices.ContainsFunc(usual, func(r [2]byte) bool { return r[0] <= b[i] && b[i] <= r[1] }) && (!pairs || i+1 < len(b) && b[i+1] >= 0x40) {
			in++
		}
		if pairs {
			i++
		}
	}
	if all == 0 {
		return 0
	}
	share := float64(in) / float64(all)
	r := runsOf(b)
	switch {
	case pairs:
		return share * (2 + r.even) / 3
	case r.even > 0.9 && r.mean >= 2:
		return share * 0.7
	case (r.mean >= 2) != (usual[0][0] == 0xe0):
		return share * 0.65 // Cyrillic comes in words, accents one by one
	}
	return share
}

// runs is how bytes beyond ASCII stand together: whole words of them (Cyrillic,
// Chinese) or one among ASCII letters (French).
type runs struct {
	even float64 // share of runs of even length
	mean float64 // length
}

func runsOf(b []byte) runs {
	even, all, run, bytes := 0, 0, 0, 0
	for i := range len(b) + 1 {
		if i < len(b) && b[i] >= 0x80 {
			run++
			continue
		}
		if run > 0 {
			all, bytes = all+1, bytes+run
			even += 1 - run%2
		}
		run = 0
	}
	if all == 0 {
		return runs{}
	}
	return runs{float64(even) / float64(all), float64(bytes) / float64(all)}
}

// foreignWord is the first word beyond ASCII, as an encoding reads it.
func foreignWord(e encoding.Encoding, b []byte) string {
	text, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	for word := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return strings.ContainsRune(" \t\r\n,;|\"'", r) }) {
		if strings.IndexFunc(word, func(r rune) bool { return r >= 0x80 }) >= 0 {
			return string([]rune(word)[:min(12, len([]rune(word)))])
		}
	}
	return ""
}
