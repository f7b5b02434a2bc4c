package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// maxToken is the longest text or tag of a part, in bytes: a cell holds at most
// 32,767 letters.
const maxToken = 1 << 20

// stream reads the XML of a part token by token.
type stream struct {
	*xml.Decoder
	file io.Closer
	what string // file and part, for errors
}

// stream opens a part.
func (w *workbook) stream(part string) (*stream, error) {
	r, err := w.part(part)
	if err != nil {
		return nil, err
	}
	s := &stream{xml.NewDecoder(&stepper{r: r}), r, w.name + ": " + part}
	s.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(in), nil
	}
	return s, nil
}

func (s *stream) close() { s.file.Close() }

// next is the next token; io.EOF at the end. Entities are refused.
func (s *stream) next() (xml.Token, error) {
	t, err := s.RawToken()
	switch t := t.(type) {
	case xml.Directive:
		if bytes.Contains(t, []byte("ENTITY")) || bytes.HasPrefix(t, []byte("DOCTYPE")) {
			return nil, fmt.Errorf("%s: declares entities, which no workbook does", s.what)
		}
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%s: %w", s.what, err)
	}
	return t, err
}

// stepper refuses a tag or text that never ends, which the decoder would hold
// in memory as a whole.
type stepper struct {
	r    io.Reader
	open int // bytes since the last sign < or >
}

func (s *stepper) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if at := bytes.LastIndexAny(p[:n], "<>"); at >= 0 {
		s.open = n - at
	} else if s.open += n; s.open > maxToken {
		return 0, fmt.Errorf("a text or tag of more than %d bytes", maxToken)
	}
	return n, err
}

// attr is the value of an attribute by its local name, "" without it.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(text string) bool { return text == "1" || text == "true" }

// skip passes over an element whose start was read.
func (s *stream) skip() error {
	for depth := 1; depth > 0; {
		t, err := s.next()
		if err != nil {
			return s.cut(err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// cut is the error of a part that ends too early.
func (s *stream) cut(err error) error {
	if err == io.EOF {
		return fmt.Errorf("%s: ends too early: the file was cut off", s.what)
	}
	return err
}

// text reads the text up to the end of an element whose start was read; rich
// text in pieces is joined, what is spoken beside it (phonetic runs) left out.
func (s *stream) text(limit int) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := s.next()
		if err != nil {
			return "", s.cut(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" || t.Name.Local == "phoneticPr" || t.Name.Local == "rPr" {
				if err := s.skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if b.Len()+len(t) > limit {
				return "", fmt.Errorf("%s: a text of more than %d bytes, the limit", s.what, limit)
			}
			b.Write(t)
		}
	}
	return unescape(b.String()), nil
}
