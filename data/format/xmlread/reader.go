package xmlread

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// maxAttributes bounds the attributes of one element; no format that we read
// has more than twenty.
const maxAttributes = 1000

// Reader reads the elements of one document.
type Reader struct {
	name    string
	dec     *xml.Decoder
	bytes   *budget
	at      int  // line where the last token began
	depth   int  // elements that are open
	ended   bool // the root has ended
	started bool
	limits  format.Limits
	records int
	cells   int
}

// New is a Reader of a file. The encoding is that of a byte-order mark, of
// Options.Encoding or of the document's own declaration, in this order; UTF-8
// without any.
func New(in format.Input, opt format.Options) (*Reader, error) {
	return open(in.Name, in.Reader(), opt)
}

func open(name string, in io.Reader, opt format.Options) (*Reader, error) {
	text, settled, err := decoded(in, opt.Encoding)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := &Reader{name: name, limits: opt.Limits.Filled(), bytes: newBudget(text)}
	if head := r.bytes.peek(); !begins(head) {
		return nil, fmt.Errorf("%s: not XML: it begins with %q", name, head[:min(len(head), 8)])
	}
	r.dec = xml.NewDecoder(r.bytes)
	r.dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if settled || strings.EqualFold(label, "us-ascii") {
			return in, nil
		}
		e, err := format.EncodingNamed(label)
		if err != nil {
			return nil, err
		}
		r.bytes = newBudget(e.NewDecoder().Reader(in))
		return r.bytes, nil
	}
	return r, nil
}

// begins tells whether a file may be XML.
func begins(head []byte) bool {
	head = bytes.TrimSpace(head)
	return len(head) == 0 || head[0] == '<'
}

// Line is the line that the reader has come to, from 1.
func (r *Reader) Line() int {
	line, _ := r.dec.InputPos()
	return line
}

// Errorf is an error that names file and line.
func (r *Reader) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.name, r.Line(), fmt.Errorf(format, args...))
}

// token is the next start, end or text; it keeps count of the depth and
// refuses what no document of data has.
func (r *Reader) token() (xml.Token, error) {
	for {
		r.bytes.fill()
		r.at = r.Line()
		t, err := r.dec.Token()
		if err != nil {
			return nil, r.broken(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t, r.enter(t)
		case xml.EndElement:
			r.depth--
			r.ended = r.depth == 0
			return t, nil
		case xml.CharData:
			if r.depth > 0 {
				return t, nil
			}
			if len(bytes.TrimSpace(t)) > 0 {
				return nil, r.Errorf("text outside of the root element: not XML, or more than one document")
			}
		case xml.Directive:
			if err := r.directive(t); err != nil {
				return nil, err
			}
		}
	}
}

// enter opens an element.
func (r *Reader) enter(t xml.StartElement) error {
	r.started = true
	r.depth++
	switch {
	case r.ended:
		return r.Errorf("a second root element <%s>: more than one document", t.Name.Local)
	case r.depth > r.limits.Depth:
		return r.Errorf("elements nested deeper than %d", r.limits.Depth)
	case len(t.Attr) > maxAttributes:
		return r.Errorf("<%s> has %d attributes, the limit is %d", t.Name.Local, len(t.Attr), maxAttributes)
	}
	return r.twice(t)
}

// twice refuses two attributes of one name, of which encoding/xml keeps both.
func (r *Reader) twice(t xml.StartElement) error {
	if len(t.Attr) > 16 {
		seen := map[xml.Name]bool{}
		for _, a := range t.Attr {
			if seen[a.Name] {
				return r.Errorf("<%s> has the attribute %s twice", t.Name.Local, a.Name.Local)
			}
			seen[a.Name] = true
		}
		return nil
	}
	for i, a := range t.Attr {
		for _, b := range t.Attr[:i] {
			if a.Name == b.Name {
				return r.Errorf("<%s> has the attribute %s twice", t.Name.Local, a.Name.Local)
			}
		}
	}
	return nil
}

// directive lets a document type pass that only has a name: what it refers to
// is not fetched. One that declares anything is refused.
func (r *Reader) directive(t xml.Directive) error {
	text := strings.ToUpper(string(t))
	if strings.Contains(text, "ENTITY") || strings.Contains(text, "[") || !strings.HasPrefix(text, "DOCTYPE") {
		return r.Errorf("a document type that declares entities or elements is refused (remove <!DOCTYPE ...>)")
	}
	return nil
}

// broken says where and why the document cannot be read on.
func (r *Reader) broken(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF && r.ended:
		return io.EOF
	case err == io.EOF && !r.started:
		return fmt.Errorf("%s: no XML element: the file is empty or of another format", r.name)
	case err == io.EOF:
		return r.Errorf("the file ends inside of an element: it is cut off")
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return r.Errorf("the file ends in the middle: it is cut off")
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "invalid UTF-8"):
		return r.Errorf("bytes that are not UTF-8 (name their --encoding)")
	case errors.As(err, &syntax):
		return fmt.Errorf("%s:%d: not well-formed XML: %s", r.name, syntax.Line, syntax.Msg)
	}
	return r.Errorf("%w", err)
}
