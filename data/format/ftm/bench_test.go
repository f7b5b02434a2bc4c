package ftm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/redthread/redthread/data/format/formattest"
)

// large makes a file of people, companies and ownerships of about n bytes.
func large(n int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, `{"id":"p-%d","schema":"Person","properties":{"name":["Person %d","Persona %d"],"birthDate":["19%02d-0%d-1%d"],"country":["de"],"address":["%d Example Street, Exampleton"],"topics":["role.pep"]},"datasets":["ex"],"first_seen":"2023-01-01T00:00:00","target":false}`+"\n", i, i, i, i%100, i%9+1, i%10, i)
		fmt.Fprintf(&b, `{"id":"c-%d","schema":"Company","properties":{"name":["Company %d Ltd"],"incorporationDate":["20%02d"],"registrationNumber":["%08d"],"jurisdiction":["gb"]},"datasets":["ex"]}`+"\n", i, i, i%20, i)
		fmt.Fprintf(&b, `{"id":"o-%d","schema":"Ownership","properties":{"owner":["p-%d"],"asset":["c-%d"],"percentage":["%d"],"startDate":["2010-01-0%d"]},"datasets":["ex"]}`+"\n", i, i, i/2, i%100, i%9+1)
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) { formattest.BenchmarkRead(b, Format(), large(4<<20)) }

// BenchmarkGoJSON is Go's own decoder over the same lines.
func BenchmarkGoJSON(b *testing.B) {
	text := large(4 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for line := range bytes.Lines(text) {
			var v any
			if err := json.Unmarshal(line, &v); err != nil {
				b.Fatal(err)
			}
		}
	}
}
