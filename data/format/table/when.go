package table

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// dated is the date of a record, and what could not become one.
type dated struct {
	date edtf.Date
	note string
	kept []data.Attribute
	open bool // its end has not come
}

// date makes a date of the columns of a record: one, a start and an end, or
// years, months and days.
func (im *importer) date(e *env, r *Record, at format.Place) dated {
	var d dated
	take := func(v *Value) edtf.Date {
		date, note, kept := im.single(e, v, at)
		d.note, d.kept = joinNotes(d.note, note), append(d.kept, kept...)
		return date
	}
	f := r.Fields
	start, end := take(f["date"]), edtf.Date{}
	switch {
	case f["start"] != nil || f["end"] != nil:
		whole := start
		if start = take(f["start"]); start.IsZero() {
			start = whole
		}
		end = im.ending(e, f["end"], &d, at)
	case f["year"] != nil:
		start = im.composed(e, [3]*Value{f["year"], f["month"], f["day"]}, &d, at)
		end = im.composed(e, [3]*Value{f["end_year"], f["end_month"], f["end_day"]}, &d, at)
	}
	d.date = im.span(e, r, start, end, &d, at)
	if note := e.text(f["date_note"]); note != "" {
		d.note = note
	}
	return d
}

// single is the date of a value. What is none, or could be two, is reported and
// kept as an attribute; so is the text where it says more than the day, and a
// number that counts days, for it may count them from elsewhere.
func (im *importer) single(e *env, v *Value, at format.Place) (edtf.Date, string, []data.Attribute) {
	if v == nil {
		return edtf.Date{}, "", nil
	}
	b := e.of(v)
	if len(b.columns) == 1 {
		if c := e.cell(b.columns[0]); c.timed() {
			return c.Date, "", []data.Attribute{{Key: e.columnName(v), Value: c.Text}}
		} else if !c.Date.IsZero() {
			return c.Date, "", nil
		}
	}
	text := e.text(v)
	if text == "" {
		return edtf.Date{}, "", nil
	}
	r := b.dates.Read(text)
	if r.Doubt == nil && r.Whole(text) {
		return r.Date, r.Note, nil
	}
	kept := []data.Attribute{{Key: orText(strings.Join(v.Columns, " "), "date"), Value: text}}
	if r.Doubt != nil {
		at.Field = kept[0].Key
		im.doubt(r.Doubt, text, at)
		return edtf.Date{}, "", kept
	}
	return r.Date, r.Note, kept
}

// doubt reports a text that is no date, or could be several.
func (im *importer) doubt(d *dates.Doubt, text string, at format.Place) {
	var readings []string
	for _, r := range d.Readings {
		readings = append(readings, r.String())
	}
	at.Value = text
	if readings != nil {
		at.Value += " (" + strings.Join(readings, " or ") + ")"
	}
	im.to.Say(data.Warning, at, "date kept as an attribute: "+d.What, d.Hint)
}

// lasting are words that stand for an end that has not come.
var lasting = map[string]bool{"present": true, "now": true, "ongoing": true, "current": true, "today": true, "to date": true, "present day": true, "open": true,
	"heute": true, "bis heute": true, "aktuell": true, "laufend": true, "aujourd hui": true, "aujourdhui": true, "present jour": true, "en cours": true, "actuel": true,
	"actualidad": true, "presente": true, "actual": true, "hoy": true, "en curso": true, "至今": true, "现在": true, "目前": true, "迄今": true, "進行中": true, "进行中": true}

func (im *importer) ending(e *env, v *Value, d *dated, at format.Place) edtf.Date {
	if v != nil && lasting[foldHeader(e.text(v))] {
		d.open = true
		return edtf.Date{}
	}
	date, note, kept := im.single(e, v, at)
	d.note, d.kept = joinNotes(d.note, note), append(d.kept, kept...)
	return date
}

