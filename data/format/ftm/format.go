package ftm

import (
	"bytes"
	"regexp"

	"github.com/redthread/redthread/data/format"
)

// Format is FollowTheMoney as JSON lines.
func Format() format.Format {
	return format.Format{
		Name: "ftm", Title: "FollowTheMoney (Aleph, OpenSanctions)",
		Names:  []string{".ftm.json", ".ftm.jsonl", ".ftm", ".ijson"},
		Detect: detect, Read: format.Each("ftm", read), Write: write,
	}
}

var (
	schemaKey     = regexp.MustCompile(`"schema"\s*:\s*"([A-Za-z]+)"`)
	propertiesKey = regexp.MustCompile(`"properties"\s*:\s*\{`)
	statementKey  = regexp.MustCompile(`^\s*\{.*"canonical_id"\s*:`)
	statementHead = []byte("canonical_id,entity_id,prop")
)

// detect knows a file by a schema of the model beside properties. Statements
// are claimed too, to be refused by a reader that can say why.
func detect(_ string, head []byte) format.Confidence {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(text, statementHead):
		return format.Certain
	case len(text) == 0 || text[0] != '{' && text[0] != '[' || !propertiesKey.Match(text):
		return format.No
	}
	found := schemaKey.FindAllSubmatch(text, 20)
	for _, m := range found {
		if schemaNamed(string(m[1])) != nil {
			return format.Certain
		}
	}
	if len(found) > 0 {
		return format.Likely
	}
	return format.No
}
