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

// A node or edge of yEd may have several labels; only the first was kept.
func TestFurtherLabelsOfYEdStay(t *testing.T) {
	text := `<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key id="g" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="a"><data key="g">
		<y:ShapeNode><y:NodeLabel> </y:NodeLabel><y:NodeLabel>Ann<y:LabelModel/></y:NodeLabel><y:NodeLabel>of the harbour</y:NodeLabel></y:ShapeNode></data></node></graph></graphml>`
	ds, _ := formattest.Imported(t, Format(), "x.graphml", []byte(text), format.Options{})
	if e := ds.Entities[0]; e.Name != "Ann" || len(e.Attributes) != 1 || e.Attributes[0].Key != "yed:label" || e.Attributes[0].Value != "of the harbour" {
		t.Errorf("%q %+v", e.Name, e.Attributes)
	}
}