// span joins a start and an end. A blank end means what the plan says: that it
// is not known, that it has not come, or that there is none.
func (im *importer) span(e *env, r *Record, start, end edtf.Date, d *dated, at format.Place) edtf.Date {
	v := r.Fields["end"]
	if v == nil {
		v = r.Fields["end_year"]
	}
	text := ""
	switch {
	case start.IsZero() && end.IsZero():
		return start
	case v == nil:
		return im.lasts(e, r, start)
	case end.IsZero() && (d.open || v.Blank == "open"):
		text = start.String() + "/.."
	case end.IsZero() && v.Blank == "same", start == end:
		return start
	default:
		text = start.String() + "/" + end.String()
	}
	date, err := edtf.Parse(text)
	if err == nil {
		return date
	}
	if spans := start.IsInterval() || end.IsInterval() || strings.ContainsAny(text, "[{"); spans && edtf.Precedes(start, end) != edtf.Impossible {
		return edtf.Hull(start, end)
	}
	at.Value = text
	im.to.Say(data.Warning, at, "no stretch of time: start and end are kept as attributes", "")
	d.kept = append(d.kept, data.Attribute{Key: "start", Value: start.String()}, data.Attribute{Key: "end", Value: end.String()})
	return edtf.Date{}
}

// lasts is the time of what has a start and of whose end no column speaks: the
// end is not known, unless the plan says something else. An event is as long as
// its date.
func (im *importer) lasts(e *env, r *Record, start edtf.Date) edtf.Date {
	v := r.Fields["start"]
	if v == nil || start.IsInterval() || v.Blank == "same" || v.Blank == "" && im.kind(e.text(r.Fields["kind"])) == "event" {
		return start
	}
	end := "/"
	if v.Blank == "open" {
		end = "/.."
	}
	date, err := edtf.Parse(start.String() + end)
	if err != nil {
		return start // one of several days
	}
	return date
}

// composed is a date of which year, month and day stand in columns of their
// own. A month or day that is none leaves the date as precise as the rest.
func (im *importer) composed(e *env, v [3]*Value, d *dated, at format.Place) edtf.Date {
	var texts [3]string
	for i := range v {
		texts[i] = wholePart(e.text(v[i]))
	}
	if texts[0] == "" {
		if texts[1]+texts[2] != "" {
			im.misdated(e, v, d, at, "a month or day without a year")
		}
		return edtf.Date{}
	}
	if r := dates.Read(texts[0], e.opt); r.Doubt != nil && texts[0][0] == '-' {
		im.misdated(e, v, d, at, r.Doubt.What) // -44: 44 or 45 before Christ
		return edtf.Date{}
	}
	text, ok := isoText(texts)
	date, err := edtf.Parse(text)
	if ok && err == nil {
		return date
	}
	r := dates.Read(strings.TrimSpace(texts[2]+" "+texts[1]+" "+texts[0]), e.opt)
	if r.Doubt == nil && !r.Date.IsZero() && !ok {
		return r.Date
	}
	what := "not a date"
	if r.Doubt != nil {
		what = r.Doubt.What
	}
	im.misdated(e, v, d, at, what)
	return edtf.Date{}
}

// misdated keeps the cells of a date that is none.
func (im *importer) misdated(e *env, v [3]*Value, d *dated, at format.Place, what string) {
	var parts []string
	for _, part := range v {
		if text := e.text(part); text != "" {
			d.kept = append(d.kept, data.Attribute{Key: e.columnName(part), Value: text})
			parts = append(parts, text)
		}
	}
	at.Field, at.Value = e.columnName(v[0]), strings.Join(parts, " ")
	im.to.Say(data.Warning, at, "date kept as an attribute: "+what, "")
}

// wholePart is a number as spreadsheets sometimes write it, 2015.0, without its
// fraction.
func wholePart(text string) string { return strings.TrimSuffix(text, ".0") }

// isoText writes numbers as a date; false where they are none.
func isoText(texts [3]string) (string, bool) {
	var n [3]int
	for i, text := range texts {
		if text == "" {
			continue
		}
		var err error
		if n[i], err = strconv.Atoi(text); err != nil || i > 0 && n[i] < 0 {
			return "", false
		}
	}
	year := fmt.Sprintf("%04d", n[0])
	switch digits := len(strings.TrimLeft(texts[0], "-+")); {
	case digits > 4:
		year = fmt.Sprintf("Y%d", n[0])
	case n[0] < 0:
		year = fmt.Sprintf("-%04d", -n[0])
	case digits < 3:
		return "", false
	}
	switch {
	case n[1] == 0:
		return year, n[2] == 0
	case n[2] == 0:
		return fmt.Sprintf("%s-%02d", year, n[1]), true
	}
	return fmt.Sprintf("%s-%02d-%02d", year, n[1], n[2]), true
}
