package formattest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// Page reads the first example of a format's public page, of the two that stand
// there in a language such as xml, and holds what the format writes of it to
// every line of the second.
func Page(t *testing.T, f format.Format, language string) {
	t.Helper()
	page, err := os.ReadFile(filepath.FromSlash("../../../docs/formats/" + f.Name + ".md"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []string
	for block := range strings.SplitSeq(string(page), "```") {
		if text, ok := strings.CutPrefix(block, language+"\n"); ok {
			examples = append(examples, text)
		}
	}
	if len(examples) != 2 {
		t.Fatalf("%d examples", len(examples))
	}
	ds, _ := Imported(t, f, "network"+f.Names[0], []byte(examples[0]), format.Options{})
	out, _ := Written(t, f, ds)
	for line := range strings.Lines(examples[1]) {
		if !strings.Contains(string(out), strings.TrimSpace(line)) {
			t.Errorf("%s is not written:\n%s", strings.TrimSpace(line), out)
		}
	}
}
