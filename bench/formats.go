package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/all"
)

// The sizes of the files that the readers are measured on, in bytes.
const (
	ratioSize  = 8 << 20
	memorySize = 100 << 20
)

// mostThings is how many a sample has at most: a workbook's sheet ends at
// 1,048,576 rows, which are fewer than memorySize once they are compressed.
const mostThings = 1_000_000

// decoder is Go's own for a container. It makes of each record what a program
// would go on with, a slice of fields, a value, a token, and keeps none.
type decoder struct {
	name string
	read func(in format.Input) error
}

// decoders are those of the formats; formats left out stand in no container
// that Go decodes.
var decoders = func() map[string]decoder {
	list := map[string]decoder{"csv": {"encoding/csv", rowsOf(',', 0)}, "tsv": {"encoding/csv", rowsOf('\t', 0)}, "edges": {"encoding/csv", rowsOf('\t', '#')}}
	for _, name := range []string{"ftm", "cytoscape", "jgf", "d3", "timelinejs", "json-records"} {
		list[name] = decoder{"encoding/json", values}
	}
	for _, name := range []string{"gexf", "graphml"} {
		list[name] = decoder{"encoding/xml", tokens}
	}
	return list
}()

func rowsOf(comma, comment rune) func(format.Input) error {
	return func(in format.Input) error {
		r := csv.NewReader(in.Reader())
		r.Comma, r.Comment, r.FieldsPerRecord = comma, comment, -1
		return until(func() error { _, err := r.Read(); return err })
	}
}

func values(in format.Input) error {
	d := json.NewDecoder(in.Reader())
	return until(func() error { var v any; return d.Decode(&v) })
}

func tokens(in format.Input) error {
	d := xml.NewDecoder(in.Reader())
	return until(func() error { _, err := d.Token(); return err })
}

