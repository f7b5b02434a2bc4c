package format

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxID is how long an id may be; data refuses longer ones.
const maxID = 100

// Slug is an id made of a text: lower case, accents dropped, everything but
// letters and digits of ASCII a hyphen. A text that leaves less than half of
// its letters (Chinese, Arabic) gives "", and one too long ends in a hash, so
// that two of them stay apart.
func Slug(text string) string {
	var b strings.Builder
	kept, lost := 0, 0
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			kept++
		case unicode.Is(unicode.Mn, r):
		default:
			gap = true
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				lost++
			}
		}
	}
	switch id := b.String(); {
	case kept < lost:
		return ""
	case len(id) > maxID-20:
		return strings.Trim(id[:maxID-20], "-") + "-" + hash(text)
	default:
		return id
	}
}

// hash is a short name for a text that has no slug; the same on every run.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:5])
}

// names hands out ids that are not taken yet.
type names map[string]int

// take gives the id, or the id with a number where it is taken.
func (n names) take(id, between string) string {
	for {
		n[id]++
		if n[id] == 1 {
			return id
		}
		numbered := id + between + strconv.Itoa(n[id])
		if n[numbered] == 0 {
			n[numbered] = 1
			return numbered
		}
	}
}
