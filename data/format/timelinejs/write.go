package timelinejs

import (
	"bufio"
	"cmp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonown"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// writer writes one timeline.
type writer struct {
	ds      *data.Dataset
	index   *data.Index
	byTag   bool            // lanes are tags, for all things are of one kind
	ids     map[string]bool // of slides
	last    point           // the last moment of all slides
	lost    *format.Losses
	undated []data.Entity
}

// ready is a slide with what it is sorted by.
type ready struct {
	thing data.Thing
	span  span
}

// write writes a timeline: what has a place in time as slides, the rest of the
// dataset below our key.
func write(out format.Files, ds *data.Dataset, lost *format.Losses) error {
	file, err := out.Create("")
	if err != nil {
		return err
	}
	w := &writer{ds: ds, index: data.NewIndex(ds), ids: map[string]bool{}, lost: lost, byTag: oneKind(ds)}
	list := w.slides()
	b := bufio.NewWriter(file)
	put := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(inert.Replace(p)) //nolint:errcheck // bufio keeps the error for Flush
		}
	}
	put("{\n  \"scale\": ", jsonwrite.Quoted(scale(list)))
	if ds.Title != "" {
		put(",\n  \"title\": ", w.title())
	}
	put(",\n  \"events\": [")
	for i, s := range list {
		if i > 0 {
			put(",")
		}
		put("\n    ", w.slide(s))
	}
	put("\n  ],\n  \"eras\": ", jsonwrite.Lines(w.eras(), "  "))
	put(",\n  ", jsonwrite.Quoted(jsonown.Key), ": ", w.rest(), "\n}\n")
	return b.Flush()
}

// inert keeps the JSON from ending a script that it may be pasted into. These
// signs stand in its texts only.
var inert = strings.NewReplacer("<", `\u003c`, "\u2028", `\u2028`, "\u2029", `\u2029`)

// oneKind tells whether all things are of one kind.
func oneKind(ds *data.Dataset) bool {
	for _, e := range ds.Entities {
		if e.Kind != ds.Entities[0].Kind {
			return false
		}
	}
	return true
}

// slides are the things with a place in time, in its order.
func (w *writer) slides() []ready {
	var list []ready
	for _, t := range w.index.Things() {
		s, ok := spanOf(t.Date)
		switch {
		case ok:
			list = append(list, ready{t, s})
			w.last = latest(w.last, s.start, s.end)
		case t.IsStage():
			w.lost.Aside("stages without a date", 1)
		default:
			w.undated = append(w.undated, *t.Entity)
			w.lost.Aside("things without a date", 1)
		}
	}
	slices.SortStableFunc(list, func(a, b ready) int {
		return cmp.Or(a.span.start.compare(b.span.start), strings.Compare(string(a.thing.ID), string(b.thing.ID)))
	})
	return list
}

// The years that JavaScript's calendar holds.
const firstYear, lastYear = -271_820, 275_759

// scale is "cosmological" where a year is beyond JavaScript's calendar.
func scale(list []ready) string {
	for _, s := range list {
		for _, p := range []point{s.span.start, s.span.end} {
			if p.set && (p.year < firstYear || p.year > lastYear) {
				return "cosmological"
			}
		}
	}
	return "human"
}

// title is the slide of the heading.
func (w *writer) title() string {
	return jsonwrite.Object(textOf(escape(w.ds.Title), paragraphs(w.ds.Standfirst)), jsonwrite.Raw("autolink", "false"),
		jsonwrite.Raw(jsonown.Key, jsonwrite.Object(jsonwrite.Text(asHead, "1"))))
}

func textOf(headline, text string) jsonwrite.Entry {
	return jsonwrite.Raw("text", jsonwrite.Object(jsonwrite.Text("headline", headline), jsonwrite.Text("text", text)))
}

// eras are drawn where both ends are said; an open end is the last moment of
// the timeline.
func (w *writer) eras() []string {
	var list []string
	for _, e := range w.ds.Eras {
		s, ok := spanOf(e.Date)
		if ok && !s.end.set && w.last.set {
			s.end = latest(w.last, s.start)
			w.lost.Aside("open ends of eras", 1)
		}
		if s.separate(); !ok || !s.end.set {
			w.lost.Aside("eras without a start or an end", 1)
			continue
		}
		list = append(list, jsonwrite.Object(jsonwrite.Raw("start_date", s.start.json()), jsonwrite.Raw("end_date", s.end.json()), textOf(escape(e.Label), ""),
			jsonwrite.Raw(jsonown.Key, jsonwrite.Object(jsonwrite.Text(ofEra, e.ID)))))
	}
	return list
}

// rest is what has no slide. TimelineJS passes over it; of relations and
// sources the slides tell in words.
func (w *writer) rest() string {
	ds := w.ds
	for what, n := range map[string]int{"relations (slides tell of them in words)": len(ds.Relations), "figures": len(ds.Figures), "conflicts": len(ds.Conflicts),
		"ruled-out links": len(ds.RuledOut), "steps of the story": len(ds.Story)} {
		w.lost.Aside(what, n)
	}
	relations := slices.Clone(ds.Relations)
	slices.SortStableFunc(relations, func(a, b data.Relation) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return jsonown.Dataset(ds, "  ", jsonown.Records("entities", w.undated, "    "), jsonown.Records("relations", relations, "    "))
}
