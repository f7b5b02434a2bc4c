package chart

import (
	"encoding/json"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/graph"
)

// Flow makes the options of the flow view as JSON, {"matrix": ..., "sankey": ...}:
// the threads gathered into a Sankey diagram, and a matrix of laws and charges
// by cases. Threads and rulings are those that a tracer found in the index.
//
// In the diagram every link is a relation that a thread follows, with its id
// and its own status, as wide as the number of threads that follow it; stages
// are folded into what they are stages of. Of a column with very many things the
// least are drawn as one, "282 other cases", and the relations to it as one for
// each status. What is not drawn is named: see flowOwn.
func Flow(x *data.Index, all graph.All, rulings []graph.Ruling) ([]byte, error) {
	f := newFlow(x, all)
	sankey, err := f.sankey()
	if err != nil {
		return nil, err
	}
	matrix, err := f.matrix(all, rulings)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]json.RawMessage{"matrix": matrix, "sankey": sankey})
}

// maxFlowLinks bounds the relations that the diagram gathers. Threads beyond are
// counted, and stand in the matrix.
const maxFlowLinks = 4000

// flow is what the threads come to, entity by entity.
type flow struct {
	x       *data.Index
	threads []flowThread
	links   []*flowLink // by relation id
	left    []flowLeft
	omitted int  // threads beyond maxFlowLinks
	folded  bool // some things are drawn as one

	nodes map[data.EntityID]*flowNode
	order []*flowNode // by column, then from the top; waypoints among them
	frame flowFrame
}

// flowThread is a thread as the diagram knows it.
type flowThread struct {
	ID        string            `json:"id"`
	From      data.EntityID     `json:"from"`
	To        data.EntityID     `json:"to"` // the case, of whichever stage
	Status    data.Status       `json:"status"`
	Relations []data.RelationID `json:"relations"` // those drawn, in the order of the steps
	NoLaw     bool              `json:"noLaw,omitempty"`
}

// flowLink is a relation that threads follow, in the direction of influence.
type flowLink struct {
	id       data.RelationID
	from, to data.EntityID
	status   data.Status
	threads  int
	path     []*flowNode // from, waypoints, to

	relations int             // more than one: so many between what is drawn as one
	ends      []data.EntityID // of what is drawn as one, those that it leads to, by name
}

// flowLeft is a relation that threads follow and the diagram does not draw.
type flowLeft struct {
	Relation data.RelationID `json:"relation"`
	Why      string          `json:"why"` // "within": both ends are one thing; "circle": it would close a circle
}

// flowNode is a thing, or a place that a long link passes.
type flowNode struct {
	id      data.EntityID // of a waypoint, the relation's and a number
	kind    data.Kind
	class   flowClass
	noLaw   bool // a thread begins here and no law is named
	column  int
	threads int
	way     *flowLink // not nil: a waypoint of this link
	others  int       // not 0: so many things drawn as one

	part          int // the part of the diagram it is joined to, from the top
	y, h          float64
	before, after []*flowNode
}

// newFlow gathers the threads of the dataset: the best of each pair first, so
// that a bound leaves out the others.
func newFlow(x *data.Index, all graph.All) *flow {
	f := &flow{x: x, nodes: map[data.EntityID]*flowNode{}}
	g := &gatherer{flow: f, links: map[data.RelationID]*flowLink{}, left: map[data.RelationID]string{}}
	for rank, more := 0, true; more; rank++ {
		more = g.round(all.Pairs, rank, false)
		more = g.round(all.Charges, rank, true) || more
	}
	g.close()
	f.place()
	f.fold()
	f.layout()
	return f
}

func (f *flow) owner(id data.EntityID) data.EntityID {
	if thing, ok := f.x.Thing(id); ok && thing.IsStage() {
		return thing.Owner
	}
	return id
}
