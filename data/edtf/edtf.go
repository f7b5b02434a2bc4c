// Package edtf reads the Extended Date/Time Format (ISO 8601-2, Library of
// Congress 2019, levels 0 to 2).
package edtf

// Instant is a moment on the proleptic Gregorian calendar, in UTC where the
// date has a zone and as written where it has none.
type Instant struct {
	Day    int64 // days since 1970-01-01
	Second int32 // of the day, 0..86399
}

// Bound says between which moments an edge of a date lies. A missing limit
// (nothing is known on that side) is nil.
type Bound struct {
	Earliest, Latest *Instant
}

// Date is a parsed expression. The zero Date says nothing.
type Date struct {
	text string
}

// String is the expression as written.
func (d Date) String() string { return d.text }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }
