package ftm

import (
	"github.com/redthread/redthread/data"
)

// cite renames sources whose id was taken by another file.
func (g *gather) cite(e *data.Entity) {
	g.rename(evidenceOf(e)...)
}

func (g *gather) rename(lists ...[]data.Evidence) {
	for _, list := range lists {
		for i := range list {
			if to, ok := g.moved[list[i].Source]; ok {
				list[i].Source = to
			}
		}
	}
}
