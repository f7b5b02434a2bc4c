package gexf

import (
	"os"
	"os/exec"
	"path/filepath"
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
	return formattest.Imported(t, Format(), "back.gexf", text, format.Options{})
}

func TestWhatWeWriteReadsBack(t *testing.T) {
	formattest.RoundTrip(t, Format(), formattest.WithoutSections)
}

func TestTheBundledDatasetReadsBack(t *testing.T) {
	formattest.RoundTripBundled(t, Format(), formattest.WithoutSections)
}

// schema is the published schema, which is not a part of the project.
const schema = "../../../../shared/schemas/gexf-1.3/gexf.xsd"

// valid holds files to the published schema, all in one run of xmllint.
func valid(t *testing.T, files ...[]byte) {
	t.Helper()
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the published schema of GEXF 1.3 is not beside the project")
	}
	args := []string{"--noout", "--schema", schema}
	dir := t.TempDir()
	for i, text := range files {
		name := filepath.Join(dir, string(rune('a'+i%26))+string(rune('a'+i/26%26))+".gexf")
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.Command(formattest.Peer(t, "xmllint"), args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestOutputIsValidByThePublishedSchema(t *testing.T) {
	text, _ := written(t, formattest.Bundled(t))
	files := [][]byte{text}
	for i := range 100 {
		text, _ := written(t, rapid.Custom(formattest.Dataset).Example(i))
		files = append(files, text)
	}
	valid(t, files...)
}
