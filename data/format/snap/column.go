package snap

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// use is what a column says.
type use uint8

const (
	attribute use = iota
	seconds       // since 1970, UTC
	milliseconds
	written // a date as people write it
	same    // the same value in every line
)

// column is one beyond the two ids.
type column struct {
	name    string
	use     use
	numbers bool // every value is one
	least   float64
	most    float64
	first   string
	alike   bool
	n       int
	zeros   int
	sample  map[string]bool
	values  []string
	dates   *dates.Column
}

// someValues is how many different values of a column are looked at; one longer
// than longestDate bytes is no date.
const (
	someValues  = 20_000
	longestDate = 100
)

func newColumn() *column {
	return &column{numbers: true, alike: true, least: math.Inf(1), most: math.Inf(-1), sample: map[string]bool{}}
}

func (c *column) see(text string) {
	if c.n++; c.n == 1 {
		c.first = strings.Clone(text)
	}
	c.alike = c.alike && text == c.first
	if c.numbers {
		f, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil || math.IsNaN(f) || math.IsInf(f, 0):
			c.numbers = false
		case f == 0:
			c.zeros++
		default:
			c.least, c.most = min(c.least, f), max(c.most, f)
		}
	}
	if len(c.values) < someValues && len(text) <= longestDate && !c.sample[text] {
		text = strings.Clone(text) // of its line
		c.sample[text] = true
		c.values = append(c.values, text)
	}
}

// Seconds since 1970 lie between 1973 and 2106 here; below could be counts.
const (
	firstSecond = 1e8
	lastSecond  = 1 << 32
)

var timeNames = map[string]bool{"time": true, "timestamp": true, "ts": true, "unixts": true, "date": true, "when": true, "t": true, "datetime": true, "year": true}

// decide says what a column is, from all its values and its name.
func (c *column) decide(opt format.Options) {
	timed := timeNames[squeeze(c.name)]
	switch {
	case c.numbers && c.most > 0 && c.least >= firstSecond && c.most < lastSecond:
		c.use = seconds
	case c.numbers && c.most > 0 && c.least >= firstSecond*1000 && c.most < lastSecond*1000:
		c.use = milliseconds
	case c.datable(timed):
		c.dates = dates.DecideNamed(c.name, c.values, opt)
		c.use = c.dated()
	case c.alike && c.n > 1:
		c.use = same
	}
	if c.name == third && (c.use == seconds || c.use == milliseconds || c.use == written) {
		c.name = "time"
	}
	c.sample, c.values = nil, nil
}

// datable tells whether values may be dates as people write them.
func (c *column) datable(timed bool) bool {
	return timed || !c.numbers && strings.ContainsAny(c.first, "-/") && strings.ContainsAny(c.first, "0123456789")
}

func (c *column) dated() use {
	for _, v := range c.values {
		if !c.dates.Read(v).Date.IsZero() {
			return written
		}
	}
	return attribute
}

// date reads a value of a column of times. The note says what it was made of;
// whole is false where the text says more than both.
func (c *column) date(text string) (date edtf.Date, note string, whole bool, doubt *dates.Doubt) {
	if c.use == written {
		r := c.dates.Read(text)
		return r.Date, r.Note, r.Whole(text), r.Doubt
	}
	f, _ := strconv.ParseFloat(text, 64)
	unit := "seconds"
	if c.use == milliseconds {
		f, unit = f/1000, "milliseconds"
	}
	if f == 0 {
		return edtf.Date{}, "", true, nil
	}
	return edtf.MustParse(time.Unix(int64(math.Floor(f)), 0).UTC().Format(time.DateOnly)), "from " + text + ", Unix " + unit + ", UTC", true, nil
}
