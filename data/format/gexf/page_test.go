package gexf

import (
	"testing"

	"github.com/redthread/redthread/data/format/formattest"
)

func TestTheExampleOfThePage(t *testing.T) { formattest.Page(t, Format(), "xml") }
