package timeline

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

func thing(id, date string) data.Entity {
	e := data.Entity{ID: data.EntityID(id), Kind: "event", Name: id}
	if date != "" {
		e.Date = edtf.MustParse(date)
	}
	return e
}

func index(entities ...data.Entity) *data.Index {
	return data.NewIndex(&data.Dataset{Kinds: data.BuiltinKinds, Entities: entities})
}

// day is the number of a day, counted by EDTF itself.
func day(date string) float64 { return math.Floor(edtf.MustParse(date).Start().Earliest.Days()) }

func TestAMarkStandsInTheMiddleOfWhatIsKnownOfTheStart(t *testing.T) {
	for _, c := range []struct {
		date             string
		from, to         float64
		at               float64
		flags            Flag
		fadeLeft, fadeRt bool
	}{
		{"2016-11-07", day("2016-11-07"), day("2016-11-08"), day("2016-11-07") + 0.5, 0, false, false},
		{"2016", day("2016"), day("2017"), day("2016") + 183, 0, false, false},
		{"[2016-11-07..2016-11-13]", day("2016-11-07"), day("2016-11-14"), day("2016-11-10") + 0.5, OneOf, false, false},
		{"[..2017-12-08]", day("2017-12-09"), day("2017-12-09"), day("2017-12-09"), OneOf, true, false},
		{"[2016-11-07..]", day("2016-11-07"), day("2016-11-07"), day("2016-11-07"), OneOf, false, true},
		{"2014-01/2014-03", day("2014-01-01"), day("2014-04-01"), day("2014-01-16") + 0.5, Span, false, false},
		{"2014-01-05/..", day("2014-01-05"), day("2014-01-06"), day("2014-01-05") + 0.5, Span | Open, false, true},
		{"2014-01-05/", day("2014-01-05"), day("2014-01-06"), day("2014-01-05") + 0.5, Span | Unknown, false, true},
		{"2016?", day("2016"), day("2017"), day("2016") + 183, Uncertain, false, false},
		{"2016~", day("2015"), day("2018"), day("2016") + 183, Approximate, false, false},
	} {
		x := index(thing("a", c.date))
		it, ok := newItem(x, x.Things()[0])
		if !ok {
			t.Errorf("%s has no place", c.date)
			continue
		}
		got := []any{it.From, it.To, it.At, it.Flags, it.FadesLeft(), it.FadesRight()}
		want := []any{c.from, c.to, c.at, c.flags, c.fadeLeft, c.fadeRt}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: from, to, at, flags, fades are\n %v, want\n %v", c.date, got, want)
		}
	}
}

func TestWhatHasNoDateStandsInTheTrayByKind(t *testing.T) {
	law := thing("z-law", "")
	law.Kind = "law"
	tl := New(index(thing("a-event", ""), law, thing("dated", "2015")), Options{})
	if want := []data.EntityID{"z-law", "a-event"}; !slices.Equal(tl.Tray, want) || len(tl.Items) != 1 {
		t.Errorf("tray %v and %d items", tl.Tray, len(tl.Items))
	}
}

func TestALawWithoutADateSpansItsStages(t *testing.T) {
	law := thing("law", "")
	law.Kind = "law"
	law.Stages = []data.Stage{
		{Stage: "proposed", Date: edtf.MustParse("[..2015-09-22]")}, {Stage: "passed"},
		{Stage: "in-force", Date: edtf.MustParse("2017-06-01/..")},
	}
	tl := New(index(law), Options{})
	if len(tl.Items) != 3 || len(tl.Tray) != 1 || tl.Tray[0] != "law/passed" {
		t.Fatalf("%d items, tray %v", len(tl.Items), tl.Tray)
	}
	owner := tl.Items[slices.IndexFunc(tl.Items, func(i Item) bool { return i.ID == "law" })]
	if owner.At != day("2015-09-23") || !owner.Has(Derived) || owner.FadesLeft() || len(owner.Stages) != 2 {
		t.Errorf("the law is %+v", owner)
	}
	if n := sum(tl.Density); n != 1 {
		t.Errorf("density counts %d things; stages are not events", n)
	}
}

func sum(list []int) (n int) {
	for _, v := range list {
		n += v
	}
	return n
}

