package chart

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
	"github.com/redthread/redthread/timeline"
)

// backwards lists where the red line would run to an earlier day although what
// it comes to goes on until later.
func backwards(s *threadScene, told threadList) []string {
	var found []string
	for _, t := range told.Threads {
		now, came := 0.0, false
		for k, step := range t.Steps {
			c := s.curve[step.Tie]
			for _, p := range []struct {
				mark int
				day  float64
			}{{c.from, c.leave}, {c.to, c.end}} {
				_, last := s.stepBounds(&t.Steps[k])
				if came && s.marks[p.mark].Aside == 0 && p.day < now && min(now, s.lastDrawn(p.mark), last) > p.day {
					found = append(found, fmt.Sprintf("%s, step %d: back from day %v to %v at %s", t.ID, k+1, now, p.day, s.marks[p.mark].ID))
				}
				if s.marks[p.mark].Aside == 0 {
					now, came = max(now, p.day), true
				}
			}
		}
	}
	return found
}

// tooEarly lists numbered marks left of the thread's arrival, by the dates alone:
// a thing that goes on until later must be met later.
func tooEarly(x *data.Index, s *threadScene, told threadList) []string {
	var found []string
	for _, t := range told.Threads {
		arrival := startOf(x, t.Steps[0].From)
		for k, step := range t.Steps {
			r, ok := x.Relation(step.relationID())
			date := r.Date
			if !ok {
				thing, _ := x.Thing(step.To)
				date = thing.Date
			}
			if start := date.Start().Earliest; start != nil && !date.Uncertain() && !date.Approximate() {
				arrival = max(arrival, start.Days())
			}
			c := s.curve[step.Tie]
			_, last := s.stepBounds(&t.Steps[k])
			if m := s.marks[c.to]; m.Aside == 0 && !m.NoDate && c.end < min(arrival, s.lastDrawn(c.to), last) {
				found = append(found, fmt.Sprintf("%s, step %d: at %s on day %v, before its arrival on %v", t.ID, k+1, m.ID, c.end, arrival))
			}
		}
	}
	return found
}

func startOf(x *data.Index, id data.EntityID) float64 {
	thing, _ := x.Thing(id)
	if start := thing.Date.Start().Earliest; start != nil && !thing.Derived && !thing.Date.Uncertain() && !thing.Date.Approximate() {
		return start.Days()
	}
	return -1e9
}

func sceneOf(x *data.Index) (*threadScene, threadList) {
	told := tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults())
	return newThreadScene(x, told), told
}

func TestTheRedThreadNeverRunsBackInTime(t *testing.T) {
	for name, x := range map[string]*data.Index{"small": threadIndex(), "bundled": bundledIndex(t), "bars": barsIndex()} {
		s, told := sceneOf(x)
		if len(told.Threads) == 0 {
			t.Errorf("%s: no thread", name)
		}
		for _, words := range slices.Concat(backwards(s, told), tooEarly(x, s, told)) {
			t.Errorf("%s: %s", name, words)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := randomThreads(t)
		s, told := sceneOf(x)
		for _, words := range slices.Concat(backwards(s, told), tooEarly(x, s, told)) {
			t.Error(words)
		}
	})
}

// barsIndex has things that last for years, which laws of other years reach one
// after the other.
func barsIndex() *data.Index {
	date := edtf.MustParse
	return data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "early", Kind: "law", Name: "Early Law", Date: date("2003")},
			{ID: "late", Kind: "law", Name: "Late Law", Date: date("2017-06-01")},
			{ID: "agency", Kind: "agency", Name: "Agency", Date: date("2001/2020")},
			{ID: "action", Kind: "event", Name: "Action", Date: date("2015/2019")},
			{ID: "case", Kind: "case", Name: "Case", Date: date("2016-04~/2018-04-19")},
			{ID: "staged", Kind: "case", Name: "Staged", Stages: []data.Stage{{Stage: "detained", Date: date("2016-11")}, {Stage: "tried", Date: date("2018-02")}}},
		},
		Relations: []data.Relation{
			{ID: "a", From: "early", Predicate: "led_to", To: "agency"}, {ID: "b", From: "late", Predicate: "led_to", To: "agency"},
			{ID: "c", From: "agency", Predicate: "led_to", To: "action"}, {ID: "d", From: "action", Predicate: "led_to", To: "case"},
			{ID: "e", From: "action", Predicate: "led_to", To: "staged"},
		},
	})
}

