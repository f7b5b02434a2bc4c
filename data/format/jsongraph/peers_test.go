package jsongraph

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format/formattest"
)

// networkxScript reads the graph, writes it again, and says what it saw. Its
// newer versions want to be told that links are called links.
const networkxScript = `
import json, sys, networkx as nx
d, kw = json.load(sys.stdin), {"edges": "links"}
try:
    g = nx.node_link_graph(d, **kw)
except TypeError:
    kw = {}
    g = nx.node_link_graph(d)
json.dump(nx.node_link_data(g, **kw), sys.stdout)
print(type(g).__name__, g.number_of_nodes(), g.number_of_edges(), file=sys.stderr)
`

func TestNetworkxReadsWhatWeWriteAndWritesItSoThatAllComesBack(t *testing.T) {
	python := formattest.Peer(t, "python3")
	if exec.Command(python, "-c", "import networkx").Run() != nil {
		formattest.Missing(t, "python3-networkx")
	}
	ds := formattest.Bundled(t)
	text, _ := formattest.Written(t, D3(), ds)
	cmd := exec.Command(python, "-c", networkxScript)
	cmd.Stdin = bytes.NewReader(text)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err, said.String())
	}
	if want := fmt.Sprintf("MultiDiGraph %d %d", len(ds.Entities), len(ds.Relations)); strings.TrimSpace(said.String()) != want {
		t.Errorf("networkx saw %q, want %q", said.String(), want)
	}
	back, report := formattest.Back(t, D3(), out)
	formattest.Same(t, ds, back, report)
}
