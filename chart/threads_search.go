package chart

import "math"

// search is what the routing of one plan works with, from curve to curve.
type search struct {
	names  []rect // that may be in the way
	marks  []obstacle
	runEnd []int // of each row: the last of those that kept their contents and moved as one with it
	rank   []int
	list   []int
	open   []int // curves that need a new way
}

// obstacle is a mark in the way, and what it costs to run over it.
type obstacle struct {
	rect
	cost float64
}

// compare finds the rows that are as they were in the picture before, but for
// their height. An empty row goes with the one below.
func (p *plan) compare() {
	s := &p.search
	s.runEnd = append(s.runEnd[:0], make([]int, len(p.rows))...)
	below, end := math.NaN(), -1
	for r := len(p.rows) - 1; r >= 0; r-- {
		d, same := below, end == r+1 || end > r+1
		if len(p.rows[r]) > 0 {
			d, same = p.moved(r)
		}
		switch {
		case !same:
			end = r - 1
		case d != below || end <= r:
			end = r
		}
		below, s.runEnd[r] = d, end
	}
}

// moved is how far a row has moved since the picture before; false where it has
// other names.
func (p *plan) moved(r int) (float64, bool) {
	row := p.rows[r]
	first := row[0]
	before := p.last.rowOf[first]
	if before >= len(p.last.rows) || len(p.last.rows[before]) != len(row) {
		return 0, false
	}
	for _, i := range row {
		if p.last.rowOf[i] != before || p.last.put[i] != p.put[i] {
			return 0, false
		}
	}
	return p.y[first] - p.last.y[first], true
}

// same tells whether all from one row to another is as it was.
func (s *search) same(a, b int) bool { return s.runEnd[min(a, b)] >= max(a, b) }

// look gathers what may be in the way between the two ends of a curve.
func (p *plan) look(w *way, t *tie) {
	s := &p.search
	s.names, s.marks = s.names[:0], s.marks[:0]
	left, right := w.across()
	top, bottom := min(w.y1, w.y2), max(w.y1, w.y2)
	own := [2]int{p.row(t.from), p.row(t.to)}
	first, last := p.rowOf[own[0]], p.rowOf[own[1]]
	for _, row := range p.rows[min(first, last) : max(first, last)+1] {
		for _, i := range row {
			for _, b := range p.boxes[i] {
				if b.x0 < right && b.x1 > left && b.y1 >= top && b.y0 <= bottom {
					s.names = append(s.names, b)
				}
			}
			if p.extent[i][0]-8 < right && p.extent[i][1]+8 > left {
				p.lookAtMarks(t, i, own)
			}
		}
	}
}

func (p *plan) lookAtMarks(t *tie, i int, own [2]int) {
	cost := overMark
	if i == own[0] || i == own[1] {
		cost = overOwn
	}
	add := func(k int, half float64) {
		if k != t.from && k != t.to {
			p.search.marks = append(p.search.marks, obstacle{p.around(k, half), cost})
		}
	}
	add(i, 8)
	for _, k := range p.marks[i].Stages {
		add(k, 5)
	}
}

// over adds up what a way runs over, up to a limit.
func (s *search) over(w *way, limit float64) float64 {
	left, right := w.across()
	cost := 0.0
	for k := range s.names {
		if b := &s.names[k]; b.x0 < right && b.x1 > left && w.hits(b) {
			if cost += overName; cost >= limit {
				return cost
			}
		}
	}
	for k := range s.marks {
		if o := &s.marks[k]; o.x0 < right && o.x1 > left && w.hits(&o.rect) {
			if cost += o.cost; cost >= limit {
				return cost
			}
		}
	}
	return cost
}

// free tells whether a vertical is free of names between two heights.
func (s *search) free(x, y0, y1 float64) bool {
	y0, y1 = math.Min(y0, y1), math.Max(y0, y1)
	for k := range s.names {
		if b := &s.names[k]; x > b.x0-clearance && x < b.x1+clearance && b.y1 > y0 && b.y0 < y1 {
			return false
		}
	}
	return true
}

// ranks are so many noughts.
func (s *search) ranks(n int) []int {
	s.rank = append(s.rank[:0], make([]int, n)...)
	return s.rank
}
