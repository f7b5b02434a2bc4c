package edtf

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// recent are dates that were read lately: files write the same ones again and
// again. A place holds the last date whose text leads there.
var recent [1024]atomic.Pointer[Date]

var recentSeed = maphash.MakeSeed() // what is found does not depend on it

// longestRecent is the longest text worth keeping.
const longestRecent = 32

// lately is the date of a text that was read lately; place is where it belongs,
// nil for a text that is too long.
func lately(text string) (date Date, place *atomic.Pointer[Date], ok bool) {
	if len(text) > longestRecent {
		return Date{}, nil, false
	}
	place = &recent[maphash.String(recentSeed, text)%uint64(len(recent))]
	if d := place.Load(); d != nil && d.text == text {
		return *d, place, true
	}
	return Date{}, place, false
}

// keep puts a date in its place, with a text of its own: the one that was read
// may be a part of a large one.
func keep(place *atomic.Pointer[Date], d Date) Date {
	if place != nil {
		d.text = strings.Clone(d.text)
		kept := d
		place.Store(&kept)
	}
	return d
}
