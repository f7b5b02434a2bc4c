package xmlread

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// Element is a start tag. Names of elements and attributes are told without
// their prefix: formats are written with several namespaces, or none.
type Element struct {
	Name  string // as written, without prefix
	Space string // the namespace, or the prefix where none is declared
	Line  int    // from 1
	Attrs []xml.Attr
}

// Attr is the value of an attribute; "" without it. Upper and lower case count
// alike, for some programs write defaultEdgeType.
func (e *Element) Attr(name string) string {
	for i := range e.Attrs {
		if a := &e.Attrs[i]; len(a.Name.Local) == len(name) && strings.EqualFold(a.Name.Local, name) && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// Has tells whether an attribute is written.
func (e *Element) Has(name string) bool {
	return slices.ContainsFunc(e.Attrs, func(a xml.Attr) bool {
		return strings.EqualFold(a.Name.Local, name) && a.Name.Space != "xmlns"
	})
}

// Is compares the name, upper and lower case alike.
func (e *Element) Is(name string) bool {
	return len(e.Name) == len(name) && strings.EqualFold(e.Name, name)
}

// schemas is the namespace of attributes that only name a schema.
const schemas = "http://www.w3.org/2001/XMLSchema-instance"

// Others are the attributes that are none of the known ones, left aside
// namespaces, schema locations and xml:space.
func (e *Element) Others(known ...string) []xml.Attr {
	var rest []xml.Attr
	for _, a := range e.Attrs {
		if contains(known, a.Name.Local) {
			continue
		}
		space := a.Name.Space
		if space == "xmlns" || a.Name.Local == "xmlns" || space == schemas || space == "xsi" || space == "xml" || strings.HasSuffix(space, "/XML/1998/namespace") {
			continue
		}
		rest = append(rest, a)
	}
	return rest
}

func contains(known []string, name string) bool {
	for _, k := range known {
		if len(k) == len(name) && strings.EqualFold(k, name) {
			return true
		}
	}
	return false
}

// Root is the first element of the document.
func (r *Reader) Root() (*Element, error) {
	t, err := r.token()
	if err != nil {
		return nil, err
	}
	return r.element(t.(xml.StartElement)), nil // text stands inside of elements only
}

// Expect is Root of a document whose root element has the name; another one is
// an error.
func (r *Reader) Expect(name string) (*Element, error) {
	root, err := r.Root()
	if err == nil && !root.Is(name) {
		err = r.Errorf("the root element is <%s>, not <%s>", root.Name, name)
	}
	return root, err
}

func (r *Reader) element(t xml.StartElement) *Element {
	return &Element{Name: t.Name.Local, Space: t.Name.Space, Line: r.at, Attrs: t.Attr}
}

// Each visits the elements within the one that was read last, in their order,
// and gives the text between them. What visit leaves unread of an element is
// passed over.
func (r *Reader) Each(visit func(*Element) error) (string, error) {
	var text []byte
	err := r.each(func(t []byte) error {
		if text = append(text, t...); len(text) > maxToken {
			return errTooLong
		}
		return nil
	}, func(e *Element) error {
		if len(bytes.TrimSpace(text)) == 0 {
			text = text[:0] // indentation
		}
		return visit(e)
	})
	return string(text), err
}

// each hands on texts and elements in their order.
func (r *Reader) each(text func([]byte) error, visit func(*Element) error) error {
	depth := r.depth
	for {
		t, err := r.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			if err := text(t); err != nil {
				return r.Errorf("%w", err)
			}
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := visit(r.element(t)); err != nil {
				return err
			}
			if err := r.leave(depth); err != nil {
				return err
			}
		}
	}
}

// leave reads on until no more elements are open than depth.
func (r *Reader) leave(depth int) error {
	for r.depth > depth {
		if _, err := r.token(); err != nil {
			return err
		}
	}
	return nil
}

// Text is the text within the element that was read last; elements in it are
// passed over.
func (r *Reader) Text() (string, error) {
	return r.Each(func(*Element) error { return nil })
}

// End reads what follows the root: nothing but space and comments, else an
// error.
func (r *Reader) End() error {
	_, err := r.token()
	if err == io.EOF {
		return nil
	}
	return err
}
