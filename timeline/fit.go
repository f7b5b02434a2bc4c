package timeline

import "slices"

// fewestRows is what a lane is left with when many must share the height.
const fewestRows = 2

// scrolledRows is what a lane gets on average once lanes are so many that the
// page scrolls anyway.
const scrolledRows = 3

// mostRows is what a lane may have however tall the page is.
const mostRows = 60

// layOut settles a grouping at every size and level.
func (t *Timeline) layOut(g *Grouping) {
	lanes := make([][]compound, len(g.Lanes))
	for i, l := range g.Lanes {
		lanes[i] = t.compounds(l)
	}
	for _, rows := range t.Sizes {
		layouts := make([]Layout, len(t.Levels))
		for k, scale := range t.Levels {
			layouts[k] = t.fit(lanes, scale, rows)
		}
		g.Layouts = append(g.Layouts, layouts)
	}
}

// fit packs the lanes at one scale. While they take more rows than there are,
// the lane with the most says less: fewer and shorter labels first, clusters
// when marks alone do not fit either.
func (t *Timeline) fit(lanes [][]compound, scale float64, rows int) Layout {
	if rows < fewestRows*len(lanes) {
		rows = scrolledRows * len(lanes)
	}
	fits := make([]laneFit, len(lanes))
	total := 0
	for i, l := range lanes {
		fits[i] = laneFit{packer: t.packer(l, scale), most: mostRows}
		fits[i].pack()
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
	packer
	packing
	step int // of allowances
	most int // rows
	done bool
}

func (f *laneFit) pack() { f.packing = f.packer.pack(allowances[f.step], f.most) }

// less gives up labels until a row is won, then rows. Others is what the other
// lanes take of the rows that there are.
func (f *laneFit) less(others, rows int) {
	before := f.rows
	for f.rows == before && f.step < len(allowances)-1 {
		f.step++
		f.pack()
	}
	if f.rows < before {
		return
	}
	f.most = max(fewestRows, min(before-1, max(rows-others, before*3/4)))
	f.pack()
	f.done = f.rows <= fewestRows || f.rows >= before
}

// tallest is the lane with the most rows that can still give one up, the
// first of equals; -1 when there is none.
func tallest(fits []laneFit) int {
	best := -1
	for i, f := range fits {
		if !f.done && f.rows > fewestRows && (best < 0 || f.rows > fits[best].rows) {
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
		for _, p := range slices.Clone(f.places) {
			if p.Cluster >= 0 {
				p.Cluster += first
			}
			out.Places = append(out.Places, p)
		}
	}
	return out
}
