package chart

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/timeline"
)

// timelineData is what ECharts does not know of a timeline.
type timelineData struct {
	Range     [2]float64         `json:"range"`  // days
	Breaks    [][3]float64       `json:"breaks"` // from, to, units of the axis
	Eras      []timelineEra      `json:"eras"`
	Density   []int              `json:"density"` // things by equal parts of the axis
	Tray      []data.EntityID    `json:"tray"`
	Levels    []float64          `json:"levels"` // pixels a unit
	Sizes     []int              `json:"sizes"`  // rows
	Geometry  map[string]float64 `json:"geometry"`
	Groupings []timelineLanes    `json:"groupings"`
}

type timelineEra struct {
	ID    string  `json:"id"`
	Label string  `json:"label"`
	From  float64 `json:"from"`
	To    float64 `json:"to"`
}

type timelineLanes struct {
	ID      string           `json:"id"`
	Lanes   []timelineLane   `json:"lanes"`
	Layouts []timelineLayout `json:"layouts"` // each once
	Use     [][]int          `json:"use"`     // by size, then by level: which layout
}

type timelineLane struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Kind    data.KindID `json:"kind,omitempty"`
	Members []int       `json:"members"` // indices of the marks' data; stages follow their owner
}

// timelineLayout is a layout in short: three characters a place, in the order
// of the members, stages after their owner. The first is the row, the second
// the side of the label with eight times the 256 pixels that its width has, the
// third the rest of the width in fours, all three digits to the base of 64; or "~" for what a cluster stands for, then "+" for the first
// thing of the next cluster and "=" for the others.
type timelineLayout struct {
	Rows     []int        `json:"rows"`
	Places   string       `json:"places"`
	Clusters [][5]float64 `json:"clusters"` // lane, row, from, to, count
}

func timelineOwn(t *timeline.Timeline) timelineData {
	out := timelineData{
		Range: [2]float64{t.Scale.Lo, t.Scale.Hi}, Breaks: [][3]float64{}, Eras: []timelineEra{},
		Density: t.Density, Tray: append([]data.EntityID{}, t.Tray...), Levels: t.Levels, Sizes: t.Sizes,
		Geometry: map[string]float64{
			"markHalf": timeline.MarkHalf, "stageHalf": timeline.StageHalf, "labelGap": timeline.LabelGap,
			"partGap": timeline.PartGap, "fade": timeline.FadeWidth, "pillHalf": timeline.PillHalf,
		},
	}
	for _, b := range t.Scale.Breaks {
		out.Breaks = append(out.Breaks, [3]float64{b.From, b.To, b.Units})
	}
	for _, e := range t.Eras {
		out.Eras = append(out.Eras, timelineEra(e))
	}
	for _, g := range t.Groupings {
		out.Groupings = append(out.Groupings, timelineGrouping(g))
	}
	return out
}

func timelineGrouping(g timeline.Grouping) timelineLanes {
	out := timelineLanes{ID: g.ID, Lanes: []timelineLane{}}
	for _, l := range g.Lanes {
		out.Lanes = append(out.Lanes, timelineLane{ID: l.ID, Title: l.Title, Kind: l.Kind, Members: l.Members})
	}
	once := map[string]int{}
	for _, size := range g.Layouts {
		use := make([]int, 0, len(size))
		for _, layout := range size {
			short := shortLayout(layout)
			at, ok := once[short.Places]
			if !ok {
				at = len(out.Layouts)
				once[short.Places] = at
				out.Layouts = append(out.Layouts, short)
			}
			use = append(use, at)
		}
		out.Use = append(out.Use, use)
	}
	return out
}

func shortLayout(l timeline.Layout) timelineLayout {
	out := timelineLayout{Rows: append([]int{}, l.Rows...), Clusters: [][5]float64{}}
	var b strings.Builder
	last := -1
	for _, p := range l.Places {
		switch {
		case p.Cluster < 0:
			wide := int(p.Width)
			b.Write([]byte{digits[p.Row], digits[int(p.Side)+wide/256*8], digits[wide%256/4]})
		case p.Cluster == last:
			b.WriteString("~=0")
		default:
			last = p.Cluster
			b.WriteString("~+0")
		}
	}
	out.Places = b.String()
	for _, c := range l.Clusters {
		out.Clusters = append(out.Clusters, [5]float64{float64(c.Lane), float64(c.Row), c.From, c.To, float64(c.Count)})
	}
	return out
}

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
