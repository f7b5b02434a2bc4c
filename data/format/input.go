package format

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// Input is one file handed to a reader.
type Input struct {
	Name string // as messages and sources call it
	Size int64  // in bytes
	At   io.ReaderAt

	// Found says that nobody named the file: it stood in a folder. If it cannot
	// be read it is left out with a word, where a named file is an error.
	Found bool
}

// Bytes is an Input in memory.
func Bytes(name string, content []byte) Input {
	return Input{Name: name, Size: int64(len(content)), At: bytes.NewReader(content)}
}

// Reader reads the file from its beginning.
func (in Input) Reader() *io.SectionReader { return io.NewSectionReader(in.At, 0, in.Size) }

// Head is the first bytes, n at most.
func (in Input) Head(n int) []byte {
	b := make([]byte, min(int64(n), in.Size))
	read, _ := in.At.ReadAt(b, 0)
	return b[:read]
}

// All is the whole file, where it is within the limit.
func (in Input) All(limit int64) ([]byte, error) {
	if in.Size > limit {
		return nil, fmt.Errorf("%s: %d bytes, the limit is %d", in.Name, in.Size, limit)
	}
	b := make([]byte, in.Size)
	n, err := in.At.ReadAt(b, 0)
	if err == io.EOF && int64(n) == in.Size {
		err = nil
	}
	return b[:n], err
}

// SHA256 is the hash of the file in lower case hexadecimal.
func (in Input) SHA256() (string, error) {
	h := sha256.New()
	_, err := io.Copy(h, in.Reader())
	return hex.EncodeToString(h.Sum(nil)), err
}
