package data

import "strings"

// IDForm is how an id may be written: lower case letters and digits of ASCII,
// with signs between them. Millions of ids are held to it, so it is no regular
// expression.
type IDForm struct {
	signs string
	runs  bool // several signs may stand together
}

// The forms of ids. They stand in addresses, in file names and in sentences.
var (
	PlainID     = IDForm{signs: "-"}               // of all records but
	TableID     = IDForm{signs: "-_"}              // of kinds and predicates
	RelationIDs = IDForm{signs: "-_.", runs: true} // of relations
)

// Match tells whether a text has the form; the empty text has none.
func (f IDForm) Match(id string) bool {
	sign := true // nothing may begin with one
	for i := range len(id) {
		c := id[i]
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			sign = false
			continue
		}
		if strings.IndexByte(f.signs, c) < 0 || sign && (i == 0 || !f.runs) {
			return false
		}
		sign = true
	}
	return !sign
}
