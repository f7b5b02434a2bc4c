package jsongraph

import (
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// fixtures are files with what goes wrong in files of others, and their format.
var fixtures = map[string]format.Format{
	"jgf1.json": JGF(), "jgf2.json": JGF(), "d3v3.json": D3(), "networkx.json": D3(), "ambiguous.json": D3(), "desktop.cyjs": Cytoscape(), "elements.json": Cytoscape(),
}

func TestFilesOfOthers(t *testing.T) {
	for name, f := range fixtures {
		t.Run(name, func(t *testing.T) {
			formattest.Accounts(t, formattest.Fixture(t, f, name, format.Options{}))
			text := formattest.File(t, name)
			for _, other := range formats {
				if got := other.Detect(name, text); other.Name != f.Name && got > format.No {
					t.Errorf("%s is %s with confidence %d", name, other.Name, got)
				}
			}
		})
	}
}
