package dates

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is a text without what spellings of a date differ by: lower case,
// accents dropped, digits of all scripts as 0 to 9, one sort of space,
// apostrophe, hyphen and dash.
func fold(text string) string {
	if plain(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		foldRune(&b, r)
	}
	return hanNumbers(norm.NFC.String(b.String()))
}

func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '`' {
			return false
		}
	}
	return true
}

// folded are signs that stand for others.
var folded = map[rune]rune{
	'ı': 'i', '’': '\'', '‘': '\'', 'ʼ': '\'', '`': '\'', '´': '\'', '‐': '-', '‑': '-', '‒': '-', '−': '-', '﹣': '-',
	'–': '–', '—': '–', '―': '–', '〜': '~', '∼': '~', '、': ',', '。': '.', '，': ',', '·': '.', '⁄': '/', '∕': '/', '،': ',', '۔': '.',
}

func foldRune(b *strings.Builder, r rune) {
	switch as, ok := folded[r]; {
	case ok:
		b.WriteRune(as)
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
	case unicode.IsSpace(r), unicode.IsControl(r):
		b.WriteByte(' ')
	case unicode.IsDigit(r):
		b.WriteByte(digit(r))
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

// digit is the ASCII digit of a decimal digit of any script: Unicode keeps them
// in runs of ten, from zero to nine.
func digit(r rune) byte {
	for _, block := range unicode.Nd.R16 {
		if lo := rune(block.Lo); lo <= r && r <= rune(block.Hi) {
			return '0' + byte((r-lo)%10)
		}
	}
	for _, block := range unicode.Nd.R32 {
		if lo := rune(block.Lo); lo <= r && r <= rune(block.Hi) {
			return '0' + byte((r-lo)%10)
		}
	}
	return '0'
}

// hanDigits are the numerals that stand in dates.
var hanDigits = map[rune]int{'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10, '廿': 20, '卅': 30}

// counted are the signs before which a numeral counts: years, months, days,
// centuries, quarters.
const counted = "年月日号號世季"

// hanNumbers writes Chinese numerals before a unit of time as digits, and the
// first year of a reign as 1.
func hanNumbers(text string) string {
	if !strings.ContainsAny(text, counted) {
		return text
	}
	runes := []rune(strings.ReplaceAll(text, "元年", "1年"))
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		end := i
		for end < len(runes) && isHanDigit(runes[end]) {
			end++
		}
		if end > i && end < len(runes) && strings.ContainsRune(counted, runes[end]) {
			b.WriteString(hanNumber(runes[i:end]))
			i = end
		}
		b.WriteRune(runes[i])
	}
	return b.String()
}

func isHanDigit(r rune) bool { _, ok := hanDigits[r]; return ok }

// hanNumber reads digit by digit (二〇一五), or by tens (二十五).
func hanNumber(runes []rune) string {
	var b strings.Builder
	tens, ones, byTens := 0, 0, false
	for _, r := range runes {
		n := hanDigits[r]
		if n < 10 {
			b.WriteByte('0' + byte(n))
			ones = n
			continue
		}
		if n > 10 {
			tens = n
		} else {
			tens = max(ones, 1) * 10
		}
		ones, byTens = 0, true
	}
	if !byTens {
		return b.String()
	}
	return itoa(tens + ones)
}
