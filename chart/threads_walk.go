package chart

import (
	"math"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/timeline"
)

// walk gives each step of a thread the days at which its curve leaves and
// arrives. A thread never goes back in time where what it comes to can be
// later: into a bar that began before, it arrives where it has come to. What
// cannot have happened is no line: its steps stand at their own days, and those
// that no other thread has are not drawn.
func (s *threadScene) walk(steps []threadStep, impossible bool) {
	if !impossible {
		s.along(steps, func(k int, leave, end float64) { steps[k].Tie = s.tie(&steps[k], leave, end) })
		return
	}
	for k := range steps {
		leave, end := s.days(&steps[k])
		drawn := len(s.curve)
		steps[k].Tie = s.tie(&steps[k], leave, end)
		for i := drawn; i < len(s.curve); i++ {
			s.curve[i].ruled = true
		}
	}
}

// along goes through the steps of a thread and says of each the days at which
// its curve leaves and arrives.
func (s *threadScene) along(steps []threadStep, meet func(k int, leave, end float64)) {
	now := math.Inf(-1)
	for k := range steps {
		step := &steps[k]
		leave, end := s.days(step)
		first, last := s.stepBounds(step)
		leave = s.notBefore(s.at[step.From], leave, now, last)
		end = s.notBefore(s.at[step.To], end, max(now, leave, first), last)
		now = max(now, leave, end, first)
		meet(k, leave, end)
	}
}

// days are those of a step by itself: where its relation's date meets the two
// marks, else where the marks stand. A date that says only before which day it
// was says nothing of where they are met.
func (s *threadScene) days(step *threadStep) (leave, end float64) {
	from, to := s.at[step.From], s.at[step.To]
	if r, ok := s.x.Relation(step.relationID()); ok {
		if day, known := timeline.At(r.Date); known && r.Date.Start().Earliest != nil {
			return s.within(from, day), s.within(to, day)
		}
	}
	return s.marks[from].At, s.marks[to].At
}

// stepBounds are the earliest day on which the step's relation can have begun and the
// latest on which it can have ended, as far as they are known.
func (s *threadScene) stepBounds(step *threadStep) (first, last float64) {
	first, last = math.Inf(-1), math.Inf(1)
	r, ok := s.x.Relation(step.relationID())
	if !ok || r.Date.IsZero() {
		return first, last
	}
	if start := r.Date.Start().Earliest; start != nil {
		first = start.Days()
	}
	if end := r.Date.End().Latest; end != nil {
		last = end.Days()
	}
	return first, last
}

// notBefore moves a day at a mark to the day that the thread has come to, as far
// as what is drawn of the mark and the date of the relation go.
func (s *threadScene) notBefore(i int, day, now, last float64) float64 {
	if m := &s.marks[i]; m.Aside > 0 || now <= day || s.loose(i) {
		return day
	}
	return max(day, min(now, last, s.lastDrawn(i)))
}

// lastDrawn is how far what is drawn of a mark goes: of a thing of its own, to
// its last stage; one that is loose stands at its day only.
func (s *threadScene) lastDrawn(i int) float64 {
	m := &s.marks[i]
	if s.loose(i) {
		return m.At
	}
	last := max(m.At, m.To)
	for _, k := range m.Stages {
		last = max(last, s.marks[k].At, s.marks[k].To)
	}
	return last
}

// within is where a curve of that day meets a mark: along a span at its day, along
// the row of a thing with stages up to the last of them, else at the mark.
func (s *threadScene) within(i int, day float64) float64 {
	m := &s.marks[i]
	if s.loose(i) || !m.Has(timeline.Span) && len(m.Stages) == 0 {
		return m.At
	}
	return min(max(day, m.From), s.lastDrawn(i))
}

// tie is the curve of a step: once for all threads that pass at the same days.
func (s *threadScene) tie(step *threadStep, leave, end float64) int {
	key := tieKey{step.From, step.To, step.relationID(), leave, end}
	if i, ok := s.once[key]; ok {
		s.curve[i].count++
		return i
	}
	s.once[key] = len(s.curve)
	s.curve = append(s.curve, tie{
		from: s.at[step.From], to: s.at[step.To], relation: key.relation, status: step.Status,
		stage: step.Relation == nil, leave: leave, end: end, count: 1,
	})
	return len(s.curve) - 1
}

// tieKey tells curves apart.
type tieKey struct {
	from, to   data.EntityID
	relation   data.RelationID
	leave, end float64 // days
}
