package xmlread

import (
	"bufio"
	"fmt"
	"io"
)

// maxToken bounds one tag, comment or stretch of text, in bytes: encoding/xml
// holds each whole.
const maxToken = 8 << 20

// budget hands on the bytes of one token and then refuses more, until it is
// filled again. It stands below the decoder, before anything is held.
type budget struct {
	*bufio.Reader
	left *int
}

func newBudget(r io.Reader, left *int) budget {
	return budget{bufio.NewReaderSize(r, 64<<10), left}
}

// ReadByte is what the decoder calls.
func (b budget) ReadByte() (byte, error) {
	if *b.left--; *b.left < 0 {
		return 0, tooLong
	}
	return b.Reader.ReadByte()
}

var tooLong = fmt.Errorf("a tag or text of more than %d bytes", maxToken)
