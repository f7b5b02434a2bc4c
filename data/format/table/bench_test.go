package table_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/table"
)

// Generate makes a table of companies of about so many bytes.
func Generate(size int) []byte {
	var b bytes.Buffer
	b.WriteString("Id,Label,Type,Date,Country,Notes\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "%d,\"Company %d, Ltd\",Company,%04d-%02d-%02d,NO,%s\n", i, i, 1990+i%30, 1+i%12, 1+i%28, strings.Repeat("what this row says ", 6))
	}
	return b.Bytes()
}

// BenchmarkRows is a pass over the rows of a table, beside encoding/csv alone.
func BenchmarkRows(b *testing.B) {
	content := Generate(4 << 20)
	b.Run("encoding/csv", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			r := csv.NewReader(bytes.NewReader(content))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("rows", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			list, err := table.Open([]format.Input{format.Bytes("t.csv", content)}, format.Options{})
			if err != nil {
				b.Fatal(err)
			}
			if err := list[0].Rows(func(table.Row) bool { return true }); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRead is an import with all that it guesses.
func BenchmarkRead(b *testing.B) {
	content := Generate(4 << 20)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if err := table.Read([]format.Input{format.Bytes("t.csv", content)}, format.NewBuilder(format.Options{})); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRowsPassThroughInAStream: what a pass over a table keeps does not grow
// with the table.
func TestRowsPassThroughInAStream(t *testing.T) {
	content := Generate(16 << 20)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var b bytes.Buffer
	if err := table.Explain([]format.Input{format.Bytes("t.csv", content)}, format.Options{}, &b); err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 8<<20 {
		t.Errorf("%d bytes kept", grown)
	}
	if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 64<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
}
