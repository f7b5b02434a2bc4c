package timeline

import (
	"fmt"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// crowd is n events over four years, in bursts.
func crowd(n int) *data.Index {
	ds := &data.Dataset{Kinds: data.BuiltinKinds}
	for i := range n {
		kind := []data.KindID{"event", "event", "case", "publication"}[i%4]
		date := fmt.Sprintf("201%d-%02d-%02d", 4+i%4, 1+i*i%12, 1+i*7%28)
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("e%06d", i)), Kind: kind, Name: fmt.Sprintf("Thing of number %d", i), Date: edtf.MustParse(date)})
	}
	return data.NewIndex(ds)
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		x := crowd(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				New(x, Options{})
			}
		})
	}
}
