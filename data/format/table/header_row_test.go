package table_test

import (
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// said is what the report says, a line an issue with its first value.
func said(r *format.Report) string {
	var lines []string
	for _, i := range r.Issues {
		line := i.Severity.String() + ": " + i.What
		if len(i.Examples) > 0 {
			line += ": " + i.Examples[0].Value
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

const (
	valuesFirst = `note: the first row holds values, not names: the columns are called "column N": `
	takenFirst  = "warning: the first row was taken for the names of the columns, though none of its words is known as one: "
)

// TestTheFirstRecordIsNoHeader: a file without a header loses no record, and a
// file with one keeps it, however wide its rows are.
func TestTheFirstRecordIsNoHeader(t *testing.T) {
	for _, c := range []struct {
		name, text          string
		entities, relations int
		says                string // the report holds it; empty: no word of the header
	}{
		{"verbs come again", "Ann,knows,Bo\nBo,knows,Cy\nCy,owns,Acme\n", 4, 3, valuesFirst + "Ann | knows | Bo"},
		{"ends do not come again", "Ann,owns,Acme Ltd\nBo,owns,Beta Ltd\nCy,runs,Gamma Ltd\n", 6, 3, valuesFirst + "Ann | owns | Acme Ltd"},
		{"kinds", "Ann Lee;person;1950\nBo Ek;person;1960\nCy Ott;company;1970\n", 3, 0, valuesFirst + "Ann Lee | person | 1950"},
		{"kinds of one each", "Ann Lee;person;1950\nAcme Ltd;company;1970\n", 2, 0, valuesFirst + "Ann Lee | person | 1950"},
		{"dates above dates", "Ann,Acme,2010-01-01\nBo,Acme Two,2011-01-01\n", 2, 0, valuesFirst + "Ann | Acme | 2010-01-01"},
		{"nobody can tell", "Ann,judge\nBo,clerk\n", 1, 0, takenFirst + "Ann | judge"},
		{"unknown words above numbers", "Codename,Grösse\nFox,3\nOwl,4\n", 2, 0, ""},
		{"a header once more", "Codename,Grösse\nFox,3\nCodename,Grösse\nOwl,4\n", 2, 0, "warning: row left out: it says the header once more: Codename | Grösse"},
		{"a title above two columns", "Report of 2015\nname,date\nAnn,2015\n", 1, 0, "note: a line above the header is no record: Report of 2015"},
		{"a title with a comma", "\nReport of 2015,\n\nname,date\nAnn,2015\nBo,2016\n", 2, 0, "note: a line above the header is no record: Report of 2015"},
		{"a name above one more", "Fox\nOwl\n", 1, 0, takenFirst + "Fox"},
		{"known words", "name,type\nAnn,person\nBo,person\n", 2, 0, ""},
		{"rows wider than the header", "name,type,date\nAnn,person,2015,x,y,z,v,w\nBo,person,2016,x,y,z,v,w\nCy,person,2017,x,y,z,v,w\n", 3, 0, ""},
		{"rows wider than an unknown header", "alpha,beta,gamma\nAnn,7,2015,x,y,z,v,w\nBo,8,2016,x,y,z,v,w\n", 2, 0, ""},
	} {
		ds, report, err := read(t, []format.Input{format.Bytes("a.csv", []byte(c.text))}, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := said(report)
		if len(ds.Entities) != c.entities || len(ds.Relations) != c.relations {
			t.Errorf("%s: %d things, %d relations\n%s", c.name, len(ds.Entities), len(ds.Relations), got)
		}
		if c.says != "" && !strings.Contains(got, c.says) || c.says == "" && strings.Contains(got, "the first row") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestACellBeyondAHeaderIsKept: the columns that a header has no name for are
// attributes of theirs.
func TestACellBeyondAHeaderIsKept(t *testing.T) {
	ds, _, err := read(t, []format.Input{format.Bytes("a.csv", []byte("name,type,date\nAnn,person,2015,x,y,z,v,w\nBo,person,2016,x,y,z,v,w\n"))}, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range ds.Entities[0].Attributes {
		got = append(got, a.Key+"="+a.Value)
	}
	if strings.Join(got, " ") != "column 4=x column 5=y column 6=z column 7=v column 8=w" || ds.Entities[0].Name != "Ann" {
		t.Errorf("%s: %v", ds.Entities[0].Name, got)
	}
}

// TestAColumnOfDatesReadsOrReportsEachValue: what the header calls a date is one
// where any value is, and the others are warned of.
func TestAColumnOfDatesReadsOrReportsEachValue(t *testing.T) {
	for _, c := range []struct {
		text  string
		dates int
		warns int
	}{
		{"name\tdate\nX\t29/02/2015\nY\tEaster 2015\nZ\t31/11/2014\n", 0, 3},
		{"name,type,date\nAnn,person,2015\nBo,person,2016\nCy,person,1\n", 2, 1},
		{"name,type,date\nAnn,event,2015-06-03\nBo,event,see note\nCy,event,unclear\n", 1, 2},
		{"name,when\nAnn,2015-06-03\nBo,see note\nCy,unclear\nDi,nobody knows\n", 1, 3},
		{"name,type,since\nAnn,person,a long while\nBo,person,2015-06\nCy,person,his youth\n", 1, 2},
		{"name,type,until\nAnn,person,29/02/2015\n", 0, 1},
		{"name,type,born\nX,person,2015-366\n", 0, 1},
	} {
		ds, report, err := read(t, []format.Input{format.Bytes("a.csv", []byte(strings.ReplaceAll(c.text, "\t", ",")))}, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		dated, warned := 0, 0
		for _, e := range ds.Entities {
			if !e.Date.IsZero() {
				dated++
			}
		}
		for _, i := range report.Issues {
			if strings.HasPrefix(i.What, "date kept as an attribute") {
				warned += i.N
			}
		}
		if dated != c.dates || warned != c.warns {
			t.Errorf("%q: %d dates, %d warnings\n%s", c.text, dated, warned, said(report))
		}
	}
}

// TestASecondColumnOfDatesIsSpokenOf: a column that is called a date never
// becomes an attribute in silence.
func TestASecondColumnOfDatesIsSpokenOf(t *testing.T) {
	text := "name,type,born,since\nX,person,1990,29/02/2015\nY,person,1991,-1433289600\n"
	ds, report, err := read(t, []format.Input{format.Bytes("a.csv", []byte(text))}, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := said(report); !strings.Contains(got, "note: a column is called a date and holds none that can be read") || ds.Entities[0].Date.IsZero() || report.Count(data.Warning) > 0 {
		t.Errorf("%s\n%v", got, ds.Entities[0].Date)
	}
}
