package graphml

import (
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestFixtures(t *testing.T) {
	for _, name := range []string{"yed.graphml", "neo4j.graphml", "igraph.graphml", "ugly.graphml"} {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}
