package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/timeline"
)

// The renderers of a timeline, by the names under which the front end has them.
const (
	GroundRenderer  types.FuncStr = "rt.timeline.ground"
	MarksRenderer   types.FuncStr = "rt.timeline.marks"
	ClusterRenderer types.FuncStr = "rt.timeline.clusters"
)

// Timeline is the options of a timeline: three custom series (what lies behind,
// marks, clusters) on an axis of days since 1970-01-01, and the lanes, levels
// and layouts under OwnKey.
func Timeline(t *timeline.Timeline) ([]byte, error) {
	c := charts.NewCustom()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: t.Scale.Lo, Max: t.Scale.Hi}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: 1}),
	)
	c.AddSeries("ground", nil, painted(GroundRenderer, []int{0}))
	c.AddSeries("marks", nil, painted(MarksRenderer, timelineItems(t)))
	c.AddSeries("clusters", nil, painted(ClusterRenderer, []int{}))
	return encode(c, timelineOwn(t))
}

func painted(renderer types.FuncStr, items any) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Id, s.RenderItem, s.Data = s.Name, renderer, items
		s.CoordSystem = "cartesian2d"
	})
}

// timelineItem is a datum of the marks.
type timelineItem struct {
	Name data.EntityID `json:"name"`
	// Value: earliest and latest start, earliest and latest end (null where
	// nothing is known), where the drawing begins and ends, where the mark stands.
	Value  [7]*float64   `json:"value"`
	Kind   data.KindID   `json:"kind"`
	Label  string        `json:"label"`
	Flags  timeline.Flag `json:"flags,omitempty"`
	Owner  *int          `json:"owner,omitempty"` // index of the owner's datum
	Status data.Status   `json:"status,omitempty"`
}

func timelineItems(t *timeline.Timeline) []timelineItem {
	out := make([]timelineItem, 0, len(t.Items))
	for i := range t.Items {
		it := &t.Items[i]
		d := timelineItem{Name: it.ID, Kind: it.Kind, Label: it.Label, Flags: it.Flags}
		d.Value = [7]*float64{it.Bounds[0], it.Bounds[1], it.Bounds[2], it.Bounds[3], &it.From, &it.To, &it.At}
		if it.Owner >= 0 {
			d.Owner = &it.Owner
		}
		if it.Status != data.Stated {
			d.Status = it.Status
		}
		out = append(out, d)
	}
	return out
}
