package data

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

func TestIDFormsAreRegularExpressions(t *testing.T) {
	forms := map[string]IDForm{
		`^[a-z0-9]+(-[a-z0-9]+)*$`:          PlainID,
		`^[a-z0-9]+([-_][a-z0-9]+)*$`:       TableID,
		`^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$`: RelationIDs,
	}
	for text, form := range forms {
		expression := regexp.MustCompile(text)
		rapid.Check(t, func(t *rapid.T) {
			id := rapid.StringMatching(`[a-c0-1A._\-é\n ]{0,8}`).Draw(t, "id")
			if got, want := form.Match(id), expression.MatchString(id); got != want {
				t.Fatalf("%q: %v, by %s %v", id, got, text, want)
			}
		})
	}
}
