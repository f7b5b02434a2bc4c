package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/timeline"
)

// threadScene is what takes part in threads and where it stands in time.
type threadScene struct {
	x       *data.Index
	scale   timeline.Scale
	marks   []threadMark
	at      map[data.EntityID]int // index of a mark
	lanes   []threadLane
	curve   []tie
	once    map[tieKey]int
	columns int // beside the axis
}

// threadMark is a thing or a stage on the chart.
type threadMark struct {
	timeline.Item
	NoDate bool // it stands between its neighbours on the threads
	Aside  int  // column beside the axis, from 1, where nothing on its threads has a date; 0: on the axis
	Taking bool // a stage that threads pass through
	Run    bool // a thread goes along it in time
	Sink   bool // threads end here more often than they go on
	Text   string
	width  float64 // of Text
	head   int     // the mark of its row that its name stands beside
	met    bool    // a curve begins or ends here
	placed bool    // without a date, and where a relation reaches it
	named  []int   // stages that threads pass and that its name does not tell
}

// tie is a curve, once for all threads that have the step at the same days.
type tie struct {
	from, to   int
	relation   data.RelationID
	status     data.Status
	stage      bool    // a change of stage: a line along the row
	ruled      bool    // nothing leads here: drawn only when it is asked for
	leave, end float64 // days
	count      int     // threads that have it
}

// newThreadScene gathers what takes part in a thread or in a ruling.
func newThreadScene(x *data.Index, told threadList) *threadScene {
	s := &threadScene{x: x, at: map[data.EntityID]int{}, once: map[tieKey]int{}}
	s.gather(told)
	chains := s.chains(told)
	s.placeByRelations(told)
	s.placeUndated(chains)
	s.keepOrder(told)
	s.sortLanes()
	s.join(told)
	s.name()
	return s
}

func (s *threadScene) gather(told threadList) {
	ids := map[data.EntityID]bool{}
	taking := map[data.EntityID]bool{}
	add := func(id data.EntityID) {
		th, ok := s.x.Thing(id)
		if !ok {
			return
		}
		owner := id
		if th.IsStage() {
			owner, taking[id] = th.Owner, true
		}
		ids[owner] = true
		for _, stage := range s.x.Stages(owner) {
			ids[stage.ID] = true
		}
	}
	for _, list := range [][]thread{told.Threads, told.Impossible} {
		for _, t := range list {
			add(t.From)
			for _, step := range t.Steps {
				add(step.From)
				add(step.To)
			}
		}
	}
	for _, r := range told.Ruled {
		add(r.From)
		add(r.To)
	}
	part := timeline.Part(s.x, ids)
	s.scale = part.Scale
	for _, it := range part.Items {
		s.marks = append(s.marks, threadMark{Item: it, Taking: taking[it.ID]})
	}
	for _, id := range part.Tray {
		if th, _ := s.x.Thing(id); !th.IsStage() || taking[id] {
			s.marks = append(s.marks, s.undated(th, taking[id]))
		}
	}
	for i, m := range s.marks {
		s.at[m.ID] = i
	}
	for i := range s.marks { // an undated stage is not joined by timeline
		m := &s.marks[i]
		if th, _ := s.x.Thing(m.ID); th.IsStage() && m.Owner < 0 {
			m.Owner = s.at[th.Owner]
			s.marks[m.Owner].Stages = append(s.marks[m.Owner].Stages, i)
		}
	}
}

func (s *threadScene) undated(th data.Thing, taking bool) threadMark {
	it := timeline.Item{ID: th.ID, Kind: th.Entity.Kind, Owner: -1, Label: s.x.Label(th), Status: cmp.Or(th.Status, data.Stated)}
	if th.IsStage() {
		it.Label = strings.TrimPrefix(th.Name, th.Entity.Name+": ")
	}
	return threadMark{Item: it, NoDate: true, Taking: taking}
}

// chains are the marks of each thread in order.
func (s *threadScene) chains(told threadList) [][]int {
	var all [][]int
	for _, list := range [][]thread{told.Threads, told.Impossible} {
		for _, t := range list {
			chain := []int{s.at[t.Steps[0].From]}
			for _, step := range t.Steps {
				chain = append(chain, s.at[step.To])
			}
			all = append(all, chain)
		}
	}
	for _, r := range told.Ruled {
		all = append(all, []int{s.at[r.From], s.at[r.To]})
	}
	return all
}

// placeByRelations puts a mark without a date where the first dated relation
// reaches it: a ban at the day on which a law lays it down. Where no thing has
// a date there is no axis to stand on.
func (s *threadScene) placeByRelations(told threadList) {
	if s.scale.Length() == 0 {
		return
	}
	days := map[int]float64{}
	for _, t := range told.Threads {
		for _, step := range t.Steps {
			to := s.at[step.To]
			r, ok := s.x.Relation(step.relationID())
			day, known := timeline.At(r.Date)
			if before, seen := days[to]; ok && known && s.marks[to].NoDate && (!seen || day < before) {
				days[to] = day
			}
		}
	}
	for i, day := range days {
		s.set(i, min(max(day, s.scale.Lo), s.scale.Hi))
		s.marks[i].placed = true
	}
}

