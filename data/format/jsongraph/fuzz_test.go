package jsongraph

import (
	"maps"
	"slices"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func FuzzRead(f *testing.F) {
	formattest.Seed(f, slices.Sorted(maps.Keys(fixtures))...)
	ds := formattest.Bundled(f)
	ds.Entities, ds.Relations, ds.Conflicts = ds.Entities[:4], ds.Relations[:2], ds.Conflicts[:1]
	for _, format := range formats {
		text, _ := formattest.Written(f, format, ds)
		f.Add(text)
	}
	f.Add([]byte(`{"nodes":[{"id":[1]},{}],"links":[{"source":{},"target":{"index":1}}],"graph":{"redthread":{"kinds":[{"id":"x","lane":"y"}],"story":[1]}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, one := range formats {
			one.Detect("x.json", text)
			b := format.NewBuilder(format.Options{Limits: format.Limits{Records: 1000}})
			if err := one.Read([]format.Input{format.Bytes("x.json", append([]byte(nil), text...))}, b); err == nil {
				_, report := b.Finish()
				formattest.Accounts(t, report)
			}
		}
	})
}
