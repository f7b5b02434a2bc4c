package timeline

import (
	"cmp"
	"slices"
)

// Break is a stretch without a date that is drawn shorter than it lasted. The
// page marks it on the axis.
type Break struct {
	From, To float64 // days
	Units    float64 // what it measures on the axis, in days of the unbroken parts
}

// Scale maps days to the axis: one unit a day, except in a break. Lo and Hi
// are the ends of the whole timeline in days, with a margin; both are 0 where
// nothing has a date.
type Scale struct {
	Lo, Hi float64
	Breaks []Break
}

// When time is broken: the fewest of the longest empty stretches that take
// emptyShare of everything, each much longer than all that is not empty.
const (
	emptyShare = 0.8  // of the whole
	muchLonger = 2.0  // than the rest
	leastRest  = 0.01 // of the whole; less is a single moment
	mostBreaks = 3
	brokenTo   = 0.04 // of the rest is what a break measures
	margin     = 0.03 // of the rest stays true time at each side of it
)

// newScale spans the given days. Without any it is empty: a year that nobody
// wrote is not shown.
func newScale(at []float64) Scale {
	if len(at) == 0 {
		return Scale{}
	}
	slices.Sort(at)
	lo, hi := at[0], at[len(at)-1]
	s := Scale{Breaks: breaks(emptyStretches(at), hi-lo)}
	pad := max(float64(margin*s.measure(lo, hi)), 0.5)
	s.Lo, s.Hi = round(lo-pad), round(hi+pad)
	return s
}

// breaks chooses among the empty stretches, the longest first.
func breaks(gaps []Break, whole float64) []Break {
	rest := whole
	for n, g := range gaps[:min(len(gaps), mostBreaks)] {
		length := g.To - g.From
		rest -= length
		if rest <= float64(emptyShareLeft*whole) {
			if rest < float64(leastRest*whole) || length < float64(muchLonger*rest) {
				return nil
			}
			return shorten(gaps[:n+1], rest)
		}
	}
	return nil
}

const emptyShareLeft = 1 - emptyShare

func emptyStretches(at []float64) []Break {
	var gaps []Break
	for i := 1; i < len(at); i++ {
		if at[i] > at[i-1] {
			gaps = append(gaps, Break{From: at[i-1], To: at[i]})
		}
	}
	slices.SortStableFunc(gaps, func(a, b Break) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From))
	})
	return gaps
}

// shorten leaves true time around the things at both sides of a break.
func shorten(gaps []Break, kept float64) []Break {
	var out []Break
	near, units := float64(kept*margin), float64(kept*brokenTo)
	for _, g := range gaps {
		b := Break{From: round(g.From + near), To: round(g.To - near), Units: round(units)}
		if b.To-b.From > 3*units && units > 0 {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, func(a, b Break) int { return cmp.Compare(a.From, b.From) })
	return out
}

// Units is the place of a day on the axis, counted from Lo.
func (s Scale) Units(day float64) float64 { return s.measure(s.Lo, day) }

// Length is the whole axis in units.
func (s Scale) Length() float64 { return s.measure(s.Lo, s.Hi) }

func (s Scale) measure(from, to float64) float64 {
	u := to - from
	for _, b := range s.Breaks {
		inside := min(max(to, b.From), b.To) - min(max(from, b.From), b.To)
		u -= float64(inside * (1 - b.Units/(b.To-b.From)))
	}
	return u
}
