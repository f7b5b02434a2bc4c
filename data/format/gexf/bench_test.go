package gexf

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/redthread/redthread/data/format/formattest"
)

// sample is a file of about so many bytes as Gephi writes them: a node to two
// edges, with values, places and spells.
func sample(size int) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" timeformat="date" mode="dynamic"><attributes class="node"><attribute id="degree" title="Degree" type="integer"/><attribute id="type" title="type" type="string"/></attributes><nodes>
`)
	nodes := size / 900
	for i := range nodes {
		fmt.Fprintf(&b, `      <node id="n%d" label="Person number %d" start="20%02d-01-01">
        <attvalues>
          <attvalue for="degree" value="%d"/>
          <attvalue for="type" value="%s"/>
        </attvalues>
        <viz:size value="10.0"/>
        <viz:position x="%d.5" y="-12.25"/>
        <viz:color r="1" g="2" b="3"/>
      </node>
`, i, i, i%20, i%7, []string{"Person", "Company", "Ship"}[i%3], i)
	}
	b.WriteString("</nodes><edges>\n")
	for i := 0; b.Len() < size-100; i++ {
		fmt.Fprintf(&b, `      <edge id="%d" source="n%d" target="n%d" weight="1.0" kind="%s" label="a" start="2010-02-%02d">
        <attvalues>
        </attvalues>
      </edge>
`, i, i%nodes, (i*7+1)%nodes, []string{"knows", "owns", "met"}[i%3], 1+i%28)
	}
	b.WriteString("</edges></graph></gexf>\n")
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) { formattest.BenchmarkXML(b, Format(), sample(10<<20)) }
