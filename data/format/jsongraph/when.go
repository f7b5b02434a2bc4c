package jsongraph

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// date is the time of a record: its date, else the span from its start to its
// end. What could not be read as one is given back, to stay with the record.
func (r *reader) date(a *assigned, at format.Place) (edtf.Date, string, []data.Attribute) {
	w := &when{r: r, at: at}
	date, start, end := w.read(a, isDate), w.read(a, isStart), w.read(a, isFinish)
	switch {
	case !date.IsZero():
		w.keep(a, isStart, start)
		w.keep(a, isFinish, end)
	case !start.IsZero() || !end.IsZero():
		date = w.span(a, start, end)
	}
	return date, w.note, w.left
}

// when gathers what the dates of a record leave over.
type when struct {
	r    *reader
	at   format.Place
	note string
	left []data.Attribute
}

func (w *when) read(a *assigned, role role) edtf.Date {
	p, ok := a.by[role], a.has(role)
	text := said(p)
	if !ok || w.r.f.columns[p.key] == nil {
		if ok {
			w.left = append(w.left, data.Attribute{Key: p.key, Value: text})
		}
		return edtf.Date{}
	}
	result := w.r.result(p.key, text)
	if result.Doubt != nil {
		at := w.at
		at.Field, at.Value = p.key, text
		w.r.to.Say(data.Warning, at, result.Doubt.What+": kept as an attribute", result.Doubt.Hint)
	}
	if result.Note != "" {
		w.note = p.key + ": " + result.Note
	}
	if text != "" && (result.Date.IsZero() || !result.Whole(text)) {
		w.left = append(w.left, data.Attribute{Key: p.key, Value: text})
	}
	return result.Date
}

// result reads a date; the same text is read once, for files repeat their dates.
func (r *reader) result(key, text string) dates.Result {
	at := [2]string{key, text}
	result, known := r.dates[at]
	if !known {
		result = r.f.columns[key].Read(text)
		if len(r.dates) < someDates && len(text) <= longestDate {
			r.dates[at] = result
		}
	}
	return result
}

// keep gives a date back that has no place beside another.
func (w *when) keep(a *assigned, role role, date edtf.Date) {
	if !date.IsZero() {
		w.left = append(w.left, data.Attribute{Key: a.by[role].key, Value: said(a.by[role])})
	}
}

// span is from start to end; a side of which nothing is said is unknown.
func (w *when) span(a *assigned, start, end edtf.Date) edtf.Date {
	if start == end {
		return start
	}
	date, err := edtf.Parse(start.String() + "/" + end.String())
	if err != nil {
		at := w.at
		at.Field, at.Value = a.by[isStart].key, start.String()+"/"+end.String()
		w.r.to.Say(data.Warning, at, "start and end make no span: kept as attributes", "")
		w.keep(a, isStart, start)
		w.keep(a, isFinish, end)
		return edtf.Date{}
	}
	return date
}
