package ftm

import (
	"strings"
	"sync"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// kindOf are the schemata that have a kind of ours. Documents of all sorts are
// publications; every other schema becomes a kind of its own, named after it.
var kindOf = map[string]data.KindID{
	"Person": "person", "Company": "company", "Organization": "organization", "PublicBody": "agency", "LegalEntity": "organization",
	"CourtCase": "case", "Event": "event", "Address": "place", "Document": "publication",
}

// schemaOf are the schemata of our kinds. The model has none for laws, charges,
// concepts and platforms: a law is a text, a platform something that is owned,
// and a note claims nothing but its words. The keyword says what they are.
var schemaOf = map[data.KindID]struct {
	schema  string
	keyword bool
}{
	"person": {"Person", false}, "company": {"Company", false}, "organization": {"Organization", false}, "agency": {"PublicBody", false},
	"case": {"CourtCase", false}, "event": {"Event", false}, "place": {"Address", false}, "publication": {"Document", false},
	"law": {"Document", true}, "platform": {"Asset", true}, "charge": {"Note", true}, "concept": {"Note", true},
}

// kindWord is the kind of a schema: its id where it is one of ours, else the
// words of a new one.
func kindWord(s *Schema) (data.KindID, string) {
	if id, ok := kindOf[s.Name]; ok {
		return id, ""
	}
	if s.IsA("Document") {
		return "publication", ""
	}
	return "", strings.ToLower(s.Label)
}

// ownKinds are the schemata whose kind is named after them, by that kind.
var ownKinds = sync.OnceValue(func() map[data.KindID]string {
	all := map[data.KindID]string{}
	for i := range schemata {
		s := schemaNamed(schemata[i].Name)
		if _, word := kindWord(s); word != "" && !s.Abstract && s.Edge == nil {
			all[data.KindID(format.Slug(word))] = s.Name
		}
	}
	return all
})

// defaultSchema is the schema that a kind is written as; "Note" for a kind that
// the dataset made up.
func defaultSchema(kind data.KindID) (name string, keyword bool) {
	if s, ok := schemaOf[kind]; ok {
		return s.schema, s.keyword
	}
	if name, ok := ownKinds()[kind]; ok {
		return name, false
	}
	return "Note", true
}

// keywordKind is the kind that a keyword gives to an entity of a schema: "law"
// to a Document.
func keywordKind(s *Schema, keyword string) (data.KindID, bool) {
	k, ok := schemaOf[data.KindID(keyword)]
	return data.KindID(keyword), ok && k.keyword && k.schema == s.Name
}
