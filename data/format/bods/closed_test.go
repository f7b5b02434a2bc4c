package bods

import (
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// TestAClosedRecordKeepsWhatWasSaidOfIt: that a relationship is over does not
// make its share and its dates untrue.
func TestAClosedRecordKeepsWhatWasSaidOfIt(t *testing.T) {
	const text = `{"statementId": "p1", "recordId": "p", "recordType": "person", "recordDetails": {"names": [{"fullName": "Ann"}]}}
{"statementId": "e1", "recordId": "e", "recordType": "entity", "recordDetails": {"entityType": {"type": "registeredEntity"}, "name": "Acme"}}
{"statementId": "o1", "recordId": "o", "recordType": "relationship", "recordDetails": {"subject": "e", "interestedParty": "p", "interests": [{"type": "shareholding", "share": {"exact": 25}, "startDate": "2015-02-03"}]}}
{"statementId": "o2", "recordId": "o", "recordType": "relationship", "recordStatus": "closed", "statementDate": "2021-01-01", "recordDetails": {"subject": "e", "interestedParty": "p", "interests": []}}
`
	ds, report := formattest.Imported(t, Format(), "a.jsonl", []byte(text), format.Options{})
	formattest.Accounts(t, report)
	if len(ds.Relations) != 1 {
		t.Fatalf("%+v", ds.Relations)
	}
	r, closed := ds.Relations[0], ""
	for _, a := range r.Attributes {
		if a.Key == "closed" {
			closed = a.Value
		}
	}
	if r.Predicate != "owns" || r.Date.String() != "2015-02-03/" || closed != "2021-01-01" {
		t.Errorf("%+v", r)
	}
}
