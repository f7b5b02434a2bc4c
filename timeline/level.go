package timeline

// The zoom ends where a day has this many pixels and everything together is as
// wide as a wide screen, or after mostLevels.
const (
	deepest    = 24.0
	wideScreen = 2000.0
	mostLevels = 18
	root2      = 1.4142135623730951
)

// levels are the scales in pixels a unit, from everything in narrow pixels
// down to days, even where everything is one day, in the smallest of the steps root 2, 2, 4, 8 ... that keep
// their number. Many items take steps of two at least.
func levels(s Scale, narrow float64, items int) []float64 {
	step := root2
	if items > manyItems {
		step = 2
	}
	length := s.Length()
	if length <= 0 { // nothing has a date
		return []float64{1}
	}
	first, last := narrow/length, max(deepest, wideScreen/length)
	for {
		out := []float64{first}
		for out[len(out)-1] < last && len(out) <= mostLevels {
			out = append(out, float64(out[len(out)-1]*step))
		}
		if len(out) <= mostLevels {
			return out
		}
		step = max(2, float64(step*step))
	}
}
