package timeline

import (
	"cmp"
	"math"
	"slices"
)

// allowance is how much a lane may say: the share of its things (in eighths,
// the heaviest first) that keep a label, the widest label in pixels, and
// whether stages have theirs where that costs room.
type allowance struct {
	eighths int
	widest  float64
	stages  bool
}

// allowances go from everything to marks alone.
var allowances = []allowance{
	{8, 220, true}, {8, 160, true}, {8, 120, true}, {8, 120, false}, {7, 140, false}, {6, 140, false},
	{5, 140, false}, {4, 140, false}, {3, 120, false}, {2, 120, false}, {1, 120, false}, {0, 0, false},
}

// packing is the layout of one lane.
type packing struct {
	rows     int
	places   []Place // of the compounds in order, each followed by its stages
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
	free := make([]float64, 0, 16) // where each row is free from
	var out packing
	var left []int // compounds without a row
	starts := make([]int, len(p.compounds))
	for i, c := range p.compounds {
		starts[i] = len(out.places)
		o := p.option(c, p.labelled(i, a), a)
		row, ok := p.put(&free, o.extent, most-1)
		if !ok {
			left = append(left, i)
		}
		for _, place := range o.places {
			place.Row = row
			out.places = append(out.places, place)
		}
	}
	out.rows = max(1, len(free))
	p.gatherRest(&out, left, starts, len(free))
	return out
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

// gatherRest puts what found no row into one more: alone where it has room,
// else in counted clusters.
func (p packer) gatherRest(out *packing, rest []int, starts []int, row int) {
	if len(rest) == 0 {
		return
	}
	out.rows = row + 1
	for _, g := range p.groups(rest) {
		cluster := -1
		if len(g) > 1 {
			cluster = len(out.clusters)
			out.clusters = append(out.clusters, p.cluster(g, row))
		}
		for _, i := range g {
			n := 1 + len(p.compounds[i].stages)
			for k := starts[i]; k < starts[i]+n; k++ {
				out.places[k] = Place{Row: row, Cluster: cluster}
			}
		}
	}
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
