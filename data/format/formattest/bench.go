package formattest

import (
	"bytes"
	"encoding/xml"
	"io"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// BenchmarkXML reads a file with a format and, to compare, takes it apart with
// encoding/xml.
func BenchmarkXML(b *testing.B, f format.Format, text []byte) {
	b.Run(f.Name, func(b *testing.B) { BenchmarkRead(b, f, text) })
	b.Run("encoding-xml", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for d := xml.NewDecoder(bytes.NewReader(text)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

// BenchmarkRead reads a file.
func BenchmarkRead(b *testing.B, f format.Format, text []byte) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		to := format.NewBuilder(format.Options{})
		if err := f.Read([]format.Input{format.Bytes("a"+f.Names[0], text)}, to); err != nil {
			b.Fatal(err)
		}
		to.Finish()
	}
}
