package edtf

import (
	"fmt"
	"strconv"
)

// Error says why a text is not EDTF.
type Error struct {
	Value  string // the whole text
	Column int    // where it goes wrong, in bytes from 1
	What   string // what is wrong there
	Hint   string // what to write instead; empty where there is no good guess
}

// Error names value, column, what is wrong and the hint.
func (e *Error) Error() string {
	s := "date " + strconv.Quote(shorten(e.Value)) + ", column " + strconv.Itoa(e.Column) + ": " + e.What
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

const shown = 80

func shorten(s string) string {
	if len(s) <= shown {
		return s
	}
	return s[:shown] + "…"
}

// fail makes the error of a place (a byte offset) in the text.
func (p *parser) fail(at int, hint, format string, args ...any) error {
	return &Error{Value: p.s, Column: at + 1, What: fmt.Sprintf(format, args...), Hint: hint}
}
