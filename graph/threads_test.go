package graph

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

var someDates = []string{
	"", "", "2014", "2015", "2015-06", "2016", "2016-03-01", "2016-03-02", "2017", "2017-06", "2018?", "2016~", "2015/2017",
	"2016/..", "../2016", "2015/", "/2016", "[2015..2017]", "[..2016]", "[2016..]", "2016?/2018", "{2015,2017}", "2016-03-01T12:00:00Z", "2016-03-01T12:00:00Z", "2016-03-01T12:00:00Z", "2016-03-01/2016-03-02",
}

// anyDataset draws a small world of laws, agencies, events, charges, people and
// cases with stages and relations of all sorts, whatever their sense.
func anyDataset(t *rapid.T) *data.Dataset {
	ds := &data.Dataset{Predicates: data.BuiltinPredicates}
	date := func() edtf.Date {
		s := rapid.SampledFrom(someDates).Draw(t, "date")
		if s == "" {
			return edtf.Date{}
		}
		return edtf.MustParse(s)
	}
	status := rapid.SampledFrom([]data.Status{"", data.Stated, data.Stated, data.Possible, data.Inferred, data.Disputed})
	ids := []data.EntityID{}
	for i := range rapid.IntRange(2, 7).Draw(t, "entities") {
		kind := rapid.SampledFrom([]data.KindID{"law", "law", "agency", "event", "charge", "person", "case", "case"}).Draw(t, "kind")
		e := data.Entity{ID: data.EntityID(fmt.Sprintf("%s%d", kind, i)), Kind: kind, Name: "x", Date: date()}
		ids = append(ids, e.ID)
		stages := map[data.KindID][]string{
			"law":  {"drafted", "proposed", "issued", "passed", "in-force", "amended", "repealed"},
			"case": {"detained", "charged", "sentenced", "released"},
		}[kind]
		for _, s := range stages {
			if rapid.IntRange(0, 2).Draw(t, "has "+s) == 0 {
				e.Stages = append(e.Stages, data.Stage{Stage: s, Date: date(), Status: status.Draw(t, "status")})
				ids = append(ids, data.StageID(e.ID, s))
			}
		}
		ds.Entities = append(ds.Entities, e)
	}
	predicates := []data.PredicateID{
		"enforces", "charged_under", "implements", "led_to", "led_to", "led_to", "targets", "detained", "enacted",
		"amends", "criticised", "subject", "charged_with", "authorises", "prohibits", "defined_in", "repeals",
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "relations") {
		ds.Relations = append(ds.Relations, data.Relation{
			ID: data.RelationID(fmt.Sprintf("r%02d", i)), Date: date(), Status: status.Draw(t, "status"),
			From: rapid.SampledFrom(ids).Draw(t, "from"), To: rapid.SampledFrom(ids).Draw(t, "to"),
			Predicate: rapid.SampledFrom(predicates).Draw(t, "predicate"),
		})
	}
	return ds
}

// checkMany draws three thousand worlds, unless the command line asks for
// another number.
func checkMany(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue && !testing.Short() {
		if err := flag.Set("rapid.checks", "3000"); err != nil {
			t.Fatal(err)
		}
		defer flag.Set("rapid.checks", checks.DefValue)
	}
	rapid.Check(t, property)
}

func anyPair(t *rapid.T, x *data.Index) (from, to data.EntityID) {
	things := x.Things()
	pick := rapid.IntRange(0, len(things)-1)
	return things[pick.Draw(t, "from")].ID, things[pick.Draw(t, "to")].ID
}

func sameSteps(t Thread, b bruteThread) bool {
	return slices.EqualFunc(t.Steps, b.steps, func(s Step, u bruteStep) bool {
		return s.From == u.from && s.To == u.to && s.Relation == u.relation
	})
}

func TestThreadsAgreeWithTryingEveryChain(t *testing.T) {
	checkMany(t, func(t *rapid.T) {
		x := data.NewIndex(anyDataset(t))
		from, to := anyPair(t, x)
		o := ThreadOptions{Hops: rapid.IntRange(1, 6).Draw(t, "hops"), Count: rapid.IntRange(1, 12).Draw(t, "count")}
		got := NewTracer(x).Threads(from, to, o)
		all := bruteThreads(x, from, to, o.Hops)
		broken := slices.IndexFunc(all, func(b bruteThread) bool { return b.breaks > 0 })
		want := all
		if broken >= 0 {
			want = all[:broken]
		}
		if more := len(want) > o.Count; more != got.More || got.Exhausted {
			t.Fatalf("more: %v, want %v; exhausted: %v", got.More, more, got.Exhausted)
		}
		want = want[:min(len(want), o.Count)]
		if len(got.Threads) != len(want) {
			t.Fatalf("%d threads, want %d", len(got.Threads), len(want))
		}
		for i, thread := range got.Threads {
			compareThread(t, thread, want[i])
		}
		beyond := o.Hops + 1
		if len(want) == 0 {
			beyond = 16 // then any longer one counts
		}
		longer := slices.ContainsFunc(bruteThreads(x, from, to, beyond), func(b bruteThread) bool {
			return b.breaks == 0 && len(b.steps) > o.Hops
		})
		if !got.More && got.Longer != longer {
			t.Fatalf("longer: %v, want %v", got.Longer, longer)
		}
		switch {
		case len(want) > 0 || longer || broken < 0:
			if got.Impossible != nil {
				t.Fatalf("an impossible thread is listed: %+v", got.Impossible)
			}
		case got.Impossible == nil:
			t.Fatalf("no impossible thread, want %+v", all[broken])
		default:
			compareThread(t, *got.Impossible, all[broken])
		}
	})
}

