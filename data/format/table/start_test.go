package table_test

import (
	"testing"

	"github.com/redthread/redthread/data/format"
)

// TestAStartWithoutAnEndIsNoSingleDay: who was born in 1970 was not there in
// 1970 only; an event is as long as its date.
func TestAStartWithoutAnEndIsNoSingleDay(t *testing.T) {
	for _, c := range []struct{ name, text, mapping, want string }{
		{"a birth", "id,name,type,born\n1,Ann,person,1970\n", "", "1970/"},
		{"a foundation", "name,founded\nAcme,1970\n", "", "1970/"},
		{"its end", "name,founded,dissolved\nAcme,1970,1980\n", "", "1970/1980"},
		{"what our page downloads", "id,Name,Kind,Date,EDTF\na,Ann,person,the 1990s,199X\n", "", "199X"},
		{"a case by its number, which looks like a month", "Case No.,Defendant,Date of arrest\n2016-02,N/A,2016-01-03\n", "", "2016-01-03"},
		{"an event", "id,name,type,start\n1,Fire,event,1970\n", "", "1970"},
		{"one of several days", "id,name,type,born\n1,Ann,person,[1970-01-01..1970-01-03]\n", "", "[1970-01-01..1970-01-03]"},
		{"open, says the mapping", "n,b\nAnn,1970\n", "entities: [{name: n, start: {column: b, blank: open}}]", "1970/.."},
		{"a day, says the mapping", "n,b\nAnn,1970\n", "entities: [{name: n, start: {column: b, blank: same}}]", "1970"},
		{"nothing said", "n,b\nAnn,1970\n", "entities: [{name: n, start: b}]", "1970/"},
		{"of an event", "n,b\nFire,1970\n", "entities: [{name: n, kind: {value: event}, start: b}]", "1970"},
	} {
		opt := format.Options{}
		if c.mapping != "" {
			opt = withMapping(t, opt, []byte(c.mapping))
		}
		ds, report, err := read(t, []format.Input{format.Bytes("a.csv", []byte(c.text))}, opt)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if len(ds.Entities) != 1 || ds.Entities[0].Date.String() != c.want {
			t.Errorf("%s: %+v, want %s\n%s", c.name, ds.Entities, c.want, said(report))
		}
	}
}

// TestAYearBeforeChristIsNotGuessed: in a column of years as in one of dates.
func TestAYearBeforeChristIsNotGuessed(t *testing.T) {
	ds, report, err := read(t, []format.Input{format.Bytes("a.csv", []byte("event,year,month\nIdes,-44,3\nActium,-0030,9\n"))}, format.Options{})
	if err != nil || len(ds.Entities) != 2 {
		t.Fatal(err, ds.Entities)
	}
	for _, e := range ds.Entities {
		if want := map[string]string{"Ides": "", "Actium": "-0030-09"}[e.Name]; e.Date.String() != want {
			t.Errorf("%s: %s\n%s", e.Name, e.Date, said(report))
		}
	}
}
