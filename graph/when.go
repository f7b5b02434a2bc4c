package graph

import (
	"math"

	"github.com/redthread/redthread/data/edtf"
)

// moment is a second since 1970-01-01, or one of the two ends of time.
type moment = int64

const (
	always moment = math.MinInt64 + 1 // before everything
	never  moment = math.MaxInt64     // after everything
	closed moment = math.MinInt64     // before even that: a threshold that nothing meets
)

// span is when something begins and ends, as far as it may decide an order:
// what is not known, uncertain or derived from other dates decides nothing and
// stands at the ends of time.
type span struct {
	low, high moment // the beginning: not before low, not after high
	end       moment // the end: not after
}

var undecided = span{always, never, never}

// spanOf keeps the bounds that edtf.Precedes would use, which are not all that
// Start and End tell: a doubtful bound decides nothing.
func spanOf(d edtf.Date) span {
	s := undecided
	if d.IsZero() {
		return s
	}
	start, end := d.Start(), d.End()
	if start.Earliest != nil && edtf.Precedes(d, longAgo) == edtf.Impossible {
		s.low = momentOf(*start.Earliest)
	}
	if start.Latest != nil && edtf.Precedes(d, farOff) == edtf.Certain {
		s.high = momentOf(*start.Latest)
	}
	if end.Latest != nil && edtf.Precedes(farOff, d) == edtf.Impossible {
		s.end = momentOf(*end.Latest)
	}
	return s
}

// Dates beyond all that a dataset tells of, to find out whether a bound counts.
var longAgo, farOff = edtf.MustParse("Y-9000000000000"), edtf.MustParse("Y9000000000000")

// momentOf keeps instants of any year within the ends of time.
func momentOf(i edtf.Instant) moment {
	const most = math.MaxInt64/86400 - 2
	day := max(-most, min(most, i.Day))
	return day*86400 + int64(i.Second)
}
