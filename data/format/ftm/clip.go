package ftm

import (
	"fmt"

	"github.com/redthread/redthread/data"
)

// maxList is how many attributes, aliases, tags, links and sources of one
// record are kept: a record of ours that holds more of all of them could not
// be read back.
const maxList = 4000

// clip cuts a list and says how much of it was left out.
func clip[T any](g *gather, r *record, what string, list []T) []T {
	if len(list) <= maxList {
		return list
	}
	at := r.at
	at.Field, at.Value = what, fmt.Sprintf("%d more of %q", len(list)-maxList, r.id)
	g.to.Say(data.Warning, at, fmt.Sprintf("more than %d values in one record: the rest is left out", maxList), "")
	return list[:maxList]
}

func (g *gather) clipEntity(r *record, e *data.Entity) {
	e.Attributes = clip(g, r, "attributes", e.Attributes)
	e.Aliases = clip(g, r, "names", e.Aliases)
	e.Tags = clip(g, r, "keywords", e.Tags)
	e.Links = clip(g, r, "addresses", e.Links)
}
