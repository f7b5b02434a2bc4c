package chart

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/graph"
)

// matrixCell is what is known of a law or charge and a case. A pair of which
// nothing is known has no cell.
type matrixCell struct {
	Value   [3]int      `json:"value"` // column, row, mark
	Mark    string      `json:"mark"`  // a status of the best thread, "impossible" or "ruled-out"
	Thread  string      `json:"thread,omitempty"`
	Status  data.Status `json:"status,omitempty"`
	Time    string      `json:"time,omitempty"`  // certain, possible or impossible
	Threads int         `json:"threads"`         // that could have happened
	More    bool        `json:"more,omitempty"`  // there are more than were looked for
	Ruled   []string    `json:"ruled,omitempty"` // ids of what the dataset rules out between the two
	Breaks  []cellBreak `json:"breaks,omitempty"`
}

// cellBreak says why an impossible thread is so: a step that is over before
// another, which it would have to follow. Each is the id of a thing, or that of
// a relation behind "r:".
type cellBreak struct {
	Late     string        `json:"late"`
	After    string        `json:"after"`
	Repealed data.EntityID `json:"repealed,omitempty"` // the stage that had ended the law before
	Unbound  data.EntityID `json:"unbound,omitempty"`  // the law, or its passing, without which it could not bind yet
	Over     data.EntityID `json:"over,omitempty"`     // of a step without a date: what it leads to, whose date says that it was over
}

// matrixMarks are the marks of cells, the surest first; a cell's value counts
// them from 1.
var matrixMarks = []struct{ id, colour string }{
	{"stated", "#20242b"}, {"possible", "#5c6470"}, {"inferred", "#8a8d94"}, {"disputed", "#b3bac5"},
	{"impossible", "#e2dfd7"}, {"ruled-out", "#f4f2ec"},
}

// matrixHead is a row or a column.
type matrixHead struct {
	ID    data.EntityID `json:"id"`
	Kind  data.KindID   `json:"kind"`
	NoLaw bool          `json:"noLaw,omitempty"`
}

// matrixOwn is what ECharts does not know of the matrix.
type matrixOwn struct {
	Columns   []matrixHead `json:"columns"`
	Rows      []matrixHead `json:"rows"`
	Elsewhere []string     `json:"elsewhere"` // ids of what is ruled out for something that is no case
}

// matrixMaker fills the cells.
type matrixMaker struct {
	*flow
	cells   map[[2]data.EntityID]*matrixCell
	columns []matrixHead
	rows    []matrixHead
	own     matrixOwn
}

// matrix makes the options of the matrix: a heatmap, whose axes are the cases
// and what threads to them begin with.
func (f *flow) matrix(all graph.All, rulings []graph.Ruling) ([]byte, error) {
	m := &matrixMaker{flow: f, cells: map[[2]data.EntityID]*matrixCell{}, own: matrixOwn{Elsewhere: []string{}}}
	noLaw := map[data.EntityID]bool{}
	for _, found := range all.Pairs {
		m.found(found)
	}
	for _, found := range all.Charges {
		m.found(found)
		noLaw[f.owner(found.From)] = true
	}
	for _, r := range rulings {
		m.rule(r.Record)
	}
	m.axes(all, noLaw)
	return m.encode()
}

func (m *matrixMaker) cell(from, to data.EntityID) *matrixCell {
	key := [2]data.EntityID{m.owner(from), m.owner(to)}
	if m.cells[key] == nil {
		m.cells[key] = &matrixCell{}
	}
	return m.cells[key]
}

func (m *matrixMaker) found(f graph.Found) {
	best := f.Impossible
	if len(f.Threads) > 0 {
		best = &f.Threads[0]
	}
	if best == nil {
		return
	}
	c := m.cell(f.From, f.To)
	c.Thread, c.Threads, c.More = best.ID(), len(f.Threads), f.More
	c.Status, c.Time, c.Mark = weaker("", best.Status), orderWords[best.Time], string(weaker("", best.Status))
	if best.Time == edtf.Impossible {
		c.Mark = "impossible"
		for _, b := range best.Breaks {
			told := cellBreak{Late: stepKey(best, b.Step), After: stepKey(best, b.After), Repealed: b.Repealed, Unbound: b.Unbound}
			if s := best.Steps[b.Step]; s.Date.IsZero() || s.Derived {
				told.Over = s.To
			}
			c.Breaks = append(c.Breaks, told)
		}
	}
}

func stepKey(t *graph.Thread, step int) string {
	switch {
	case step < 0:
		return string(t.From)
	case t.Steps[step].Relation == "":
		return string(t.Steps[step].To)
	}
	return "r:" + string(t.Steps[step].Relation)
}

var orderWords = map[edtf.Order]string{edtf.Certain: "certain", edtf.Possible: "possible", edtf.Impossible: "impossible"}

// rule marks what the dataset rules out. A person stands for their cases.
func (m *matrixMaker) rule(r data.RuledOut) {
	cases := m.casesOf(m.owner(r.To))
	if len(cases) == 0 {
		m.own.Elsewhere = append(m.own.Elsewhere, r.ID)
	}
	for _, id := range cases {
		c := m.cell(r.From, id)
		c.Ruled = append(c.Ruled, r.ID)
		c.Mark = cmp.Or(c.Mark, "ruled-out")
	}
}

