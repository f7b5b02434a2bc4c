package chart

import (
	"cmp"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// NetworkDrawings are the places of a network's nodes on a wide and on a tall
// canvas. Both must be layouts of the network they are given with.
type NetworkDrawings struct {
	Landscape graph.Drawing
	Portrait  graph.Drawing
}

// DrawNetwork lays a network out for both canvases: 1100 x 640 px, and
// 380 x 576 px for a phone held upright.
func DrawNetwork(n *graph.Network) NetworkDrawings {
	wide := make(chan graph.Drawing, 1)
	go func() { wide <- n.Layout(graph.LayoutOptions{}) }()
	tall := n.Layout(graph.LayoutOptions{Width: 380, Aspect: 0.66, LabelWidth: 100})
	return NetworkDrawings{Landscape: <-wide, Portrait: tall}
}

// The bounds of what is drawn one by one.
const (
	maxGraphNodes = 2000 // beyond, points and lines are drawn in bulk
	maxGraphLinks = 6000
	maxParallel   = 4 // relations between the same two that get a curve each; more are a counted bundle
)

// Network makes the options of the network chart as JSON: positions, sizes and
// curves, with the id of every relation. Each relation of the network is in
// exactly one link (or loop). It answers an error when the drawings are not
// those of the network.
func Network(n *graph.Network, x *data.Index, d NetworkDrawings) ([]byte, error) {
	if err := fitting(n, d); err != nil {
		return nil, err
	}
	if n.Len() > maxGraphNodes || n.Size() > maxGraphLinks {
		return networkPlane(n, x, d)
	}
	return networkGraph(n, x, d)
}

// networkNode is a node as ECharts wants it, with what the page needs to know.
// The library's own type drops x = 0 and has no id.
type networkNode struct {
	ID          data.EntityID `json:"id"`
	Name        string        `json:"name"`
	X           float64       `json:"x"`
	Y           float64       `json:"y"`
	Portrait    [2]float64    `json:"portrait"`
	Kind        data.KindID   `json:"kind"`
	Category    int           `json:"category"`
	Symbol      string        `json:"symbol"`
	SymbolSize  float64       `json:"symbolSize"`
	Degree      int           `json:"degree"`
	Betweenness float64       `json:"betweenness,omitempty"`
	Community   int32         `json:"community"`
	Side        string        `json:"side,omitempty"` // where the label has room in the landscape; empty: right
	TallSide    string        `json:"tallSide,omitempty"`
	Label       *networkLabel `json:"label,omitempty"` // nil: it does not show at nominal size
}

type networkLabel struct {
	Show     bool   `json:"show"`
	Position string `json:"position"`
}

// networkLink is one curve: a relation, or a bundle of several.
type networkLink struct {
	Source    data.EntityID     `json:"source"`
	Target    data.EntityID     `json:"target"`
	Relations []data.RelationID `json:"relations"`
	Status    data.Status       `json:"status,omitempty"`    // of a bundle, the weakest in it; empty: stated
	Influence data.Influence    `json:"influence,omitempty"` // empty: none
	LineStyle networkLine       `json:"lineStyle"`
}

type networkLine struct {
	Curveness float64 `json:"curveness,omitempty"`
	Type      any     `json:"type,omitempty"` // nil: solid
}

type networkCategory struct {
	Name      string            `json:"name"`
	Kind      data.KindID       `json:"kind"`
	Symbol    string            `json:"symbol"`
	ItemStyle map[string]string `json:"itemStyle"`
}

// networkOwn is what ECharts does not know of the network.
type networkOwn struct {
	Loops      []networkLink `json:"loops"`      // relations of a thing with itself, which ECharts does not draw
	Canvas     [4]float64    `json:"canvas"`     // width and height in px of the landscape, then of the portrait
	Silhouette float64       `json:"silhouette"` // how far apart the communities stand, -1 to 1
}

func networkGraph(n *graph.Network, x *data.Index, d NetworkDrawings) ([]byte, error) {
	categories, number := networkCategories(n, x)
	links, loops := networkLinks(n, x)
	chart := charts.NewGraph()
	chart.SetGlobalOptions(charts.WithAnimation(false))
	chart.AddSeries("", nil, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Id, s.Layout, s.SymbolKeepAspect = "network", "none", opts.Bool(true)
		s.Data, s.Links, s.Categories = networkNodes(n, x, d, number), links, categories
	}))
	return encode(chart, networkOwn{Loops: loops, Canvas: canvasOf(d), Silhouette: rounded(d.Landscape.Silhouette, 1e4)})
}

func canvasOf(d NetworkDrawings) [4]float64 {
	return [4]float64{d.Landscape.Width, d.Landscape.Height, d.Portrait.Width, d.Portrait.Height}
}

// networkCategories are the kinds in use, in the order of their lanes.
func networkCategories(n *graph.Network, x *data.Index) ([]networkCategory, map[data.KindID]int) {
	var kinds []data.Kind
	number := map[data.KindID]int{}
	for v := range int32(n.Len()) {
		id := n.Thing(v).Kind
		if _, seen := number[id]; !seen {
			number[id] = 0
			kinds = append(kinds, x.Kind(id))
		}
	}
	slices.SortFunc(kinds, func(a, b data.Kind) int { return cmp.Or(a.Lane-b.Lane, cmp.Compare(a.ID, b.ID)) })
	categories := make([]networkCategory, len(kinds))
	for i, k := range kinds {
		number[k.ID] = i
		categories[i] = networkCategory{Name: k.Label, Kind: k.ID, Symbol: symbolName(k.Symbol), ItemStyle: map[string]string{"color": colour(k.Light)}}
	}
	return categories, number
}

func networkNodes(n *graph.Network, x *data.Index, d NetworkDrawings, number map[data.KindID]int) []networkNode {
	between := n.Betweenness()
	nodes := make([]networkNode, n.Len())
	for v := range int32(n.Len()) {
		t, wide, tall := n.Thing(v), d.Landscape.Placed[v], d.Portrait.Placed[v]
		degree := n.Degree(v).Total
		nodes[v] = networkNode{
			ID: t.ID, Name: t.Short, X: wide.X, Y: wide.Y, Portrait: [2]float64{tall.X, tall.Y},
			Kind: t.Kind, Category: number[t.Kind], Symbol: symbolName(x.Kind(t.Kind).Symbol), SymbolSize: wide.Size,
			Degree: degree, Betweenness: rounded(between[v], 100), Community: wide.Community,
			Side: side(wide.Label), TallSide: side(tall.Label), Label: shownLabel(wide),
		}
	}
	return nodes
}

func shownLabel(p graph.Placed) *networkLabel {
	if !p.Show {
		return nil
	}
	return &networkLabel{Show: true, Position: p.Label.String()}
}

// side is the word of the page for the side of a label, empty for the right.
func side(s graph.Side) string { return [...]string{"", "left", "below", "above"}[s] }
