package graph

import (
	"errors"

	lib "github.com/dominikbraun/graph"

	"github.com/redthread/redthread/data"
)

// ErrReadOnly is the answer to every change of the graph that Directed gives;
// its Clone may be changed.
var ErrReadOnly = errors.New("the graph of a network is read-only: change its Clone instead")

// Directed offers the network as a graph of dominikbraun/graph, for what that
// library is good at on extracts: ancestry, cycles, strong components,
// transitive reduction, DOT. It knows one edge between two vertices, so parallel
// relations are bundled: Properties.Data is a []data.RelationID in the order of
// the index, Properties.Weight their number. Vertices and edges are listed in
// the order of their ids.
//
// Every algorithm there builds the whole adjacency as maps; for large networks
// extract first.
func (n *Network) Directed() lib.Graph[data.EntityID, data.Thing] {
	return lib.NewWithStore(func(t data.Thing) data.EntityID { return t.ID }, frozenOf(n), lib.Directed())
}

// frozen is a store over the network's arrays; the edges are bundled once.
type frozen struct {
	n     *Network
	ids   []data.EntityID
	edges []lib.Edge[data.EntityID]
	start []int32 // first edge of each node
}

func frozenOf(n *Network) *frozen {
	s := &frozen{n: n, start: make([]int32, n.Len()+1)}
	for v := range int32(n.Len()) {
		s.ids = append(s.ids, n.ID(v))
		s.edges = append(s.edges, n.edgesFrom(v)...)
		s.start[v+1] = int32(len(s.edges))
	}
	return s
}

// edgesFrom bundles the relations of a node by where they end, by id.
func (n *Network) edgesFrom(v int32) []lib.Edge[data.EntityID] {
	at := map[int32][]data.RelationID{}
	var ends []int32
	for _, r := range n.out.of(v) {
		w := n.to[r]
		if at[w] == nil {
			ends = append(ends, w)
		}
		at[w] = append(at[w], n.RelationID(r))
	}
	sortInt32(ends)
	edges := make([]lib.Edge[data.EntityID], 0, len(ends))
	for _, w := range ends {
		edges = append(edges, lib.Edge[data.EntityID]{
			Source: n.ID(v), Target: n.ID(w),
			Properties: lib.EdgeProperties{Attributes: map[string]string{}, Weight: len(at[w]), Data: at[w]},
		})
	}
	return edges
}

func (s *frozen) Vertex(id data.EntityID) (data.Thing, lib.VertexProperties, error) {
	v, ok := s.n.number[id]
	if !ok || s.ids[v] != id { // a folded stage finds its owner, but is no vertex
		return data.Thing{}, lib.VertexProperties{}, lib.ErrVertexNotFound
	}
	return s.n.Thing(v), lib.VertexProperties{Attributes: map[string]string{}}, nil
}

func (s *frozen) ListVertices() ([]data.EntityID, error) {
	return append([]data.EntityID(nil), s.ids...), nil
}

func (s *frozen) VertexCount() (int, error) { return len(s.ids), nil }

func (s *frozen) Edge(source, target data.EntityID) (lib.Edge[data.EntityID], error) {
	if v, ok := s.n.number[source]; ok {
		for _, e := range s.edges[s.start[v]:s.start[v+1]] {
			if e.Source == source && e.Target == target {
				return e, nil
			}
		}
	}
	return lib.Edge[data.EntityID]{}, lib.ErrEdgeNotFound
}

func (s *frozen) ListEdges() ([]lib.Edge[data.EntityID], error) {
	return append([]lib.Edge[data.EntityID](nil), s.edges...), nil
}

func (s *frozen) AddVertex(data.EntityID, data.Thing, lib.VertexProperties) error {
	return ErrReadOnly
}
func (s *frozen) RemoveVertex(data.EntityID) error { return ErrReadOnly }
func (s *frozen) AddEdge(_, _ data.EntityID, _ lib.Edge[data.EntityID]) error {
	return ErrReadOnly
}
func (s *frozen) UpdateEdge(_, _ data.EntityID, _ lib.Edge[data.EntityID]) error {
	return ErrReadOnly
}
func (s *frozen) RemoveEdge(_, _ data.EntityID) error { return ErrReadOnly }
