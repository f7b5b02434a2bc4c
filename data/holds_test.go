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
		{"a.json", `{"id":"a","schema":"Person","properties":{},"redthread":{"entity":{"kind":"person"}}}`, false}, // FollowTheMoney of ours
		{"a.json", `{"title":{},"events":[],"eras":[],"redthread":{"sources":[]}}`, false},                         // TimelineJS of ours
		{"a.yaml", "redthread: {x: 1}\nname: Ann\n", false},
		{"a.yaml", "redthread: 1\nname: Ann\n", true},
		{"a.json", `{ "$schema": "./redthread.schema.json", "entities": [] }`, true},
		{"a.json", "// mine\n{ /* ours */ \"entities\": [] }", true},
		{"a.json", `{"$schema":"https://example.org/graph.json","nodes":[]}`, false},
		{"a.json", `{"nodes":[], "links":[]}`, false},
		{"a.json", `{"events":[],"title":{}}`, false},
		{"a.json", `{"eras":[{"text":"x"}],"events":[],"title":{}}`, false}, // TimelineJS
		{"a.json", `{"eras":[],"events":[]}`, false},
		{"a.json", `{"dataset":"trade","nodes":[],"links":[]}`, false},
		{"a.json", `{"titel":"x","sources":[],"entities":[{"kind":"person","name":"x"}],"relations":[]}`, true},
		{"a.json", `{"entites":[{"id":"a"}],"relations":[]}`, true},
		{"a.json", `{"relations":[{"a":1}],"people":[{"name":"\"}"}],"meta":{}}`, false},
		{"a.json", `{"entities":[],"note":1}`, true},
		{"a.json", `[{"entities":[],"relations":[]}]`, false},
		{"a.json", `{"kind":"person","name":"Ann","relations":[]}`, false},
		{"a.json", `{"store":[]}`, false},
		{"a.json", `"entities": []`, false},
		{"a.yaml", "entites:\n  - {id: a, kind: person}\n", true},
		{"a.yaml", "\ufeff'entities':\n  - id: a\n", true},
		{"a.yaml", "bogus: 1\nsources: []\nentities:\n- id: a\n  name: b\n", true},
		{"ann.yaml", "name: Ann\nborn: 1950\nsources:\n  - https://example.org\n", false},
		{"ann.yaml", "kind: person\nname: Ann\nrelations:\n  - {to: bob}\n", false},
		{"a.csv", "id,kind,name,date\n", true},
		{"a.csv", "\ufeffid,kind,name\n", true},
		{"a.csv", "from,predicate,to\n", true},
		{"a.csv", "Source,Target,Weight\n", false},
		{"a.csv", "id,name,kind,colour,size,shape,weight\n", false},
		{"a.csv", "id,name,kind,date,notes\n", false},
		{"a.csv", "id,name,kind,date,summery\n", true},
		{"a.csv", "id,name,kind,evidence,colour\n", true},
		{"a.csv", "from,predicate,to,date,weight\n", true},
		{"a.json", `{"entities":[{"id":"1"}],"relationships":[{"source":"1"}]}`, false},
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
