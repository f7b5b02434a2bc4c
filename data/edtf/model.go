package edtf

// expr is what an expression says, as a tree.
type expr struct {
	kind    kind
	members []member // one, but for sets
}

type kind uint8

const (
	single   kind = iota
	interval      // a/b: one member, from and to
	oneOf         // [..]
	allOf         // {..}
)

// member is a point, or what lies between two.
type member struct {
	from, to         point // of a lone point: both the same
	fromEdge, toEdge edge
	ranged           bool // written with "/" or ".."
}

// edge says what stands at an end of an interval or range.
type edge uint8

const (
	dated edge = iota
	open
	unknown
)

// point is one date: year, year and month (or season), day, or date-time.
type point struct {
	text  string
	year  year
	parts int     // 1 year, 2 month or season, 3 day
	month pattern // zero unless parts is 2 or more
	day   pattern // zero unless parts is 3
	marks [3]mark // of year, month, day, as they apply after grouping
	width int     // index of the coarsest part a "~" was written on, plus 1; 0 without
	clock clock
	at    [3]int // where year, month and day stand in the expression
}

// mark is a set of qualifiers.
type mark uint8

const (
	doubtful    mark = 1 << iota // ?
	approximate                  // ~
)

func markOf(c byte) (mark, bool) {
	switch c {
	case '?':
		return doubtful, true
	case '~':
		return approximate, true
	case '%':
		return doubtful | approximate, true
	}
	return 0, false
}

// pattern is two digits, X where one is not specified.
type pattern [2]byte

func (p pattern) exact() bool { return p[0] != 'X' && p[1] != 'X' }

// value is the number of an exact pattern.
func (p pattern) value() int { return int(p[0]-'0')*10 + int(p[1]-'0') }

func (p pattern) matches(n int) bool {
	return (p[0] == 'X' || int(p[0]-'0') == n/10) && (p[1] == 'X' || int(p[1]-'0') == n%10)
}

// year is the digits of a year as written, zeros of an exponent included.
type year struct {
	negative    bool
	long        bool   // after Y
	digits      string // four, X where not specified; any number after Y
	significant int    // S2: 2; 0 where all digits count
	unspecified bool   // has an X
}

// clock is a time of day.
type clock struct {
	given, zoned bool
	second       int32 // of the day, as written
	offset       int32 // of the zone, in seconds east of UTC
	text         string
}

func (p point) season() int {
	if p.parts == 2 && p.month.exact() && p.month.value() > 12 {
		return p.month.value()
	}
	return 0
}

func (p point) all() mark { return p.marks[0] | p.marks[1] | p.marks[2] }
