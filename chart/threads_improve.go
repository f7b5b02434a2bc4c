package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// total settles and routes everything and says what it costs: a curve that
// several threads share counts for as many, up to four.
func (p *plan) total() float64 { return p.within(math.Inf(1)) }

// within is total that stops as soon as it costs more than a limit, as most plans
// that are tried do. Those curves come first whose ways are taken over from the
// picture before.
func (p *plan) within(limit float64) float64 {
	p.settle()
	p.compare()
	sum := float64(p.height*0.05) + p.sides()
	open := p.search.open[:0]
	for c := range p.curve {
		if !p.plain(c) {
			open = append(open, c)
			continue
		}
		sum += p.weigh(c)
	}
	p.search.open = open
	for _, c := range open {
		if sum > limit {
			break
		}
		p.route(c)
		sum += p.weigh(c)
	}
	return sum
}

// weigh is the cost of a curve for all threads that have it.
func (p *plan) weigh(c int) float64 {
	return float64(p.cost[c] * float64(min(max(p.curve[c].count, 1), 4)))
}

// sides is what the sides of all names cost.
func (p *plan) sides() float64 {
	sum := 0.0
	for _, order := range p.order {
		for _, i := range order {
			sum += sideCost[p.side[i]]
		}
	}
	return sum
}

// crossings counts the names that curves run over.
func (p *plan) crossings() int {
	n := 0
	for _, cost := range p.cost {
		n += int(cost / overName)
	}
	return n
}

// mostNamed is how many things the page names at once. Of more it names those of
// the chosen thread and counts the rest, so that a plan of the whole is not
// improved and curves take the plainest way.
const mostNamed = 70

func (s *threadScene) large() bool {
	n := 0
	for _, l := range s.lanes {
		n += len(l.Members)
	}
	return n > mostNamed || len(s.curve)*len(s.marks) > mostWork
}

// The work of a plan is its curves times its marks.
const (
	usualWork = 2_200  // for which a thousand plans are tried
	mostWork  = 40_000 // from which on none is
)

// effort is how many plans are tried, fewer where there is more work in each.
func (p *plan) effort() int {
	return min(1000, 1000*usualWork/max(1, len(p.curve)*len(p.marks)))
}

// improve tries other sides of names and other places of rows, around what is in
// each other's way, until plain curves run over as little as possible; what is
// left goes round about. Late acceptance hill climbing (Burke and Bykov, 2017), with
// a generator of its own, so that the same data give the same picture.
func (p *plan) improve() {
	if p.large() {
		p.total()
		return
	}
	plans, costs := make([]*plan, starts), make([]float64, starts)
	parallel(starts, func(i int) {
		q := p.threadScene.plan(p.width, p.packed)
		q.climb(q.effort(), uint64(i))
		q.detour = true
		plans[i], costs[i] = q, q.climb(q.effort()/5, uint64(i))
	})
	*p = *plans[slices.Index(costs, slices.Min(costs))]
	for round := range uint64(max(4, mostRounds*p.effort()/1000)) {
		if p.crossings() == 0 {
			return
		}
		p.climb(p.effort()/again, starts+round)
		if round%each == each-1 {
			p.shorten(max(math.Round(mostLabel(p.width)*leastLabel), math.Round(p.most*0.95)))
		}
	}
	p.total()
	for p.crossings() > 0 && p.leaveOut() {
		p.total()
	}
}

// leaveOut drops the name that most curves run over; false where there is none.
func (p *plan) leaveOut() bool {
	worst, most := -1, 0
	for i := range p.marks {
		n := 0
		for c := range p.ways {
			if p.cost[c] >= overName && slices.ContainsFunc(p.boxes[i], func(b rect) bool { return p.ways[c].hits(&b) }) {
				n++
			}
		}
		if n > most {
			worst, most = i, n
		}
	}
	if worst >= 0 {
		p.side[worst] = nowhere
	}
	return worst >= 0
}