func (m *matrixMaker) casesOf(id data.EntityID) []data.EntityID {
	thing, ok := m.x.Thing(id)
	if !ok {
		return nil
	}
	if thing.Kind == "case" {
		return []data.EntityID{id}
	}
	var cases []data.EntityID
	for _, r := range m.x.Of(id) {
		if to := m.owner(r.To); r.From == id && r.Predicate == "subject" && m.kindOf(to).ID == "case" {
			cases = append(cases, to)
		}
	}
	slices.Sort(cases)
	return slices.Compact(cases)
}

// axes are the rows and columns, in the order of the diagram from the top; what
// does not stand there comes after, by id. Cases that no thread arrives at keep
// their rows, and remain empty.
func (m *matrixMaker) axes(all graph.All, noLaw map[data.EntityID]bool) {
	columns, rows := map[data.EntityID]bool{}, map[data.EntityID]bool{}
	for key := range m.cells {
		columns[key[0]], rows[key[1]] = true, true
	}
	for _, c := range all.Cases {
		rows[m.owner(c)] = true
	}
	m.columns, m.rows = m.headed(columns, noLaw), m.headed(rows, nil)
	if m.folded {
		m.sortRows()
	}
}

// sortRows puts the rows of a large matrix in the order of the first column that
// has something for them, so that a part of it shows what belongs together.
func (m *matrixMaker) sortRows() {
	column := map[data.EntityID]int{}
	for i, c := range m.columns {
		column[c.ID] = i
	}
	first := map[data.EntityID]int{}
	for key := range m.cells {
		c := column[key[0]]
		if before, ok := first[key[1]]; !ok || c < before {
			first[key[1]] = c
		}
	}
	at := func(h matrixHead) int {
		if c, ok := first[h.ID]; ok {
			return c
		}
		return len(m.columns)
	}
	slices.SortStableFunc(m.rows, func(a, b matrixHead) int { return at(a) - at(b) })
}

func (m *matrixMaker) headed(set map[data.EntityID]bool, noLaw map[data.EntityID]bool) []matrixHead {
	heads := make([]matrixHead, 0, len(set))
	for id := range set {
		heads = append(heads, matrixHead{ID: id, Kind: m.kindOf(id).ID, NoLaw: noLaw[id]})
	}
	slices.SortFunc(heads, func(a, b matrixHead) int {
		return cmp.Or(btoi(a.NoLaw)-btoi(b.NoLaw), btoi(m.nodes[a.ID] == nil)-btoi(m.nodes[b.ID] == nil),
			cmp.Compare(m.height(a.ID), m.height(b.ID)), natural(m.label(a.ID), m.label(b.ID)), cmp.Compare(a.ID, b.ID))
	})
	return heads
}

func (m *matrixMaker) label(id data.EntityID) string {
	thing, _ := m.x.Thing(id)
	return m.x.Label(thing)
}

func (m *matrixMaker) height(id data.EntityID) float64 {
	if n := m.nodes[id]; n != nil {
		return n.y
	}
	return 0
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (m *matrixMaker) encode() ([]byte, error) {
	m.own.Columns, m.own.Rows = m.columns, m.rows
	chart := charts.NewHeatMap()
	chart.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{ContainLabel: opts.Bool(true)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Position: "top", Data: m.names(m.columns)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: m.names(m.rows)}),
		charts.WithVisualMapOpts(matrixColours()),
	)
	chart.AddSeries("", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Id, s.CoordSystem, s.Data = "matrix", "cartesian2d", m.list()
	}))
	return encode(chart, m.own)
}

func (m *matrixMaker) names(heads []matrixHead) []string {
	names := make([]string, 0, len(heads))
	for _, h := range heads {
		thing, _ := m.x.Thing(h.ID)
		names = append(names, m.x.Label(thing))
	}
	return names
}

// list are the cells row by row.
func (m *matrixMaker) list() []matrixCell {
	cells := []matrixCell{}
	for row, r := range m.rows {
		for column, c := range m.columns {
			if cell := m.cells[[2]data.EntityID{c.ID, r.ID}]; cell != nil {
				cell.Value = [3]int{column, row, markNumber(cell.Mark)}
				cells = append(cells, *cell)
			}
		}
	}
	return cells
}

func markNumber(mark string) int {
	for i, m := range matrixMarks {
		if m.id == mark {
			return i + 1
		}
	}
	return len(matrixMarks)
}

func matrixColours() opts.VisualMap {
	v := opts.VisualMap{Type: "piecewise", Show: opts.Bool(false)}
	for i, m := range matrixMarks {
		v.Pieces = append(v.Pieces, opts.Piece{Gt: float32(i) + 0.5, Lte: float32(i) + 1.5, Color: m.colour})
	}
	return v
}

// trimmed is a number with at most four decimals and no noughts at its end.
func trimmed(x float64) string { return strconv.FormatFloat(rounded(x, 1e4), 'f', -1, 64) }
