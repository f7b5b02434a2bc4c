package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// brute lists threads by trying every chain, straight from the rules and the
// index, sharing nothing with the tracer: dates are compared two by two.
type brute struct {
	x     *data.Index
	from  data.Thing
	goals map[data.EntityID]bool
	hops  int
	found []bruteThread
}

type bruteThread struct {
	steps  []bruteStep
	status int
	time   edtf.Order
	breaks int
}

type bruteStep struct {
	from, to data.EntityID
	relation data.RelationID
	status   data.Status
	date     edtf.Date // stated only
	repeals  []edtf.Date
	until    edtf.Date // of an undated step: the stated date of the stage, event or case it comes to
	floor    edtf.Date // before it begins, the law cannot bind
	binds    edtf.Date // when the law surely began to bind, if anything is told of it
	unknown  bool      // nobody knows when the law came into force
	doubtful bool      // it lies before all that is told of what it leaves
}

func bruteThreads(x *data.Index, from, to data.EntityID, hops int) []bruteThread {
	start, ok := x.Thing(from)
	goals := bruteGoals(x, to)
	if !ok || len(goals) == 0 || goals[from] {
		return nil
	}
	b := &brute{x: x, from: start, goals: goals, hops: hops}
	b.walk(from, nil)
	slices.SortStableFunc(b.found, compareBrute)
	return b.found
}

func bruteGoals(x *data.Index, to data.EntityID) map[data.EntityID]bool {
	goals := map[data.EntityID]bool{}
	thing, ok := x.Thing(to)
	if !ok {
		return goals
	}
	goals[to] = true
	add := func(owner data.EntityID) {
		goals[owner] = true
		for _, s := range x.Stages(owner) {
			goals[s.ID] = true
		}
	}
	if thing.IsStage() {
		return goals
	}
	add(to)
	for _, r := range x.Relations() {
		if r.Predicate == "subject" && r.From == to {
			add(ownerOf(x, r.To))
		}
	}
	return goals
}

func ownerOf(x *data.Index, id data.EntityID) data.EntityID {
	if t, ok := x.Thing(id); ok && t.IsStage() {
		return t.Owner
	}
	return id
}

// nexts are all steps that leave a mark.
func (b *brute) nexts(at data.EntityID) []bruteStep {
	var steps []bruteStep
	for _, r := range b.x.Relations() {
		from, to := r.From, r.To
		switch b.x.Predicate(r.Predicate).Influence {
		case data.Backward:
			from, to = to, from
		case data.None:
			continue
		}
		s := bruteStep{relation: r.ID, status: r.Status, date: r.Date}
		s.doubtful = b.foretold(r.Date, from)
		if r.Predicate != "led_to" {
			from = b.resting(&s, from)
		}
		if s.date.IsZero() {
			s.until = b.closing(to)
		}
		if from == at && to != at {
			s.from, s.to = at, to
			steps = append(steps, s)
		}
	}
	thing, _ := b.x.Thing(at)
	later := !thing.IsStage()
	for _, stage := range b.x.Stages(ownerOf(b.x, at)) {
		if later {
			steps = append(steps, bruteStep{from: at, to: stage.ID, status: stage.Status, date: stage.Date})
		}
		later = later || stage.ID == at
	}
	return steps
}

// foretold tells that a step surely begins before each dated stage of what it
// leaves, of which nothing else is told.
func (b *brute) foretold(d edtf.Date, from data.EntityID) bool {
	thing, _ := b.x.Thing(from)
	told := false
	for _, stage := range b.x.Stages(from) {
		start := stage.Date.Start().Earliest
		if !stage.Date.IsZero() && (start == nil || !beginsBy(d, *start) || *d.Start().Latest == *start) {
			return false
		}
		told = told || !stage.Date.IsZero()
	}
	return told && thing.Entity.Date.IsZero()
}

// closing is the date after which nothing undated leads to a mark any more.
func (b *brute) closing(to data.EntityID) edtf.Date {
	thing, _ := b.x.Thing(to)
	if thing.Derived || thing.Owner == "" && thing.Kind != "event" && thing.Kind != "case" {
		return edtf.Date{}
	}
	return thing.Date
}

// resting notes what a step needs of the law it leaves, and tells the mark where
// that law binds.
func (b *brute) resting(s *bruteStep, from data.EntityID) data.EntityID {
	mark, _ := b.x.Thing(from)
	law, _ := b.x.Thing(ownerOf(b.x, from))
	if law.Kind != "law" || mark.Stage == "repealed" {
		return from
	}
	if !law.Derived && law.Date.IsInterval() && endKnown(law.Date) && !beginsBy(s.date, *law.Date.End().Latest) {
		s.doubtful = true
	}
	stages := map[string]data.Thing{}
	for _, stage := range b.x.Stages(law.ID) {
		stages[stage.Stage] = stage
		if stage.Stage == "repealed" {
			s.repeals = append(s.repeals, stage.Date)
		}
	}
	if mark.ID != law.ID {
		return from
	}
	passed := stages["passed"].Date
	for _, name := range []string{"in-force", "issued"} {
		stage, ok := stages[name]
		if !ok {
			continue
		}
		switch {
		case !startKnown(passed):
		case !startKnown(stage.Date):
			s.floor, s.unknown = passed, true
		case surelyBefore(stage.Date, passed):
			s.unknown = true // the two contradict each other
		}
		return stage.ID
	}
	s.floor, s.unknown = passed, true
	if len(stages) == 0 && !law.Date.IsZero() {
		s.floor, s.binds, s.unknown = law.Date, law.Date, false
	}
	return from
}

