package ftm

import (
	"github.com/redthread/redthread/data"
)

// cite renames sources whose id was taken by another file.
func (g *gather) cite(e *data.Entity) {
	lists := [][]data.Evidence{e.Evidence, e.DateEvidence}
	for _, a := range e.Aliases {
		lists = append(lists, a.Evidence)
	}
	for _, a := range e.Attributes {
		lists = append(lists, a.Evidence)
	}
	for _, s := range e.Stages {
		lists = append(lists, s.Evidence)
	}
	g.rename(lists...)
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
