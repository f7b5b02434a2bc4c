package jsongraph

import "strconv"

// unnamed tells whether links name their nodes by something else than "id".
func (f *facts) unnamed() bool {
	if !f.d.index || len(f.graphs) == 0 {
		return false
	}
	if len(f.nodes) == 0 {
		return true
	}
	for end := range f.ends {
		if f.nodes[end] != 0 {
			return false
		}
	}
	return len(f.ends) > 0 && !f.byIndex()
}

// byIndex decides whether links count the nodes from 0, as d3 did before its
// version 4. Where both readings hold, ids win, and the doubt is reported. A
// number beyond the list is a broken link where most are within it and none of
// them is an id.
func (f *facts) byIndex() bool {
	if len(f.ends) == 0 {
		return false
	}
	known, inRange, numbers := 0, 0, 0
	for end, how := range f.ends {
		if f.nodes[end] != 0 {
			known++
		}
		n, err := strconv.Atoi(end.text)
		if err == nil && how == asNumber && n >= 0 {
			numbers++
			if n < f.graph(end.graph).nodes {
				inRange++
			}
		}
	}
	all := len(f.ends)
	if known == all && inRange == all && !f.counted() {
		f.doubt = "id"
	}
	if known != all && inRange == all && known > 0 {
		f.doubt = "number"
	}
	return inRange == all && known != all || known == 0 && numbers == all && inRange*2 > all
}

// counted tells whether the ids are the numbers from 0, so that both readings
// are one.
func (f *facts) counted() bool {
	for key := range f.nodes {
		n, err := strconv.Atoi(key.text)
		if err != nil || n < 0 || n >= f.graph(key.graph).nodes {
			return false
		}
	}
	return f.without == 0
}
