package dates

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data/format"
)

// Column knows how the dates of a column are written. It does not change once
// decided, so that several may read by it at once.
type Column struct {
	opt    format.Options
	name   string
	values []string
	votes  ballot
	read   map[string]Result
	days   bool // its other values, or its name, say that it holds days
}

// tag names a way to read what could be read in several ways.
type tag string

// The tags.
const (
	dayFirst   tag = "day first"
	monthFirst tag = "month first"
	yearFirst  tag = "year first"
	asMonth    tag = "months"
	asRange    tag = "years to years"
)

// ballot counts, for each shape of text, the values that can be read in one
// way only.
type ballot map[string]map[tag]int

func (b ballot) vote(shape string, t tag) {
	if b[shape] == nil {
		b[shape] = map[tag]int{}
	}
	b[shape][t]++
}

// settled is the way that all values of a shape that can be read in one way
// only agree on; contrary tells that they do not agree, and then settled is the
// way of most of them.
func (b ballot) settled(shape string) (t tag, contrary bool) {
	votes := b[shape]
	most := 0
	for _, each := range slices.Sorted(maps.Keys(votes)) {
		switch n := votes[each]; {
		case n > most:
			t, most = each, n
		case n == most:
			t = ""
		}
	}
	return t, len(votes) > 1
}

// Decide looks at all values of a column. Values with the same separator
// settle each other: 25/04/2015 says that 03/04/2015 is a day in April.
func Decide(values []string, opt format.Options) *Column { return DecideNamed("", values, opt) }

// DecideNamed is Decide for a column whose header is known: below a name such
// as "date" or "born", numbers like 42158 are days as spreadsheets count them.
func DecideNamed(name string, values []string, opt format.Options) *Column {
	c := &Column{opt: opt, name: name, values: values}
	votes, days := ballot{}, 0
	for _, text := range values {
		r := &reader{Column: c, votes: votes}
		if res := r.read(text); res.Doubt == nil && r.form != formNumber && len(res.Date.String()) == len("2015-06-03") {
			days++
		}
	}
	c.votes = votes
	c.days = days > 0 || named(name)
	return c
}

// dateWords are words of headers of columns that hold dates.
var dateWords = []string{"date", "datum", "day", "born", "birth", "died", "death", "start", "end", "begin", "from", "until", "since", "when", "time", "fecha", "jour", "giorno", "dia", "tag",
	"startdate", "enddate", "birthdate", "birthday", "signed", "filed", "issued", "published", "opened", "closed", "founded", "incorporated", "created", "updated", "дата", "tarih", "日期", "时间", "時間", "날짜", "日付", "تاريخ"}

// named tells whether a header says that dates stand below it.
func named(header string) bool {
	words := strings.FieldsFunc(fold(apart(header)), func(r rune) bool { return strings.ContainsRune(" _-./()[]:,", r) })
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.ContainsFunc(dateWords, func(d string) bool {
			return w == d || len(d) > 4 && strings.HasSuffix(w, d) || d[0] > '~' && strings.Contains(w, d)
		})
	})
}

// apart puts a space before each capital that follows a small letter: startDate.
func apart(header string) string {
	var b strings.Builder
	small := false
	for _, r := range header {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}

// copy is a doubt of its own; nil for none.
func (d *Doubt) copy() *Doubt {
	if d == nil {
		return nil
	}
	own := *d
	return &own
}

// maxRead is how many texts a column remembers, and how long each may be.
const (
	maxRead     = 30_000
	maxReadText = 64
)

// Read is Parse with all that it left aside. Columns repeat their dates: what a
// text said is remembered.
func (c *Column) Read(text string) Result {
	if known, ok := c.read[text]; ok {
		known.Doubt = known.Doubt.copy()
		return known
	}
	result := (&reader{Column: c}).read(text)
	if len(c.values) > 0 && len(c.read) < maxRead && len(text) <= maxReadText {
		if c.read == nil {
			c.read = map[string]Result{}
		}
		kept := result
		kept.Doubt = result.Doubt.copy() // the caller may add to it
		c.read[strings.Clone(text)] = kept
	}
	return result
}

// Format says in words how the column's dates are written, and how sure that
// is: the share of its values that were read, from 0 to 1; half of it where all
// are plain numbers, which may count something else.
func (c *Column) Format() (words string, sure float64) {
	forms := map[string]int{}
	filled, read, numbers := 0, 0, 0
	for _, text := range c.values {
		r := &reader{Column: c}
		res := r.read(text)
		if res.Date.IsZero() && res.Doubt == nil {
			continue
		}
		filled++
		if res.Doubt != nil {
			forms["not read"]++
			continue
		}
		read++
		forms[r.form]++
		if r.number {
			numbers++
		}
	}
	if filled == 0 {
		return "no values", 0
	}
	sure = float64(read) / float64(filled)
	if numbers == read {
		sure /= 2
	}
	return inWords(forms), sure
}

// inWords lists forms with how often they occur, the most frequent first.
func inWords(forms map[string]int) string {
	order := slices.SortedFunc(maps.Keys(forms), func(a, b string) int {
		return cmp.Or(cmp.Compare(forms[b], forms[a]), cmp.Compare(a, b))
	})
	var list []string
	for _, f := range order {
		list = append(list, fmt.Sprintf("%s (%d)", f, forms[f]))
	}
	return strings.Join(list, ", ")
}
