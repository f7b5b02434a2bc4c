package chart

import (
	"math"

	"github.com/redthread/redthread/timeline"
)

// loose tells whether a mark has no day of its own, or only one before which it
// was: it stands where its threads want it.
func (s *threadScene) loose(i int) bool {
	m := &s.marks[i]
	if m.NoDate {
		return true
	}
	return m.Bounds[0] == nil && len(m.Stages) == 0 && (!m.Has(timeline.Span) || m.Bounds[1] == nil)
}

// keepOrder moves the marks that are loose: none later than what it leads to,
// nor, as far as that leaves room, earlier than what leads to it.
func (s *threadScene) keepOrder(told threadList) {
	wish, most := s.latest(told)
	for i := range s.marks {
		if s.loose(i) && s.marks[i].Aside == 0 {
			s.moveTo(i, min(s.marks[i].At, wish[i]))
		}
	}
	s.raise(told, most)
	for i := range s.marks { // what is drawn of a bound begins where the mark stands
		if m := &s.marks[i]; s.loose(i) && m.Aside == 0 {
			m.From = min(m.From, m.At)
		}
	}
}

// raise moves loose marks to what leads to them, until none stands before it
// that has the room.
func (s *threadScene) raise(told threadList, most []float64) {
	for again, rounds := true, len(s.marks); again && rounds >= 0; rounds-- {
		again = false
		for _, t := range told.Threads {
			s.along(t.Steps, func(k int, leave, _ float64) {
				i := s.at[t.Steps[k].To]
				if s.movable(s.at[t.Steps[k].From], i) && leave > s.marks[i].At && leave <= most[i] {
					s.moveTo(i, leave)
					again = true
				}
			})
		}
	}
}

// movable tells whether the second of two marks may move because of the first.
func (s *threadScene) movable(a, b int) bool {
	return s.loose(b) && s.marks[a].Aside == 0 && s.marks[b].Aside == 0
}

// moveTo puts a loose mark at a day.
func (s *threadScene) moveTo(i int, day float64) {
	m := &s.marks[i]
	if m.At = day; m.NoDate {
		m.From, m.To = day, day
	}
}

// latest is for each loose mark the latest day before all that it leads to:
// before their beginning, and, where need be, before what is drawn of them ends.
func (s *threadScene) latest(told threadList) (wish, most []float64) {
	wish, most = make([]float64, len(s.marks)), make([]float64, len(s.marks))
	for i, m := range s.marks {
		most[i] = math.Inf(1)
		if !m.NoDate {
			most[i] = m.To
		}
		wish[i] = most[i]
	}
	for again := true; again; {
		again = false
		for _, t := range told.Threads {
			for k := range t.Steps {
				a, b := s.at[t.Steps[k].From], s.at[t.Steps[k].To]
				if !s.movable(b, a) {
					continue
				}
				w, m := s.goal(&t.Steps[k], wish, most)
				if w < wish[a] || m < most[a] {
					wish[a], most[a], again = min(w, wish[a]), min(m, most[a]), true
				}
			}
		}
	}
	return wish, most
}

// goal is the day of the mark that a step comes to, and the last on which it can
// be met.
func (s *threadScene) goal(step *threadStep, wish, most []float64) (w, m float64) {
	to := s.at[step.To]
	if s.loose(to) {
		return wish[to], most[to]
	}
	_, day := s.days(step)
	_, last := s.stepBounds(step)
	return day, max(day, min(last, s.lastDrawn(to)))
}
