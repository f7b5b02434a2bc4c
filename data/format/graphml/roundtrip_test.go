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
	return formattest.Imported(t, Format(), "back.graphml", text, format.Options{})
}

func TestWhatWeWriteReadsBack(t *testing.T) {
	formattest.RoundTrip(t, Format(), formattest.WithoutSections)
}

func TestTheBundledDatasetReadsBack(t *testing.T) {
	formattest.RoundTripBundled(t, Format(), formattest.WithoutSections)
}
