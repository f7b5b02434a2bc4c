package jsongraph

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// formats are all three.
var formats = []format.Format{JGF(), D3(), Cytoscape()}

func imported(t rapid.TB, text string) (*data.Dataset, *format.Report) {
	t.Helper()
	return formattest.Imported(t, D3(), "x.json", []byte(text), format.Options{})
}

func TestAllOfADatasetComesBack(t *testing.T) {
	for _, f := range formats {
		t.Run(f.Name, func(t *testing.T) { formattest.RoundTrip(t, f, nil) })
	}
}

func TestTheBundledDatasetComesBackWithAllItsSections(t *testing.T) {
	for _, f := range formats {
		formattest.RoundTripBundled(t, f, nil)
	}
}
