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
	Parts []Part // in their order
}

// Part is a text or an element.
type Part struct {
	Text  string
	Child *Tree // nil for a text
}

// room is what a tree may still take.
type room struct{ elements, bytes int }

// Tree reads the whole of the element that was read last, 10,000 elements and 8
// MiB of text at most.
func (r *Reader) Tree(e *Element) (*Tree, error) {
	return r.tree(e, &room{maxTree, maxToken})
}

func (r *Reader) tree(e *Element, left *room) (*Tree, error) {
	if left.elements--; left.elements < 0 {
		return nil, r.Errorf("more than %d elements in one value", maxTree)
	}
	t := &Tree{Element: *e}
	return t, r.each(func(text []byte) error {
		if left.bytes -= len(text); left.bytes < 0 {
			return errTooLong
		}
		t.Parts = append(t.Parts, Part{Text: string(text)})
		return nil
	}, func(e *Element) error {
		child, err := r.tree(e, left)
		t.Parts = append(t.Parts, Part{Child: child})
		return err
	})
}

// Children are the elements that stand directly in the tree.
func (t *Tree) Children() []*Tree {
	var list []*Tree
	for _, p := range t.Parts {
		if p.Child != nil {
			list = append(list, p.Child)
		}
	}
	return list
}

// Own is the text that stands directly in the element, as it is written.
func (t *Tree) Own() string {
	if len(t.Parts) == 1 && t.Parts[0].Child == nil {
		return t.Parts[0].Text
	}
	var b strings.Builder
	for _, p := range t.Parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Plain is all text of the tree, that of its elements too, as it is written.
func (t *Tree) Plain() string {
	var b strings.Builder
	for _, p := range t.Parts {
		if b.WriteString(p.Text); p.Child != nil {
			b.WriteString(p.Child.Plain())
		}
	}
	return b.String()
}

// Find is the first element of a name in the tree, itself included, before
// those that stand after it; nil without one.
func (t *Tree) Find(name string) *Tree {
	if t.Is(name) {
		return t
	}
	for _, p := range t.Parts {
		if p.Child == nil {
			continue
		}
		if found := p.Child.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// JSON keeps a tree that has no place in the model as one text: a list of the
// name, the attributes and what is inside, as in ["b",{"k":"v"},"text",["c"]].
func (t *Tree) JSON() string {
	var b strings.Builder
	t.json(&b)
	return b.String()
}

func (t *Tree) json(b *strings.Builder) {
	b.WriteByte('[')
	quote(b, t.Name)
	for i, a := range t.Others() {
		if b.WriteByte(','); i == 0 {
			b.WriteByte('{')
		}
		quote(b, a.Name.Local)
		b.WriteByte(':')
		quote(b, a.Value)
	}
	if len(t.Others()) > 0 {
		b.WriteByte('}')
	}
	for _, p := range t.Parts {
		if p.Child != nil {
			b.WriteByte(',')
			p.Child.json(b)
		} else if text := strings.TrimSpace(p.Text); text != "" {
			b.WriteByte(',')
			quote(b, text)
		}
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
