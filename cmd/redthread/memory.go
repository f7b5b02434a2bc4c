package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// enough is the memory within which imports stay where their data allow it.
const enough = 450 << 20

// frugal makes the garbage collector work harder above enough, so that large
// files import within half a gigabyte where their data allow it. A limit below
// what is alive would have it work all the time and free nothing: the limit
// keeps a third above that. GOMEMLIMIT, where it is set, decides.
func frugal() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(enough)
		follow()
	}
}

// follow moves the limit after each collection, of which it knows by an object
// that nothing holds.
func follow() {
	runtime.SetFinalizer(&struct{ *int }{}, func(any) {
		alive := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(alive)
		if live := alive[0].Value; live.Kind() == metrics.KindUint64 {
			bytes := int64(live.Uint64())
			debug.SetMemoryLimit(max(enough, bytes+bytes/3))
		}
		follow()
	})
}
