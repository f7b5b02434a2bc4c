package table

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/redthread/redthread/data/format"
)

// text opens a file as UTF-8 without a byte-order mark. It is called again for
// each reading.
type text func() io.Reader

// decoded finds the encoding of a file: its byte-order mark, the one the user
// names, UTF-16 by the NUL bytes of its letters, UTF-8. Anything else is an
// error that says what it could be.
func decoded(in format.Input, opt format.Options) (text, error) {
	head := in.Head(64 << 10)
	if what := binary(head); what != "" {
		return nil, fmt.Errorf("%s: this is %s, not a text", in.Name, what)
	}
	if err := refused(in, head, opt); err != nil {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return utf8Text(in, opt, 3)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return through(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), nil
	case opt.Encoding != "":
		e, err := format.EncodingNamed(opt.Encoding)
		if err != nil {
			return nil, err
		}
		return through(in, e), nil
	}
	if order, ok := bareUTF16(head); ok {
		return through(in, unicode.UTF16(order, unicode.IgnoreBOM)), nil
	}
	return utf8Text(in, opt, 0)
}

func through(in format.Input, e encoding.Encoding) text {
	return func() io.Reader {
		return newLines(transform.NewReader(in.Reader(), e.NewDecoder()))
	}
}

// refused says which encodings are told but not read on their own.
func refused(in format.Input, head []byte, opt format.Options) error {
	switch {
	case utf32(head):
		return fmt.Errorf("%s: this is UTF-32, which is not read (save it as UTF-8)", in.Name)
	case opt.Encoding == "" && iso2022(head):
		return fmt.Errorf("%s: this is ISO-2022-JP (say --encoding iso-2022-jp, or save it as UTF-8)", in.Name)
	}
	return nil
}

// utf32 tells UTF-32 by its mark, or by three NUL bytes of every four.
func utf32(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")) {
		return true
	}
	return len(head) >= 8 && bytes.Count(head, []byte{0})*10 >= len(head)*7
}

// iso2022 tells ISO-2022-JP by the signs that begin its two-byte letters.
func iso2022(head []byte) bool {
	return (bytes.Contains(head, []byte("\x1b$B")) || bytes.Contains(head, []byte("\x1b$@"))) && utf8.Valid(head[:min(len(head), 512)])
}

// Plain is a head in UTF-16 as UTF-8; any other comes back as it is.
func Plain(head []byte) []byte {
	order, bare := bareUTF16(head)
	marked := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	if !bare && !marked || utf32(head) {
		return head
	}
	text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(head[:len(head)&^1])
	if err != nil {
		return head
	}
	return text
}

// utf8Text checks the whole file first: a wrong byte at its end must not come
// after half of an import.
func utf8Text(in format.Input, opt format.Options, skip int64) (text, error) {
	if opt.Encoding == "" {
		if err := checkUTF8(in, skip); err != nil {
			return nil, err
		}
	}
	return func() io.Reader {
		return newLines(io.NewSectionReader(in.At, skip, in.Size-skip))
	}, nil
}

func checkUTF8(in format.Input, skip int64) error {
	r := io.NewSectionReader(in.At, skip, in.Size-skip)
	buf := make([]byte, 64<<10)
	line, rest, offset := 1, 0, skip
	for {
		n, err := r.Read(buf[rest:])
		chunk := buf[:rest+n]
		valid := validPrefix(chunk)
		if valid < len(chunk) && (err != nil || len(chunk)-valid >= utf8.UTFMax) {
			return notUTF8(in, line+bytes.Count(chunk[:valid], []byte("\n")), chunk[valid], offset+int64(valid))
		}
		line += bytes.Count(chunk[:valid], []byte("\n"))
		offset += int64(valid)
		rest = copy(buf, chunk[valid:])
		if err == io.EOF {
			if rest > 0 {
				return notUTF8(in, line, buf[0], offset)
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", in.Name, err)
		}
	}
}

// validPrefix is how much of the bytes is UTF-8.
func validPrefix(b []byte) int {
	if utf8.Valid(b) {
		return len(b)
	}
	at := 0
	for at < len(b) {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

func notUTF8(in format.Input, line int, wrong byte, at int64) error {
	hint := "name its --encoding, or save it as UTF-8"
	if likely := likely(in, at); likely != "" {
		hint = "it could be " + likely + "; " + hint
	}
	return fmt.Errorf("%s:%d: byte 0x%02x is not UTF-8 (%s)", in.Name, line, wrong, hint)
}

// bareUTF16 tells UTF-16 without a mark by the NUL bytes beside ASCII.
func bareUTF16(head []byte) (unicode.Endianness, bool) {
	even, odd := 0, 0
	for i, c := range head {
		switch {
		case c == 0 && i%2 == 0:
			even++
		case c == 0:
			odd++
		}
	}
	switch few := len(head) / 8; {
	case odd > few && even <= odd/8:
		return unicode.LittleEndian, true
	case even > few && odd <= even/8:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// binary names what a file is that is no text; empty for a text.
func binary(head []byte) string {
	for _, m := range []struct{ magic, what string }{
		{"PK\x03\x04", "a ZIP archive or a workbook (XLSX)"}, {"\xd0\xcf\x11\xe0", "an old workbook (XLS)"}, {"%PDF-", "a PDF"},
		{"\x1f\x8b", "compressed (gzip)"}, {"\x89PNG", "a picture (PNG)"}, {"SQLite format 3", "an SQLite database"}, {"PAR1", "a Parquet file"},
	} {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.what
		}
	}
	return ""
}

// newLines turns carriage returns that stand alone into line ends, as old
// programs write them: without it such a file is one line.
func newLines(r io.Reader) io.Reader { return &lineEnds{r: r} }

type lineEnds struct {
	r       io.Reader
	pending bool // a carriage return was held back at the end of a piece
}

func (l *lineEnds) Read(p []byte) (int, error) {
	if len(p) < 2 {
		return 0, io.ErrShortBuffer
	}
	start := 0
	if l.pending {
		p[0], start = '\r', 1
		l.pending = false
	}
	n, err := l.r.Read(p[start:])
	b := p[:start+n]
	if len(b) > 0 && b[len(b)-1] == '\r' && err == nil {
		l.pending = true
		b = b[:len(b)-1]
	}
	for i := bytes.IndexByte(b, '\r'); i >= 0; {
		if i+1 == len(b) || b[i+1] != '\n' {
			b[i] = '\n'
		}
		next := bytes.IndexByte(b[i+1:], '\r')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return len(b), err
}
