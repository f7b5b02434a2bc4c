package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

func (a *app) showCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "show ID [DATASET | FILE...]",
		Short: "Print a dossier: all that is known of a thing, with its evidence",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			ds, err := a.load(args[1:])
			if err != nil {
				return err
			}
			x := data.NewIndex(ds.Dataset)
			t, err := findThing(x, args[0])
			if err != nil {
				return err
			}
			var b bytes.Buffer
			d := dossier{x: x, w: &b}
			d.thing(t)
			_, err = a.stdout.Write(b.Bytes())
			return err
		},
	}
	a.foreign.register(c, "read-as")
	return c
}

// dossier writes what is known of one thing.
type dossier struct {
	x *data.Index
	w io.Writer
}

func (d dossier) line(indent int, format string, args ...any) {
	fmt.Fprintf(d.w, strings.Repeat("  ", indent)+format+"\n", args...)
}

func (d dossier) thing(t data.Thing) {
	d.line(0, "%s (%s, %s)", t.Name, d.x.Kind(t.Kind).Label, t.ID)
	if t.Date.IsZero() && t.Entity != nil && !t.IsStage() && len(t.Entity.Stages) > 0 {
		d.line(1, "dates: see its stages")
	} else {
		d.when(1, t.Date, t.Derived)
	}
	evidence, own := t.Evidence()
	if !own {
		d.line(1, "evidence of %s, none for this stage of its own:", t.Owner)
	}
	d.evidence(1, evidence)
	if !t.IsStage() {
		d.entity(t.Entity)
	}
	d.stages(t)
	d.relations(t)
	d.figures(t)
	d.conflicts(t)
	d.ruledOut(t)
}

func (d dossier) when(indent int, date edtf.Date, derived bool) {
	switch {
	case date.IsZero():
		d.line(indent, "no date")
	case derived:
		d.line(indent, "%s (%s, derived from its stages)", date.Words(), date)
	default:
		d.line(indent, "%s (%s)", date.Words(), date)
	}
}

func (d dossier) entity(e *data.Entity) {
	if e.DateNote != "" {
		d.line(1, "date: %s", e.DateNote)
	}
	d.dateEvidence(1, e.DateEvidence)
	for _, lang := range sortedKeys(e.Names) {
		d.line(1, "%s: %s", lang, e.Names[lang])
	}
	for _, alias := range e.Aliases {
		d.line(1, "also %q%s", alias.Text, bracketed(alias.Note))
		d.evidence(2, alias.Evidence)
	}
	if e.Place != "" {
		d.line(1, "place: %s", d.name(e.Place))
	}
	if e.Count != "" {
		d.line(1, "number of people: %s", e.Count)
	}
	if e.Summary != "" {
		d.line(1, "%s", e.Summary)
	}
	d.attributes(1, e.Attributes)
}

func (d dossier) attributes(indent int, list []data.Attribute) {
	for _, attr := range list {
		d.line(indent, "%s: %s", attr.Key, attr.Value)
		d.evidence(indent+1, attr.Evidence)
	}
}

func (d dossier) dateEvidence(indent int, list []data.Evidence) {
	if len(list) > 0 {
		d.line(indent, "for the date:")
		d.evidence(indent+1, list)
	}
}

func (d dossier) stages(t data.Thing) {
	stages := d.x.Stages(t.ID)
	if len(stages) == 0 {
		return
	}
	d.line(0, "Stages")
	for _, s := range stages {
		d.line(1, "%s%s", strings.TrimPrefix(s.Name, t.Name+": "), hedge(s.Status))
		d.when(2, s.Date, false)
		if s.Of.DateNote != "" {
			d.line(2, "date: %s", s.Of.DateNote)
		}
		if s.Of.Note != "" {
			d.line(2, "%s", s.Of.Note)
		}
		d.evidence(2, s.Of.Evidence)
	}
}