func compareThread(t *rapid.T, got Thread, want bruteThread) {
	t.Helper()
	if !sameSteps(got, want) {
		t.Fatalf("got %+v\nwant %+v", got, want)
	}
	if got.Time != want.time || rankOf(got.Status) != want.status || len(got.Breaks) != want.breaks {
		t.Fatalf("%s: %s, %s, %d breaks; want %s, status %d, %d breaks", got.ID(), got.Time, got.Status, len(got.Breaks), want.time, want.status, want.breaks)
	}
}

func TestReachAgreesWithTryingEveryChain(t *testing.T) {
	checkMany(t, func(t *rapid.T) {
		x := data.NewIndex(anyDataset(t))
		from, _ := anyPair(t, x)
		tracer := NewTracer(x)
		got := map[data.EntityID]Reached{}
		for _, r := range tracer.Reach(from) {
			got[r.ID] = r
		}
		for _, thing := range x.Things() {
			want, ok := earliest(x, from, thing.ID)
			r, found := got[thing.ID]
			if found != ok {
				t.Fatalf("%s reaches %s: %v, want %v", from, thing.ID, found, ok)
			}
			if ok && (r.Arrival == nil) != (want == nil) || ok && want != nil && r.Arrival.Compare(*want) != 0 {
				t.Fatalf("%s reaches %s at %v, want %v", from, thing.ID, r.Arrival, want)
			}
		}
	})
}

// earliest goes through all threads that end at exactly one mark.
func earliest(x *data.Index, from, to data.EntityID) (*edtf.Instant, bool) {
	start, _ := x.Thing(from)
	b := &brute{x: x, from: start, goals: map[data.EntityID]bool{to: true}, hops: 16}
	if from == to {
		return nil, false
	}
	b.walk(from, nil)
	var first *edtf.Instant
	any := false
	for _, thread := range b.found {
		if thread.breaks > 0 {
			continue
		}
		at := b.arrival(thread)
		if !any || at == nil || first != nil && at.Before(*first) {
			first = at
		}
		any = true
	}
	return first, any
}

func (b *brute) arrival(thread bruteThread) *edtf.Instant {
	var latest *edtf.Instant
	dates := []edtf.Date{}
	if !b.from.Derived {
		dates = append(dates, b.from.Date)
	}
	for _, s := range thread.steps {
		dates = append(dates, s.floor, s.date)
	}
	for _, d := range dates {
		if d.IsZero() || edtf.Precedes(d, edtf.MustParse("0001")) != edtf.Impossible {
			continue
		}
		if at := d.Start().Earliest; latest == nil || latest.Before(*at) {
			latest = at
		}
	}
	return latest
}

func TestOriginsLeadToTheirGoal(t *testing.T) {
	checkMany(t, func(t *rapid.T) {
		x := data.NewIndex(anyDataset(t))
		_, to := anyPair(t, x)
		got := NewTracer(x).Origins(to)
		for _, thing := range x.Things() {
			if thing.IsStage() || thing.Kind != "law" {
				continue
			}
			leads := slices.ContainsFunc(bruteThreads(x, thing.ID, to, 16), func(b bruteThread) bool { return b.breaks == 0 })
			if listed := slices.Contains(got.Laws, thing.ID); listed != leads {
				t.Fatalf("law %s is an origin of %s: %v, want %v", thing.ID, to, listed, leads)
			}
		}
		for _, id := range got.Without {
			if len(bruteThreads(x, id, to, 16)) == 0 {
				t.Fatalf("%s is called an origin of %s and leads nowhere", id, to)
			}
		}
	})
}

func TestWhyNotAgreesWithTryingEveryChain(t *testing.T) {
	checkMany(t, func(t *rapid.T) {
		x := data.NewIndex(anyDataset(t))
		from, to := anyPair(t, x)
		if bruteGoals(x, to)[from] {
			return
		}
		got := NewTracer(x).WhyNot(from, to, ThreadOptions{Hops: 2})
		all := bruteThreads(x, from, to, 16)
		want := NoConnection
		switch shortest := shortestOf(all); {
		case shortest > 0 && shortest <= 2:
			want = HasThread
		case shortest > 2:
			want = TooFar
		case len(all) > 0:
			want = Broken
		case joined(x, from, to):
			want = NotCarrying
		}
		if got.Reason != want {
			t.Fatalf("%s to %s: %s, want %s", from, to, got.Reason, want)
		}
		if want == Broken && (got.Thread == nil || len(got.Thread.Breaks) != all[0].breaks) {
			t.Fatalf("broken thread %+v, want %+v", got.Thread, all[0])
		}
	})
}

func shortestOf(all []bruteThread) int {
	shortest := 0
	for _, b := range all {
		if b.breaks == 0 && (shortest == 0 || len(b.steps) < shortest) {
			shortest = len(b.steps)
		}
	}
	return shortest
}

func joined(x *data.Index, from, to data.EntityID) bool {
	n := New(x, Options{Stages: true})
	parts := n.Components()
	start, _ := n.Node(from)
	for g := range bruteGoals(x, to) {
		if v, _ := n.Node(g); parts.Of[v] == parts.Of[start] {
			return true
		}
	}
	return false
}
