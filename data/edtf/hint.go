package edtf

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// withHint adds to an error how to write what was probably meant. Every
// suggestion parses; what cannot be guessed keeps the hint it has.
func withHint(err error) error {
	var e *Error
	if !errors.As(err, &e) || len(e.Value) > shown {
		return err
	}
	if guesses := guess(e.Value); len(guesses) > 0 {
		e.Hint = "write " + strings.Join(guesses, " or ")
	}
	return e
}

// guess lists EDTF for what an author may have meant, best first.
func guess(s string) []string {
	s = tidy(s)
	var found []string
	for _, try := range guessers {
		for _, text := range try(s) {
			if valid(text) && !slices.Contains(found, text) {
				found = append(found, text)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// guessers are tried in turn; the first that finds anything wins.
var guessers = []func(string) []string{
	func(s string) []string { return []string{s} },
	brackets,
	bareRange,
	countedDays,
	numbers,
	oldDraft,
	phrase,
}

func valid(s string) bool {
	e, err := parseExpr(s)
	if err == nil {
		_, err = e.date(s)
	}
	return err == nil
}

var tidier = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "−", "-", "…", "..",
	"年", "-", "月", "-", "日", "", " / ", "/", "/ ", "/", " /", "/", ", ", ",", " .. ", "..", "?~", "%", "~?", "%")

// tidy mends dashes, spaces and Chinese dates.
func tidy(s string) string {
	return strings.TrimSuffix(strings.TrimSpace(tidier.Replace(strings.TrimSpace(s))), "-")
}

// oldDraft rewrites the drafts before 2019: u for unspecified, unknown and
// open, lower case letters, qualifiers around parentheses, masked years.
func oldDraft(s string) []string {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	s = strings.NewReplacer("unknown", "", "Unknown", "", "open", "..", "(", "", ")", "").Replace(s)
	if s == "/" || strings.Trim(s, "uxyeptzUXYEPTZ0123456789-/.,[]{}?~%:+S") != "" {
		return nil
	}
	upper := strings.NewReplacer("u", "X", "U", "X", "x", "X", "y", "Y", "e", "E", "p", "S", "P", "S", "t", "T", "z", "Z").Replace(s)
	return []string{upper, strings.TrimPrefix(upper, "Y"), "Y" + upper}
}

// brackets closes a set, or sets one around a list; and joins day and time.
func brackets(s string) []string {
	switch {
	case s == "":
		return nil
	case s[0] == '[' || s[0] == '{':
		return []string{s + string(closing[s[0]])}
	case strings.Contains(s, ","):
		return []string{"[" + s + "]", "{" + s + "}"}
	case strings.Contains(s, ":"):
		return []string{strings.Replace(s, " ", "T", 1)}
	}
	return nil
}

// bareRange puts brackets or a slash where ".." stands alone.
func bareRange(s string) []string {
	from, to, found := strings.Cut(s, "..")
	switch {
	case !found || strings.ContainsAny(s, "[]{}/"):
		return nil
	case from == "":
		return []string{"[.." + to + "]", "../" + to}
	case to == "":
		return []string{"[" + from + "..]", from + "/.."}
	}
	return []string{from + "/" + to, "[" + from + ".." + to + "]"}
}

// numbers reads dates of digits in another order, without leading zeros or
// without hyphens.
func numbers(s string) []string {
	if len(s) == 8 && digitsOnly(s) {
		return []string{s[:4] + "-" + s[4:6] + "-" + s[6:]}
	}
	if bare := strings.TrimPrefix(s, "-"); digitsOnly(bare) && len(bare) <= 4 {
		return []string{s[:len(s)-len(bare)] + padded(bare, 4)}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/. ", r) })
	for _, p := range parts {
		if !digitsOnly(p) || len(p) > 4 || s[0] == '-' {
			return nil
		}
	}
	switch len(parts) {
	case 1:
		return []string{padded(parts[0], 4)}
	case 2:
		return twoNumbers(parts[0], parts[1])
	case 3:
		return threeNumbers(parts[0], parts[1], parts[2])
	}
	return nil
}

func twoNumbers(a, b string) []string {
	switch {
	case len(a) == 4 && len(b) == 4:
		return []string{a + "/" + b}
	case len(b) == 4:
		return []string{b + "-" + padded(a, 2)}
	case len(a) != 4:
		return nil
	}
	if years := number(b) - number(a[2:]); number(b) > 12 && years > 0 && years <= 20 {
		return []string{a + "/" + a[:2] + b}
	}
	return []string{a + "-" + padded(b, 2)}
}

// threeNumbers takes a year in front as followed by month and day where that is
// a date; with the year behind, day and month may stand either way.
func threeNumbers(a, b, c string) []string {
	if len(a) == 4 {
		if text := a + "-" + padded(b, 2) + "-" + padded(c, 2); valid(text) {
			return []string{text}
		}
		return []string{a + "-" + padded(c, 2) + "-" + padded(b, 2)}
	}
	if len(c) == 4 {
		return []string{c + "-" + padded(b, 2) + "-" + padded(a, 2), c + "-" + padded(a, 2) + "-" + padded(b, 2)}
	}
	return nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func padded(s string, n int) string {
	return strings.Repeat("0", max(0, n-len(s))) + s
}
