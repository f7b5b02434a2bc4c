package jsongraph

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

func FuzzRead(f *testing.F) {
	for name := range fixtures {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	ds, _ := data.Read(data.Bundled())
	ds.Entities, ds.Relations, ds.Conflicts = ds.Entities[:4], ds.Relations[:2], ds.Conflicts[:1]
	for _, format := range formats {
		f.Add(encoded(f, format, ds))
	}
	f.Add([]byte(`{"nodes":[{"id":[1]},{}],"links":[{"source":{},"target":{"index":1}}],"graph":{"redthread":{"kinds":[{"id":"x","lane":"y"}],"story":[1]}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, one := range formats {
			one.Detect("x.json", text)
			b := format.NewBuilder(format.Options{Limits: format.Limits{Records: 1000}})
			if err := one.Read([]format.Input{format.Bytes("x.json", append([]byte(nil), text...))}, b); err == nil {
				_, report := b.Finish()
				accounted(t, report)
			}
		}
	})
}
