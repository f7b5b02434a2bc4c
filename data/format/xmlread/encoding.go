package xmlread

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/redthread/redthread/data/format"
)

// utf8Mark is the byte-order mark of UTF-8.
var utf8Mark = []byte("\xef\xbb\xbf")

// starts are the first bytes of XML in UTF-16: a mark, or "<" and a zero.
var starts = []struct {
	bytes string
	order unicode.Endianness
}{
	{"\xff\xfe", unicode.LittleEndian}, {"\xfe\xff", unicode.BigEndian},
	{"<\x00", unicode.LittleEndian}, {"\x00<", unicode.BigEndian},
}

// decoded reads text as UTF-8. settled is false where the declaration inside
// the document has yet to say the encoding.
func decoded(in io.Reader, label string) (r io.Reader, settled bool, err error) {
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, _ := buffered.Peek(4)
	for _, s := range starts {
		if bytes.HasPrefix(head, []byte(s.bytes)) {
			return transform.NewReader(buffered, unicode.UTF16(s.order, unicode.UseBOM).NewDecoder()), true, nil
		}
	}
	if bytes.HasPrefix(head, utf8Mark) {
		_, err := buffered.Discard(len(utf8Mark))
		return buffered, true, err
	}
	if label == "" {
		return buffered, false, nil
	}
	e, err := format.EncodingNamed(label)
	if err != nil {
		return nil, false, err
	}
	return transform.NewReader(buffered, e.NewDecoder()), true, nil
}
