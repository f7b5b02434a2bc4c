package snap

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// facts are what all of a file says about how its lines are to be read.
type facts struct {
	told    told
	by      rune
	mixed   bool // not every line has the same separator
	narrow  int  // least and
	wide    int  // most columns of a line
	header  int  // line of a heading that is no comment; 0 without one
	counted int  // line that only counts nodes and edges; 0 without one
	columns []*column
	rows    int
}

var errMatrix = errors.New("a Matrix Market file: it holds a matrix, not a list of edges (save the graph as an edge list, GraphML or GEXF)")

// learn reads the file for the first time, twice over: the separator must be
// known before the columns are.
func learn(in format.Input, opt format.Options) (*facts, error) {
	f := &facts{told: told{nodes: -1, edges: -1}}
	var by separators
	err := rows(in, opt.Limits.Text, func(r row) error {
		switch {
		case strings.HasPrefix(r.text, "%%MatrixMarket"):
			return errMatrix
		case r.comment:
			f.told.read(r.text)
		default:
			by.see(r.text)
			if by.all > opt.Limits.Records {
				return fmt.Errorf("more than %d lines, which is the limit (--max-records raises it)", opt.Limits.Records)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if by.all == 0 {
		return nil, fmt.Errorf("%s: no edges: every line is empty or a comment", in.Name)
	}
	f.by, f.mixed = by.best(), by.mixed()
	return f, f.survey(in, opt, by.all)
}

// mostColumns is how many columns of a line are told apart.
const mostColumns = 64

// survey reads the file again, of which it is known how many lines it has.
func (f *facts) survey(in format.Input, opt format.Options, lines int) error {
	first := &opening{ids: map[string]bool{}}
	var fields []string
	err := rows(in, opt.Limits.Text, func(r row) error {
		if r.comment {
			return nil
		}
		fields = cut(fields[:0], r.text, f.by)
		if len(fields) > mostColumns {
			return fmt.Errorf("%d columns: a line has two ids and few values", len(fields))
		}
		if f.rows == 0 && f.header == 0 && heading(fields) {
			f.header, f.told.names = r.line, slices.Clone(fields)
			return nil
		}
		if f.rows++; f.rows == 1 {
			first.begin(r.line, slices.Clone(fields), lines)
			return nil
		}
		first.see(fields)
		f.see(fields)
		return nil
	})
	if err != nil {
		return err
	}
	f.open(first)
	for i, c := range f.columns {
		c.name = f.name(i)
		c.decide(opt)
	}
	return nil
}

func (f *facts) see(fields []string) {
	if len(fields) > 1 {
		f.wide = max(f.wide, len(fields))
		if f.narrow == 0 || len(fields) < f.narrow {
			f.narrow = len(fields)
		}
	}
	for i := 2; i < len(fields); i++ {
		if i-2 == len(f.columns) {
			f.columns = append(f.columns, newColumn())
		}
		f.columns[i-2].see(fields[i])
	}
}

// opening is the first line, which may count nodes and edges instead of joining
// two, and what the lines after it hold.
type opening struct {
	line    int
	fields  []string
	numbers []int           // its fields, where all of them are and may be counts
	ids     map[string]bool // of the lines after it, no more than tell whether the count is right
	wider   bool
	rows    int
}

// begin looks at the first line of a file with so many, a heading among them.
func (o *opening) begin(line int, fields []string, lines int) {
	o.line, o.fields = line, fields
	var numbers []int
	for _, text := range fields {
		n, err := strconv.Atoi(text)
		if err != nil {
			return
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 1 || len(numbers) == 2 && numbers[1] < lines && numbers[1] >= lines-2 {
		o.numbers = numbers
	}
}

func (o *opening) see(fields []string) {
	o.rows++
	o.wider = o.wider || len(fields) > len(o.fields)
	if o.numbers != nil && len(o.ids) <= o.numbers[0] {
		for _, id := range fields[:min(2, len(fields))] {
			o.ids[id] = true
		}
	}
}

// counts tells whether the first line gives the numbers of nodes and edges that
// the lines after it bear out.
func (o *opening) counts() (nodes, edges int, ok bool) {
	switch n := o.numbers; len(n) {
	case 1:
		return n[0], -1, o.rows > 0 && o.wider && n[0] == len(o.ids)
	case 2:
		return n[0], n[1], o.rows > 0 && n[1] == o.rows && n[0] >= len(o.ids)
	}
	return 0, 0, false
}

func (f *facts) open(first *opening) {
	if nodes, edges, ok := first.counts(); ok {
		f.counted, f.told.nodes, f.told.edges = first.line, nodes, edges
		return
	}
	f.see(first.fields)
}

// third is what the third column is called where nothing says it.
const third = "weight"

// name is what a column after the ids is called: by the heading, else the third
// is a weight, or a time where KONECT puts it.
func (f *facts) name(i int) string {
	switch {
	case i+2 < len(f.told.names):
		return f.told.names[i+2]
	case strings.HasPrefix(f.columns[i].first, "{"):
		return "data"
	case i == 0:
		return third
	case i == 1 && f.told.konect:
		return "time"
	}
	return "column " + strconv.Itoa(i+3)
}

// time is the column that dates the edges, -1 without one: the last that can.
func (f *facts) time() int {
	for i := len(f.columns) - 1; i >= 0; i-- {
		if u := f.columns[i].use; u == seconds || u == milliseconds || u == written {
			return i
		}
	}
	return -1
}
