package format

import (
	"fmt"
	"io"

	"github.com/redthread/redthread/data"
)

// Format is a way to write data that somebody else designed.
type Format struct {
	Name  string   // on the command line: "gexf"
	Title string   // for people: "GEXF (Gephi)"
	Names []string // endings of file names, with the dot, lower case: ".gexf"

	// Detect says how sure the first bytes of a file and its name make it that
	// the file is of this format.
	Detect func(name string, head []byte) Confidence

	// Read begins each file at the Builder and hands it the records. The error
	// is for a file that is broken or over the Limits; what is only odd goes to
	// the report. Nil: the format is written only.
	Read func(files []Input, to *Builder) error

	// Family names formats whose files are read together, by the Read of the
	// first of them: tables may belong to each other. Empty: each file alone.
	Family string

	// Write writes a dataset. What the format cannot carry is told to lost.
	// Nil: the format is read only.
	Write func(out Files, ds *data.Dataset, lost *Losses) error
}

// Each makes a Read of a function for one file: it begins each file under the
// name of the format.
func Each(name string, read func(in Input, to *Builder) error) func([]Input, *Builder) error {
	return func(files []Input, to *Builder) error {
		for _, in := range files {
			if err := to.Begin(in, name); err != nil {
				return err
			}
			if limit := to.Options.Limits.Bytes; in.Size > limit {
				return fmt.Errorf("%s: %d bytes, the limit is %d", in.Name, in.Size, limit)
			}
			if err := read(in, to); err != nil {
				return err
			}
		}
		return nil
	}
}

// Confidence is how sure a reader is that a file is of its format.
type Confidence int

// The degrees of confidence.
const (
	No      Confidence = iota
	Maybe              // it could be, as many others: a list of JSON objects
	Likely             // the name or a key that others use too
	Certain            // what no other format has: a namespace, a type field
)

// Files is where a format writes. Most write one file and give it the name "";
// a format of several tables names each.
type Files interface {
	Create(name string) (io.Writer, error)
}

// One is Files for a format that writes a single file.
type One struct{ io.Writer }

// Create gives the writer, whatever the name.
func (o One) Create(string) (io.Writer, error) { return o.Writer, nil }

// Options settle what a file leaves open. The zero value guesses nothing that
// could be wrong: what is ambiguous is reported.
type Options struct {
	Encoding     string       // of texts: "gbk", "big5", "windows-1252"; empty: a byte-order mark or UTF-8, else an error that names the flag
	Sheets       []string     // names or numbers (from 1) of a workbook's sheets; empty: all that are visible
	Order        DateOrder    // settles 03/04/2015; empty: reported
	From1904     bool         // numbers of days in a column of dates are counted from 1904; false: from 1900. Workbooks say it, no flag does
	Century      int          // first year of the hundred that two-digit years fall in (1950: 50 is 1950, 49 is 2049); 0: reported
	Unknown      []string     // texts that say "not known"; nil: "N/A", "n/a", "NA", "-", "–", "?", "unknown", "null"
	Placeholders bool         // an end of a relation that no record describes becomes an entity tagged "placeholder"; false: reported and left out
	Mapping      []data.Value // documents of a mapping file, for tables; nil: guessed from the header
	MappingName  string       // of that file, for messages
	Limits       Limits
}

// DateOrder is the order of day, month and year in dates of three numbers.
type DateOrder string

// The orders.
const (
	DayFirst   DateOrder = "dmy"
	MonthFirst DateOrder = "mdy"
	YearFirst  DateOrder = "ymd"
)

// Limits bound what a reader takes. A zero field is its default. Who allows more
// records than the default gets the room that these need: Expanded, Values and
// Cells grow in proportion where they are left out.
type Limits struct {
	Bytes    int64 // of a file; default 1 GiB
	Expanded int64 // of what a container unpacks to; default 256 MiB
	Records  int   // rows, nodes, edges; default 500,000: some 1 GB as a checked dataset
	Values   int   // attributes of all things and relations; default 2,000,000
	Cells    int   // of all tables of a file; default 20,000,000
	Columns  int   // of a table; default 16,384
	Depth    int   // of nesting; default 64
	Text     int   // bytes of one text; default 64 KiB
}

// Filled is the limits with their defaults.
func (l Limits) Filled() Limits {
	records := or(l.Records, someRecords)
	more := min(max(1, float64(records)/someRecords), 1000)
	times := func(n int) int { return int(float64(n) * more) }
	return Limits{
		Bytes: or(l.Bytes, 1<<30), Expanded: or(l.Expanded, int64(times(256<<20))), Records: records, Values: or(l.Values, times(2_000_000)),
		Cells: or(l.Cells, times(20_000_000)), Columns: or(l.Columns, 16_384), Depth: or(l.Depth, 64), Text: or(l.Text, 64<<10),
	}
}

// someRecords is how many are allowed by default.
const someRecords = 500_000

func or[N int | int64](n, otherwise N) N {
	if n == 0 {
		return otherwise
	}
	return n
}
