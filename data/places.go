package data

// origin gives the tree of a record again. YAML and JSON keep it; a CSV row is
// read again on demand, so that a million rows cost no tree each.
type origin interface{ root() *node }

// origins remembers, by section and in the order of the Dataset's slices,
// where each record was read.
type origins map[string][]origin

// spot names a value of the Dataset: a section, a record's index and the keys
// and list positions that lead to the value.
type spot struct {
	section string
	index   int
	path    []any
}

func at(section string, index int, path ...any) spot {
	return spot{section: section, index: index, path: path}
}

// down is the spot a step further, in the same memory: one walk, one path.
func (s spot) down(step any) spot {
	return spot{s.section, s.index, append(s.path, step)}
}

// to is the spot further down.
func (s spot) to(path ...any) spot {
	return spot{s.section, s.index, append(append([]any(nil), s.path...), path...)}
}

// find is the node at the spot, or the nearest one around it that was written;
// nil for a dataset that was not read from files.
func (o origins) find(s spot) *node {
	records := o[s.section]
	if s.index < 0 || s.index >= len(records) || records[s.index] == nil {
		return nil
	}
	return records[s.index].root().follow(s.path)
}

// shorthands are the keys that participants use for those of a relation.
var shorthands = map[string]string{"from": "who", "predicate": "role"}

func (n *node) follow(path []any) *node {
	for _, step := range path {
		next := n.step(step)
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

// step goes to a key or a list position. A list of one may be written without
// the list, and a map may stand for a list by its keys.
func (n *node) step(step any) *node {
	switch step := step.(type) {
	case string:
		if v := n.value(step); v != nil {
			return v
		}
		return n.value(shorthands[step])
	case int:
		switch {
		case n.form == list && step < len(n.items):
			return n.items[step]
		case n.form == object && !n.single(nil) && 2*step+1 < len(n.items):
			return n.items[2*step+1]
		case n.form == scalar && n.file.table && cellTree(n) != nil:
			return cellTree(n).step(step)
		case n.form == scalar && n.file.table && step < len(n.split()):
			return n.split()[step]
		}
	}
	return nil
}