func until(next func() error) error {
	for {
		if err := next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// plenty is what a user asks for with --max-records who has large files.
var plenty = format.Options{Limits: format.Limits{Records: 10_000_000}}

// measureFormats prints what each reader takes for a megabyte, stage by stage,
// and the memory of a whole process that imports a large file: of all formats or
// of one.
func measureFormats(bin, tmp, only string) error {
	fmt.Printf(`
Readers, files of %d MB, seconds for a megabyte:
  decode  Go's own decoder of the container, every record read and none kept
  read    the reader: columns and dates decided on all records, records made of them; aim: at most 4 times decode
  settle  ends of links found, records in order, all rules checked: the dataset
  write   the dataset as a folder
and the time and peak memory of a process that imports %d MB
  %-13s %7s %7s %6s  %7s %7s  %9s
`, ratioSize>>20, memorySize>>20, "", "decode", "read", "times", "settle", "write", "import")
	for _, f := range all.Formats() {
		if only != "" && only != f.Name {
			continue
		}
		content, err := sample(f, ratioSize)
		if err != nil {
			return err
		}
		if content == nil {
			continue
		}
		if err := measureReader(f, content); err != nil {
			return err
		}
		if err := measureMemory(bin, tmp, f); err != nil {
			return err
		}
	}
	return nil
}

func measureReader(f format.Format, content []byte) error {
	in := format.Bytes("sample"+f.Names[0], content)
	mb := float64(len(content)) / (1 << 20)
	var to *format.Builder
	read, err := fastest(3, func() error {
		to = format.NewBuilder(plenty)
		return f.Read([]format.Input{in}, to)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	decode, times := "-", "-"
	if d, ok := decoders[f.Name]; ok {
		peer, err := fastest(3, func() error { return d.read(in) })
		if err != nil {
			return fmt.Errorf("%s beside %s: %w", f.Name, d.name, err)
		}
		decode, times = fmt.Sprintf("%.4f", peer/mb), fmt.Sprintf("%.1f", read/peer)
	}
	var ds *data.Dataset
	settle, _ := fastest(1, func() error { ds, _ = to.Finish(); return nil })
	write, err := fastest(1, func() error {
		return data.WriteFolder(func(string) (io.Writer, error) { return io.Discard, nil }, ds, data.FolderOptions{})
	})
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	fmt.Printf("  %-13s %7s %7.4f %6s  %7.4f %7.4f", f.Name, decode, read/mb, times, settle/mb, write/mb)
	return nil
}

// fastest is the shortest of some runs, in seconds: what disturbs only adds.
func fastest(runs int, run func() error) (float64, error) {
	best := 0.0
	for i := range runs {
		start := time.Now()
		if err := run(); err != nil {
			return 0, err
		}
		if s := time.Since(start).Seconds(); i == 0 || s < best {
			best = s
		}
	}
	return best, nil
}

func measureMemory(bin, tmp string, f format.Format) error {
	content, err := sample(f, memorySize)
	if err != nil {
		return err
	}
	path := filepath.Join(tmp, "large"+f.Names[0])
	if err := os.WriteFile(path, content, 0o644); err != nil {
		return err
	}
	size := len(content)
	content = nil
	defer os.Remove(path)
	dataset := filepath.Join(tmp, "dataset")
	defer os.RemoveAll(dataset)
	p, err := peakOf(bin, "import", "--max-records", fmt.Sprint(plenty.Limits.Records), "--format", f.Name, path, "-o", dataset)
	if err != nil {
		return err
	}
	fmt.Printf("  %3.0f s %5d MB", p.Seconds, p.MB)
	if size < memorySize {
		fmt.Printf(" (%d MB, %d things)", size>>20, mostThings)
	}
	if p.Failed {
		fmt.Printf(" (refused: %s)", refusal(p.Said))
	}
	fmt.Println()
	return nil
}

// refusal is the line that says why nothing was imported.
func refusal(said string) string {
	why := ""
	for line := range strings.Lines(said) {
		if why == "" || strings.HasPrefix(line, "error") {
			why = strings.TrimSpace(line)
		}
	}
	return why
}

// sample is a file of a format with at least the bytes, or with mostThings:
// what its own writer makes of a dataset, or rows. Nil where neither exists.
func sample(f format.Format, size int) ([]byte, error) {
	switch {
	case f.Read == nil:
		return nil, nil
	case rows[f.Name] != nil:
		return rows[f.Name](size), nil
	case f.Write == nil:
		return nil, nil
	}
	n := 1000
	for {
		var b bytes.Buffer
		if err := f.Write(format.One{Writer: &b}, plainDataset(n), &format.Losses{}); err != nil {
			return nil, err
		}
		if b.Len() >= size || n == mostThings {
			return b.Bytes(), nil
		}
		n = min(int(float64(n)*float64(size)/float64(b.Len())*1.02)+1, mostThings)
	}
}

// plainDataset has n people, as many relations and one source.
func plainDataset(n int) *data.Dataset {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Sources: []data.Source{{ID: "gazette", Title: "Gazette"}}}
	for i := range n {
		proof := []data.Evidence{{Source: "gazette", At: fmt.Sprint(i%97 + 1)}}
		date := edtf.MustParse(fmt.Sprintf("%d-%02d-%02d", 1950+i%70, i%12+1, i%28+1))
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID(fmt.Sprintf("person-%07d", i)), Kind: "person", Name: fmt.Sprintf("Person No. %d", i), Date: date,
			Summary: "Works in the harbour and lives in the old town.", Tags: []string{"harbour"}, Evidence: proof})
		if i > 0 {
			from, to := data.EntityID(fmt.Sprintf("person-%07d", i)), data.EntityID(fmt.Sprintf("person-%07d", i*7919%i))
			ds.Relations = append(ds.Relations, data.Relation{ID: data.RelationID(fmt.Sprintf("r-%07d", i)), From: from, Predicate: "related_to", To: to, Date: date, Evidence: proof})
		}
	}
	return ds
}

// rows make files of the formats that are only read.
var rows = map[string]func(size int) []byte{
	"csv": func(size int) []byte { return lines(size, "id,name,kind,date,city,note\n", csvRow(",")) },
	"tsv": func(size int) []byte { return lines(size, "id\tname\tkind\tdate\tcity\tnote\n", csvRow("\t")) },
	"json-records": func(size int) []byte {
		return lines(size, "", func(i int) string {
			return fmt.Sprintf("{\"id\":%d,\"name\":\"Person No. %d\",\"kind\":\"person\",\"date\":\"%d-%02d-%02d\",\"city\":\"Harbour %d\"}\n", i, i, 1950+i%70, i%12+1, i%28+1, i%50)
		})
	},
	"edges": func(size int) []byte {
		return lines(size, "# Directed graph\n# FromNodeId\tToNodeId\n", func(i int) string { return fmt.Sprintf("%d\t%d\n", i%200_000, (i*7919+i/200_000*13+1)%200_000) })
	},
	"timelinejs": func(size int) []byte {
		body := lines(size, `{"events":[`, func(i int) string {
			return fmt.Sprintf(`{"unique_id":"e%d","start_date":{"year":"%d","month":"%d"},"text":{"headline":"Event No. %d","text":"<p>Words on the <b>event</b>.</p>"}},`, i, 1950+i%70, i%12+1, i)
		})
		return append(bytes.TrimSuffix(body, []byte(",")), "]}"...)
	},
}

func csvRow(sep string) func(int) string {
	return func(i int) string {
		return strings.Join([]string{fmt.Sprint(i), fmt.Sprintf("Person No. %d", i), "person", fmt.Sprintf("%d-%02d-%02d", 1950+i%70, i%12+1, i%28+1), fmt.Sprintf("Harbour %d", i%50), "Works there and lives in the old town."}, sep) + "\n"
	}
}

func lines(size int, head string, line func(int) string) []byte {
	b := make([]byte, 0, size+1024)
	b = append(b, head...)
	for i := 0; len(b) < size; i++ {
		b = append(b, line(i)...)
	}
	return b
}
