package ftm

import (
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
)

// term is how an edge or a property reads as a relation.
type term struct {
	id             data.PredicateID
	label, inverse string
	builtin        data.PredicateID // ours that says the same, where it may join the two
	symmetric      bool
}

// edgeTerms are the words for schemata with an edge. Directing is not heading
// and being a party is not being accused, so those have words of their own.
var edgeTerms = map[string]term{
	"Associate":          {"associate_of", "is an associate of", "is an associate of", "", true},
	"ContractAward":      {"awarded_to", "is awarded to", "was awarded", "", false},
	"CourtCaseParty":     {"party_to", "is a party to", "has as party", "", false},
	"Debt":               {"owes", "owes", "is owed by", "", false},
	"Directorship":       {"directs", "directs", "is directed by", "", false},
	"Documentation":      {"documents", "documents", "is documented by", "", false},
	"Employment":         {"employed_by", "is employed by", "employs", "works_for", false},
	"Family":             {"relative_of", "is a relative of", "is a relative of", "", true},
	"Membership":         {"belongs_to", "belongs to", "has as member", "member_of", false},
	"Occupancy":          {"holds", "holds", "is held by", "", false},
	"Ownership":          {"owns", "owns", "is owned by", "owns", false},
	"Payment":            {"paid", "paid", "was paid by", "", false},
	"ProjectParticipant": {"participates_in", "participates in", "has as participant", "", false},
	"Representation":     {"represents", "represents", "is represented by", "", false},
	"Succession":         {"precedes", "precedes", "follows", "", false},
	"UnknownLink":        {"related_to", "is related to", "is related to", "related_to", true},
}

// propertyWords are labels for properties that name entities, by their name
// with the schema; others read "has as bank", "is bank of".
var propertyWords = map[string][2]string{
	"Thing:addressEntity":      {"has the address", "is the address of"},
	"Thing:proof":              {"rests on", "proves"},
	"Sanction:entity":          {"is a sanction on", "is under the sanction"},
	"Note:entity":              {"is a note on", "has the note"},
	"Identification:holder":    {"identifies", "holds"},
	"Post:holder":              {"is held by", "holds"},
	"TaxRoll:taxee":            {"taxes", "is taxed in"},
	"Event:organizer":          {"is organised by", "organises"},
	"Event:involved":           {"involves", "is involved in"},
	"Document:parent":          {"lies in", "holds"},
	"Document:ancestors":       {"lies below", "is above"},
	"LegalEntity:parent":       {"is a subsidiary of", "is the parent of"},
	"RealEstate:parent":        {"is a unit of", "has the unit"},
	"Position:organization":    {"is a position in", "has the position"},
	"Security:issuer":          {"is issued by", "issued"},
	"Vehicle:owner":            {"is owned by", "owns"},
	"Vehicle:operator":         {"is operated by", "operates"},
	"Image:pictured":           {"shows", "is shown in"},
	"Mention:resolved":         {"mentions", "is mentioned in"},
	"Mention:document":         {"stands in", "holds the mention"},
	"Page:document":            {"is a page of", "has the page"},
	"Email:inReplyToEmail":     {"answers", "is answered by"},
	"Message:inReplyToMessage": {"answers", "is answered by"},
	"Similar:candidate":        {"compares", "is compared in"},
	"Similar:match":            {"compares with", "is matched in"},
}

// propertyTerm is how a property that names entities reads as a relation.
func propertyTerm(p *Property) term {
	t := term{id: data.PredicateID(snake(p.Schema) + "_" + snake(p.Name))}
	words, ok := propertyWords[p.QName()]
	if !ok {
		label := strings.ToLower(p.Label)
		words = [2]string{"has as " + label, "is " + label + " of"}
	}
	t.label, t.inverse = words[0], words[1]
	return t
}

// snake is a name in lower case with underscores.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// builtin is one of our own predicates; nil where there is none.
func builtin(id data.PredicateID) *data.Predicate {
	i := slices.IndexFunc(data.BuiltinPredicates, func(p data.Predicate) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &data.BuiltinPredicates[i]
}

// joins tells whether a predicate may join things of these kinds.
func joins(p *data.Predicate, from, to data.KindID) bool {
	return (len(p.From) == 0 || slices.Contains(p.From, from)) && (len(p.To) == 0 || slices.Contains(p.To, to))
}

// spoken is our predicate whose label stands as the role of an edge: what our
// writer writes for predicates that the schema does not say.
func spoken(s *Schema, role string, from, to data.KindID) *data.Predicate {
	for i := range data.BuiltinPredicates {
		if p := &data.BuiltinPredicates[i]; p.Label == role && p.ID != edgeTerms[s.Name].builtin && joins(p, from, to) {
			if s.Name == "UnknownLink" || p.FtM == s.Name {
				return p
			}
		}
	}
	return nil
}
