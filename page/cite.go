package page

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/redthread/redthread/data"
)

// shortName is how places in a source are cited. An id that ends in a year is
// written to be read ("chrd-2018", "amnesty-sep-2015") and unlike a publisher's
// name tells two texts of one publisher apart; otherwise it is the publisher
// with the year.
func shortName(s data.Source) string {
	if readableID.MatchString(string(s.ID)) {
		return readID(string(s.ID))
	}
	name := strings.Map(upright, cmp.Or(s.Publisher, s.Title, string(s.ID)))
	if year := startYear.FindString(s.Date.String()); year != "" {
		return name + " " + year
	}
	return name
}

var (
	readableID = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*-\d{4}$`)
	startYear  = regexp.MustCompile(`^-?\d{4}`)
)

// readID makes "CHRD 2018" of "chrd-2018": a word without a vowel is letters.
func readID(id string) string {
	words := strings.Split(id, "-")
	for i, word := range words {
		if strings.ContainsAny(word, "aeiouy") {
			words[i] = capital(word)
		} else {
			words[i] = strings.ToUpper(word)
		}
	}
	return strings.Join(words, " ")
}

// upright drops the marks that turn the direction of what follows them: the
// name stands in the middle of sentences.
func upright(r rune) rune {
	if r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return r
}