func TestEachThreadMeetsABarWhereItHasCome(t *testing.T) {
	s, told := sceneOf(barsIndex())
	ends := map[string]float64{}
	for _, t := range told.Threads {
		ends[string(t.From+" "+t.To)] = s.curve[t.Steps[len(t.Steps)-1].Tie].end
	}
	june := 17318.0 // 2017-06-01
	for pair, want := range map[string]float64{"early case": 16907, "late case": june, "late staged": june} {
		if got := ends[pair]; got < want-1 || got > want+31 {
			t.Errorf("the thread from %s ends on day %v, want %v or soon after", pair, got, want)
		}
	}
}

func TestABarThatBeganBeforeTheLawIsMetWhenTheLawIsInForce(t *testing.T) {
	x := bundledIndex(t)
	s, told := sceneOf(x)
	law, _ := x.Thing("cyber-security-law/in-force")
	for _, thread := range told.Threads {
		if thread.From != "cyber-security-law" || thread.To != "case-citizen-journalists" {
			continue
		}
		c := s.curve[thread.Steps[len(thread.Steps)-1].Tie]
		if bar := s.marks[c.to]; c.end < law.Date.Start().Earliest.Days() || c.end > bar.To || bar.At > c.end {
			t.Errorf("it arrives on day %v in a bar from %v to %v", c.end, bar.From, bar.To)
		}
		if !thread.Begun || thread.Before == nil || thread.Before.Text != "about April 2016" {
			t.Errorf("that it had begun before is told as %v, %+v", thread.Begun, thread.Before)
		}
		return
	}
	t.Error("there is no such thread")
}

func TestWhatNothingDatesHasNoAxis(t *testing.T) {
	x := data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities:  []data.Entity{{ID: "a", Kind: "law", Name: "A"}, {ID: "b", Kind: "case", Name: "B"}},
		Relations: []data.Relation{{ID: "r", From: "a", Predicate: "led_to", To: "b", Date: edtf.MustParse("2015")}},
	})
	if _, err := Threads(x, graph.NewTracer(x), ThreadsOptions{}); err != nil {
		t.Error(err) // once the place was no number
	}
	if s, _ := sceneOf(x); s.marks[0].Aside == 0 || s.marks[1].Aside == 0 {
		t.Error("a thing stands on an axis that there is not")
	}
}

// A curve that leaves a thing with stages once left it at its first stage,
// whatever its own date: a protest of 2018 against a bill of 2015 seemed to begin
// in 2015.
func TestACurveLeavesARowOfStagesAtItsDate(t *testing.T) {
	date := edtf.MustParse
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Entities: []data.Entity{
		{ID: "law", Kind: "law", Name: "Law", Stages: []data.Stage{{Stage: "proposed", Date: date("2015")}, {Stage: "amended", Date: date("2019")}}},
		{ID: "protest", Kind: "event", Name: "Protest", Date: date("2018-01")},
		{ID: "late", Kind: "event", Name: "Late protest", Date: date("2021-01")},
		{ID: "case", Kind: "case", Name: "Case", Date: date("2021-02")},
	}, Relations: []data.Relation{
		{ID: "a", From: "law", Predicate: "led_to", To: "protest", Date: date("2018-01")},
		{ID: "b", From: "law", Predicate: "led_to", To: "late", Date: date("2021-01")},
		{ID: "c", From: "protest", Predicate: "led_to", To: "case", Date: date("2021-02")},
		{ID: "d", From: "late", Predicate: "led_to", To: "case", Date: date("2021-02")},
	}}
	x := data.NewIndex(ds)
	told := tellThreads(x, graph.NewTracer(x), ThreadsOptions{}.withDefaults())
	s := newThreadScene(x, told)
	day, _ := timeline.At(date("2018-01"))
	for _, thread := range told.Threads {
		first := date("2015").Start().Earliest.Days()
		if thread.Span == nil || thread.Span.From == nil || *thread.Span.From != first || !thread.Span.Years {
			t.Errorf("%s: the span %v does not begin with what is told of the first disc, on day %v", thread.ID, thread.Span, first)
		}
	}
	for _, c := range s.curve {
		switch c.relation {
		case "a":
			if c.leave != day {
				t.Errorf("the curve of January 2018 leaves on day %v, want %v", c.leave, day)
			}
		case "b":
			if last := s.lastDrawn(s.at["law"]); c.leave != last {
				t.Errorf("what is later than all that is drawn leaves on day %v, want the last drawn, %v", c.leave, last)
			}
		}
	}
}
