package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is taken over from the picture before must cost what it would cost anew,
// however many moves lie between, made or refused.
func TestWaysTakenOverCostWhatTheyWouldCostAnew(t *testing.T) {
	s, _ := sceneOf(bundledIndex(t))
	for _, detour := range []bool{false, true} {
		p := s.plan(400, true)
		p.detour = detour
		random := rand.New(rand.NewPCG(1, 2))
		p.total()
		for n := range 300 {
			list := p.suspects()
			if len(list) == 0 {
				break
			}
			m := p.move(list[random.IntN(len(list))], random)
			p.picture, p.last = p.last, p.picture
			p.total()
			waysFit(t, p)
			if n%3 == 0 {
				p.undo(m)
				p.picture, p.last = p.last, p.picture
			}
			if t.Failed() {
				t.Fatalf("after move %d", n)
			}
		}
	}
}

func waysFit(t *testing.T, p *plan) {
	t.Helper()
	for c := range p.curve {
		w, tie := &p.ways[c], &p.curve[c]
		if tie.ruled || p.row(tie.from) == p.row(tie.to) {
			continue
		}
		if w.y1 != p.y[tie.from] || w.y2 != p.y[tie.to] {
			t.Errorf("curve %d goes from %v to %v, its marks stand at %v and %v", c, w.y1, w.y2, p.y[tie.from], p.y[tie.to])
		}
		p.look(w, tie)
		if cost := p.shape[c] + p.search.over(w, math.Inf(1)); math.Abs(cost-p.cost[c]) > 1e-6 {
			t.Errorf("curve %d is said to cost %v, and costs %v", c, p.cost[c], cost)
		}
	}
}

func TestAMoveCanBeUndone(t *testing.T) {
	s, _ := sceneOf(bundledIndex(t))
	p := s.plan(520, true)
	random := rand.New(rand.NewPCG(3, 4))
	p.total()
	for range 200 {
		before := p.layout()
		i := p.rows[len(p.rows)-1][0]
		p.undo(p.move(i, random))
		if !slices.Equal(before.side, p.side) {
			t.Fatal("a side is another")
		}
		for l := range before.order {
			if !slices.Equal(before.order[l], p.order[l]) {
				t.Fatalf("lane %d is %v, was %v", l, p.order[l], before.order[l])
			}
		}
	}
}
