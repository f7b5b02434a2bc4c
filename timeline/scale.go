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
// are the ends of the whole timeline in days, with a margin.
type Scale struct {
	Lo, Hi float64
	Breaks []Break
}

// The share of the axis that an empty stretch may take before it is broken,
// what remains of it, and how many breaks there may be.
const (
	emptyShare = 0.5
	brokenTo   = 0.04
	mostBreaks = 3
	margin     = 0.03
)

// newScale spans the given days. Without any it spans a year from 1970.
func newScale(at []float64) Scale {
	if len(at) == 0 {
		return Scale{Lo: 0, Hi: 365}
	}
	slices.Sort(at)
	lo, hi := at[0], at[len(at)-1]
	gaps := emptyStretches(at)
	kept := hi - lo
	var broken []Break
	for _, g := range gaps {
		length := g.To - g.From
		if len(broken) == mostBreaks || length < float64(emptyShare*kept) || kept-length <= 0 {
			break
		}
		kept -= length
		broken = append(broken, g)
	}
	s := Scale{Breaks: shorten(broken, kept)}
	pad := max(float64(margin*s.measure(lo, hi)), 0.5)
	s.Lo, s.Hi = round(lo-pad), round(hi+pad)
	return s
}

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
