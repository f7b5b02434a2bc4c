package ftm

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// FuzzRead holds the reader to this: no panic; a file is refused or every
// record of it is accounted for; what it gives can be written and read again.
func FuzzRead(f *testing.F) {
	for _, name := range append(fixtures, "statements.csv") {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	ds, problems := data.Read(data.Bundled())
	if err := problems.Err(); err != nil {
		f.Fatal(err)
	}
	ds.Entities, ds.Relations = ds.Entities[:5], nil
	text, _ := written(f, ds)
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		opt := format.Options{Limits: format.Limits{Records: 2000, Bytes: 1 << 20}}
		to := format.NewBuilder(opt)
		if err := Format().Read([]format.Input{format.Bytes("x.ftm.json", text)}, to); err != nil {
			return
		}
		ds, report := to.Finish()
		if !bytes.Contains(text, []byte("redthread")) {
			accounts(t, report)
		}
		if report.Count(data.Error) > 0 {
			return // what stands under our own key may be anything
		}
		again, _ := written(t, ds)
		if len(again) > 0 {
			imported(t, again, opt)
		}
	})
}
