package chart

import (
	"math"

	"github.com/redthread/redthread/data/edtf"
)

// threadSpan is between which days a thread meets what has a date. A date that is
// known only to its year, or to lie before a day, is told as that and not as the
// day at which it is drawn.
type threadSpan struct {
	From  *float64 `json:"from,omitempty"`  // first day; nil: not known
	By    *float64 `json:"by,omitempty"`    // where it is not known, the day by which the first thing was met
	To    *float64 `json:"to,omitempty"`    // last day; nil: not known
	Years bool     `json:"years,omitempty"` // one of the dates is a year and no less
}

// meeting is when a thread comes to something: the first and the last day that
// the dates allow, and the last of what it comes to; nil where they allow any.
type meeting struct{ first, last, end *float64 }

// aYear is as many days as a date has that is known only to its year, about.
const aYear = 360

// spanOf goes from the first to the last meeting. Nothing is met before what the
// thread has come to: what a case was before is not of the thread. Nor is anything
// met when what follows is over. Nil where nothing has a date.
func (s *threadScene) spanOf(steps []threadStep) *threadSpan {
	met := s.meetings(steps)
	if len(met) == 0 {
		return nil
	}
	var now, until *float64
	for i := len(met) - 1; i >= 0; i-- {
		met[i].last = sooner(met[i].last, until)
		until = sooner(until, met[i].end)
	}
	span := &threadSpan{From: met[0].first, To: met[0].last}
	if span.From == nil {
		span.By = met[0].last
	}
	for _, m := range met {
		now = later(now, m.first)
		if span.To == nil || m.last == nil {
			span.To = nil
		} else {
			span.To = later(later(span.To, m.last), now)
		}
		span.Years = span.Years || m.first == now && m.last != nil && now != nil && *m.last-*m.first >= aYear
	}
	return span
}

// sooner is the sooner of two days, of which either may not be known.
func sooner(a, b *float64) *float64 {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}

// later is the later of two days, of which either may not be known.
func later(a, b *float64) *float64 {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}

// meetings are those with the first mark and with the end of each step, as far as
// these have a date. What is met later than it began is met where it is drawn.
func (s *threadScene) meetings(steps []threadStep) []meeting {
	var met []meeting
	if m := &s.marks[s.curve[steps[0].Tie].from]; !m.NoDate {
		met = append(met, s.meetingWith(m))
	}
	for k := range steps {
		c := &s.curve[steps[k].Tie]
		to := &s.marks[c.to]
		r, _ := s.x.Relation(c.relation)
		m := allowed(r.Date)
		if m.first == nil && !to.NoDate {
			thing := s.meetingWith(to)
			m = meeting{thing.first, sooner(thing.last, m.last), sooner(thing.end, m.end)}
		}
		if m.first == nil && m.last == nil {
			continue
		}
		if m.last != nil && !to.NoDate {
			drawn := math.Floor(c.end - 0.001) // the end of a day is not yet the next
			m.last = later(m.last, &drawn)
		}
		met = append(met, m)
	}
	return met
}

// meetingWith is by the date of the thing: a stage, an event or a case is met
// before it is over, others may outlast their dates.
func (s *threadScene) meetingWith(mark *threadMark) meeting {
	thing, _ := s.x.Thing(mark.ID)
	m := allowed(thing.Date)
	if thing.Derived || thing.Date.IsZero() { // then it had begun when any of its stages had
		for _, stage := range s.x.Stages(thing.ID) {
			m.last = sooner(m.last, allowed(stage.Date).last)
		}
	}
	if thing.Derived || !thing.IsStage() && thing.Kind != "event" && thing.Kind != "case" {
		m.end = nil
	}
	return m
}

func allowed(d edtf.Date) meeting {
	day := func(i *edtf.Instant) *float64 {
		if i == nil {
			return nil
		}
		day := math.Floor(i.Days())
		return &day
	}
	start := d.Start()
	return meeting{day(start.Earliest), day(start.Latest), day(d.End().Latest)}
}
