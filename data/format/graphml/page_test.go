package graphml

import (
	"os"
	"strings"
	"testing"
)

// TestTheExampleOfThePage reads the first example of the public page and holds
// what we write to the second.
func TestTheExampleOfThePage(t *testing.T) {
	page, err := os.ReadFile("../../../docs/formats/graphml.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(page), "```")
	var examples []string
	for _, b := range blocks {
		if text, ok := strings.CutPrefix(b, "xml\n"); ok {
			examples = append(examples, text)
		}
	}
	if len(examples) != 2 {
		t.Fatalf("%d examples", len(examples))
	}
	ds, _ := importedAs(t, "network.graphml", []byte(examples[0]))
	out, _ := written(t, ds)
	for line := range strings.Lines(examples[1]) {
		if !strings.Contains(string(out), strings.TrimSpace(line)) {
			t.Errorf("%s is not written:\n%s", strings.TrimSpace(line), out)
		}
	}
}
