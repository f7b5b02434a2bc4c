package columns

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// The keys that name the stage at the end of a relation: the edge joins the
// owners, so that a law is one node whatever stage of it is meant.
const (
	fromStage = "from_stage"
	toStage   = "to_stage"
)

// Entity is an entity as named values; its id is the node's own.
func Entity(e *data.Entity) []data.Cell {
	return without(data.Cells(*e), "id")
}

// Relation is a relation as named values; id and ends are the edge's own.
func Relation(r *data.Relation) []data.Cell {
	cells := without(data.Cells(*r), "id", "from", "to")
	for _, end := range []struct {
		key string
		of  data.EntityID
	}{{fromStage, r.From}, {toStage, r.To}} {
		if _, stage := Split(end.of); stage != "" {
			cells = append(cells, data.Cell{Key: end.key, Text: stage})
		}
	}
	return cells
}

// Split is the entity of an end of a relation, and the stage where it is one.
func Split(id data.EntityID) (owner, stage string) {
	owner, stage, _ = strings.Cut(string(id), "/")
	return owner, stage
}

func without(cells []data.Cell, keys ...string) []data.Cell {
	return slices.DeleteFunc(cells, func(c data.Cell) bool { return slices.Contains(keys, c.Key) })
}

// take removes a cell and gives its text.
func take(cells *[]data.Cell, key string) string {
	i := slices.IndexFunc(*cells, func(c data.Cell) bool { return c.Key == key })
	if i < 0 {
		return ""
	}
	text := (*cells)[i].Text
	*cells = slices.Delete(*cells, i, i+1)
	return text
}
