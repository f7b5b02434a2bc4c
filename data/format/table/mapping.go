package table

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// Mapping says what tables become. It is read from YAML, or guessed; Explain
// writes a guessed one as YAML that means the same.
type Mapping struct {
	Unknown    []string // texts that say "not known"; nil: those of the options
	Kinds      []data.Kind
	Predicates []data.Predicate
	Tables     []*Plan

	name string // of the file; empty for a guess
}

// Plan is what the rows of one table become.
type Plan struct {
	Table    string // name of the file, or a pattern with *; empty: every table
	Sheet    string // of a workbook, or the path of a list in JSON; empty: any
	Header   int    // number of the line with the names; 0: found, -1: there is none
	Model    string // the rows are records of our own model: "entities", "relations", ...
	Skip     []Condition
	LeaveOut []string // columns that do not become attributes

	Entities, Relations, Sources []*Record

	at  data.Value
	why []string // what the guess rests on
}

// Record is what a row becomes once, or once for each item of a list.
type Record struct {
	Fields     map[string]*Value // by the keys of recordKeys
	Names      []Named           // by language
	Attributes []Named
	Evidence   []*Record
	When       []Condition // all of them must hold
	Each       string      // path of a list of objects in the row
	Once       bool        // rows with the same id are one entity

	at data.Value
}

// Named is a value under a name: a language, the key of an attribute.
type Named struct {
	Name  string
	Value *Value
}

// Condition holds where a column has one of the values; with Not, where it has
// none of them. No values: where it is filled.
type Condition struct {
	Column string
	Values []string
	Not    bool

	at data.Value
}

// Value is how a text is made of a row.
type Value struct {
	Columns []string      // whose texts are joined, blank ones left aside
	Join    string        // between them; default a space
	Const   string        // the same for every row
	Values  []Replacement // texts to replace, whole
	Default string        // where the text is blank
	Split   string        // between the items of a list
	Unknown []string      // texts that say "not known", beside those of the mapping

	Order   format.DateOrder // of a date; empty: of the options
	Century int              // of a date; 0: of the options
	Blank   string           // of an end: what a blank one means, "unknown", "open" or "same"

	Table string // of an end: the table that describes it
	Key   string // of an end: the column there that has its text; empty: the id
	Make  string // of an end: the kind of entity to make where no row describes it; empty: none is made

	at   data.Value
	why  string // what the guess rests on, for Explain
	slot int    // of the values of all plans, from 1, by which tables know what it is bound to; 0: not bound yet
}

// Replacement is a text and what replaces it.
type Replacement struct{ From, To string }

// The keys of records.
var (
	dateKeys   = []string{"date", "start", "end", "year", "month", "day", "end_year", "end_month", "end_day", "date_note"}
	entityKeys = append([]string{"id", "kind", "name", "short", "names", "aliases", "place", "summary", "tags", "links", "count", "attributes", "evidence", "when", "each", "once"}, dateKeys...)
	linkKeys   = append([]string{"id", "from", "predicate", "to", "symmetric", "status", "note", "attributes", "evidence", "when", "each"}, dateKeys...)
	sourceKeys = []string{"id", "title", "url", "date", "publisher", "authors", "language", "archive", "licence", "note", "when", "each"}
	proofKeys  = []string{"source", "title", "url", "date", "publisher", "at", "status", "by", "note"}
)

// written is the order in which Explain writes the keys of any record.
var written = []string{"id", "source", "kind", "name", "title", "short", "from", "predicate", "to", "symmetric", "url", "aliases",
	"date", "start", "end", "year", "month", "day", "end_year", "end_month", "end_day", "date_note", "publisher", "authors", "language", "archive", "licence",
	"at", "place", "summary", "tags", "links", "count", "status", "by", "note"}

func dateKey(key string) bool {
	switch key {
	case "date", "start", "end", "year", "month", "day", "end_year", "end_month", "end_day":
		return true
	}
	return false
}

// values are all values of a record with their keys, in the order of Explain.
func (r *Record) values(yield func(key string, v *Value) bool) {
	for _, key := range written {
		if v := r.Fields[key]; v != nil && !yield(key, v) {
			return
		}
	}
	for _, list := range [][]Named{r.Names, r.Attributes} {
		for _, n := range list {
			if !yield(n.Name, n.Value) {
				return
			}
		}
	}
	for _, e := range r.Evidence {
		for key, v := range e.values {
			if !yield(key, v) {
				return
			}
		}
	}
}

// records are all records of a plan: the entities first, as rows that no
// relation describes are mostly one thing.
func (p *Plan) records() []*Record {
	var all []*Record
	all = append(all, p.Entities...)
	all = append(all, p.Relations...)
	return append(all, p.Sources...)
}