func (d dossier) relations(t data.Thing) {
	first := true
	ids := []data.EntityID{t.ID}
	for _, s := range d.x.Stages(t.ID) {
		ids = append(ids, s.ID)
	}
	for _, id := range ids {
		for _, r := range d.x.Of(id) {
			if r.Predicate == data.StageOf {
				continue
			}
			if first {
				d.line(0, "Relations")
				first = false
			}
			d.relation(r)
		}
	}
}

func (d dossier) relation(r data.Relation) {
	d.line(1, "%s %s %s%s", d.name(r.From), d.x.Predicate(r.Predicate).Label, d.name(r.To), hedge(r.Status))
	if !r.Date.IsZero() {
		d.when(2, r.Date, false)
	}
	if r.DateNote != "" {
		d.line(2, "date: %s", r.DateNote)
	}
	if r.Note != "" {
		d.line(2, "%s", r.Note)
	}
	d.attributes(2, r.Attributes)
	d.evidence(2, r.Evidence)
	d.dateEvidence(2, r.DateEvidence)
}

func (d dossier) figures(t data.Thing) {
	for _, f := range d.x.Dataset.Figures {
		if f.About != t.ID {
			continue
		}
		of := ""
		if f.Of != "" {
			of = " of " + f.Of
		}
		d.line(0, "Figure: %s%s%s, %s%s", strings.TrimSpace(f.Bound+" "+f.Value), of, bracketed(f.Unit), f.Counts, hedge(f.Status))
		d.evidence(1, f.Evidence)
	}
}

func (d dossier) conflicts(t data.Thing) {
	for _, c := range d.x.Dataset.Conflicts {
		if c.About != string(t.ID) {
			continue
		}
		d.line(0, "Sources disagree on its %s", c.Field)
		for _, r := range c.Readings {
			drawn := ""
			if r.Drawn {
				drawn = " (on the charts)"
			}
			d.line(1, "%s%s", r.Value, drawn)
			d.evidence(2, r.Evidence)
		}
	}
}

func (d dossier) ruledOut(t data.Thing) {
	for _, r := range d.x.Dataset.RuledOut {
		if r.From != t.ID && r.To != t.ID {
			continue
		}
		d.line(0, "Ruled out: %s to %s: %s", d.name(r.From), d.name(r.To), r.Reason)
		d.evidence(1, r.Evidence)
	}
}

func (d dossier) evidence(indent int, list []data.Evidence) {
	for _, e := range list {
		d.line(indent, "[%s]", d.citation(e))
	}
}

// citation names a place in a source: publisher, date, place, terms.
func (d dossier) citation(e data.Evidence) string {
	parts := []string{string(e.Source)}
	if s, ok := d.x.Source(e.Source); ok {
		parts = []string{strings.TrimPrefix(s.Publisher+", "+s.Title, ", ")}
		if !s.Date.IsZero() {
			parts = append(parts, s.Date.Words())
		}
		if s.Outside {
			parts = append(parts, "from outside the dataset's own sources")
		}
	}
	if e.At != "" {
		parts = append(parts, place(e.At))
	}
	if e.By != "" {
		parts = append(parts, "reporting "+e.By)
	}
	if e.Status != "" && e.Status != data.Stated {
		parts = append(parts, string(e.Status))
	}
	if len(e.Terms) > 0 {
		parts = append(parts, "\""+strings.Join(e.Terms, "\", \"")+"\"")
	}
	if e.Note != "" {
		parts = append(parts, e.Note)
	}
	return strings.Join(parts, "; ")
}

// place is the place in a source in words; bare numbers are paragraphs.
func place(at string) string {
	if at != "" && at[0] >= '0' && at[0] <= '9' {
		if strings.ContainsAny(at, "-,") {
			return "paragraphs " + at
		}
		return "paragraph " + at
	}
	return at
}

func (d dossier) name(id data.EntityID) string {
	if t, ok := d.x.Thing(id); ok {
		return t.Name
	}
	return string(id)
}

func hedge(s data.Status) string {
	if s == "" || s == data.Stated {
		return ""
	}
	return " (" + string(s) + ")"
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
