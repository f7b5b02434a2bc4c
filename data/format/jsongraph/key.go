package jsongraph

import (
	"maps"
	"slices"

	"github.com/redthread/redthread/data"
)

// idKeys are what files call the id of a node, the likeliest first.
var idKeys = []string{"id", "Id", "ID", "_id", "key", "uid", "uuid", "nodeId", "node_id", "node", "identifier", "slug", "name", "label", "title"}

// keys counts how many nodes have a key, and how many of the links' ends it names.
type keys struct {
	held  map[string]int
	named map[string]map[string]bool
	twice map[string]bool // a value that links name stands in two nodes: the key is no id
}

// mostKeys is how many different keys of nodes are looked at.
const mostKeys = 1000

// anotherKey finds the key under which nodes hold what the links name: the one
// that names most of their ends. Where they name nodes by number it is the first
// of idKeys that a node has; "" where there is none.
func (f *facts) anotherKey(name string, text []byte) (string, error) {
	k := keys{map[string]int{}, map[string]map[string]bool{}, map[string]bool{}}
	byIndex := f.byIndex()
	problems := data.SkimJSON(name, text, f.d.lists, func(path string, v data.Value) error {
		if p := f.d.part(path, v); p.what == node {
			pairs, _ := f.d.pairs(v, nil)
			for _, pair := range pairs {
				if id, ok := identOf(pair.value); ok && len(k.held) < mostKeys {
					k.count(pair.key, id.text, !byIndex && f.ends[nodeKey{p.graph, id.text}] != 0)
				}
			}
		}
		return nil
	})
	return k.best(), problems.Err()
}

func (k keys) count(key, value string, named bool) {
	k.held[key]++
	if !named {
		return
	}
	if k.named[key] == nil {
		k.named[key] = map[string]bool{}
	}
	k.twice[key] = k.twice[key] || k.named[key][value]
	k.named[key][value] = true
}

func (k keys) best() string {
	best := ""
	for _, key := range append(slices.Clone(idKeys), slices.Sorted(maps.Keys(k.named))...) {
		if len(k.named[key]) > len(k.named[best]) && (!k.twice[key] || slices.Contains(idKeys, key)) {
			best = key
		}
	}
	if best != "" {
		return best
	}
	for _, key := range idKeys {
		if k.held[key] > 0 {
			return key
		}
	}
	return ""
}

// endKeys are what files call the ends of a link.
var endKeys = [][2]string{{"source", "target"}, {"from", "to"}, {"src", "dst"}, {"source_id", "target_id"}, {"sourceId", "targetId"}, {"sourceID", "targetID"},
	{"src", "tgt"}, {"start", "end"}, {"startNode", "endNode"}, {"u", "v"}, {"subject", "object"}, {"head", "tail"}, {"node1", "node2"}, {"Source", "Target"}, {"From", "To"}}

// ends are the two ends of a link and their keys; absent where it has none.
func (d *dialect) ends(v data.Value) (from, to data.Value, keys [2]string) {
	for _, keys := range endKeys {
		if from, to = v.Key(keys[0]), v.Key(keys[1]); from.Form() != data.Absent && to.Form() != data.Absent {
			return from, to, keys
		}
		for _, g := range d.nested {
			if from, to = v.Path(g.key, keys[0]), v.Path(g.key, keys[1]); from.Form() != data.Absent && to.Form() != data.Absent {
				return from, to, keys
			}
		}
	}
	return data.Value{}, data.Value{}, [2]string{"source", "target"}
}
