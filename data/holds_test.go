package data

import "testing"

func TestHoldsTellsOursFromOthers(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       bool
	}{
		{"a.yaml", "# words\nentities:\n  - id: a\n", true},
		{"a.yaml", "name: Ann\nborn: 1950\n", false},
		{"a.yml", "dataset: {title: x}\n", true},
		{"a.json", `{"redthread":1}`, true},
		{"a.json", `{ "$schema": "./redthread.schema.json", "entities": [] }`, true},
		{"a.json", "// mine\n{ /* ours */ \"entities\": [] }", true},
		{"a.json", `{"$schema":"https://example.org/graph.json","nodes":[]}`, false},
		{"a.json", `{"nodes":[], "links":[]}`, false},
		{"a.json", `{"events":[],"title":{}}`, false},
		{"a.csv", "id,kind,name,date\n", true},
		{"a.csv", "\ufeffid,kind,name\n", true},
		{"a.csv", "from,predicate,to\n", true},
		{"a.csv", "Source,Target,Weight\n", false},
		{"a.csv", "id,name,kind,colour,size,shape,weight\n", false},
		{"a.gexf", "<gexf>", false},
		{"redthread.schema.json", `{"redthread":1}`, false},
	} {
		if got := Holds(c.name, []byte(c.head)); got != c.want {
			t.Errorf("Holds(%q, %q) = %v", c.name, c.head, got)
		}
	}
	if !FolderHolds(Bundled()) {
		t.Error("the bundled dataset is not taken for ours")
	}
}
