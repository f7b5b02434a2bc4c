package format

import (
	"strconv"

	"github.com/redthread/redthread/data"
)

// known are the foreign ids of entities, with the index of the entity each
// leads to. Files have millions of them, mostly of one space, and mostly ids
// that we keep: those cost nothing but a word that says so.
type known struct {
	spaces  map[string]*space
	last    *space          // the one asked for last
	own     []*space        // by index: where the foreign id of an entity is the one that it keeps; nil: nowhere
	strange []data.EntityID // ids of no entity that an alias leads to, at -1, -2, ...
}

// space is a space of foreign ids: those that are not our ids.
type space struct {
	name string
	ids  map[string]int32
}

func newKnown() known { return known{spaces: map[string]*space{}} }

// in is a space; nil for one without ids.
func (k *known) in(name string) *space {
	if k.last == nil || k.last.name != name {
		if s := k.spaces[name]; s != nil {
			k.last = s
			return s
		}
		return nil
	}
	return k.last
}

// index is that of the entity that a foreign id leads to.
func (b *Builder) index(ref Ref) (int32, bool) {
	s := b.ids.in(ref.Space)
	if s == nil {
		return 0, false
	}
	if i, ok := s.ids[ref.ID]; ok {
		return i, true
	}
	i, ok := b.at[data.EntityID(ref.ID)]
	return i, ok && b.ids.own[i] == s
}

// leads has a foreign id lead to an entity.
func (b *Builder) leads(ref Ref, index int32) {
	s := b.ids.in(ref.Space)
	if s == nil {
		s = &space{ref.Space, map[string]int32{}}
		b.ids.spaces[ref.Space], b.ids.last = s, s
	}
	if _, other := s.ids[ref.ID]; !other && index >= 0 && b.ids.own[index] == nil && string(b.ds.Entities[index].ID) == ref.ID {
		b.ids.own[index] = s
		return
	}
	s.ids[ref.ID] = index
}

// Known is our id of a foreign one, and whether its entity has been added.
func (b *Builder) Known(ref Ref) (data.EntityID, bool) {
	i, ok := b.index(ref)
	switch {
	case !ok:
		return "", false
	case i < 0:
		return b.ids.strange[-1-i], true
	}
	return b.ds.Entities[i].ID, true
}

// Alias makes a second foreign id lead to the entity of the first.
func (b *Builder) Alias(ref Ref, id data.EntityID) {
	i, ok := b.at[id]
	if !ok {
		b.ids.strange = append(b.ids.strange, id)
		i = -int32(len(b.ids.strange))
	}
	b.leads(ref, i)
}

// Lies gives an entity its place; false where the place is none yet.
func (b *Builder) Lies(id data.EntityID, place Ref) bool {
	where, _ := b.Known(place)
	e, p := b.entity(id), b.entity(where)
	if e == nil || p == nil || e == p || p.Kind != "place" {
		return false
	}
	e.Place = where
	return true
}

// Expect says how many entities and relations are to come, so that their lists
// do not grow many times over. It may be wrong: there is some room for more.
func (b *Builder) Expect(entities, relations int) {
	most := b.Options.Limits.Records
	entities, relations = entities+entities/32, relations+relations/32
	if entities = min(entities, most); len(b.at) == 0 {
		b.at = make(map[data.EntityID]int32, entities)
	}
	b.ds.Entities = grown(b.ds.Entities, entities)
	b.ids.own = grown(b.ids.own, entities)
	b.ds.Relations = grown(b.ds.Relations, min(relations, most))
}

// grown has room for more records, and for no others.
func grown[R any](list []R, more int) []R {
	if cap(list)-len(list) >= more {
		return list
	}
	return append(make([]R, 0, len(list)+more), list...)
}

// free is the id, or the id with a number where an entity has it.
func (b *Builder) free(id data.EntityID) data.EntityID {
	if _, taken := b.at[id]; !taken {
		return id
	}
	for n := max(b.again[id], 1) + 1; ; n++ {
		numbered := id + "-" + data.EntityID(strconv.Itoa(n))
		if _, taken := b.at[numbered]; !taken {
			b.again[id] = n
			return numbered
		}
	}
}

// entity is one that was added; nil for an id that is none.
func (b *Builder) entity(id data.EntityID) *data.Entity {
	if i, ok := b.at[id]; ok {
		return &b.ds.Entities[i]
	}
	return nil
}