func TestALongEmptyStretchIsBroken(t *testing.T) {
	tl := New(index(thing("a", "1989-06-04"), thing("b", "2014-03-01"), thing("c", "2015-03-01"), thing("d", "2018-04-19")), Options{})
	if len(tl.Scale.Breaks) != 1 {
		t.Fatalf("breaks %v", tl.Scale.Breaks)
	}
	s := tl.Scale
	gap := s.Units(day("2014-03-01")) - s.Units(day("1989-06-05"))
	if gap > s.Length()*0.15 {
		t.Errorf("25 empty years take %.0f of %.0f", gap, s.Length())
	}
	if got := s.Units(day("2016-03-01")) - s.Units(day("2015-03-01")); got != 366 {
		t.Errorf("a leap year elsewhere takes %v units", got)
	}
	even := New(index(thing("a", "2014"), thing("b", "2015"), thing("c", "2016"), thing("d", "2018")), Options{})
	if len(even.Scale.Breaks) != 0 {
		t.Errorf("dates that are spread have breaks %v", even.Scale.Breaks)
	}
}

func TestLevelsStayFewFromOneDayToBillionsOfYears(t *testing.T) {
	for _, dates := range [][2]string{{"2015-06-01", "2015-06-01"}, {"2014", "2018"}, {"-5000", "2018"}, {"Y-4500000000", "2018"}} {
		tl := New(index(thing("a", dates[0]), thing("b", dates[1])), Options{})
		if n := len(tl.Levels); n == 0 || n > mostLevels {
			t.Errorf("%v: %d levels", dates, n)
		}
		if !slices.IsSorted(tl.Levels) || tl.Levels[len(tl.Levels)-1] < deepest {
			t.Errorf("%v: levels %v do not reach days", dates, tl.Levels)
		}
		if got := tl.Levels[0] * tl.Scale.Length(); math.Abs(got-300) > 1e-6 {
			t.Errorf("%v: the first level is %v pixels across", dates, got)
		}
	}
}

func TestAnEventStandsInTheLaneOfEachWhoTookPart(t *testing.T) {
	people := []data.Entity{{ID: "xi", Kind: "person", Name: "Xi"}, {ID: "cook", Kind: "person", Name: "Cook"}}
	events := []data.Entity{thing("first", "2014-11"), thing("fourth", "2017-12"), thing("alone", "2016")}
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Entities: append(people, events...)}
	for _, r := range [][2]data.EntityID{{"xi", "first"}, {"xi", "fourth"}, {"cook", "fourth"}, {"cook", "first"}} {
		ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(r[0] + "-" + r[1]), From: r[0], To: r[1], Predicate: "attended"})
	}
	tl := New(data.NewIndex(ds), Options{})
	var got []string
	for _, l := range tl.Groupings[1].Lanes {
		for _, m := range l.Members {
			got = append(got, l.Title+": "+string(tl.Items[m].ID))
		}
	}
	want := []string{"Cook: first", "Cook: fourth", "Xi: first", "Xi: fourth", "Other things: alone"}
	if !slices.Equal(got, want) {
		t.Errorf("lanes %q, want %q", got, want)
	}
}

func TestACaseIsToldFromThePersonOfTheSameName(t *testing.T) {
	person, trial := thing("ilham", "1969"), thing("case-ilham", "2014-09-23")
	person.Kind, person.Name = "person", "Ilham Tohti"
	trial.Kind, trial.Name = "case", "Ilham Tohti"
	tl := New(index(person, trial), Options{})
	labels := map[data.EntityID]string{}
	for _, it := range tl.Items {
		labels[it.ID] = it.Label
	}
	if labels["ilham"] != "Ilham Tohti" || labels["case-ilham"] != "Ilham Tohti, case" {
		t.Errorf("the labels are %q", labels)
	}
	deepest := tl.Groupings[0].Layouts[0][len(tl.Levels)-1]
	for i, item := range itemsOf(tl, tl.Groupings[0]) {
		if need := TextWidth(tl.Items[item].Label); deepest.Places[i].Width < need {
			t.Errorf("%q needs %.0f pixels and has %.0f", tl.Items[item].Label, need, deepest.Places[i].Width)
		}
	}
}

