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
		p.look(w, tie, widest)
		if cost := p.shape[c] + p.search.over(w, math.Inf(1)); math.Abs(cost-p.cost[c]) > 1e-6 {
			t.Errorf("curve %d is said to cost %v, and costs %v", c, p.cost[c], cost)
		}
	}
}

// The vertical of a detour stands between those of the two ends, or the line goes
// back in time.
func TestWhatSwingsBackInTimeIsKnown(t *testing.T) {
	for _, c := range []struct {
		x1, xm, x2 float64
		want       bool
	}{{100, 150, 200, false}, {200, 150, 100, false}, {100, 99, 200, false}, {100, 60, 200, true}, {100, 240, 200, true}, {200, 240, 100, true}} {
		if w := (way{x1: c.x1, x2: c.x2, xm: c.xm, detour: true}); w.swings() != c.want {
			t.Errorf("from %v by %v to %v swings: %v", c.x1, c.xm, c.x2, w.swings())
		}
	}
	if w := (way{x1: 100, x2: 200, xm: 900}); w.swings() {
		t.Error("a way without a detour swings")
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
