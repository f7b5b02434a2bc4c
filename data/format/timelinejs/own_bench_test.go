package timelinejs

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

// ofOurs is a file that we wrote, of n things with a relation each.
func ofOurs(b *testing.B, n int) []byte {
	ds := &data.Dataset{Title: "T", Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Sources: []data.Source{{ID: "s", Title: "S"}}}
	for i := range n {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("thing-%d", i)), Kind: "event", Name: fmt.Sprintf("Thing %d", i), Date: edtf.MustParse(fmt.Sprintf("2%03d", i%1000)), Evidence: []data.Evidence{{Source: "s"}}})
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%d", i)), From: ds.Entities[i].ID, To: ds.Entities[i*7/8].ID, Predicate: "led_to", Evidence: []data.Evidence{{Source: "s"}}})
	}
	text, _ := encoded(b, ds)
	return text
}

func BenchmarkReadOurs(b *testing.B) {
	bench(b, ofOurs(b, 20_000), func(text []byte) error {
		return Format().Read([]format.Input{format.Bytes("x.json", text)}, format.NewBuilder(format.Options{}))
	})
}

func BenchmarkGoJSONOurs(b *testing.B) {
	bench(b, ofOurs(b, 20_000), func(text []byte) error {
		var v any
		return json.Unmarshal(text, &v)
	})
}
