package data

import "slices"

// nodeStore makes the nodes of a tree many at a time, and each text that stands
// often once: files have millions of both.
type nodeStore struct {
	nodes  []node                   // made and not given out yet
	items  []*node                  // likewise, for the items of containers
	open   []*node                  // items of the containers that are not closed yet
	keys   map[int]map[string]*node // by base, of open objects with more than fewKeys
	recent *[256]string             // texts that stood lately; nil: every text is its own

	lend bool     // nodes are taken back after each value that is handed on
	lent [][]node // those given out since, and before that
	next int      // of lent, the first to give out again
	list []*node  // items to give out again
}

// How many are made at once. They are freed together.
const (
	nodesAtOnce = 32
	itemsAtOnce = 64
)

func (s *nodeStore) node() *node {
	if len(s.nodes) == 0 {
		s.nodes = s.more()
	}
	n := &s.nodes[0]
	s.nodes = s.nodes[1:]
	return n
}

// more is a store of empty nodes, lent before where they are taken back.
func (s *nodeStore) more() []node {
	if s.next < len(s.lent) {
		nodes := s.lent[s.next]
		s.next++
		clear(nodes)
		return nodes
	}
	nodes := make([]node, nodesAtOnce)
	if s.lend {
		s.lent = append(s.lent, nodes)
		s.next++
	}
	return nodes
}

// takeBack says that nobody looks at the nodes any more that were lent.
func (s *nodeStore) takeBack() {
	if s.lend {
		s.nodes, s.next, s.items = nil, 0, s.list
	}
}

func (s *nodeStore) push(item *node) { s.open = append(s.open, item) }

// close gives the items pushed from a base on, and forgets them.
func (s *nodeStore) close(base int) []*node {
	open := s.open[base:]
	s.open = s.open[:base]
	delete(s.keys, base)
	n := len(open)
	switch {
	case n > itemsAtOnce/4:
		return slices.Clone(open)
	case n > len(s.items):
		s.items = make([]*node, itemsAtOnce)
		s.list = s.items
	}
	items := s.items[:n:n]
	s.items = s.items[n:]
	copy(items, open)
	return items
}

// fewKeys is how many keys of an object are compared one by one.
const fewKeys = 32

// earlier is a key that was pushed from a base on and is the same; nil without
// one.
func (s *nodeStore) earlier(base int, key *node) *node {
	if len(s.open)-base > 2*fewKeys {
		return s.among(base, key)
	}
	for i := base; i < len(s.open); i += 2 {
		if s.open[i].text == key.text {
			return s.open[i]
		}
	}
	return nil
}

// among is earlier for an object of many keys.
func (s *nodeStore) among(base int, key *node) *node {
	keys := s.keys[base]
	if keys == nil {
		keys = map[string]*node{}
		for i := base; i < len(s.open); i += 2 {
			keys[s.open[i].text] = s.open[i]
		}
		if s.keys == nil {
			s.keys = map[int]map[string]*node{}
		}
		s.keys[base] = keys
	}
	twin := keys[key.text]
	keys[key.text] = key
	return twin
}

// oftenUpTo is the length of the texts that are worth a look whether they stood
// there lately.
const oftenUpTo = 24

// text is a text of its own, or the same one again.
func (s *nodeStore) text(b []byte) string {
	if s.recent == nil || len(b) == 0 || len(b) > oftenUpTo {
		return string(b)
	}
	h := uint32(len(b))
	for _, c := range b {
		h = h*31 + uint32(c)
	}
	last := &s.recent[h%uint32(len(s.recent))]
	if *last != string(b) {
		*last = string(b)
	}
	return *last
}
