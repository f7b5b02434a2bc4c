package data

import (
	"hash/maphash"
	"math/bits"
)

// twins finds records that say the same, by a hash of it: a map of the texts
// themselves would hold as much as the records.
type twins struct {
	seed  maphash.Seed
	first map[uint64]int32 // index of the record
}

func newTwins(records int) *twins {
	return &twins{maphash.MakeSeed(), make(map[uint64]int32, records)}
}

// of is the record that first said the same as this one, which same decides;
// -1 where none did, and then it is this one for those to come. Nothing of the
// answer hangs on the hash.
func (t *twins) of(record int, hash uint64, same func(other int) bool) int {
	for ; ; hash++ {
		other, taken := t.first[hash]
		if !taken {
			t.first[hash] = int32(record)
			return -1
		}
		if same(int(other)) {
			return int(other)
		}
	}
}

// hash is one of several texts.
func (t *twins) hash(texts ...string) uint64 {
	h := uint64(0)
	for _, text := range texts {
		h = bits.RotateLeft64(h, 17) ^ maphash.String(t.seed, text)
	}
	return h
}
