package gexf

import (
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestFixtures(t *testing.T) {
	for _, name := range []string{"gephi.gexf", "ugly-1.2.gexf", "networkx.gexf", "numbers.gexf", "latin1-1.1.gexf"} {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}
