package xmlread

import (
	"fmt"
	"io"
)

// maxToken bounds one tag, comment or stretch of text, in bytes: encoding/xml
// holds each whole.
const maxToken = 8 << 20

var errTooLong = fmt.Errorf("a tag or text of more than %d bytes", maxToken)

// budget hands on the bytes of one token and then refuses more, until it is
// filled again. It stands below the decoder, before anything is held, and is
// asked for every byte: one comparison tells both ends.
type budget struct {
	in     io.Reader
	buf    []byte
	pos    int // of the next byte
	stop   int // where the buffer ends, or the budget
	have   int // bytes in the buffer
	begun  int // where in the buffer the count began
	left   int // of the budget at begun
	failed error
}

func newBudget(r io.Reader) *budget {
	b := &budget{in: r, buf: make([]byte, 64<<10)}
	b.fill()
	return b
}

// fill allows maxToken bytes more.
func (b *budget) fill() {
	b.begun, b.left = b.pos, maxToken
	b.stop = min(b.have, b.pos+b.left)
}

// ReadByte is what the decoder calls.
func (b *budget) ReadByte() (byte, error) {
	if b.pos == b.stop {
		if err := b.more(); err != nil {
			return 0, err
		}
	}
	c := b.buf[b.pos]
	b.pos++
	return c, nil
}

// more makes room for another byte.
func (b *budget) more() error {
	b.left -= b.pos - b.begun
	b.begun = b.pos
	if b.left <= 0 {
		return errTooLong
	}
	if b.pos == b.have {
		if err := b.next(); err != nil {
			return err
		}
		b.begun = 0
	}
	b.stop = min(b.have, b.pos+b.left)
	return nil
}

// next reads the next buffer.
func (b *budget) next() error {
	for b.failed == nil {
		var n int
		n, b.failed = b.in.Read(b.buf)
		if n > 0 {
			b.pos, b.have = 0, n
			return nil
		}
	}
	return b.failed
}

// Read hands on many bytes, uncounted: to the decoder of an encoding, above
// which another budget stands.
func (b *budget) Read(p []byte) (int, error) {
	if b.pos == b.have {
		if err := b.next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, b.buf[b.pos:b.have])
	b.pos += n
	b.stop = b.pos
	return n, nil
}

// peek is what the file begins with.
func (b *budget) peek() []byte {
	if b.have == 0 {
		_ = b.next() // told by the next read
		b.fill()
	}
	return b.buf[:b.have]
}
