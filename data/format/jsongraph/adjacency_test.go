package jsongraph

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

func TestAdjacencyListsAreRefusedWithAWord(t *testing.T) {
	text := `{"directed": false, "multigraph": false, "graph": {}, "nodes": [{"id": "a"}, {"id": "b"}], "adjacency": [[{"id": "b"}], [{"id": "a"}]]}`
	err := D3().Read([]format.Input{format.Bytes("adjacency.json", []byte(text))}, format.NewBuilder(format.Options{}))
	if err == nil || !strings.Contains(err.Error(), "node_link_data") {
		t.Errorf("relations would be lost in silence: %v", err)
	}
}
