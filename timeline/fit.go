package timeline

import (
	"slices"
	"sync"
)

// fewestRows is what a lane is left with when many must share the height.
const fewestRows = 2

// scrolledRows is what a lane gets on average once lanes are so many that the
// page scrolls anyway.
const scrolledRows = 3

// mostRows is what a lane may have however tall the page is.
const mostRows = 60

// layOut settles a grouping at every size and level. The levels do not know of
// each other, so that any number of processors gives the same.
func (t *Timeline) layOut(g *Grouping) {
	lanes := make([][]compound, len(g.Lanes))
	for i, l := range g.Lanes {
		lanes[i] = t.compounds(l)
	}
	g.Layouts = make([][]Layout, len(t.Sizes))
	for size := range t.Sizes {
		g.Layouts[size] = make([]Layout, len(t.Levels))
	}
	var all sync.WaitGroup
	for level := range t.Levels {
		all.Go(func() { t.layOutLevel(g, lanes, level) })
	}
	all.Wait()
}

// layOutLevel settles all sizes at one scale: they begin with the same
// packings.
func (t *Timeline) layOutLevel(g *Grouping, lanes [][]compound, level int) {
	shared := make([]sharedLane, len(lanes))
	for i, l := range lanes {
		shared[i] = sharedLane{packer: t.packer(l, t.Levels[level])}
	}
	for size, rows := range t.Sizes {
		g.Layouts[size][level] = fit(shared, rows)
	}
}

// sharedLane keeps the packings of a lane that do not depend on the rows there
// are.
type sharedLane struct {
	packer
	done [][][]slot // by step of the allowances
	left [][]int
}

func (s *sharedLane) at(step int) packing {
	for len(s.done) <= step {
		p := s.pack(allowances[len(s.done)], mostRows)
		s.done, s.left = append(s.done, p.slots), append(s.left, p.left)
	}
	slots := make([][]slot, len(s.done[step]))
	for i, row := range s.done[step] {
		slots[i] = slices.Clone(row)
	}
	return packing{rows: max(1, len(slots)+min(1, len(s.left[step]))), slots: slots, left: s.left[step]}
}

// fit packs the lanes into rows. While they take more than there are, the lane
// with the most says less: fewer and shorter labels first, clusters when those
// do not fit either.
func fit(lanes []sharedLane, rows int) Layout {
	if rows < fewestRows*len(lanes) {
		rows = scrolledRows * len(lanes)
	}
	fits := make([]laneFit, len(lanes))
	total := 0
	for i := range lanes {
		fits[i] = laneFit{sharedLane: &lanes[i], packing: lanes[i].at(0)}
		total += fits[i].rows
	}
	for total > rows {
		i := tallest(fits)
		if i < 0 {
			break
		}
		total -= fits[i].rows
		fits[i].less(total, rows)
		total += fits[i].rows
	}
	return gatherLanes(fits)
}

// laneFit is a lane on its way to fewer rows.
type laneFit struct {
	*sharedLane
	packing
	step int // of allowances
	last bool
}

// less gives up labels until a row is won, then rows. Others is what the other
// lanes take of the rows that there are.
func (f *laneFit) less(others, rows int) {
	before := f.rows
	for f.rows == before && f.step < len(allowances)-1 {
		f.step++
		f.packing = f.at(f.step)
	}
	if f.rows < before {
		return
	}
	most := max(fewestRows, min(before-1, max(rows-others, before*3/4)))
	f.packing = f.pack(allowances[f.step], most)
	f.last = f.rows <= fewestRows || f.rows >= before
}

// tallest is the lane with the most rows that can still give one up, the
// first of equals; -1 when there is none.
func tallest(fits []laneFit) int {
	best := -1
	for i, f := range fits {
		if !f.last && f.rows > fewestRows && (best < 0 || f.rows > fits[best].rows) {
			best = i
		}
	}
	return best
}

func gatherLanes(fits []laneFit) Layout {
	var out Layout
	for lane := range fits {
		f := &fits[lane]
		f.settle(&f.packing)
		first := len(out.Clusters)
		out.Rows = append(out.Rows, f.rows)
		for _, c := range f.clusters {
			c.Lane = lane
			out.Clusters = append(out.Clusters, c)
		}
		for _, p := range f.places {
			if p.Cluster >= 0 {
				p.Cluster += first
			}
			out.Places = append(out.Places, p)
		}
	}
	return out
}
