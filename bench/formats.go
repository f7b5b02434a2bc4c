package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
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

// decoders walk a file with Go's own decoder of its container, or with the
// library that ours stands on, and keep nothing.
var decoders = map[string]func(in format.Input) error{
	"csv": func(in format.Input) error {
		r := csv.NewReader(in.Reader())
		r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = -1, true, true
		return until(func() error { _, err := r.Read(); return err })
	},
	"json": func(in format.Input) error {
		d := json.NewDecoder(in.Reader())
		return until(func() error { var v any; return d.Decode(&v) })
	},
	"xml": func(in format.Input) error {
		d := xml.NewDecoder(in.Reader())
		return until(func() error { _, err := d.Token(); return err })
	},
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

// containers are what the formats stand in; those left out stand in none that
// Go decodes.
var containers = map[string]string{
	"csv": "csv", "tsv": "", "ftm": "json", "gexf": "xml", "graphml": "xml", "cytoscape": "json", "jgf": "json", "d3": "json",
	"timelinejs": "json", "popolo": "json", "littlesis": "json", "bods": "json", "json-records": "json", "edges": "csv",
}

// measureFormats prints the time of each reader for a megabyte beside that of
// the decoder of its container, and the memory of a whole process that imports
// a large file.
func measureFormats(bin, tmp string) error {
	fmt.Printf("\nReaders, files of %d MB: seconds for a megabyte, beside Go's decoder of the container; peak of a process that imports %d MB\n", ratioSize>>20, memorySize>>20)
	for _, f := range all.Formats() {
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
	read, err := fastest(3, func() error { return f.Read([]format.Input{in}, format.NewBuilder(format.Options{})) })
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	whole, err := fastest(1, func() error {
		_, _, err := all.Import([]format.Input{in}, f.Name, format.Options{})
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	fmt.Printf("  %-13s read %.3f s/MB, checked dataset %.3f s/MB", f.Name, read/mb, whole/mb)
	if decode := decoders[containers[f.Name]]; decode != nil {
		peer, err := fastest(3, func() error { return decode(in) })
		if err != nil {
			return fmt.Errorf("%s beside encoding/%s: %w", f.Name, containers[f.Name], err)
		}
		fmt.Printf(", encoding/%s %.3f s/MB: %.1f times", containers[f.Name], peer/mb, read/peer)
	}
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
	content = nil
	defer os.Remove(path)
	cmd := exec.Command(bin, "check", "-q", "--max-records", "10000000", "--read-as", f.Name, path)
	var said bytes.Buffer
	cmd.Stderr = &said
	start := time.Now()
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("no figures of the process")
	}
	fmt.Printf("; 100 MB: %.0f s, %d MB", time.Since(start).Seconds(), usage.Maxrss>>10)
	if exit != nil {
		fmt.Printf(" (refused: %s)", strings.TrimSpace(strings.SplitN(said.String(), "\n", 2)[0]))
	}
	fmt.Println()
	return nil
}

// sample is a file of a format with at least the bytes: what its own writer
// makes of a dataset, or rows. Nil where neither exists.
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
		if b.Len() >= size {
			return b.Bytes(), nil
		}
		n = int(float64(n)*float64(size)/float64(b.Len())*1.02) + 1
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
		return lines(size, "# Directed graph\n# FromNodeId\tToNodeId\n", func(i int) string { return fmt.Sprintf("%d\t%d\n", i%200_000, (i*7919+1)%200_000) })
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
