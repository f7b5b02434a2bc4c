package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/redthread/redthread/data"
)

// sankeyNode is a node as ECharts wants it. Its own layout would put nodes where
// they happen to fall; localY, its word for where a reader has dragged a node,
// says where ours stand.
type sankeyNode struct {
	ID        data.EntityID   `json:"id"`
	Name      string          `json:"name"`
	Depth     int             `json:"depth"` // the column
	LocalY    float64         `json:"localY"`
	Value     int             `json:"value"` // threads
	Kind      data.KindID     `json:"kind,omitempty"`
	NoLaw     bool            `json:"noLaw,omitempty"`
	Waypoint  data.RelationID `json:"waypoint,omitempty"` // nothing stands here: the relation passes
	Others    int             `json:"others,omitempty"`   // so many things drawn as one; the id is of none
	ItemStyle sankeyStyle     `json:"itemStyle"`
	Label     sankeyLabel     `json:"label"`
}

type sankeyLabel struct {
	Show     bool   `json:"show"`
	Position string `json:"position,omitempty"`
}

type sankeyStyle struct {
	Color   string  `json:"color"`
	Opacity float64 `json:"opacity"`
}

// sankeyLink is a relation, or the part of one between two columns.
type sankeyLink struct {
	Source    data.EntityID   `json:"source"`
	Target    data.EntityID   `json:"target"`
	Value     int             `json:"value"` // threads
	Relation  data.RelationID `json:"relation"`
	Relations int             `json:"relations,omitempty"` // so many as one; the id is of none
	Status    data.Status     `json:"status"`
	LineStyle sankeyStyle     `json:"lineStyle"`
	Ends      []data.EntityID `json:"ends,omitempty"`     // the first of those drawn as one that it leads to
	EndCount  int             `json:"endCount,omitempty"` // how many these are
}

// flowOwn is what ECharts does not know of the diagram.
type flowOwn struct {
	Columns []flowColumn `json:"columns"`
	Threads []flowThread `json:"threads"`
	Left    []flowLeft   `json:"left"`    // relations of threads that are not drawn
	Omitted int          `json:"omitted"` // threads that are not drawn, the diagram being full
	Unit    float64      `json:"unit"`    // px for a thread
	Height  float64      `json:"height"`  // px of the whole, not stretched
	Scale   float64      `json:"scale"`   // px that localY is a part of
}

// statusOpacity makes what is less sure paler. The page draws patterns as well,
// and says the word.
var statusOpacity = map[data.Status]float64{data.Stated: 0.4, data.Possible: 0.28, data.Inferred: 0.2, data.Disputed: 0.14}

const sankeyNodeWidth = 10 // px

func (f *flow) sankey() ([]byte, error) {
	scale := f.scale()
	chart := charts.NewSankey()
	chart.SetGlobalOptions(charts.WithAnimation(false))
	chart.AddSeries("", nil, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Id, s.NodeAlign, s.NodeWidth, s.NodeGap = "flow", "left", opts.Int(sankeyNodeWidth), opts.Int(0)
		s.Left, s.Top, s.Right, s.Bottom = "0", "0", "20%", percent(1-scale/f.frame.height)
		s.Draggable = opts.Bool(false)
		s.Data, s.Links = f.sankeyNodes(scale), f.sankeyLinks()
	}))
	return encode(unmoved{chart}, flowOwn{
		Columns: f.heads(), Threads: orNone(f.threads), Left: f.left, Omitted: f.omitted,
		Unit: f.frame.unit, Height: f.frame.height, Scale: scale,
	})
}

// scale is the height that ECharts takes for its own when it finds how high one
// thread is: without gaps, that of the fullest column.
func (f *flow) scale() float64 {
	full := make([]float64, f.frame.columns+1)
	for _, n := range f.order {
		full[n.column] += n.h
	}
	most := f.frame.unit
	for _, h := range full {
		most = math.Max(most, h)
	}
	return rounded(most, 100)
}

func percent(part float64) string { return trimmed(100*part) + "%" }

func (f *flow) sankeyNodes(scale float64) []sankeyNode {
	nodes := make([]sankeyNode, 0, len(f.order))
	for _, n := range f.order {
		node := sankeyNode{ID: n.id, Depth: n.column, LocalY: rounded(n.y/scale, 1e6), Value: n.threads}
		if n.way != nil {
			node.Waypoint, node.ItemStyle = n.way.id, f.styleOf(n.way)
		} else {
			node.Name, node.Others = f.nameOf(n), n.others
			node.Kind, node.NoLaw = n.kind.ID, n.class == noLawNamed
			node.ItemStyle = sankeyStyle{colour(n.kind.Light), 1}
			node.Label = sankeyLabel{true, "right"}
		}
		nodes = append(nodes, node)
	}
	return nodes
}

// sankeyLinks are in the order in which they leave and reach a node from the
// top: ECharts keeps it where two links join the same two.
func (f *flow) sankeyLinks() []sankeyLink {
	links := []sankeyLink{}
	for _, l := range f.links {
		for i, to := range l.path[1:] {
			links = append(links, sankeyLink{
				Source: l.path[i].id, Target: to.id, Value: l.threads, Relation: l.id, Relations: l.relations, Status: l.status, LineStyle: f.styleOf(l),
				Ends: l.ends[:min(len(l.ends), namedEnds)], EndCount: len(l.ends),
			})
		}
	}
	return links
}

// styleOf is the colour of what a link comes from, paler where it is less sure.
func (f *flow) styleOf(l *flowLink) sankeyStyle {
	return sankeyStyle{colour(f.nodes[l.from].kind.Light), statusOpacity[l.status]}
}

// unmoved keeps ECharts from moving the nodes: go-echarts has no word for it.
type unmoved struct{ drawable }

type unmovedSeries struct {
	charts.SingleSeries
	LayoutIterations int `json:"layoutIterations"`
}

func (u unmoved) JSON() map[string]any {
	options := u.drawable.JSON()
	if series, ok := options["series"].(charts.MultiSeries); ok {
		list := make([]unmovedSeries, 0, len(series))
		for _, s := range series {
			list = append(list, unmovedSeries{SingleSeries: s})
		}
		options["series"] = list
	}
	return options
}

func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
