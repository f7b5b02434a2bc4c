// Package dates reads dates as people and their tools write them. What enters
// is the text of a cell, or all texts of a column; what leaves is EDTF, as
// precise as the text and not more. What could be two dates, and what is none,
// is refused with a [Doubt] that names the readings and the flag that settles
// it.
//
// A date never moves: the day is the one that is written, whatever zone or time
// of day stands beside it. No clock and no time zone of the machine is asked.
package dates

import (
	"strings"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// Doubt says why a text was not read as a date. The text itself is the
// caller's to report, so that alike doubts count as one.
type Doubt struct {
	What     string      // lower case, without the text: "could be two days"
	Hint     string      // what settles it: "--date-order dmy or mdy"; may be empty
	Readings []edtf.Date // what it may mean, in the order of time; empty where it is no date
}

// Result is all that a text says about a date.
type Result struct {
	Date  edtf.Date // zero: no date was read
	Doubt *Doubt    // why not; nil where the text is empty or says "not known", too
	Note  string    // what was left aside or concluded: "counted in seconds from 1970, UTC"; mostly empty
	Time  string    // time of day as written, with its zone: "14:30+02:00"
	Label string    // words that stood before the date: "EOW"
}

// Whole tells whether the date and its note say all that the text says. A time
// of day is more; so is a number that counts days or seconds, for from where it
// counts is a conclusion.
func (r Result) Whole(text string) bool {
	counted := r.Note != "" && strings.Trim(text, "0123456789") == ""
	return r.Doubt == nil && r.Time == "" && r.Label == "" && !counted
}

// Parse reads a single text, without others that could settle what it means.
// Either the date or the doubt is set; neither for an empty text and for those
// of Options.Unknown.
func Parse(text string, opt format.Options) (edtf.Date, *Doubt) {
	r := Read(text, opt)
	return r.Date, r.Doubt
}

// Read is Parse with all that it left aside.
func Read(text string, opt format.Options) Result { return Decide(nil, opt).Read(text) }

// Parse reads a text of the column as [Parse] does, by what all its values say.
func (c *Column) Parse(text string) (edtf.Date, *Doubt) {
	r := c.Read(text)
	return r.Date, r.Doubt
}
