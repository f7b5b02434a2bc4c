package table

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// CSV is the format of texts of rows, whatever stands between their cells.
func CSV() format.Format {
	return format.Format{Name: "csv", Title: "CSV (comma, semicolon or pipe)", Names: []string{".csv", ".psv"}, Family: "table", Read: Read,
		Detect: func(name string, head []byte) format.Confidence { return detectText(name, head, false) }}
}

// TSV is CSV with tabs.
func TSV() format.Format {
	return format.Format{Name: "tsv", Title: "TSV (tabs)", Names: []string{".tsv", ".tab"}, Family: "table", Read: Read,
		Detect: func(name string, head []byte) format.Confidence { return detectText(name, head, true) }}
}

// JSONRecords is the format of lists of JSON objects and of JSON lines, whose
// schema nobody knows.
func JSONRecords() format.Format {
	return format.Format{Name: "json-records", Title: "JSON objects (any schema)", Names: []string{".json", ".jsonl", ".ndjson"}, Family: "table", Read: Read,
		Detect: func(_ string, head []byte) format.Confidence {
			if looksJSON(head) {
				return format.Maybe
			}
			return format.No
		}}
}

// YAMLRecords is the format of YAML files whose schema nobody knows.
func YAMLRecords() format.Format {
	return format.Format{Name: "yaml-records", Title: "YAML records (any schema)", Names: []string{".yaml", ".yml"}, Family: "table", Read: Read,
		Detect: func(name string, head []byte) format.Confidence {
			if ext := ending(name); (ext == ".yaml" || ext == ".yml") && binary(head) == "" && !looksJSON(head) {
				return format.Maybe
			}
			return format.No
		}}
}

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// looksJSON tells a text that begins like an object or a list of JSON.
func looksJSON(head []byte) bool {
	text := strings.TrimLeft(strings.TrimPrefix(string(Plain(head)), "\ufeff"), " \t\r\n")
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	rest := strings.TrimLeft(text[1:], " \t\r\n")
	return rest != "" && strings.ContainsRune(`{}[]"`, rune(rest[0])) || rest != "" && text[0] == '[' && (rest[0] == '-' || '0' <= rest[0] && rest[0] <= '9')
}

// foreign are endings of texts that are no tables.
var foreign = []string{".json", ".jsonl", ".ndjson", ".geojson", ".jsonld", ".yaml", ".yml", ".xml", ".gexf", ".graphml", ".html", ".htm", ".md", ".dot", ".gv", ".ttl", ".rdf", ".cypher", ".svg"}

// detectText tells a text of rows, with tabs or with other signs between its
// cells.
func detectText(name string, head []byte, tabs bool) format.Confidence {
	ext := ending(name)
	if binary(head) != "" || looksJSON(head) || strings.HasPrefix(strings.TrimSpace(string(head)), "<") || slices.Contains(foreign, ext) {
		return format.No
	}
	sign, rows := signOf(head)
	named := ext == ".tsv" || ext == ".tab" || ext == ".csv" || ext == ".psv"
	if asTSV := ext == ".tsv" || ext == ".tab" || !named && sign == '\t'; asTSV != tabs {
		return format.No
	}
	switch {
	case timelineJS(rows):
		return format.Maybe
	case named:
		return format.Likely
	case len(rows) < 2 || len(rows[0]) < 2:
		return format.No
	case evennessOf(string(cutRune(Plain(head))), sign).share > 0.8, headed(rows[0]):
		return format.Maybe
	}
	return format.No
}

// signOf is the delimiter of a head, and its rows.
func signOf(head []byte) (rune, [][]string) {
	text := strings.TrimPrefix(string(cutRune(Plain(head))), "\ufeff")
	sign, _ := delimiter(text, ',')
	return sign, sample(text, sign)
}

// headed tells a row of at least two words that headers have, and more of them
// than of others.
func headed(row []string) bool {
	known := 0
	for _, h := range row {
		if roleOf(Trim(h)).exact {
			known++
		}
	}
	return known > 1 && known*2 > len(row)
}

// timelineJS tells the spreadsheet of TimelineJS by its header: another reader
// knows what its columns mean.
func timelineJS(rows [][]string) bool {
	if len(rows) == 0 {
		return false
	}
	has := func(word string) bool {
		return slices.ContainsFunc(rows[0], func(h string) bool { return strings.EqualFold(Trim(h), word) })
	}
	return has("Year") && has("Headline") && (has("Text") || has("Media"))
}

// Read reads tables of all sorts together, for one may describe what another
// joins.
func Read(files []format.Input, to *format.Builder) error {
	tables, err := Open(files, to.Options)
	if err != nil {
		return err
	}
	return Import(tables, to)
}

// Open makes tables of files. Files of one record each make one table for each
// folder.
func Open(files []format.Input, opt format.Options) ([]*Table, error) {
	limits := opt.Limits.Filled()
	var tables []*Table
	var records []*recordFile
	for _, in := range files {
		if in.Size > limits.Bytes {
			return nil, fmt.Errorf("%s: %d bytes, the limit is %d", in.Name, in.Size, limits.Bytes)
		}
		if how := recordsOf(in); how != "" {
			f, err := openRecords(in, how, opt)
			switch {
			case err != nil && in.Found:
				tables = append(tables, LeftOut(in, err))
			case err != nil:
				return nil, err
			default:
				records = append(records, f)
			}
			continue
		}
		t, err := openCSV(in, opt)
		switch {
		case err != nil && in.Found:
			t = LeftOut(in, err)
		case err != nil:
			return nil, err
		}
		tables = append(tables, orEmpty(t, in, "csv"))
	}
	more, err := recordTables(records, opt)
	return append(tables, more...), err
}

// LeftOut stands in for a file of a folder that cannot be read, so that the
// report says why.
func LeftOut(in format.Input, why error) *Table {
	says := &findings{}
	says.add(1, Finding{Severity: data.Warning, What: "a file of the folder is left out: it cannot be read", At: format.Place{Value: strings.TrimPrefix(why.Error(), in.Name+":")}})
	return &Table{Files: []format.Input{in}, Format: "left out", Rows: func(func(Row) bool) error { return nil }, findings: []*findings{says}}
}

// orEmpty stands in for a file without a cell, so that the report speaks of it.
func orEmpty(t *Table, in format.Input, name string) *Table {
	if t != nil {
		return t
	}
	says := &findings{}
	says.add(1, Finding{Severity: data.Warning, What: "the file holds no rows"})
	return &Table{Files: []format.Input{in}, Format: name, Rows: func(func(Row) bool) error { return nil }, findings: []*findings{says}}
}

// recordsOf says how the records of a file are written, "json" or "yaml"; empty
// for a text of rows.
func recordsOf(in format.Input) string {
	head := in.Head(4 << 10)
	switch ext := ending(in.Name); {
	case ext == ".csv" || ext == ".tsv" || ext == ".tab" || ext == ".psv":
		return ""
	case looksJSON(head), ext == ".json", ext == ".jsonl", ext == ".ndjson":
		return "json"
	case ext == ".yaml" || ext == ".yml":
		return "yaml"
	}
	return ""
}
