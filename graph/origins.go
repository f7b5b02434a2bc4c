package graph

import (
	"slices"

	"github.com/redthread/redthread/data"
)

// Origins are where threads to a thing begin.
type Origins struct {
	Laws    []data.EntityID // laws, rules, notices and drafts, by id
	Without []data.EntityID // charges and events that no law leads to, by id: no law is named
}

// Origins finds all laws from which a thread arrives at a thing, of any length,
// and apart from them the charges and events that begin one where the texts name
// no law. A charge or event that another of them leads to is no beginning, unless
// the two lead to each other: then the first by id stands for both.
func (t *Tracer) Origins(to data.EntityID) Origins {
	o := Origins{Laws: []data.EntityID{}, Without: []data.EntityID{}}
	goals := t.goals(to)
	latest := t.latest(goals)
	var open []int32
	for v := range int32(len(t.owner)) {
		thing := t.n.things[v]
		if slices.Contains(goals, v) || thing.IsStage() || !t.departs(v, latest) || !t.leads(v, goals) {
			continue
		}
		switch thing.Kind {
		case "law":
			o.Laws = append(o.Laws, thing.ID)
		case "charge", "event":
			open = append(open, v)
		}
	}
	for _, v := range t.first(open) {
		o.Without = append(o.Without, t.id(v))
	}
	return o
}

// departs tells whether a thread may leave in time for the goal.
func (t *Tracer) departs(v int32, latest []moment) bool {
	return latest[v] != closed && t.begin[v].low <= latest[v]
}

// leads makes sure of a thread where stages might lead back to their owner.
func (t *Tracer) leads(v int32, goals []int32) bool {
	if !t.staged {
		return true
	}
	o := ThreadOptions{Hops: farthest}.withDefaults()
	return newSearch(t, v, goals, o).shortest() != nil
}

// first drops what a law leads to, and what another of the list leads to.
func (t *Tracer) first(list []int32) []int32 {
	reach := map[int32][]moment{}
	for _, v := range list {
		reach[v] = t.settle(v).arrival
	}
	byLaw := t.fromLaws()
	var first []int32
	for _, v := range list {
		led := byLaw[v] || slices.ContainsFunc(list, func(u int32) bool {
			return u != v && reach[u][v] != never && (reach[v][u] == never || u < v)
		})
		if !led {
			first = append(first, v)
		}
	}
	return first
}

// fromLaws marks everything that some law leads to.
func (t *Tracer) fromLaws() []bool {
	led := make([]bool, len(t.owner))
	for v, thing := range t.n.things {
		if thing.Kind != "law" || thing.IsStage() {
			continue
		}
		for w, at := range t.settle(int32(v)).arrival {
			led[w] = led[w] || at != never && w != v
		}
	}
	return led
}

// latest is, for each mark, the latest arrival there with which a goal can still
// be reached: Reach, run backwards.
func (t *Tracer) latest(goals []int32) []moment {
	latest := make([]moment, len(t.owner))
	for v := range latest {
		latest[v] = closed
	}
	queue := newDepartures(goals, latest)
	for !queue.empty() {
		w := queue.pop(latest)
		if w < 0 {
			continue
		}
		for _, i := range t.back.of(w) {
			m := &t.moves[i]
			if m.dead || m.when.low > latest[w] {
				continue
			}
			if limit := min(m.when.end, latest[w]); limit > latest[m.from] {
				latest[m.from] = limit
				queue.push(m.from, limit)
			}
		}
	}
	return latest
}

// departures pops the mark with the latest departure first.
type departures struct{ heap arrivals }

func newDepartures(goals []int32, latest []moment) *departures {
	d := &departures{}
	for _, g := range goals {
		latest[g] = never
		d.push(g, never)
	}
	return d
}

func (d *departures) empty() bool { return len(d.heap) == 0 }

func (d *departures) push(v int32, limit moment) {
	d.heap.push(arrival{when: -limit, mark: v})
}

// pop answers -1 for an entry that has been overtaken.
func (d *departures) pop(latest []moment) int32 {
	a := d.heap.pop()
	if -a.when != latest[a.mark] {
		return -1
	}
	return a.mark
}
