package data

import (
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/edtf"
)

func TestStagesStandInTheOrderOfTheirDates(t *testing.T) {
	stage := func(id, date string) Stage {
		s := Stage{Stage: id}
		if date != "" {
			s.Date = edtf.MustParse(date)
		}
		return s
	}
	for name, c := range map[string]struct{ stages, want []string }{
		"by date, not as written":           {[]string{"tried 2015", "detained 2014"}, []string{"detained", "tried"}},
		"a tie goes by the table":           {[]string{"sentenced 2015", "tried 2015"}, []string{"tried", "sentenced"}},
		"undated stand where the table has": {[]string{"charged", "sentenced 2016", "detained 2014"}, []string{"detained", "charged", "sentenced"}},
		"before a date goes by that date":   {[]string{"faces-indictment [..2018-04-19]", "detained 2016-11-17"}, []string{"detained", "faces-indictment"}},
		"all undated go by the table":       {[]string{"released", "detained"}, []string{"detained", "released"}},
	} {
		e := Entity{ID: "c", Kind: "case", Name: "C"}
		for _, s := range c.stages {
			id, date, _ := strings.Cut(s, " ")
			e.Stages = append(e.Stages, stage(id, date))
		}
		var got []string
		for _, s := range NewIndex(&Dataset{Entities: []Entity{e}}).Stages("c") {
			got = append(got, s.Stage)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestAThingWithoutADateSpansItsStages(t *testing.T) {
	e := Entity{ID: "l", Kind: "law", Name: "Law", Stages: []Stage{
		{Stage: "in-force", Date: edtf.MustParse("2017-06")}, {Stage: "proposed", Date: edtf.MustParse("2015")},
	}}
	x := NewIndex(&Dataset{Entities: []Entity{e}})
	law, _ := x.Thing("l")
	if !law.Derived || law.Date.String() != "2015/2017-06" {
		t.Errorf("law is dated %q, derived %v; want 2015/2017-06, derived", law.Date, law.Derived)
	}
	inForce, ok := x.Thing("l/in-force")
	if !ok || inForce.Kind != "event" || inForce.Owner != "l" || inForce.Short != "Law: in force" {
		t.Errorf("the stage is %+v", inForce)
	}
	if of := x.Of("l/in-force"); len(of) != 1 || of[0].Predicate != StageOf || of[0].To != "l" {
		t.Errorf("the stage is joined by %+v; want one stage_of", of)
	}
}

// TestACaseIsToldFromItsPerson: both stood on the charts under the same name.
func TestACaseIsToldFromItsPerson(t *testing.T) {
	x := NewIndex(&Dataset{Kinds: BuiltinKinds, Entities: []Entity{
		{ID: "case-li", Kind: "case", Name: "Case of Li", Short: "Li"},
		{ID: "case-wu", Kind: "case", Name: "Case of Wu", Short: "Wu"},
		{ID: "li", Kind: "person", Name: "Li"},
	}})
	for id, want := range map[EntityID]string{"case-li": "Li, case", "case-wu": "Wu", "li": "Li"} {
		if thing, _ := x.Thing(id); x.Label(thing) != want {
			t.Errorf("%s is called %q, want %q", id, x.Label(thing), want)
		}
	}
}

// TestADerivedDateHidesNoStage: the cases of two people held since November 2016
// were dated "before 20 April 2018", by the report of their indictment.
func TestADerivedDateHidesNoStage(t *testing.T) {
	for _, c := range []struct {
		stages []string
		want   string
	}{
		{[]string{"2016-11-28", "[..2018-04-19]"}, ""},
		{[]string{"[..2018-04-19]", "[2016-11-28..2016-12-16]"}, ""},
		{[]string{"[..2015-09-22]", "2017-06/.."}, ""},
		{[]string{"[2016..]", "2018"}, ""},
		{[]string{"[..2016-11-16]", "[..2016-11-16]"}, "[..2016-11-16]"},
		{[]string{"[..2017-12-08]", "2018-04"}, "/2018-04"},
		{[]string{"2015", "2015-07"}, "2015"},
		{[]string{"2015", "2017-06"}, "2015/2017-06"},
	} {
		e := Entity{ID: "a", Kind: "case", Name: "A"}
		for i, s := range c.stages {
			e.Stages = append(e.Stages, Stage{Stage: CaseStages[i].ID, Date: edtf.MustParse(s)})
		}
		a, _ := NewIndex(&Dataset{Entities: []Entity{e}}).Thing("a")
		if a.Date.String() != c.want || a.Derived != (c.want != "") {
			t.Errorf("%q: dated %q, derived %v; want %q", c.stages, a.Date, a.Derived, c.want)
		}
	}
}
