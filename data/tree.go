package data

// The neutral tree: what YAML, JSON and CSV have in common. Every scalar is
// the text its author wrote, so that "no", "012" and "2001-01-01" stay as they
// are, and every node knows its place.

// form says what a node is.
type form uint8

const (
	absent form = iota // nothing written, or JSON's null
	scalar
	list
	object
)

var formWords = [...]string{absent: "nothing", scalar: "text", list: "a list", object: "a map"}

func (f form) String() string { return formWords[f] }

// node is a value with its place. The items of an object are its keys and
// values in turn.
type node struct {
	file  *file
	text  string
	items []*node
	line  int32 // from 1
	col   int32 // in characters, from 1
	form  form
	plain bool // an unquoted YAML scalar, a JSON number or word
}

// pairs yields the keys and values of an object in the order of the file.
func (n *node) pairs(yield func(key, value *node) bool) {
	if n.form != object {
		return
	}
	for i := 0; i+1 < len(n.items); i += 2 {
		if !yield(n.items[i], n.items[i+1]) {
			return
		}
	}
}

// value is what stands under the key, nil where nothing does.
func (n *node) value(key string) *node {
	for k, v := range n.pairs {
		if k.text == key {
			return v
		}
	}
	return nil
}

// root makes a kept tree an origin.
func (n *node) root() *node { return n }