// A plan in which curves still run over names is taken up again, so often, now
// and then with shorter names; those that are in the way still are left out.
const (
	starts     = 3 // plans of which the cheapest is kept
	again      = 3 // part of the effort of a round
	each       = 4 // rounds after which the names are shortened
	mostRounds = 12
	leastLabel = 0.86 // of the widest name, to which names are shortened
)

// climb tries so many plans, leaves the best and says what it costs.
func (p *plan) climb(effort int, seed uint64) float64 {
	random := rand.New(rand.NewPCG(seed, uint64(p.width)))
	now := p.total()
	best, kept := now, p.layout()
	late := make([]float64, 24)
	for i := range late {
		late[i] = now
	}
	for n := range effort {
		list := p.suspects()
		if len(list) == 0 {
			break
		}
		m := p.move(list[random.IntN(min(len(list), 12))], random)
		p.picture, p.last = p.last, p.picture
		limit := max(now, late[n%len(late)])
		next := p.within(limit)
		if next > limit {
			p.undo(m)
			p.picture, p.last = p.last, p.picture
			continue
		}
		now = next
		late[n%len(late)] = now
		if now < best {
			best, kept = now, p.layout()
		}
	}
	p.restore(kept)
	return p.total()
}

// layout is what a plan chooses.
type layout struct {
	side  []byte
	order [][]int
}

func (p *plan) layout() layout {
	l := layout{side: slices.Clone(p.side)}
	for _, order := range p.order {
		l.order = append(l.order, slices.Clone(order))
	}
	return l
}

func (p *plan) restore(l layout) { p.side, p.order = l.side, l.order }

// move is a change of a plan: the side that a thing's name had, or the place
// that its row had in its lane.
type move struct {
	thing    int
	side     byte // 0: the row moved
	lane, at int
}

// move gives a name another side, or its row another place in the lane.
func (p *plan) move(i int, random *rand.Rand) move {
	m := move{thing: i, side: p.side[i]}
	if side := sides[random.IntN(sideCount-1)]; random.IntN(3) > 0 && side != p.side[i] && p.allowed(i, side) {
		p.side[i] = side
		return m
	}
	for l, order := range p.order {
		at := slices.Index(order, i)
		if at < 0 || len(order) < 2 {
			continue
		}
		p.place(l, i, random.IntN(len(order)))
		return move{thing: i, lane: l, at: at}
	}
	return m
}

func (p *plan) undo(m move) {
	if m.side > 0 {
		p.side[m.thing] = m.side
		return
	}
	p.place(m.lane, m.thing, m.at)
}

// place puts a thing's row at a place in its lane.
func (p *plan) place(lane, i, to int) {
	order := p.order[lane]
	at := slices.Index(order, i)
	p.order[lane] = slices.Insert(slices.Delete(order, at, at+1), to, i)
}

// suspects are the rows that the costliest curve runs over, then those at the
// ends of curves that run over something, in the order of the chart.
func (p *plan) suspects() []int {
	worst := -1
	rank := p.search.ranks(len(p.marks)) // 0: none
	for c, cost := range p.cost {
		if cost < suspicious {
			continue
		}
		rank[p.row(p.curve[c].from)], rank[p.row(p.curve[c].to)] = 1, 1
		if worst < 0 || cost > p.cost[worst] {
			worst = c
		}
	}
	if worst < 0 {
		return nil
	}
	w := &p.ways[worst]
	list := p.search.list[:0]
	for _, row := range p.rows {
		for _, i := range row {
			mark := p.around(i, 8)
			if slices.ContainsFunc(p.boxes[i], func(b rect) bool { return w.hits(&b) }) || w.hits(&mark) {
				rank[i] = 2
			}
			if rank[i] > 0 {
				list = append(list, i)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return rank[b] - rank[a] })
	p.search.list = list
	return list
}

// parallel runs n independent tasks; their order does not matter.
func parallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { do(i) })
	}
	wait.Wait()
}
