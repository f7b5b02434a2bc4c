package edtf

// Order says whether one date can have come before another.
type Order uint8

// The orders, from the weakest; the zero value claims nothing false about a
// thread but closes it.
const (
	Impossible Order = iota
	Possible
	Certain
)

var orderNames = [...]string{"impossible", "possible", "certain"}

// String is "impossible", "possible" or "certain".
func (o Order) String() string { return orderNames[min(int(o), len(orderNames)-1)] }

// Precedes says whether a can have begun before b, or with it. It is Impossible
// when even the earliest start of a lies after the latest end of b; Certain
// when the latest start of a lies before the earliest start of b; and Possible
// otherwise. A missing or uncertain ("?") bound decides nothing.
func Precedes(a, b Date) Order {
	switch {
	case a.start.hasEarliest && b.end.hasLatest && !a.start.uncertain && !b.end.uncertain &&
		b.end.latest.Before(a.start.earliest):
		return Impossible
	case a.start.hasLatest && b.start.hasEarliest && !a.start.uncertain && !b.start.uncertain &&
		a.start.latest.Before(b.start.earliest):
		return Certain
	}
	return Possible
}
