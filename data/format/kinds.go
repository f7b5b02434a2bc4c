package format

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// kindWords are names that other tools and spreadsheets use for our kinds, in
// lower case without spaces, hyphens and underscores.
var kindWords = map[string]data.KindID{
	"person": "person", "people": "person", "individual": "person", "human": "person", "actor": "person", "naturalperson": "person",
	"politician": "person", "personstatement": "person", "man": "person", "woman": "person",
	"law": "law", "legislation": "law", "regulation": "law", "rule": "law", "statute": "law", "act": "law", "decree": "law", "bill": "law", "policy": "law",
	"agency": "agency", "publicbody": "agency", "governmentagency": "agency", "ministry": "agency", "authority": "agency", "court": "agency",
	"governmentbody": "agency", "government": "agency",
	"company": "company", "corporation": "company", "business": "company", "firm": "company", "legalentity": "organization",
	"publiccompany": "company", "privatecompany": "company", "forprofit": "company",
	"organization": "organization", "organisation": "organization", "org": "organization", "ngo": "organization", "group": "organization",
	"party": "organization", "politicalparty": "organization", "entitystatement": "organization", "institution": "organization", "nonprofit": "organization",
	"event": "event", "incident": "event", "meeting": "event", "conference": "event", "protest": "event",
	"case": "case", "courtcase": "case", "lawsuit": "case", "trial": "case", "legalcase": "case",
	"platform": "platform", "website": "platform", "app": "platform", "service": "platform", "socialmedia": "platform",
	"place": "place", "location": "place", "country": "place", "city": "place", "region": "place", "address": "place", "area": "place",
	"publication": "publication", "article": "publication", "report": "publication", "document": "publication", "book": "publication", "newspaper": "publication", "media": "publication",
	"charge": "charge", "offence": "charge", "offense": "charge", "crime": "charge",
	"concept": "concept", "topic": "concept", "idea": "concept", "theme": "concept",
}

// squeeze is a word without what spellings differ by.
func squeeze(word string) string {
	return squeezer.Replace(strings.ToLower(strings.TrimSpace(word)))
}

var squeezer = strings.NewReplacer(" ", "", "-", "", "_", "", "/", "")

// KindNamed is our kind for a word of another tool, and whether there is one.
func KindNamed(word string) (data.KindID, bool) {
	word = squeeze(word)
	id, ok := kindWords[word]
	if one, several := strings.CutSuffix(word, "ies"); !ok && several {
		id, ok = kindWords[one+"y"]
	}
	if one, several := strings.CutSuffix(word, "s"); !ok && several {
		id, ok = kindWords[one]
	}
	return id, ok
}

// palette are colours for kinds that a file brings, on paper and on a dark
// ground; they reach 4.5:1 and are told apart by their symbol too.
var palette = [][2]string{
	{"#3d5a80", "#9db8dd"}, {"#7a4f9a", "#c8a6e6"}, {"#2f6f4f", "#86c9a6"}, {"#8c5a2b", "#ddb084"},
	{"#4a5568", "#b6c0d0"}, {"#006d77", "#73c8d0"}, {"#7d4e57", "#d8a7b1"}, {"#5b6b1f", "#bccb78"},
}

// thing is the kind of what a file gives no type.
const thing data.KindID = "thing"

// newKind is a kind for a word that is none of ours.
func newKind(id data.KindID, label string, nth int) data.Kind {
	colours := palette[nth%len(palette)]
	if id == thing {
		return data.Kind{ID: id, Label: label, Plural: plural(label), Light: "#5c6470", Dark: "#b3bac5", Symbol: "disc", Lane: 200}
	}
	return data.Kind{ID: id, Label: label, Plural: plural(label), Light: colours[0], Dark: colours[1], Symbol: shapes[nth%len(shapes)], Lane: 200 + 10*nth}
}

// shapes are the symbols that mean nothing by themselves.
var shapes = []string{"square", "diamond", "triangle", "hexagon", "pentagon", "ring", "disc"}

// plural is good enough for a legend: the file does not say it.
func plural(label string) string {
	switch {
	case strings.HasSuffix(label, "y") && !strings.HasSuffix(label, "ay") && !strings.HasSuffix(label, "ey"):
		return strings.TrimSuffix(label, "y") + "ies"
	case strings.HasSuffix(label, "s"), strings.HasSuffix(label, "x"), strings.HasSuffix(label, "ch"):
		return label + "es"
	}
	return label + "s"
}

// CompleteKind fills in what is left open of a kind that a file or a mapping
// defines: from the built-in one with its id, else as for a word that is none
// of ours. nth tells such kinds apart.
func CompleteKind(k data.Kind, word string, nth int) data.Kind {
	base := newKind(k.ID, word, nth)
	if i := slices.IndexFunc(data.BuiltinKinds, func(b data.Kind) bool { return b.ID == k.ID }); i >= 0 {
		base = data.BuiltinKinds[i]
	}
	k.Label, k.Plural = or2(k.Label, base.Label), or2(k.Plural, base.Plural)
	k.Light, k.Dark, k.Symbol = or2(k.Light, base.Light), or2(k.Dark, base.Dark), or2(k.Symbol, base.Symbol)
	if k.Lane == 0 {
		k.Lane = base.Lane
	}
	return k
}
