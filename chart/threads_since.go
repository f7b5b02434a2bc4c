package chart

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// sinceOf is the start of a date, for sentences such as "September 2017 is
// before October 2017": what must come first counts from its start, and how
// long it lasts says nothing there. Of several possible dates it is the
// earliest. Nil without a start.
func sinceOf(d edtf.Date) *threadDate {
	if d.Start().Earliest == nil {
		return nil
	}
	start, _, _ := strings.Cut(d.String(), "/")
	var first edtf.Date
	for _, text := range strings.FieldsFunc(start, func(r rune) bool { return strings.ContainsRune("[]{},.", r) }) {
		one, err := edtf.Parse(text)
		if err != nil || one.Start().Earliest == nil {
			return dateOf(d)
		}
		if first.IsZero() || one.Start().Earliest.Before(*first.Start().Earliest) {
			first = one
		}
	}
	return dateOf(first)
}

// beginning is what a thing counts from where it must come first: a law from
// when it is in force.
func beginning(x *data.Index, id data.EntityID) *threadDate {
	thing, _ := x.Thing(id)
	if thing.Kind == "law" {
		for _, stage := range []string{"in-force", "issued"} {
			for _, s := range x.Stages(id) {
				if s.Stage == stage && !s.Date.IsZero() {
					return sinceOf(s.Date)
				}
			}
		}
	}
	return sinceOf(thing.Date)
}
