package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// planeOwn is what the bulk drawing cannot carry: who is who.
type planeOwn struct {
	Canvas [4]float64  `json:"canvas"`
	Dots   []planeDots `json:"dots"` // one for each scatter series, in its order
	Lines  planeLines  `json:"lines"`
}

// planeDots tells of the nodes of a kind; the lists run in parallel.
type planeDots struct {
	Kind        data.KindID     `json:"kind"`
	Symbol      string          `json:"symbol"`
	IDs         []data.EntityID `json:"ids"`
	Portraits   [][2]float64    `json:"portraits"`
	Sizes       []float64       `json:"sizes"`
	Degrees     []int           `json:"degrees"`
	Communities []int32         `json:"communities"`

	places [][2]float64
	colour string
	label  string
}

// planeLines tells of all relations; the lists run in parallel.
type planeLines struct {
	Relations []data.RelationID   `json:"relations"`
	Ends      [][2]data.EntityID  `json:"ends"`
	Statuses  map[int]data.Status `json:"statuses"` // of those that are not stated, by place in the list

	coords []planeCoords
}

// planeCoords is a line as ECharts wants it. Its shorter form, one flat list of
// numbers, is refused by ECharts 6 outside of production builds.
type planeCoords struct {
	Coords [2][2]float64 `json:"coords"`
}

// networkPlane makes scatter and lines of a network that is too large for a
// graph series: an ECharts graph paints 5,000 nodes in 1.5 s, these 50,000 in a
// third of a second.
func networkPlane(n *graph.Network, x *data.Index, d NetworkDrawings) ([]byte, error) {
	own := planeOwn{Canvas: canvasOf(d), Dots: networkPlaneDots(n, x, d), Lines: networkPlaneLines(n, d)}
	chart := charts.NewScatter()
	chart.SetGlobalOptions(charts.WithAnimation(false))
	chart.AddSeries("", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Id, s.Type, s.CoordSystem, s.Large, s.Data = "links", "lines", "cartesian2d", opts.Bool(true), own.Lines.coords
	}))
	for _, dots := range own.Dots {
		chart.AddSeries(dots.label, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
			s.Id, s.Large, s.SymbolSize, s.Data = "nodes-"+string(dots.Kind), opts.Bool(true), 4, dots.places
			s.ItemStyle = &opts.ItemStyle{Color: dots.colour}
		}))
	}
	return encode(chart, own)
}

func networkPlaneLines(n *graph.Network, d NetworkDrawings) planeLines {
	lines := planeLines{Statuses: map[int]data.Status{}, coords: make([]planeCoords, 0, n.Size())}
	for r := range int32(n.Size()) {
		from, to := n.Ends(r)
		a, b := d.Landscape.Placed[from], d.Landscape.Placed[to]
		lines.coords = append(lines.coords, planeCoords{[2][2]float64{{a.X, a.Y}, {b.X, b.Y}}})
		lines.Relations = append(lines.Relations, n.RelationID(r))
		lines.Ends = append(lines.Ends, [2]data.EntityID{n.ID(from), n.ID(to)})
		if status := weaker("", n.Relation(r).Status); status != data.Stated {
			lines.Statuses[int(r)] = status
		}
	}
	return lines
}

func networkPlaneDots(n *graph.Network, x *data.Index, d NetworkDrawings) []planeDots {
	categories, number := networkCategories(n, x)
	dots := make([]planeDots, len(categories))
	for i, c := range categories {
		dots[i] = planeDots{Kind: c.Kind, Symbol: c.Symbol, colour: c.ItemStyle["color"], label: c.Name}
	}
	for v := range int32(n.Len()) {
		s, wide, tall := &dots[number[n.Thing(v).Kind]], d.Landscape.Placed[v], d.Portrait.Placed[v]
		s.places = append(s.places, [2]float64{wide.X, wide.Y})
		s.IDs = append(s.IDs, n.ID(v))
		s.Portraits = append(s.Portraits, [2]float64{tall.X, tall.Y})
		s.Sizes = append(s.Sizes, wide.Size)
		s.Degrees = append(s.Degrees, n.Degree(v).Total)
		s.Communities = append(s.Communities, wide.Community)
	}
	return dots
}
