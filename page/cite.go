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
	name := cmp.Or(s.Publisher, s.Title, string(s.ID))
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
