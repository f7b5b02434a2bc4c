package graphml

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestFixtures(t *testing.T) {
	for _, name := range []string{"yed.graphml", "neo4j.graphml", "igraph.graphml", "ugly.graphml"} {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}

// seeds are the fixtures.
func seeds(t testing.TB) [][]byte {
	t.Helper()
	names, err := filepath.Glob("testdata/*.graphml")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	var list [][]byte
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return list
}
