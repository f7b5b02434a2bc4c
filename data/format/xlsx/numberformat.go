package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// numberFormat is what a number format makes of a number.
type numberFormat uint8

const (
	plain    numberFormat = iota
	moments               // a date with a time of day
	days                  // a date: year, month and day, or month and day
	months                // a date that shows no day: June 2015
	years                 // a date that shows nothing but the year
	clock                 // a time of day without a date
	duration              // hours that may be more than a day
)

// builtin are the number formats that have a number and no code. 27 to 36 and
// 50 to 58 are dates in East Asian editions.
func builtin(id int) numberFormat {
	switch {
	case id == 17, id == 55, id == 57:
		return months
	case id == 22:
		return moments
	case id >= 14 && id <= 16, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 56, id == 58:
		return days
	case id >= 18 && id <= 21, id >= 32 && id <= 35:
		return clock
	case id >= 45 && id <= 47:
		return duration
	}
	return plain
}

// cellFormats are the number formats of the styles that cells may have.
func cellFormats(f *excelize.File) []numberFormat {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			if n != nil {
				codes[n.NumFmtID] = n.FormatCode
			}
		}
	}
	var list []numberFormat
	for _, x := range f.Styles.CellXfs.Xf {
		kind := plain
		if x.NumFmtID != nil {
			code, own := codes[*x.NumFmtID]
			if kind = builtin(*x.NumFmtID); own {
				kind = formatOf(code)
			}
		}
		list = append(list, kind)
	}
	return list
}

// formatOf reads the code of a number format: its first section, without texts
// in quotes, escaped letters, colours and languages.
func formatOf(code string) numberFormat {
	letters, elapsed := bare(strings.ToLower(code))
	has := func(any string) bool { return strings.ContainsAny(letters, any) }
	switch {
	case strings.Contains(letters, "general") || has("0#?@"):
		return plain
	case elapsed:
		return duration
	case has("hs") && has("dy"):
		return moments
	case has("d"):
		return days
	case has("hs"):
		return clock
	case has("m"):
		return months
	case has("ye"):
		return years
	}
	return plain
}

// bare takes from a code what is no placeholder. elapsed tells [h], [m] or [s].
func bare(code string) (letters string, elapsed bool) {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return clean(b.String()), elapsed
		case '"':
			i = after(code, i, '"')
		case '\\', '_', '*':
			i++
		case '[':
			end := after(code, i, ']')
			if inside := strings.Trim(code[i:min(end+1, len(code))], "[]"); inside != "" && strings.Trim(inside, string(inside[0])) == "" && strings.Contains("hms", inside[:1]) {
				elapsed = true
			}
			i = end
		default:
			b.WriteByte(c)
		}
	}
	return clean(b.String()), elapsed
}

// after is where a sign stands next, or the end.
func after(code string, from int, sign byte) int {
	if n := strings.IndexByte(code[from+1:], sign); n >= 0 {
		return from + 1 + n
	}
	return len(code)
}

// clean takes off the words for the halves of a day, and zeros after seconds.
func clean(letters string) string {
	return strings.NewReplacer("am/pm", "h", "a/p", "h", "s.000", "s", "s.00", "s", "s.0", "s", "上午/下午", "h").Replace(letters)
}