func (b *brute) walk(at data.EntityID, path []bruteStep) {
	if len(path) > 0 && b.goals[at] {
		b.found = append(b.found, b.judge(path))
		return
	}
	if len(path) == b.hops {
		return
	}
	for _, s := range b.nexts(at) {
		if !b.repeats(s, path) {
			b.walk(s.to, append(slices.Clone(path), s))
		}
	}
}

func (b *brute) repeats(s bruteStep, path []bruteStep) bool {
	if s.relation == "" && len(path) > 0 && path[len(path)-1].relation == "" {
		return true
	}
	marks := []data.EntityID{b.from.ID}
	for _, p := range path {
		marks = append(marks, p.to)
	}
	stays := ownerOf(b.x, s.from) == ownerOf(b.x, s.to)
	return slices.ContainsFunc(marks, func(m data.EntityID) bool {
		return m == s.to || !stays && ownerOf(b.x, m) == ownerOf(b.x, s.to)
	})
}

func (b *brute) judge(path []bruteStep) bruteThread {
	t := bruteThread{steps: path, time: edtf.Certain}
	var before edtf.Date
	if !b.from.Derived {
		before = b.from.Date
	}
	dates := []edtf.Date{before}
	for i, s := range path {
		early := after(s.floor, s.date) || after(s.floor, s.until)
		if !early {
			dates = append(dates, s.floor)
		}
		late := slices.ContainsFunc(dates, func(d edtf.Date) bool { return after(d, s.date) || after(d, s.until) }) ||
			slices.ContainsFunc(s.repeals, func(d edtf.Date) bool { return surelyBefore(d, s.date) })
		if early || late {
			t.breaks++
		}
		if !b.certain(i, before, s) {
			t.time = edtf.Possible
		}
		before = s.date
		dates = append(dates, s.date)
		t.status = max(t.status, rankOf(s.status))
	}
	if t.breaks > 0 {
		t.time = edtf.Impossible
	}
	return t
}

// after tells that b had surely ended before a began.
func after(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && edtf.Precedes(a, b) == edtf.Impossible
}

// endKnown tells whether a date says until when at the latest.
func endKnown(d edtf.Date) bool {
	return edtf.Precedes(edtf.MustParse("9999"), d) == edtf.Impossible
}

// beginsBy tells whether a date surely begins no later than an instant.
func beginsBy(d edtf.Date, by edtf.Instant) bool {
	return !d.IsZero() && edtf.Precedes(d, edtf.MustParse("9999")) == edtf.Certain && d.Start().Latest.Compare(by) <= 0
}

// startKnown tells whether a date says since when at the earliest.
func startKnown(d edtf.Date) bool {
	return !d.IsZero() && edtf.Precedes(d, edtf.MustParse("0001")) == edtf.Impossible
}

// surelyBefore tells that a had surely begun before b began.
func surelyBefore(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && edtf.Precedes(a, b) == edtf.Certain
}

func (b *brute) certain(i int, before edtf.Date, s bruteStep) bool {
	if s.date.IsZero() || !decides(s.date) || s.unknown || s.doubtful || !s.binds.IsZero() && !surelyBefore(s.binds, s.date) {
		return false
	}
	for _, d := range s.repeals {
		if d.IsZero() || edtf.Precedes(s.date, d) != edtf.Certain {
			return false
		}
	}
	if i == 0 && before.IsZero() {
		return true // nothing is known of the first mark
	}
	return edtf.Precedes(before, s.date) == edtf.Certain
}

// decides tells whether a date can decide any order at all.
func decides(d edtf.Date) bool {
	old, far := edtf.MustParse("0001"), edtf.MustParse("9999")
	return edtf.Precedes(d, old) == edtf.Impossible || edtf.Precedes(d, far) == edtf.Certain || edtf.Precedes(far, d) == edtf.Impossible
}

func rankOf(s data.Status) int {
	return max(0, slices.Index([]data.Status{data.Stated, data.Possible, data.Inferred, data.Disputed}, s))
}

// compareBrute orders possible threads as they are listed, impossible ones after
// them by breaks.
func compareBrute(a, b bruteThread) int {
	if (a.breaks > 0) != (b.breaks > 0) || a.breaks > 0 {
		return cmp.Or(a.breaks-b.breaks, len(a.steps)-len(b.steps), compareSteps(a.steps, b.steps))
	}
	return cmp.Or(a.status-b.status, int(b.time)-int(a.time), len(a.steps)-len(b.steps), compareSteps(a.steps, b.steps))
}

func compareSteps(a, b []bruteStep) int {
	return slices.CompareFunc(a, b, func(s, t bruteStep) int {
		return cmp.Or(strings.Compare(string(s.relation), string(t.relation)), strings.Compare(string(s.to), string(t.to)))
	})
}
