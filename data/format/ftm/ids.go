package ftm

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// entityID is what the model takes as a reference. Tools that sign ids cut them
// at a dot, so that those which we make have none.
var entityID = regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?$`)

const maxEntityID = 200

// ids hands out ids of the file, each once.
type ids map[string]bool

// take is the wished id, numbered where it is taken.
func (n ids) take(wish string) string {
	id := wish
	for i := 2; n[id]; i++ {
		id = fmt.Sprintf("%s--%d", wish, i)
	}
	n[id] = true
	return id
}

// origin is the id that a thing had in the file that it was read from: the
// attribute that readers keep where our ids have another form.
func origin(own string, attributes []data.Attribute) string {
	for _, a := range attributes {
		if a.Key != "id" || !entityID.MatchString(a.Value) || len(a.Value) > maxEntityID {
			continue
		}
		if slug := format.Slug(a.Value); strings.HasPrefix(own, slug) || strings.HasPrefix(own, "n-") {
			return a.Value
		}
	}
	return ""
}

// number gives every entity, stage and relation its id in the file.
func (w *writer) number() {
	taken := ids{}
	give := func(own string, wish string) {
		if wish == "" || taken[wish] {
			wish = own
		}
		w.ids[data.EntityID(own)] = taken.take(wish)
	}
	for _, e := range w.ds.Entities {
		give(string(e.ID), origin(string(e.ID), e.Attributes))
	}
	for _, e := range w.ds.Entities {
		for _, s := range e.Stages {
			id := data.StageID(e.ID, s.Stage)
			w.ids[id] = taken.take(string(e.ID) + "--" + s.Stage)
		}
	}
	for _, s := range w.ds.Sources {
		w.sourceIDs[s.ID] = taken.take("source--" + string(s.ID))
	}
	for _, r := range w.ds.Relations {
		wish := originOf(r)
		if wish == "" || taken[wish] {
			wish = string(r.ID)
			if isStage(r.From) || isStage(r.To) {
				wish = strings.ReplaceAll(wish, ".", "-")
			}
		}
		w.relationIDs[r.ID] = taken.take(wish)
	}
	w.taken = taken
}

// originOf is the id that a relation had in the file that it was read from.
func originOf(r data.Relation) string {
	for _, a := range r.Attributes {
		if a.Key == "id" && entityID.MatchString(a.Value) && len(a.Value) <= maxEntityID {
			return a.Value
		}
	}
	return ""
}
