package chart

import (
	"cmp"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
	"github.com/redthread/redthread/timeline"
)

// The renderers of the threads, by the names under which the front end has them.
const (
	ThreadsGroundRenderer types.FuncStr = "rt.threads.ground"
	ThreadsCurvesRenderer types.FuncStr = "rt.threads.curves"
	ThreadsMarksRenderer  types.FuncStr = "rt.threads.marks"
)

// ThreadsOptions bound what the chart of threads shows.
type ThreadsOptions struct {
	Search graph.ThreadOptions // of each pair
	All    *graph.All          // what that search found; nil: it is made here
	// Most is how many threads are listed; 1,000 when zero. What goes beyond is
	// counted.
	Most int
	// Widths are the widths in pixels of the axis of time to lay out for, from
	// the smallest up; 300, 400, 520 and 720 when empty. The
	// page stretches each up to the next.
	Widths []float64
}

func (o ThreadsOptions) withDefaults() ThreadsOptions {
	o.Most = cmp.Or(max(o.Most, 0), 1000)
	if len(o.Widths) == 0 {
		o.Widths = []float64{300, 400, 520, 720}
	}
	return o
}

// Threads is the options of the chart of threads: three custom series (what lies
// behind, curves, marks) on an axis of days since 1970-01-01; and under OwnKey
// the threads step by step, what cannot have happened and why, and for each
// width the rows, the sides of the labels and the ways of the curves around
// them.
func Threads(x *data.Index, t *graph.Tracer, o ThreadsOptions) ([]byte, error) {
	o = o.withDefaults()
	told := tellThreads(x, t, o)
	s := newThreadScene(x, told)
	c := charts.NewCustom()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: s.scale.Lo, Max: s.scale.Hi}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: 1}),
	)
	c.AddSeries("ground", nil, painted(ThreadsGroundRenderer, []int{0}))
	c.AddSeries("curves", nil, painted(ThreadsCurvesRenderer, s.ties()))
	c.AddSeries("marks", nil, painted(ThreadsMarksRenderer, s.data()))
	return encode(c, threadsOwn(s, told, o))
}

// threadsData is what ECharts does not know of threads.
type threadsData struct {
	threadList
	Range    [2]float64         `json:"range"`  // days
	Breaks   [][3]float64       `json:"breaks"` // from, to, units of the axis
	Geometry map[string]float64 `json:"geometry"`
	Lanes    []threadLane       `json:"lanes"`
	Levels   []threadLevel      `json:"levels"`
}

type threadLane struct {
	Kind    data.KindID `json:"kind"`
	Title   string      `json:"title"`
	Members []int       `json:"members"` // indices of the marks' data; stages follow their owner
}

// threadLevel is the layout at one width of the axis of time.
type threadLevel struct {
	Width float64      `json:"width"` // pixels from the first day to the last
	Most  float64      `json:"most"`  // widest label
	Sizes []threadSize `json:"sizes"` // the fewest rows first
}

// threadSize is one way to use the height. Y counts from the top of the first
// lane, in pixels, for rows of RowHeight.
type threadSize struct {
	Height float64   `json:"height"`
	Tops   []float64 `json:"tops"`  // of the lanes
	Rows   []float64 `json:"rows"`  // the middle line of the row of each thing, in the order of the lanes' members
	Sides  string    `json:"sides"` // a letter for each: r, l, e, b, a; n: it has no name
	// Bends say for each curve where it leaves the vertical of its beginning and
	// where it joins that of its end; with a vertical between the two, then its
	// place and where it is left and the end's joined; nothing where the curve
	// runs into its end from the side.
	Bends [][]float64 `json:"bends"`
}

func threadsOwn(s *threadScene, told threadList, o ThreadsOptions) threadsData {
	own := threadsData{
		threadList: told, Range: [2]float64{s.scale.Lo, s.scale.Hi}, Breaks: [][3]float64{},
		Geometry: map[string]float64{
			"markHalf": timeline.MarkHalf, "stageHalf": timeline.StageHalf, "labelGap": threadGap, "fade": timeline.FadeWidth,
			"row": rowHeight, "tall": tallHeight, "pad": lanePad, "margin": marginWidth, "aside": asideStep,
			"apart": discApart, "left": s.left(), "above": aboveLine, "half": labelHalf, "corner": cornerRadius, "named": mostNamed,
		},
		Lanes: s.lanes, Levels: []threadLevel{},
	}
	for _, b := range s.scale.Breaks {
		own.Breaks = append(own.Breaks, [3]float64{b.From, b.To, b.Units})
	}
	own.Levels = s.levels(o.Widths)
	return own
}
