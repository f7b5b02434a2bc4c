package columns

import (
	"slices"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
)

type dateOf = edtf.Date

// span makes a date of the attributes start and end, where both are single
// dates; one of them alone leaves the other side open.
func (f *Foreign) span(date *edtf.Date, list *[]data.Attribute, at format.Place) {
	from, to := find(*list, []string{"start", "start_date"}), find(*list, []string{"end", "end_date"})
	texts := [2]string{"..", ".."}
	for side, i := range []int{from, to} {
		if i < 0 {
			continue
		}
		d, ok := f.parse((*list)[i], at)
		if !ok || d.IsInterval() {
			return
		}
		texts[side] = d.String()
	}
	d, err := edtf.Parse(texts[0] + "/" + texts[1])
	switch {
	case from < 0 && to < 0:
		return
	case err != nil:
		at.Value = texts[0] + "/" + texts[1]
		f.to.Say(data.Warning, at, "start and end are no span of time: kept as attributes", "")
		return
	}
	*date = d
	drop := []int{from, to}
	slices.Sort(drop)
	for _, i := range slices.Backward(drop) {
		if i >= 0 {
			*list = slices.Delete(*list, i, i+1)
		}
	}
}
