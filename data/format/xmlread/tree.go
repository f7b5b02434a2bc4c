package xmlread

import (
	"encoding/json"
	"strings"
)

// maxTree is how many elements a Tree may have.
const maxTree = 10_000

// Tree is an element with all that stands in it.
type Tree struct {
	Element
	Text     string // between its elements, space at the ends cut
	Children []*Tree
}

// Tree reads the whole of the element that was read last, 10,000 elements at
// most.
func (r *Reader) Tree(e *Element) (*Tree, error) {
	left := maxTree
	return r.tree(e, &left)
}

func (r *Reader) tree(e *Element, left *int) (*Tree, error) {
	if *left--; *left < 0 {
		return nil, r.Errorf("more than %d elements in one value", maxTree)
	}
	t := &Tree{Element: *e}
	text, err := r.Each(func(child *Element) error {
		c, err := r.tree(child, left)
		t.Children = append(t.Children, c)
		return err
	})
	t.Text = strings.TrimSpace(text)
	return t, err
}

// Find is the first element of a name in the tree, itself included, before
// those that stand after it; nil without one.
func (t *Tree) Find(name string) *Tree {
	if t.Is(name) {
		return t
	}
	for _, c := range t.Children {
		if found := c.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// Size is the number of elements in the tree.
func (t *Tree) Size() int {
	n := 1
	for _, c := range t.Children {
		n += c.Size()
	}
	return n
}

// JSON keeps a tree that has no place in the model as one text: a list of the
// name, the attributes and what is inside, as in ["b",{"k":"v"},"text"].
func (t *Tree) JSON() string {
	var b strings.Builder
	t.json(&b)
	return b.String()
}

func (t *Tree) json(b *strings.Builder) {
	b.WriteByte('[')
	quote(b, t.Name)
	if attrs := t.Others(); len(attrs) > 0 {
		b.WriteString(",{")
		for i, a := range attrs {
			if i > 0 {
				b.WriteByte(',')
			}
			quote(b, a.Name.Local)
			b.WriteByte(':')
			quote(b, a.Value)
		}
		b.WriteByte('}')
	}
	if t.Text != "" {
		b.WriteByte(',')
		quote(b, t.Text)
	}
	for _, c := range t.Children {
		b.WriteByte(',')
		c.json(b)
	}
	b.WriteByte(']')
}

// quote writes a JSON string.
func quote(b *strings.Builder, s string) {
	var line strings.Builder
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string into memory cannot fail
	b.WriteString(strings.TrimSuffix(line.String(), "\n"))
}
