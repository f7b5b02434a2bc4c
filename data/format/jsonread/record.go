// Package jsonread is what readers of JSON records share: a record that
// remembers which of its keys were understood, so that the rest becomes
// attributes and nothing is dropped in silence.
package jsonread

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// Record is a JSON map on its way into the Builder.
type Record struct {
	data.Value
	At    format.Place
	to    *format.Builder
	taken []string // keys; few enough to look through
	extra []data.Attribute
	cites bool // sources of its own: then an attribute says where it stands
}

// New begins a record; sort and id name its place: `person "p1"`.
func New(to *format.Builder, v data.Value, sort, id string) *Record {
	at := format.Place{Line: v.Line()}
	if id != "" {
		at.At = sort + " \"" + id + "\""
	}
	return &Record{Value: v, At: at, to: to}
}

// Take is the value of the first of the keys that is there, and marks all of
// them as understood.
func (r *Record) Take(keys ...string) data.Value {
	var found data.Value
	for _, k := range keys {
		r.taken = append(r.taken, k)
		if v := r.Key(k); found.Form() == data.Absent {
			found = v
		}
	}
	return found
}

// Text is a scalar as text; a list or map under the key stays to become an
// attribute.
func (r *Record) Text(keys ...string) string {
	for _, k := range keys {
		if v := r.Key(k); v.Form() == data.Scalar {
			r.taken = append(r.taken, k)
			if text := strings.TrimSpace(v.Text()); text != "" {
				return text
			}
		}
	}
	return ""
}

// Texts are the scalars of a list, or the one scalar.
func (r *Record) Texts(key string) []string {
	var list []string
	for _, item := range r.Key(key).Items() {
		if item.Form() != data.Scalar {
			return nil
		}
		if text := strings.TrimSpace(item.Text()); text != "" {
			list = append(list, text)
		}
	}
	r.taken = append(r.taken, key)
	return list
}

// Date is the date under the first of the keys that is there. A text that is no
// date is reported and kept as an attribute.
func (r *Record) Date(keys ...string) edtf.Date {
	for _, k := range keys {
		text := r.Text(k)
		if text == "" {
			continue
		}
		return r.date(k, text)
	}
	return edtf.Date{}
}

func (r *Record) date(key, text string) edtf.Date {
	read := dates.Read(text, r.to.Options)
	if read.Doubt != nil {
		at := r.At
		at.Field, at.Value = key, text
		r.to.Say(data.Warning, at, "not read as a date: "+read.Doubt.What, read.Doubt.Hint)
	}
	if !read.Whole(text) || read.Note != "" { // there is no place for the note
		r.extra = append(r.extra, data.Attribute{Key: key, Value: text})
	}
	return read.Date
}

// Span is the interval from one date to another; an end that is not given is
// unknown, not open. Dates that no interval takes (one of several days) stay
// among the attributes.
func (r *Record) Span(start, end edtf.Date) edtf.Date {
	if start.IsZero() && end.IsZero() {
		return edtf.Date{}
	}
	span, err := edtf.Parse(start.String() + "/" + end.String())
	if err == nil {
		return span
	}
	r.extra = append(r.extra, data.Attribute{Key: "start", Value: start.String()}, data.Attribute{Key: "end", Value: end.String()})
	return edtf.Hull(start, end)
}

// Keep adds an attribute that is not a key of the record.
func (r *Record) Keep(key, value string) {
	if value != "" {
		r.extra = append(r.extra, data.Attribute{Key: key, Value: value})
	}
}

// Rest is everything that was not taken, as attributes: texts as they are,
// lists of texts joined, anything deeper as JSON. What is null or empty says
// nothing.
func (r *Record) Rest() []data.Attribute {
	list := r.extra
	for k, v := range r.Pairs() {
		if !slices.Contains(r.taken, k.Text()) {
			list = appendValue(list, k.Text(), v)
		}
	}
	for i := range list {
		if r.cites {
			list[i].Evidence = r.to.Evidence(r.At)
		}
	}
	return list
}

func appendValue(list []data.Attribute, key string, v data.Value) []data.Attribute {
	text := v.Text()
	switch items := v.Items(); {
	case v.Form() == data.List && plain(items):
		texts := make([]string, len(items))
		for i, item := range items {
			texts[i] = item.Text()
		}
		text = strings.Join(texts, "; ")
	case v.Form() == data.List && len(items) > 0, v.Form() == data.Map && v.JSON() != "{}":
		text = v.JSON()
	}
	if strings.TrimSpace(text) == "" {
		return list
	}
	return append(list, data.Attribute{Key: key, Value: text})
}

func plain(items []data.Value) bool {
	for _, item := range items {
		if item.Form() != data.Scalar || strings.Contains(item.Text(), ";") {
			return false
		}
	}
	return len(items) > 0
}

// Sources turns a list of {url, note} into sources and gives the evidence that
// cites them, with the place in the file behind it; nil where there is none, so
// that the Builder cites the file.
func (r *Record) Sources(key string) []data.Evidence {
	var list []data.Evidence
	for _, item := range r.Take(key).Items() {
		url, note := item.Key("url").Text(), item.Key("note").Text()
		if item.Form() == data.Scalar {
			url = item.Text()
		}
		if url == "" && note == "" {
			continue
		}
		title := note
		if title == "" {
			title = url
		}
		list = append(list, data.Evidence{Source: r.to.Source(data.Source{Title: title, URL: url})})
	}
	if list != nil {
		r.cites = true
		list = append(list, r.to.Evidence(r.At)...)
	}
	return list
}
