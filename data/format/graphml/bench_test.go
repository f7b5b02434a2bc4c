package graphml

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/redthread/redthread/data/format/formattest"
)

// sample is a file of about so many bytes as networkx and igraph write them: a
// node to two edges, each with some values.
func sample(size int) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="node" attr.name="type" attr.type="string"/><key id="d2" for="node" attr.name="degree" attr.type="long"/>
<key id="d3" for="edge" attr.name="weight" attr.type="double"/><key id="d4" for="edge" attr.name="relation" attr.type="string"/>
<graph edgedefault="directed">
`)
	nodes := size / 550
	for i := range nodes {
		fmt.Fprintf(&b, `    <node id="n%d">
      <data key="d0">Person number %d</data>
      <data key="d1">%s</data>
      <data key="d2">%d</data>
    </node>
`, i, i, []string{"Person", "Company", "Ship"}[i%3], i%7)
	}
	for i := 0; b.Len() < size-100; i++ {
		fmt.Fprintf(&b, `    <edge id="e%d" source="n%d" target="n%d">
      <data key="d3">%d.5</data>
      <data key="d4">%s</data>
    </edge>
`, i, i%nodes, (i*7+1)%nodes, i%9, []string{"knows", "owns", "met"}[i%3])
	}
	b.WriteString("</graph></graphml>\n")
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) { formattest.BenchmarkXML(b, Format(), sample(10<<20)) }
