package timeline

// Side is where a label stands.
type Side uint8

// The sides of a label. A label on the right may lie on its own bar.
const (
	NoLabel Side = iota
	Right        // LabelGap right of the mark
	Left         // ends PartGap left of everything that is drawn of the thing
	After        // of a stage: PartGap behind its owner's label, which is Right of the same mark
	Before       // of an owner: ends PartGap left of its stage's label, which is Left
	End          // PartGap behind everything that is drawn of the thing; of an owner the last stage and its label too
)

// Place is where an item stands in a layout.
type Place struct {
	Row     int // within its lane, from 0 at the top
	Cluster int // index of the cluster that stands for it, -1 for none
	Side    Side
	Width   float64 // pixels of the whole label, a multiple of four
}

// Cluster stands for things that have no row of their own at this scale.
type Cluster struct {
	Lane, Row int
	From, To  float64 // days of the first and the last mark
	Count     int     // of things, stages not counted
}

// Layout settles one grouping at one scale. It holds for every scale from its
// own up to that of the next.
type Layout struct {
	Rows     []int     // of each lane
	Places   []Place   // one for each member of each lane, each followed by its stages
	Clusters []Cluster // by lane, then by time
}

// compound is a thing with its stages, which share its row.
type compound struct {
	item   int // of Timeline.Items
	stages []int
	at     float64 // units
	extent extent  // of the marks without labels
	width  float64 // of the name
}

func (t *Timeline) compounds(lane Lane) []compound {
	list := make([]compound, 0, len(lane.Members))
	for _, i := range lane.Members {
		list = append(list, t.compound(i))
	}
	return list
}

func (t *Timeline) compound(i int) compound {
	it := t.Items[i]
	c := compound{item: i, stages: it.Stages, at: t.Scale.Units(it.At), width: fours(TextWidth(it.Label))}
	c.extent.cover(c.at, MarkHalf, MarkHalf)
	t.coverDrawing(&c.extent, it)
	for _, s := range it.Stages {
		c.extent.cover(t.Scale.Units(t.Items[s].At), StageHalf, StageHalf)
		t.coverDrawing(&c.extent, t.Items[s])
	}
	return c
}

// coverDrawing adds an item's bar or band, and its open and unknown ends.
func (t *Timeline) coverDrawing(e *extent, it Item) {
	left, right := 0.0, 0.0
	if it.FadesLeft() {
		left = FadeWidth
	}
	if it.FadesRight() {
		right = FadeWidth
	}
	e.cover(t.Scale.Units(it.From), left, 0)
	e.cover(t.Scale.Units(it.To), 0, right)
}

// FadesLeft tells whether nothing is known of the earliest start. What has its
// extent from its stages leaves fading to them.
func (it Item) FadesLeft() bool { return it.Bounds[0] == nil && !it.Has(Derived) }

// FadesRight tells whether nothing is known of the latest end.
func (it Item) FadesRight() bool { return it.Bounds[3] == nil && !it.Has(Derived) }
