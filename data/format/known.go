package format

import (
	"strconv"

	"github.com/redthread/redthread/data"
)

// known are the foreign ids of entities, by space, with the index of the entity
// each leads to. Files have millions of them, mostly of one space.
type known struct {
	spaces  map[string]map[string]int32
	space   string // the one asked for last
	ids     map[string]int32
	strange []data.EntityID // ids of no entity that an alias leads to, at -1, -2, ...
}

func newKnown() known { return known{spaces: map[string]map[string]int32{}} }

// in gives the ids of a space, nil for one without any.
func (k *known) in(space string) map[string]int32 {
	if k.ids == nil || k.space != space {
		k.space, k.ids = space, k.spaces[space]
	}
	return k.ids
}

func (k *known) index(ref Ref) (int32, bool) {
	i, ok := k.in(ref.Space)[ref.ID]
	return i, ok
}

func (k *known) put(ref Ref, index int32) {
	if k.in(ref.Space) == nil {
		k.ids = map[string]int32{}
		k.spaces[ref.Space] = k.ids
	}
	k.ids[ref.ID] = index
}

// Known is our id of a foreign one, and whether its entity has been added.
func (b *Builder) Known(ref Ref) (data.EntityID, bool) {
	i, ok := b.ids.index(ref)
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
	b.ids.put(ref, i)
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
// do not grow many times over. It may be wrong.
func (b *Builder) Expect(entities, relations int) {
	most := b.Options.Limits.Records
	b.ds.Entities = grown(b.ds.Entities, min(entities, most))
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
