package table

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Finding is something odd, to be reported once the file has begun.
type Finding struct {
	File     int // index in Table.Files
	Severity data.Severity
	What     string
	Hint     string
	At       format.Place
	Record   string // what was left out, if that is what it says: "line"; it counts as read
}

// findings are counted by what they say, with the first places. Rows are read
// several times; what was said of a line is not said again.
type findings struct {
	list   []Finding
	counts map[string]int // by What
	upTo   map[string]int // by What, the last row spoken of
}

// examples is how many places of a finding are kept; the report shows no more.
const examples = 5

// add counts a finding of the row with a number that grows with every row.
func (f *findings) add(row int, found Finding) {
	if f.counts == nil {
		f.counts, f.upTo = map[string]int{}, map[string]int{}
	}
	if row <= f.upTo[found.What] {
		return
	}
	f.upTo[found.What] = row
	if f.counts[found.What]++; f.counts[found.What] <= examples {
		f.list = append(f.list, found)
	}
}

// report says those of a file, each as often as it was found.
func (f *findings) report(file int, to *format.Builder) {
	for i, found := range f.list {
		if found.File != file {
			continue
		}
		found.tell(to)
		if f.last(i) {
			for range f.counts[found.What] - examples {
				found.tell(to)
			}
		}
	}
}

func (found Finding) tell(to *format.Builder) {
	if found.Record == "" {
		to.Say(found.Severity, found.At, found.What, found.Hint)
		return
	}
	to.Read(1)
	to.LeftOut(found.Record, found.At, found.What, found.Hint)
}

// last tells whether a finding is the last one kept of its sort.
func (f *findings) last(i int) bool {
	for _, later := range f.list[i+1:] {
		if later.What == f.list[i].What {
			return false
		}
	}
	return true
}
