package timelinejs

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/redthread/redthread/data/format"
)

// generated is a timeline of n slides, some 300 bytes each.
func generated(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"title": {"text": {"headline": "Generated", "text": ""}}, "events": [`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n"+`{"unique_id": "event-%d", "group": "group %d", "start_date": {"year": %d, "month": "%d", "day": %d}, "text": {"headline": "The event number %d", "text": "<p>Something happened &amp; was <a href=\"https://example.org/%d\">written</a> down.</p>"}, "media": {"url": "https://example.org/%d.jpg", "caption": "A picture", "credit": "Somebody"}}`,
			i, i%7, 1800+i%200, 1+i%12, 1+i%28, i, i, i)
	}
	b.WriteString("\n]}")
	return b.Bytes()
}

// generatedSheet is a spreadsheet of n rows, some 150 bytes each.
func generatedSheet(n int) []byte {
	var b bytes.Buffer
	b.WriteString("Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%d,%d,14:30,,,,,,The event number %d,\"<p>Something happened, and was written down.</p>\",https://example.org/%d.jpg,Somebody,A picture,,,group %d,#ffcc00\n", 1800+i%200, 1+i%12, 1+i%28, i, i, i%7)
	}
	return b.Bytes()
}

func bench(b *testing.B, text []byte, read func(text []byte) error) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := read(text); err != nil {
			b.Fatal(err)
		}
	}
}

func benchRead(name string) func([]byte) error {
	return func(text []byte) error {
		to := format.NewBuilder(format.Options{})
		return Format().Read([]format.Input{format.Bytes(name, text)}, to)
	}
}

func BenchmarkRead(b *testing.B) { bench(b, generated(20_000), benchRead("x.json")) }

func BenchmarkReadSheet(b *testing.B) { bench(b, generatedSheet(20_000), benchRead("x.csv")) }

// BenchmarkGoJSON and BenchmarkGoCSV are Go's own decoders of the containers.
func BenchmarkGoJSON(b *testing.B) {
	bench(b, generated(20_000), func(text []byte) error {
		var v any
		return json.Unmarshal(text, &v)
	})
}

func BenchmarkGoCSV(b *testing.B) {
	bench(b, generatedSheet(20_000), func(text []byte) error {
		_, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		return err
	})
}
