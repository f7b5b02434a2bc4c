package timeline

import (
	"cmp"
	"math"
	"slices"
)

// allowance is how much a lane may say: the share of its things (in eighths,
// the heaviest first) that keep a label, the widest name in pixels that has
// one, and whether stages have theirs where that costs room.
type allowance struct {
	eighths int
	widest  float64
	stages  bool
}

// allowances go from everything to a third of the labels. What has no row then
// is gathered in clusters: a few names and a count say more than marks alone.
var allowances = []allowance{
	{8, 220, true}, {8, 160, true}, {8, 160, false}, {7, 160, false},
	{6, 160, false}, {5, 160, false}, {4, 160, false}, {3, 160, false},
}

// packing is the layout of one lane.
type packing struct {
	rows     int
	slots    [][]slot // by row
	left     []int    // compounds that found no row
	places   []Place  // of the compounds in order, each followed by its stages
	clusters []Cluster
}

// packer packs one lane at one scale.
type packer struct {
	*Timeline
	compounds []compound
	rank      []int // of each compound by weight, the heaviest 0
	scale     float64
	length    float64 // of the axis in pixels
}

func (t *Timeline) packer(compounds []compound, scale float64) packer {
	return packer{t, compounds, t.ranks(compounds), scale, float64(t.Scale.Length() * scale)}
}

func (t *Timeline) ranks(compounds []compound) []int {
	order := make([]int, len(compounds))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(t.Items[compounds[b].item].Weight, t.Items[compounds[a].item].Weight)
	})
	rank := make([]int, len(order))
	for r, i := range order {
		rank[i] = r
	}
	return rank
}

// pack places every compound in the first row with room. What finds none in
// most rows less one is gathered in the last.
func (p packer) pack(a allowance, most int) packing {
	var rows [][]slot
	var free []float64 // where each row is free from
	var left []int     // compounds without a row
	for i, c := range p.compounds {
		o := p.arrange(c, NoLabel, nil)
		if p.labelled(i, a) {
			o = p.option(c, a)
		}
		row, ok := p.put(&free, o.extent, most-1)
		if !ok {
			left = append(left, i)
			continue
		}
		if row == len(rows) {
			rows = append(rows, nil)
		}
		rows[row] = append(rows[row], slot{i, o, o.extent.from(p.scale), o.extent.to(p.scale)})
	}
	return packing{rows: max(1, len(rows)+min(1, len(left))), slots: rows, left: left}
}

func (p packer) labelled(i int, a allowance) bool {
	return p.rank[i]*8 < a.eighths*len(p.compounds)
}

// put finds the first row with room. Only rows below limit are opened.
func (p packer) put(free *[]float64, e extent, limit int) (int, bool) {
	from := e.from(p.scale)
	row := slices.IndexFunc(*free, func(f float64) bool { return f+RowGap <= from })
	if row < 0 {
		if len(*free) >= limit {
			return 0, false
		}
		row = len(*free)
		*free = append(*free, 0)
	}
	(*free)[row] = e.to(p.scale)
	return row, true
}

// settle gives labels back where there is room and writes the places down.
func (p packer) settle(out *packing) {
	clusterOf := p.gatherRest(out)
	p.regain(out.slots)
	byCompound := make([][]Place, len(p.compounds))
	for row, slots := range out.slots {
		for _, s := range slots {
			if s.compound < 0 {
				continue
			}
			places := slices.Clone(s.option.places) // shared with other sizes
			for k := range places {
				places[k].Row = row
			}
			byCompound[s.compound] = places
		}
	}
	for i, places := range byCompound {
		if cluster, ok := clusterOf[i]; ok {
			places = slices.Repeat([]Place{{Row: out.clusters[cluster].Row, Cluster: cluster}}, 1+len(p.compounds[i].stages))
		}
		out.places = append(out.places, places...)
	}
}

// gatherRest puts what found no row into one more: alone where it has room,
// else in counted clusters. It returns the cluster of each compound in one.
func (p packer) gatherRest(out *packing) map[int]int {
	clusterOf := map[int]int{}
	if len(out.left) == 0 {
		return clusterOf
	}
	row, last := len(out.slots), []slot(nil)
	for _, g := range p.groups(out.left) {
		if len(g) == 1 {
			o := p.arrange(p.compounds[g[0]], NoLabel, nil)
			last = append(last, slot{g[0], o, o.extent.from(p.scale), o.extent.to(p.scale)})
			continue
		}
		c := p.cluster(g, row)
		for _, i := range g {
			clusterOf[i] = len(out.clusters)
		}
		out.clusters = append(out.clusters, c)
		from, to := float64(p.Scale.Units(c.From)*p.scale)-PillHalf, float64(p.Scale.Units(c.To)*p.scale)+PillHalf
		last = append(last, slot{compound: -1, from: from, to: to})
	}
	out.slots = append(out.slots, last)
	return clusterOf
}

// groups joins neighbours that would touch in one row.
func (p packer) groups(rest []int) [][]int {
	var out [][]int
	end := math.Inf(-1)
	for _, i := range rest {
		c := p.compounds[i]
		at := float64(c.at * p.scale)
		from, to := min(c.extent.from(p.scale), at-PillHalf), max(c.extent.to(p.scale), at+PillHalf)
		last := len(out) - 1
		if from < end+RowGap && last >= 0 {
			out[last] = append(out[last], i)
			end = max(at, float64(p.compounds[out[last][0]].at*p.scale)) + PillHalf
			continue
		}
		out = append(out, []int{i})
		end = to
	}
	return out
}

func (p packer) cluster(group []int, row int) Cluster {
	c := Cluster{Row: row, From: math.Inf(1), To: math.Inf(-1), Count: len(group)}
	for _, i := range group {
		at := p.Items[p.compounds[i].item].At
		c.From, c.To = min(c.From, at), max(c.To, at)
	}
	return c
}