// placeUndated puts marks without a date between their neighbours: evenly
// between two dated ones, at the same day as the only one, and where nothing on
// their threads has a date, beside the axis.
func (s *threadScene) placeUndated(chains [][]int) {
	placed := make([]bool, len(s.marks))
	for i, m := range s.marks {
		placed[i] = !m.NoDate || m.placed
	}
	for again := true; again; {
		days := s.between(chains, placed)
		again = false
		for i := range s.marks {
			if d, ok := days[i]; ok && !placed[i] {
				s.set(i, d)
				placed[i], again = true, true
			}
		}
	}
	for i := range s.marks {
		if placed[i] {
			continue
		}
		s.columns++
		for _, j := range component(chains, placed, i) {
			s.marks[j].Aside = s.columns
			placed[j] = true
		}
	}
	s.spread()
}

func (s *threadScene) set(i int, day float64) {
	m := &s.marks[i]
	m.At, m.From, m.To = day, day, day
}

// between proposes a day for each mark of a run that is not placed. A run whose
// end lies before its beginning proposes nothing unless no other does.
func (s *threadScene) between(chains [][]int, placed []bool) map[int]float64 {
	sum, n := map[int]float64{}, map[int]float64{}
	for pass := 0; pass < 2 && len(n) == 0; pass++ {
		for _, chain := range chains {
			for a := 0; a < len(chain); a++ {
				if placed[chain[a]] {
					continue
				}
				z := a
				for z < len(chain) && !placed[chain[z]] {
					z++
				}
				s.propose(chain, a, z, pass > 0, sum, n)
				a = z
			}
		}
	}
	for i := range sum {
		sum[i] = round4(sum[i] / n[i])
	}
	return sum
}

func (s *threadScene) propose(chain []int, a, z int, backwards bool, sum, n map[int]float64) {
	var lo, hi float64
	switch {
	case a > 0 && z < len(chain):
		lo, hi = s.marks[chain[a-1]].At, s.marks[chain[z]].At
	case a > 0:
		lo = s.marks[chain[a-1]].At
		hi = lo
	case z < len(chain):
		hi = s.marks[chain[z]].At
		lo = hi
	default:
		return
	}
	if hi < lo && !backwards {
		return
	}
	if hi < lo {
		hi = lo
	}
	for k := a; k < z; k++ {
		sum[chain[k]] += lo + float64((hi-lo)*float64(k-a+1))/float64(z-a+1)
		n[chain[k]]++
	}
}

