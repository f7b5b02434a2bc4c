package xlsx

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// unescape undoes the escapes of signs that XML cannot hold: _x000D_.
func unescape(text string) string {
	at := strings.Index(text, "_x")
	if at < 0 {
		return text
	}
	var b strings.Builder
	for ; at >= 0; at = strings.Index(text, "_x") {
		b.WriteString(text[:at])
		text = text[at:]
		if len(text) >= 7 && text[6] == '_' {
			if code, err := strconv.ParseUint(text[2:6], 16, 16); err == nil {
				b.WriteRune(rune(code))
				text = text[7:]
				continue
			}
		}
		b.WriteString("_x")
		text = text[2:]
	}
	return b.String() + text
}

// maxTexts bounds the texts of a workbook: some hundred megabytes for them alone.
const maxTexts = 5_000_000

// sharedStrings reads the texts that cells name by number.
func (w *workbook) sharedStrings() error {
	if w.shared == "" {
		return nil
	}
	s, err := w.stream(w.shared)
	if err != nil {
		return err
	}
	defer s.close()
	for {
		t, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "si" {
			continue
		}
		text, err := s.text(w.limits.Text)
		if err != nil {
			return err
		}
		if most := min(w.limits.Cells, maxTexts); len(w.strings) >= most {
			return fmt.Errorf("%s: more than %d texts, the limit", s.what, most)
		}
		w.strings = append(w.strings, text)
	}
}
