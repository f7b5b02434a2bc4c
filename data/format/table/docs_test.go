package table

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
)

const mappingPage = "../../../docs/formats/mapping.md"

// TestDocumentedMappingsAreMappings: what the page shows as examples reads.
func TestDocumentedMappingsAreMappings(t *testing.T) {
	page, err := os.ReadFile(mappingPage)
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(page, -1)
	if len(examples) < 3 {
		t.Fatal(len(examples), "examples")
	}
	for _, e := range examples {
		documents, problems := data.ParseYAML("page", e[1])
		if err := problems.Err(); err != nil {
			t.Errorf("%v\n%s", err, e[1])
			continue
		}
		if _, err := ReadMapping("page", documents); err != nil {
			t.Errorf("%v\n%s", err, e[1])
		}
	}
}

func TestEveryKeyOfAMappingIsDocumented(t *testing.T) {
	page, err := os.ReadFile(mappingPage)
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.Concat(planKeys, entityKeys, linkKeys, sourceKeys, proofKeys, []string{"unknown", "kinds", "predicates", "tables"})
	for _, k := range valueKeys {
		keys = append(keys, k.key)
	}
	for _, key := range keys {
		if !strings.Contains(string(page), "`"+key+"`") {
			t.Errorf("%s is not on the page", key)
		}
	}
}

func TestEveryFieldIsWrittenByExplain(t *testing.T) {
	for _, key := range slices.Concat(entityKeys, linkKeys, sourceKeys, proofKeys) {
		switch key {
		case "names", "attributes", "evidence", "when", "each", "once":
			continue
		}
		if !slices.Contains(written, key) {
			t.Errorf("%s would not be bound", key)
		}
	}
}