func round4(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// component is every mark that unplaced chains join with one, in its order.
func component(chains [][]int, placed []bool, start int) []int {
	in := map[int]bool{start: true}
	for again := true; again; {
		again = false
		for _, chain := range chains {
			if !slices.ContainsFunc(chain, func(i int) bool { return in[i] }) {
				continue
			}
			for _, i := range chain {
				if !in[i] && !placed[i] {
					in[i], again = true, true
				}
			}
		}
	}
	var out []int
	for i := range in {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// spread moves marks without a date apart that would stand at the same day in
// the same lane.
func (s *threadScene) spread() {
	step := float64((s.scale.Hi - s.scale.Lo) * 0.035)
	var order []int
	for i, m := range s.marks {
		if m.NoDate && m.Aside == 0 && !m.placed {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.marks[b].At, s.marks[a].At), cmp.Compare(s.marks[a].ID, s.marks[b].ID))
	})
	taken := map[data.KindID][]float64{}
	for _, i := range order {
		m := &s.marks[i]
		day := m.At
		for slices.ContainsFunc(taken[m.Kind], func(d float64) bool { return math.Abs(d-day) < float64(step*0.98) }) {
			day -= step
		}
		taken[m.Kind] = append(taken[m.Kind], day)
		s.set(i, round4(max(day, s.scale.Lo)))
	}
}

// sortLanes opens a lane for each kind in drawing order, its things by date.
func (s *threadScene) sortLanes() {
	s.lanes = []threadLane{} // none where there is no thread, and never nil
	lanes := map[data.KindID]int{}
	kinds := slices.Clone(s.x.Dataset.Kinds)
	slices.SortStableFunc(kinds, func(a, b data.Kind) int { return cmp.Or(a.Lane-b.Lane, cmp.Compare(a.ID, b.ID)) })
	for _, k := range kinds {
		lane := threadLane{Kind: k.ID, Title: upperFirst(cmp.Or(k.Plural, k.Label, string(k.ID))), Members: []int{}}
		for i, m := range s.marks {
			if m.Kind == k.ID && m.Owner < 0 {
				lane.Members = append(lane.Members, i)
			}
		}
		if len(lane.Members) > 0 {
			lanes[k.ID] = len(s.lanes)
			s.lanes = append(s.lanes, lane)
		}
	}
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// join makes the curves, each once, and tells the steps which is theirs.
func (s *threadScene) join(told threadList) {
	for i := range told.Threads {
		s.walk(told.Threads[i].Steps, false)
		told.Threads[i].Span = s.spanOf(told.Threads[i].Steps)
	}
	for i := range told.Impossible {
		s.walk(told.Impossible[i].Steps, true)
	}
	for i := range told.Ruled {
		r := &told.Ruled[i]
		r.Tie = len(s.curve)
		a, b := s.at[r.From], s.at[r.To]
		s.curve = append(s.curve, tie{from: a, to: b, status: data.Inferred, ruled: true, leave: s.marks[a].At, end: s.marks[b].At})
	}
	in, out := map[int]int{}, map[int]int{}
	for _, c := range s.curve {
		if c.ruled {
			continue
		}
		in[c.to] += c.count
		out[c.from] += c.count
	}
	for i := range s.marks {
		s.marks[i].Sink = in[i] > out[i]
	}
}

// name says what stands beside each mark: the short name; of a case whose stage
// is what threads arrive at, with the stage.
func (s *threadScene) name() {
	for _, c := range s.curve {
		if !c.ruled {
			s.marks[c.from].met, s.marks[c.to].met = true, true
		}
	}
	for i := range s.marks {
		m := &s.marks[i]
		m.Text, m.head = m.Label, i
		if m.Owner < 0 {
			s.nameRow(i)
		}
	}
	for i := range s.marks {
		m := &s.marks[i]
		m.width = math.Ceil(float64(timeline.TextWidth(m.Text)*1.04)) + 3 // the chosen thread is set in bold
		s.shorten(m)
	}
	for _, c := range s.curve {
		if c.stage {
			s.marks[s.row(c.from)].Run = true
		}
	}
	for _, c := range s.curve {
		for _, d := range s.curve {
			if !c.ruled && !d.ruled && s.row(c.to) == s.row(d.from) && math.Abs(c.end-d.leave) > float64(s.scale.Length()*0.02) {
				s.marks[s.row(c.to)].Run = true
			}
		}
	}
}

// shorten calls a case by its name alone, also where it is called like the person
// it is about: the lane says that it is the case. The room that its name has stays
// that of the longer one, so that it need not be cut where room is scarce.
func (s *threadScene) shorten(m *threadMark) {
	th, ok := s.x.Thing(m.ID)
	if !ok || th.IsStage() {
		return
	}
	m.Text = th.Short + strings.TrimPrefix(m.Text, m.Label)
	m.Label = th.Short
}

// row is the mark in whose row another stands.
func (s *threadScene) row(i int) int {
	if o := s.marks[i].Owner; o >= 0 {
		return o
	}
	return i
}

// nameRow finds the mark of a row that its name stands beside: where threads
// arrive only at one stage, that stage.
func (s *threadScene) nameRow(i int) {
	m := &s.marks[i]
	var stages []int
	for _, k := range m.Stages {
		if s.marks[k].Taking && s.marks[k].met {
			stages = append(stages, k)
		}
	}
	if !m.met && len(stages) == 1 {
		m.head = stages[0]
		m.Text = m.Label + ": " + s.marks[m.head].Label
		return
	}
	m.named = stages
}

// threadItem is a datum of the marks: that of a timeline and how it takes part.
type threadItem struct {
	timelineItem
	Text   string  `json:"text,omitempty"` // beside the mark, where that is not the label
	Width  float64 `json:"width"`          // pixels that the text may need
	NoDate bool    `json:"noDate,omitempty"`
	Aside  int     `json:"aside,omitempty"`
	Taking bool    `json:"taking,omitempty"`
	Head   int     `json:"head"` // index of the mark that the name stands beside
}

func (s *threadScene) data() []threadItem {
	t := timeline.Timeline{}
	for _, m := range s.marks {
		t.Items = append(t.Items, m.Item)
	}
	out := make([]threadItem, 0, len(s.marks))
	for i, item := range timelineItems(&t) {
		m := s.marks[i]
		d := threadItem{timelineItem: item, Width: m.width, NoDate: m.NoDate, Aside: m.Aside, Taking: m.Taking, Head: i}
		if m.Text != m.Label {
			d.Text = m.Text
		}
		if m.Owner < 0 {
			d.Head = m.head
		} else {
			owner := m.Owner
			d.Owner = &owner
		}
		out = append(out, d)
	}
	return out
}

// tieItem is a datum of the curves.
type tieItem struct {
	From     int             `json:"from"` // indices of the marks' data
	To       int             `json:"to"`
	Relation data.RelationID `json:"relation,omitempty"` // empty: a change of stage, or nothing at all
	Status   data.Status     `json:"status"`
	Ruled    bool            `json:"ruled,omitempty"`
	Leave    float64         `json:"leave"` // days
	End      float64         `json:"end"`
}

func (s *threadScene) ties() []tieItem {
	out := make([]tieItem, 0, len(s.curve))
	for _, c := range s.curve {
		out = append(out, tieItem{c.from, c.to, c.relation, c.status, c.ruled, c.leave, c.end})
	}
	return out
}
