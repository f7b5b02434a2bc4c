package columns

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// The names under which tools keep times, in lower case; the first that a
// record has is taken.
var (
	dateNames  = []string{"date", "year", "when", "timestamp"}
	startNames = []string{"start", "start_date", "startdate", "since", "begin", "valid_from"}
	endNames   = []string{"end", "end_date", "enddate", "until", "valid_to"}
)

// timed are the fields that say when something was.
type timed struct {
	date *edtf.Date
	note *string
	list *[]data.Attribute
}

// when moves the attribute that is called a date, or a start and an end, to the
// date. What is none, or could be two, is reported and stays; so does a text
// that says more than the day.
func (f *Foreign) when(t timed, at format.Place) {
	if !t.date.IsZero() {
		return
	}
	i := find(*t.list, dateNames)
	if read, ok := f.date(t, i, at); ok {
		*t.date = read.Date
		t.taken(map[int]dates.Result{i: read})
		return
	}
	f.span(t, at)
}

// date reads the attribute at an index; below zero there is none.
func (f *Foreign) date(t timed, i int, at format.Place) (dates.Result, bool) {
	if i < 0 {
		return dates.Result{}, false
	}
	a := (*t.list)[i]
	read := dates.Read(a.Value, f.to.Options)
	if number := strings.Trim(a.Value, "0123456789.-") == ""; read.Doubt != nil && (!number || strings.EqualFold(a.Key, "date")) {
		at.Field, at.Value = a.Key, a.Value
		f.to.Say(data.Warning, at, "not read as a date, kept as an attribute: "+read.Doubt.What, read.Doubt.Hint)
	}
	return read, !read.Date.IsZero()
}

// taken drops the attributes that the date says all of, and notes the rest.
func (t timed) taken(read map[int]dates.Result) {
	for i := len(*t.list) - 1; i >= 0; i-- {
		r, ok := read[i]
		if !ok {
			continue
		}
		if r.Note != "" {
			*t.note = strings.TrimPrefix(*t.note+"; "+(*t.list)[i].Key+": "+r.Note, "; ")
		}
		if r.Whole((*t.list)[i].Value) {
			*t.list = slices.Delete(*t.list, i, i+1)
		}
	}
}

// span makes a date of a start and an end, where both are single dates; a side
// of which nothing is said is not known.
func (f *Foreign) span(t timed, at format.Place) {
	read := map[int]dates.Result{}
	var sides [2]string
	for side, i := range []int{find(*t.list, startNames), find(*t.list, endNames)} {
		if i < 0 {
			continue
		}
		r, ok := f.date(t, i, at)
		if !ok || r.Date.IsInterval() {
			return
		}
		read[i], sides[side] = r, r.Date.String()
	}
	if len(read) == 0 {
		return
	}
	d, err := edtf.Parse(sides[0] + "/" + sides[1])
	if err != nil {
		at.Value = sides[0] + "/" + sides[1]
		f.to.Say(data.Warning, at, "start and end are no span of time: kept as attributes", "")
		return
	}
	*t.date = d
	t.taken(read)
}
