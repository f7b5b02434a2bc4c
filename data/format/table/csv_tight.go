package table

import (
	"bufio"
	"strings"
)

// tight reads a line whose cells in quotes have blanks around them; nil where
// that is not all that is wrong with its quotes.
func (f *csvFile) tight(spare *bufio.Reader, line string) []string {
	text, ok := tightened(strings.TrimRight(line, "\r\n"), byte(f.comma))
	if !ok {
		return nil
	}
	record, err := f.reader(spare, strings.NewReader(text)).Read()
	if err != nil {
		return nil
	}
	return record
}

// tightened is a line without the blanks around its cells in quotes; false where
// there are none, or where a quote closes elsewhere than at the end of a cell.
func tightened(line string, comma byte) (string, bool) {
	var b strings.Builder
	for rest := line; ; {
		cell := strings.TrimLeft(rest, blanks(comma))
		if !strings.HasPrefix(cell, `"`) {
			end := strings.IndexByte(rest, comma)
			if end < 0 {
				b.WriteString(rest)
				break
			}
			b.WriteString(rest[:end+1])
			rest = rest[end+1:]
			continue
		}
		n := quotedLength(cell)
		after := strings.TrimLeft(cell[n:], blanks(comma))
		if n == 0 || after != "" && after[0] != comma {
			return "", false
		}
		b.WriteString(cell[:n])
		if after == "" {
			break
		}
		b.WriteByte(comma)
		rest = after[1:]
	}
	return b.String(), b.Len() < len(line)
}

// blanks are the signs that may stand around a cell.
func blanks(comma byte) string {
	if comma == '\t' {
		return " "
	}
	return " \t"
}

// quotedLength is the length of the cell in quotes at the beginning of a text,
// with its quotes; 0 where it does not close.
func quotedLength(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		return i + 1
	}
	return 0
}
