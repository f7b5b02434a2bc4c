package ftm

import (
	"bytes"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// FuzzRead holds the reader to this: no panic; a file is refused or every
// record of it is accounted for; what it gives can be written and read again.
func FuzzRead(f *testing.F) {
	formattest.Seed(f, append(fixtures, "statements.csv")...)
	ds := formattest.Bundled(f)
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
