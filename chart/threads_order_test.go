package chart

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// disordered lists the marks without a day that stand later than what they lead
// to, and those that stand earlier than what leads to them although there is room.
func disordered(s *threadScene, told threadList) []string {
	latest := map[int]float64{} // before all that a mark leads to, drawn as late as it can be
	each := func(see func(t *thread, k, a, b int, c tie)) {
		for i := range told.Threads {
			t := &told.Threads[i]
			for k := range t.Steps {
				c := s.curve[t.Steps[k].Tie]
				if s.marks[c.from].Aside == 0 && s.marks[c.to].Aside == 0 {
					see(t, k, c.from, c.to, c)
				}
			}
		}
	}
	room := func(i int) float64 {
		day, ok := latest[i]
		if !ok {
			day = math.Inf(1)
		}
		if !s.marks[i].NoDate {
			day = min(day, s.marks[i].To)
		}
		return day
	}
	for range s.marks {
		each(func(t *thread, k, a, b int, c tie) {
			_, last := s.stepBounds(&t.Steps[k])
			day := max(c.end, min(last, s.lastDrawn(b)))
			if s.loose(b) {
				day = room(b)
			}
			if old, ok := latest[a]; !ok || day < old {
				latest[a] = day
			}
		})
	}
	var found []string
	each(func(t *thread, k, a, b int, c tie) {
		if s.loose(a) && c.leave > c.end {
			found = append(found, fmt.Sprintf("%s, step %d: %s stands at day %v, what it leads to at %v", t.ID, k+1, s.marks[a].ID, c.leave, c.end))
		}
		if s.loose(b) && c.leave > c.end && c.leave <= room(b) {
			found = append(found, fmt.Sprintf("%s, step %d: %s stands at day %v, before what leads to it on %v", t.ID, k+1, s.marks[b].ID, c.end, c.leave))
		}
	})
	return found
}

// bendsBack lists the curves that go another way than from their beginning to
// their end, or past it and back.
func bendsBack(p *plan) []string {
	var found []string
	for c, w := range p.ways {
		way := 1.0
		if w.x2 < w.x1 {
			way = -1
		}
		points := pointsAlong(w)
		for k, at := range points {
			if k > 0 && (at[0]-points[k-1][0])*way < -1e-6 || (at[0]-w.x1)*way < -1e-6 || (w.x2-at[0])*way < -1e-6 {
				found = append(found, fmt.Sprintf("%s to %s from %v to %v bends back at %v", p.marks[p.curve[c].from].ID, p.marks[p.curve[c].to].ID, w.x1, w.x2, at))
				break
			}
		}
	}
	return found
}

func TestWhatHasNoDayStandsBeforeWhatItLeadsTo(t *testing.T) {
	for name, x := range map[string]*data.Index{"small": threadIndex(), "bundled": bundledIndex(t), "bars": barsIndex()} {
		s, told := sceneOf(x)
		for _, words := range disordered(s, told) {
			t.Errorf("%s: %s", name, words)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, told := sceneOf(randomThreads(t))
		for _, words := range disordered(s, told) {
			t.Error(words)
		}
	})
}

// Charges of several cases once stood in the middle between them, measures "before
// November" at the end of October, and lines to earlier cases ran back in time.
func TestTheBundledThreadsOnceBentBackRunForward(t *testing.T) {
	x := bundledIndex(t)
	s, told := sceneOf(x)
	for _, pair := range [][2]data.EntityID{
		{"picking-quarrels", "case-pu-zhiqiang"}, {"inciting-ethnic-hatred", "case-pu-zhiqiang"}, {"picking-quarrels", "case-lu-yuyu-li-tingyu"},
		{"inciting-separatism", "case-druklo/sentenced"}, {"congress-measures", "case-liu-pengfei"},
	} {
		at := slices.IndexFunc(told.Threads, func(t thread) bool { return t.From == pair[0] && t.Steps[len(t.Steps)-1].To == pair[1] })
		if at < 0 {
			t.Errorf("no thread from %s to %s", pair[0], pair[1])
			continue
		}
		for _, step := range told.Threads[at].Steps {
			if c := s.curve[step.Tie]; c.leave > c.end {
				t.Errorf("%s: from day %v at %s back to %v at %s", told.Threads[at].ID, c.leave, step.From, c.end, step.To)
			}
		}
	}
}

func TestNoCurveBendsBack(t *testing.T) {
	s, _ := sceneOf(bundledIndex(t))
	for _, width := range append([]float64{320, 460, 640, 900}, ThreadsOptions{}.withDefaults().Widths...) {
		p := s.plan(width, true)
		p.improve()
		for _, words := range bendsBack(p) {
			t.Errorf("at %v pixels %s", width, words)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, _ := sceneOf(randomThreads(t))
		for _, width := range []float64{300, 700} {
			p := s.plan(width, true)
			p.improve()
			if found := bendsBack(p); len(found) > 0 {
				t.Fatalf("at %v pixels %s", width, found[0])
			}
			if p.crossings() > 0 {
				t.Fatalf("at %v pixels %d names under curves", width, p.crossings())
			}
		}
	})
}

// What a source dates only before a day can have come to it at any time before:
// it is met when the thread arrives, not on that last day.
func TestARelationDatedOnlyBeforeADayDecidesNothing(t *testing.T) {
	date := edtf.MustParse
	x := data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{
			{ID: "law", Kind: "law", Name: "Law", Date: date("2017-06-01")},
			{ID: "case", Kind: "case", Name: "Case", Date: date("2016-04~/2018-04-19")},
		},
		Relations: []data.Relation{{ID: "r", From: "law", Predicate: "led_to", To: "case", Date: date("[..2018-04-19]")}},
	})
	s, told := sceneOf(x)
	if c := s.curve[told.Threads[0].Steps[0].Tie]; math.Abs(c.end-17318) > 1 {
		t.Errorf("the bar is met on day %v, the law is of day 17318", c.end)
	}
}

// A case that had begun before the thread came to it counts from there, like one
// of which the thread meets a late stage.
func TestASpanIsThatOfTheLine(t *testing.T) {
	s, told := sceneOf(bundledIndex(t))
	for _, thread := range told.Threads {
		first, last := math.Inf(1), math.Inf(-1)
		for _, step := range thread.Steps {
			c := s.curve[step.Tie]
			if !s.marks[c.from].NoDate {
				first, last = min(first, c.leave), max(last, c.leave)
			}
			if !s.marks[c.to].NoDate {
				first, last = min(first, c.end), max(last, c.end)
			}
		}
		if thread.Span == nil {
			for _, step := range thread.Steps {
				if c := s.curve[step.Tie]; !s.marks[c.from].NoDate || !s.marks[c.to].NoDate {
					t.Errorf("%s has dates and no span", thread.ID)
				}
			}
			continue
		}
		from, to := thread.Span.From, thread.Span.To
		if from != nil && *from > first || to != nil && *to < last-1 {
			t.Errorf("%s: the line goes from day %v to %v, the list says %s", thread.ID, first, last, spanText(thread.Span))
		}
	}
}