func TestErasAreCutToTheTimeline(t *testing.T) {
	ds := index(thing("a", "2014-01-01"), thing("b", "2018-01-01")).Dataset
	ds.Eras = []data.Era{{ID: "in", Label: "in", Date: edtf.MustParse("2013/..")}, {ID: "out", Date: edtf.MustParse("1900/1910")}, {ID: "none"}}
	tl := New(data.NewIndex(ds), Options{})
	if len(tl.Eras) != 1 || tl.Eras[0].From != tl.Scale.Lo || tl.Eras[0].To != tl.Scale.Hi {
		t.Errorf("eras %+v on %+v", tl.Eras, tl.Scale)
	}
}

func TestTheNumberOfProcessorsChangesNothing(t *testing.T) {
	x := crowd(200)
	before := runtime.GOMAXPROCS(1)
	one := New(x, Options{})
	runtime.GOMAXPROCS(8)
	eight := New(x, Options{})
	runtime.GOMAXPROCS(before)
	if !reflect.DeepEqual(one, eight) {
		t.Error("one processor and eight lay out differently")
	}
}

func TestWideLettersCountAsWide(t *testing.T) {
	if narrow, wide := TextWidth("illi"), TextWidth("公安机关"); narrow > 20 || wide != 52 {
		t.Errorf("widths %v and %v", narrow, wide)
	}
	if TextWidth("e\u0301\u202e") != TextWidth("e") {
		t.Error("marks and controls of direction take no room of their own")
	}
}

func ExampleNew() {
	x := data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds,
		Entities: []data.Entity{
			{ID: "notice", Kind: "law", Name: "VPN notice", Date: edtf.MustParse("2017-01")},
			{ID: "crackdown", Kind: "event", Name: "Crackdown", Date: edtf.MustParse("2017-01/2018-03")},
			{ID: "idea", Kind: "concept", Name: "Cyber sovereignty"},
		},
	})
	t := New(x, Options{})
	for _, lane := range t.Groupings[0].Lanes {
		fmt.Println(lane.Title, len(lane.Members))
	}
	fmt.Println("no date:", t.Tray)
	// Output:
	// Laws and rules 1
	// Events 1
	// no date: [idea]
}

func TestWhereNothingIsDatedThereIsNoScale(t *testing.T) {
	tl := New(index(thing("a", ""), thing("b", "")), Options{})
	if tl.Scale.Lo != 0 || tl.Scale.Hi != 0 || len(tl.Levels) != 1 || tl.Levels[0] != 1 || len(tl.Tray) != 2 {
		t.Errorf("scale %v, levels %v, tray %v", tl.Scale, tl.Levels, tl.Tray)
	}
}

func TestAShortSpanIsLaidOutForAWideScreenToo(t *testing.T) {
	for _, dates := range [][2]string{{"2016-11-07", "2016-11-07"}, {"2016-11-07", "2016-11-13"}, {"2016-11-07T10:00:00Z", "2016-11-07T11:00:00Z"}} {
		tl := New(index(thing("Something happened twice", dates[0]), thing("b", dates[1])), Options{})
		if across := tl.Levels[len(tl.Levels)-1] * tl.Scale.Length(); across < wideScreen {
			t.Errorf("%v: the last level is %.0f pixels across", dates, across)
		}
		for _, p := range tl.Groupings[0].Layouts[0][len(tl.Levels)-1].Places {
			if p.Side == NoLabel || p.Width > 20 && p.Width < fours(TextWidth("Something happened twice")) {
				t.Errorf("%v: a name is cut to %v", dates, p.Width)
			}
		}
	}
}

func TestTheNewestThingIsNamedThoughAStageComesBeforeIt(t *testing.T) {
	law := thing("Inspection rules (draft)", "2018-04-04")
	law.Kind = "law"
	law.Stages = []data.Stage{{Stage: "draft-published", Date: edtf.MustParse("2018-03-30")}}
	tl := New(index(thing("a", "2014-01-01"), thing("b", "2015-06-01"), thing("c", "2016-09-01"), law), Options{})
	for level, l := range tl.Groupings[0].Layouts[0] {
		i := slices.IndexFunc(l.Places, func(p Place) bool { return p.Width > 40 })
		if i < 0 {
			t.Errorf("level %d: the law at the end of the axis has no name: %v", level, l.Places)
		}
	}
}
