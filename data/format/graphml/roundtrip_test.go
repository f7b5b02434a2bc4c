package graphml

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func written(t rapid.TB, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	return formattest.Written(t, Format(), ds)
}

func imported(t rapid.TB, text []byte) (*data.Dataset, *format.Report) {
	t.Helper()
	return importedAs(t, "back.graphml", text)
}

func importedAs(t rapid.TB, name string, text []byte) (*data.Dataset, *format.Report) {
	t.Helper()
	return formattest.Imported(t, Format(), name, text, format.Options{})
}

func TestWhatWeWriteReadsBack(t *testing.T) {
	formattest.RoundTrip(t, Format(), formattest.WithoutSections)
}

func TestTheBundledDatasetReadsBack(t *testing.T) {
	report := formattest.RoundTripBundled(t, Format(), formattest.WithoutSections)
	ds := formattest.Bundled(t)
	if f := report.Files[0]; f.Read != f.Kept || f.Kept != len(ds.Entities)+len(ds.Relations) {
		t.Errorf("counts %+v", f)
	}
}
