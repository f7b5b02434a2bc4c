package bods

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

var fixtures = []string{"v02.json", "v04.jsonl"}

func TestFilesWithWhatGoesWrong(t *testing.T) {
	for _, name := range fixtures {
		t.Run(name, func(t *testing.T) { formattest.Fixture(t, Format(), name, format.Options{}) })
	}
}

func imported(t *testing.T, name string) *data.Dataset {
	t.Helper()
	ds, _ := formattest.Imported(t, Format(), name, formattest.File(t, name), format.Options{})
	return ds
}

func TestEachInterestIsARelationOfItsOwn(t *testing.T) {
	ds := imported(t, "v02.json")
	got := map[data.PredicateID]string{}
	for _, r := range ds.Relations {
		if r.From == "p-new" {
			got[r.Predicate] = r.Date.String()
			for _, a := range r.Attributes {
				if a.Key == "share" {
					got[r.Predicate] += " " + a.Value
				}
			}
		}
	}
	if got["owns"] != "2016-04-06/ more than 25 %, at most 50 %" || got["has_an_interest_in_voting_rights"] != "2016-04-06/2018-01-01 30.5 %" || len(got) != 2 {
		t.Error(got)
	}
}

func TestOnlyTheLatestStatementOfARecordCounts(t *testing.T) {
	ds := imported(t, "v04.jsonl")
	n := 0
	for _, r := range ds.Relations {
		if r.From == "ann" {
			n++
			if r.Date.String() != "2023/2024-05-01" {
				t.Error(r.Date)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d relations of one record", n)
	}
}

func FuzzRead(f *testing.F) {
	formattest.Seed(f, fixtures...)
	f.Fuzz(func(t *testing.T, text []byte) { formattest.Fuzz(t, Format(), "x.json", text) })
}

// What a name, an identifier, a source or a statement that there is no owner
// say beside what we use was dropped without a word.
func TestWhatHasNoPlaceStaysAnAttribute(t *testing.T) {
	text := `[{"statementID":"p","statementType":"personStatement","names":[{"type":"individual","fullName":"Ann Quay","familyName":"Quay"}],
	 "source":{"url":"https://example.org/s","assertedBy":[{"name":"Bo","uri":"https://example.org/bo"}]}},
	{"statementID":"e","statementType":"entityStatement","name":"Harbour","identifiers":[{"scheme":"GB-COH","schemeName":"Companies House","id":"7"}],"replacesStatements":["gone"]},
	{"statementID":"o","statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"e"},"statementDate":"2017-11-18",
	 "interestedParty":{"unspecified":{"reason":"no-beneficial-owners"}}},
	{"statementID":"q","statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"e"},"interestedParty":{"describedByPersonStatement":"p"},
	 "interests":[{"type":"shareholding","share":{"exact":30,"minimum":25,"maximum":30}}]}]`
	ds, _ := formattest.Imported(t, Format(), "x.json", []byte(text), format.Options{})
	got := map[string]string{}
	for _, e := range ds.Entities {
		for _, a := range e.Attributes {
			got[a.Key] = a.Value
		}
	}
	for _, a := range ds.Relations[0].Attributes {
		got[a.Key] = a.Value
	}
	want := map[string]string{
		"names":                            `[{"type":"individual","fullName":"Ann Quay","familyName":"Quay"}]`,
		"source":                           `{"url":"https://example.org/s","assertedBy":[{"name":"Bo","uri":"https://example.org/bo"}]}`,
		"identifier Companies House":       "7",
		"identifiers":                      `[{"scheme":"GB-COH","schemeName":"Companies House","id":"7"}]`,
		"replacesStatements":               "gone",
		"beneficial owners":                "no-beneficial-owners",
		"beneficial owners: statementDate": "2017-11-18",
		"interest":                         "shareholding",
		"share":                            "30 %, at least 25 %",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
