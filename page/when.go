package page

import (
	"math"

	"github.com/redthread/redthread/data/edtf"
)

// when tells a date to the front end; nil for none.
func when(d edtf.Date, derived bool) *When {
	if d.IsZero() {
		return nil
	}
	start, end := d.Start(), d.End()
	return &When{
		EDTF: d.String(), Text: d.Words(),
		Start:     [2]*float64{days(start.Earliest), days(start.Latest)},
		End:       [2]*float64{days(end.Earliest), days(end.Latest)},
		Uncertain: d.Uncertain(), Approximate: d.Approximate(),
		OpenStart: d.OpenStart(), OpenEnd: d.OpenEnd(),
		UnknownStart: d.UnknownStart(), UnknownEnd: d.UnknownEnd(),
		Span: d.IsInterval(), Derived: derived,
	}
}

// days rounds to a hundred-thousandth of a day, a little under a second, to
// keep the numbers short.
func days(i *edtf.Instant) *float64 {
	if i == nil {
		return nil
	}
	d := math.Round(i.Days()*1e5) / 1e5
	return &d
}

// window is the span that a step of a story shows; nil where it has no two ends.
func window(d edtf.Date) *[2]float64 {
	if d.IsZero() {
		return nil
	}
	from, to := days(d.Start().Earliest), days(d.End().Latest)
	if from == nil || to == nil {
		return nil
	}
	return &[2]float64{*from, *to}
}
