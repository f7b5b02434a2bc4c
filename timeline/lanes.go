package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread/redthread/data"
)

// Lane is a band of the timeline. A thing may stand in several lanes (an event
// with two participants) but only once in each.
type Lane struct {
	ID      string      // of the kind, thing, place or tag; "" for what has none
	Title   string      // for people
	Kind    data.KindID // of the thing that gives the lane its name; empty otherwise
	Members []int       // items of their own, by time; their stages come with them
}

// mostEntityLanes bounds the lanes by thing; what remains shares one lane.
const mostEntityLanes = 24

// lanes sorts the items of their own into lanes for each grouping, in the
// order in which the page offers them.
func (t *Timeline) lanes(x *data.Index) []Grouping {
	out := []Grouping{{ID: "kind", Lanes: t.kindLanes(x)}}
	if len(t.Items) > manyItems {
		return out
	}
	return append(out,
		Grouping{ID: "entity", Lanes: t.entityLanes(x)},
		Grouping{ID: "place", Lanes: t.placeLanes(x)},
		Grouping{ID: "tag", Lanes: t.tagLanes(x)})
}

func (t *Timeline) kindLanes(x *data.Index) []Lane {
	b := newLanes()
	for _, k := range kindsInOrder(x) {
		b.open(string(k.ID), sentence(k.Plural), k.ID)
	}
	for i, it := range t.Items {
		if it.Owner < 0 {
			b.add(string(it.Kind), sentence(x.Kind(it.Kind).Plural), i)
		}
	}
	return b.list()
}

func kindsInOrder(x *data.Index) []data.Kind {
	kinds := slices.Clone(x.Dataset.Kinds)
	slices.SortStableFunc(kinds, func(a, b data.Kind) int {
		return cmp.Or(cmp.Compare(a.Lane, b.Lane), strings.Compare(string(a.ID), string(b.ID)))
	})
	return kinds
}

// entityLanes gives a lane to each thing, other than an event, that two or more
// dated things belong to: itself with its stages, and the events, cases, laws
// and publications it is joined to.
func (t *Timeline) entityLanes(x *data.Index) []Lane {
	members := t.belonging(x)
	owners := make([]data.Thing, 0, len(members))
	for _, th := range x.Things() {
		if len(members[th.ID]) > 1 {
			owners = append(owners, th)
		}
	}
	slices.SortStableFunc(owners, func(a, b data.Thing) int { return cmp.Compare(len(members[b.ID]), len(members[a.ID])) })
	owners = owners[:min(len(owners), mostEntityLanes)]
	slices.SortStableFunc(owners, func(a, b data.Thing) int { return cmp.Compare(x.Kind(a.Kind).Lane, x.Kind(b.Kind).Lane) })
	b, placed := newLanes(), map[int]bool{}
	for _, th := range owners {
		title := x.Label(th)
		b.open(string(th.ID), title, th.Kind)
		for _, i := range members[th.ID] {
			b.add(string(th.ID), title, i)
			placed[i] = true
		}
	}
	t.rest(b, placed, "Other things")
	return b.list()
}

// happenings are the kinds that are listed in the lanes of others.
var happenings = map[data.KindID]bool{"event": true, "case": true, "law": true, "publication": true}

func (t *Timeline) belonging(x *data.Index) map[data.EntityID][]int {
	members := map[data.EntityID][]int{}
	add := func(lane data.EntityID, i int) {
		th, ok := x.Thing(lane)
		if !ok || th.IsStage() || th.Kind == "event" || slices.Contains(members[lane], i) {
			return
		}
		members[lane] = append(members[lane], i)
	}
	for i, it := range t.Items {
		if it.Owner >= 0 {
			continue
		}
		add(it.ID, i)
		if !happenings[it.Kind] {
			continue
		}
		for _, r := range x.Of(it.ID) {
			add(r.From, i)
			add(r.To, i)
		}
	}
	return members
}

func (t *Timeline) placeLanes(x *data.Index) []Lane {
	b, placed := newLanes(), map[int]bool{}
	for i, it := range t.Items {
		place := placeOf(x, it.ID)
		if it.Owner >= 0 || place == "" {
			continue
		}
		title := string(place)
		if th, ok := x.Thing(place); ok {
			title = x.Label(th)
		}
		b.add(string(place), title, i)
		placed[i] = true
	}
	b.sortByCount()
	t.rest(b, placed, "No place given")
	return b.list()
}

func placeOf(x *data.Index, id data.EntityID) data.EntityID {
	if th, ok := x.Thing(id); ok && th.Entity.Place != "" {
		return th.Entity.Place
	}
	for _, r := range x.Of(id) {
		if r.Predicate == "located_in" && r.From == id {
			return r.To
		}
	}
	return ""
}

func (t *Timeline) tagLanes(x *data.Index) []Lane {
	b, placed := newLanes(), map[int]bool{}
	for i, it := range t.Items {
		th, ok := x.Thing(it.ID)
		if it.Owner >= 0 || !ok {
			continue
		}
		for _, tag := range th.Entity.Tags {
			b.add(tag, tag, i)
			placed[i] = true
		}
	}
	b.sortByCount()
	t.rest(b, placed, "No tag")
	return b.list()
}

func (t *Timeline) rest(b *laneList, placed map[int]bool, title string) {
	for i, it := range t.Items {
		if it.Owner < 0 && !placed[i] {
			b.add("", title, i)
		}
	}
}

// sentence is a text with its first letter in upper case.
func sentence(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// laneList gathers lanes in the order in which they were opened.
type laneList struct {
	lanes []Lane
	at    map[string]int
}

func newLanes() *laneList { return &laneList{at: map[string]int{}} }

func (b *laneList) open(id, title string, kind data.KindID) int {
	i, ok := b.at[id]
	if !ok {
		i = len(b.lanes)
		b.at[id] = i
		b.lanes = append(b.lanes, Lane{ID: id, Title: title, Kind: kind})
	}
	return i
}

func (b *laneList) add(id, title string, item int) {
	l := &b.lanes[b.open(id, title, "")]
	if !slices.Contains(l.Members[max(0, len(l.Members)-1):], item) {
		l.Members = append(l.Members, item)
	}
}

func (b *laneList) sortByCount() {
	slices.SortStableFunc(b.lanes, func(p, q Lane) int {
		return cmp.Or(cmp.Compare(len(q.Members), len(p.Members)), strings.Compare(p.Title, q.Title))
	})
	for i, l := range b.lanes {
		b.at[l.ID] = i
	}
}

func (b *laneList) list() []Lane {
	return slices.DeleteFunc(b.lanes, func(l Lane) bool { return len(l.Members) == 0 })
}
