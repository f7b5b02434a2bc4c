package edtf

// Date is a parsed expression. The zero Date says nothing. Dates are equal
// (==) when they are written alike; they work as keys of a map.
type Date struct {
	text       string
	start, end limits
	flags      flags
	precision  Precision
}

// Bound says between which moments an edge of a date lies, both included. A
// missing limit (nothing is known on that side) is nil.
type Bound struct {
	Earliest, Latest *Instant
}

// limits is a Bound without pointers.
type limits struct {
	earliest, latest       Instant
	hasEarliest, hasLatest bool
	uncertain              bool // a "?" stands on what the limits rest on
}

func (l limits) bound() Bound {
	var b Bound
	if l.hasEarliest {
		at := l.earliest
		b.Earliest = &at
	}
	if l.hasLatest {
		at := l.latest
		b.Latest = &at
	}
	return b
}

type flags uint8

const (
	isSpan flags = 1 << iota
	isUncertain
	isApproximate
	openStart
	openEnd
	unknownStart
	unknownEnd
)

// Precision is the finest unit that a date pins down together with all coarser
// ones: Month for 1985-04 and for 1985-04-XX, Decade for 156X and 156X-12-25.
// Greater is finer.
type Precision uint8

// The precisions. NoPrecision belongs to the zero Date and to dates of no
// particular millennium (XXXX-12-XX).
const (
	NoPrecision Precision = iota
	Millennium
	Century
	Decade
	Year
	SubYear // a season, quarter, third or half of a year
	Month
	Day
	Second
)

var precisionNames = [...]string{"none", "millennium", "century", "decade", "year", "part of a year", "month", "day", "second"}

// String is the English name of the unit, "none" for NoPrecision.
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return "none"
}

// MustParse is Parse for texts known to be right; it panics otherwise.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String is the expression as written, "" for the zero Date. EDTF has one
// spelling of an expression, so this is its canonical text too.
func (d Date) String() string { return d.text }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Equal tells whether both are written alike.
func (d Date) Equal(other Date) bool { return d.text == other.text }

// Start says when the date begins. The zero Date has no limits.
func (d Date) Start() Bound { return d.start.bound() }

// End says when the date ends; its Latest is the last second that belongs to
// it. For a single date, of whatever precision, End equals Start.
func (d Date) End() Bound { return d.end.bound() }

// IsInterval tells whether start and end are told apart: an expression with a
// slash, or a set that means all of its dates ({1667,1670..1672}). A set that
// means one of its dates is a single date.
func (d Date) IsInterval() bool { return d.flags&isSpan != 0 }

// Uncertain tells whether any part carries "?" or "%".
func (d Date) Uncertain() bool { return d.flags&isUncertain != 0 }

// Approximate tells whether any part carries "~" or "%", or is an estimate to
// some significant digits (1950S2).
func (d Date) Approximate() bool { return d.flags&isApproximate != 0 }

// OpenStart tells whether the interval (../1985) or set ({..1985}) has an open
// start. [..1985], one date that is not known, does not.
func (d Date) OpenStart() bool { return d.flags&openStart != 0 }

// OpenEnd tells whether the interval (1985/..) or set ({1985..}) has an open
// end. Open is not "ongoing": no end has been set.
func (d Date) OpenEnd() bool { return d.flags&openEnd != 0 }

// UnknownStart tells whether nothing stands before the slash.
func (d Date) UnknownStart() bool { return d.flags&unknownStart != 0 }

// UnknownEnd tells whether nothing stands after the slash.
func (d Date) UnknownEnd() bool { return d.flags&unknownEnd != 0 }

// Precision is that of the coarsest date in the expression.
func (d Date) Precision() Precision { return d.precision }

// MarshalText gives the expression as written.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText parses; an empty text gives the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
