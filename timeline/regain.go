package timeline

import (
	"cmp"
	"math"
	"slices"
)

// slot is a compound where it was put: its row's neighbours bound what it may
// say.
type slot struct {
	compound int
	option   option
	from, to float64
}

// regain gives labels back where the row has room, the heaviest first, once
// the rows are settled.
func (p packer) regain(rows [][]slot) {
	type where struct{ row, slot int }
	byRank := make([]where, len(p.compounds))
	for i := range byRank {
		byRank[i].row = -1
	}
	for r, row := range rows {
		slices.SortStableFunc(row, func(a, b slot) int { return cmp.Compare(a.from, b.from) })
		for k, s := range row {
			if s.compound >= 0 {
				byRank[p.rank[s.compound]] = where{r, k}
			}
		}
	}
	for _, w := range byRank {
		if w.row >= 0 {
			p.widen(&rows[w.row][w.slot], between(rows[w.row], w.slot))
		}
	}
}

// between is the room of a slot, from its left neighbour to its right one.
func between(row []slot, k int) [2]float64 {
	room := [2]float64{math.Inf(-1), math.Inf(1)}
	if k > 0 {
		room[0] = row[k-1].to + RowGap
	}
	if k+1 < len(row) {
		room[1] = row[k+1].from - RowGap
	}
	return room
}

func (p packer) widen(s *slot, room [2]float64) {
	c := p.compounds[s.compound]
	if c.width > mostLabel || p.complete(s.option) {
		return
	}
	for _, stages := range []bool{true, false} {
		for o := range p.arrangements(c, stages) {
			from, to := o.extent.from(p.scale), o.extent.to(p.scale)
			if from < room[0] || to > room[1] || !p.fits(o) || o.words() <= s.option.words() {
				continue
			}
			s.option, s.from, s.to = o, from, to
			return
		}
	}
}

// complete tells whether everything that can be said is.
func (p packer) complete(o option) bool {
	return !slices.ContainsFunc(o.places, func(place Place) bool { return place.Side == NoLabel })
}

// words is the width of all labels of an option.
func (o option) words() float64 {
	sum := 0.0
	for _, p := range o.places {
		sum += p.Width
	}
	return sum
}
