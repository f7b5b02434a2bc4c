package data

import (
	"slices"
	"strings"
)

// Part is what of the dataset remains with the things and relations that keep
// tells: entities that are kept, relations that are kept with both their ends,
// figures, conflicts and links ruled out of what is kept, eras, and the sources
// that the rest cites. A nil function keeps all. The story is left out unless
// everything stays: its steps speak of the whole. left counts what went, by
// section.
func (ds *Dataset) Part(entity func(*Entity) bool, relation func(*Relation) bool) (part *Dataset, left map[string]int) {
	p := parting{left: map[string]int{}, entities: map[EntityID]bool{}, records: map[string]bool{}}
	out := *ds
	out.origins = nil
	out.Entities = keep(ds.Entities, p.count("entities"), func(e *Entity) bool { return entity == nil || entity(e) })
	for i := range out.Entities {
		p.entities[out.Entities[i].ID] = true
		p.records[string(out.Entities[i].ID)] = true
	}
	out.Relations = keep(ds.Relations, p.count("relations"), func(r *Relation) bool {
		return p.has(r.From) && p.has(r.To) && (relation == nil || relation(r))
	})
	if p.left["entities"]+p.left["relations"] == 0 {
		return ds, p.left
	}
	p.rest(ds, &out)
	return &out, p.left
}

// parting is a Part in the making.
type parting struct {
	left     map[string]int
	entities map[EntityID]bool
	records  map[string]bool // ids that a conflict may be about
}

func (p *parting) count(section string) func() { return func() { p.left[section]++ } }

// has tells whether a thing, or the owner of a stage, is kept.
func (p *parting) has(id EntityID) bool {
	owner, _, _ := strings.Cut(string(id), "/")
	return p.entities[EntityID(owner)]
}

func (p *parting) rest(ds, out *Dataset) {
	for _, r := range out.Relations {
		p.records[string(r.ID)] = true
	}
	out.Figures = keep(ds.Figures, p.count("figures"), func(f *Figure) bool { return p.has(f.About) })
	for _, f := range out.Figures {
		p.records[f.ID] = true
	}
	out.Conflicts = keep(ds.Conflicts, p.count("conflicts"), func(c *Conflict) bool {
		owner, _, _ := strings.Cut(c.About, "/")
		return p.records[c.About] || p.records[owner]
	})
	out.RuledOut = keep(ds.RuledOut, p.count("ruled_out"), func(r *RuledOut) bool { return p.has(r.From) && p.has(r.To) })
	out.Eras = slices.Clone(ds.Eras)
	for i := range out.Eras {
		if !p.has(out.Eras[i].Entity) {
			out.Eras[i].Entity = ""
		}
	}
	for i := range out.Entities {
		if !p.has(out.Entities[i].Place) {
			out.Entities[i].Place = ""
		}
	}
	if out.Story = nil; len(ds.Story) > 0 {
		p.left["story"] = len(ds.Story)
	}
	cited := out.Cited()
	out.Sources = keep(ds.Sources, p.count("sources"), func(s *Source) bool { return cited[s.ID] > 0 })
}

func keep[R any](list []R, leave func(), wanted func(*R) bool) []R {
	var out []R
	for i := range list {
		if wanted(&list[i]) {
			out = append(out, list[i])
		} else {
			leave()
		}
	}
	return out
}
