package popolo

import (
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestAFileWithWhatGoesWrong(t *testing.T) {
	formattest.Fixture(t, Format(), "harbour.json", format.Options{})
}

func TestAMembershipIsADatedRelationWithPostAndParty(t *testing.T) {
	ds, _ := formattest.Imported(t, Format(), "harbour.json", formattest.File(t, "harbour.json"), format.Options{})
	found := map[data.PredicateID]string{}
	for _, r := range ds.Relations {
		if r.From == "p1" {
			found[r.Predicate] += string(r.To) + " " + r.Date.String() + " "
		}
	}
	for predicate, want := range map[data.PredicateID]string{
		"holds_the_post": "s1 2015-01-07/2018 ", "stands_for": "o3 2015-01-07/2018 ", "represents": "a1 2015-01-07/2018 ", "moved": "mo1  ",
	} {
		if found[predicate] != want {
			t.Errorf("%s: %q, want %q", predicate, found[predicate], want)
		}
	}
}

func TestOtherJSONIsNotPopolo(t *testing.T) {
	for _, text := range []string{`{"nodes":[],"links":[]}`, `{"events":[{"start_date":{}}]}`, `[]`} {
		if sure := Format().Detect("x.json", []byte(text)); sure > format.No {
			t.Errorf("%s is Popolo with confidence %d", text, sure)
		}
	}
	if err := Format().Read([]format.Input{format.Bytes("x.json", []byte(`{"a":1}`))}, format.NewBuilder(format.Options{})); err == nil {
		t.Error("a file without any class is read without a word")
	}
}

func FuzzRead(f *testing.F) {
	formattest.Seed(f, "harbour.json")
	f.Add([]byte(`{"persons":[{"id":[1],"name":{},"memberships":[1,{"organization":{"id":"o","name":"x"}}]}],"memberships":[null,{"person_id":"","post":{"id":"s","name":"x"}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) { formattest.Fuzz(t, Format(), "x.json", text) })
}
