package bods

import (
	"testing"

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
