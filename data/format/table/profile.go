package table

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// profile is what the values of a column look like.
type profile struct {
	name, folded  string
	filled, blank int
	values        []string // the first distinct ones
	distinct      map[uint64]struct{}
	typed         int // cells of which the file says that they are dates
	lists         int // cells that are lists in the file
	of            meaning
	guessed       bool // the role rests on the values: the column has no name
	opt           format.Options

	looked bool // the shares below are known
	shares likeness
}

// likeness are shares of the distinct values looked at, from 0 to 1.
type likeness struct {
	number, date, url, long float64
	dateWords               string
	anyDate                 bool // one value at least reads as a date
}

// The bounds of what a profile keeps.
const (
	maxValues = 400    // distinct values kept as texts
	maxHashes = 50_000 // distinct values counted
)

// seed is one for all profiles, so that columns of several tables compare. What
// is equal does not depend on it.
var seed = maphash.MakeSeed()

// profiles go through a table once.
func profiles(t *Table, opt format.Options) ([]*profile, int, error) {
	opt.From1904 = t.From1904
	list := make([]*profile, len(t.Header))
	for i, h := range t.Header {
		list[i] = &profile{name: h, folded: foldHeader(h), distinct: map[uint64]struct{}{}, of: roleOf(h), opt: opt}
	}
	unknown := map[string]bool{"": true}
	for _, u := range opt.Unknown {
		unknown[u] = true
	}
	rows := 0
	err := t.Rows(func(r Row) bool {
		rows++
		for i, p := range list {
			p.see(r.Cells[i], unknown)
		}
		return true
	})
	return list, rows, err
}

func (p *profile) see(c Cell, unknown map[string]bool) {
	if unknown[c.Text] && c.Date.IsZero() {
		p.blank++
		return
	}
	p.filled++
	if !c.Date.IsZero() {
		p.typed++
	}
	if c.Items != nil {
		p.lists++
	}
	if len(p.distinct) >= maxHashes {
		return
	}
	sum := maphash.String(seed, c.Text)
	if _, seen := p.distinct[sum]; seen {
		return
	}
	p.distinct[sum] = struct{}{}
	if len(p.values) < maxValues {
		p.values = append(p.values, strings.Clone(c.Text))
	}
}

// look finds out what the values are.
func (p *profile) look() likeness {
	if p.looked || len(p.values) == 0 {
		return p.shares
	}
	p.looked = true
	share := func(is func(string) bool) float64 {
		n := 0
		for _, v := range p.values {
			if is(v) {
				n++
			}
		}
		return float64(n) / float64(len(p.values))
	}
	p.shares.number = share(isNumber)
	p.shares.url = share(isURL)
	p.shares.long = share(func(v string) bool { return utf8.RuneCountInString(v) > 60 })
	p.shares.date = max(share(dateLike), float64(p.typed)/float64(max(1, p.filled)))
	words, sure := dates.DecideNamed(p.name, p.values, p.opt).Format()
	p.shares.anyDate = sure > 0 || p.typed > 0
	p.shares.date, p.shares.dateWords = max(p.shares.date, sure), words
	return p.shares
}

// dated tells whether the values are dates, as a header says that they are.
func (p *profile) dated() bool { return p.filled > 0 && p.look().date >= 0.5 }

// unmistakable tells whether the values are dates whatever the header says.
func (p *profile) unmistakable() bool {
	return p.filled > 0 && p.look().date >= 0.9 && p.look().number < 0.5
}

// numeric tells whether all values are numbers.
func (p *profile) numeric() bool { return p.filled > 0 && p.look().number == 1 }

// unique tells whether values hardly ever stand twice.
func (p *profile) unique() bool {
	return p.filled > 0 && (len(p.distinct) >= maxHashes || len(p.distinct)*10 >= p.filled*9)
}

// few tells whether the values are those of a list of choices.
func (p *profile) few() bool {
	return p.filled > 0 && len(p.distinct) <= max(12, p.filled/4) && len(p.distinct) < maxHashes && !p.numeric() && p.look().long == 0
}

// separator is the sign between the items of a cell that holds several; empty
// where none does.
func (p *profile) separator(signs ...string) string {
	best, most := "", 0
	for _, sign := range signs {
		n := 0
		for _, v := range p.values {
			if strings.Contains(v, sign) {
				n++
			}
		}
		if n > most {
			best, most = sign, n
		}
	}
	return best
}

// dateLike tells a text that is a date, or could be several; numbers alone are
// none.
func dateLike(text string) bool {
	if len(text) < 4 || len(text) > 60 || isNumber(text) || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	r := dates.Read(text, format.Options{})
	return !r.Date.IsZero() || r.Doubt != nil && len(r.Doubt.Readings) > 0
}
