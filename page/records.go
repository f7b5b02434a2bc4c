package page

import "github.com/redthread/redthread/data"

// status leaves the usual one out.
func status(s data.Status) string {
	if s == data.Stated {
		return ""
	}
	return string(s)
}

func evidence(all []data.Evidence) []Evidence {
	return list(all, func(e data.Evidence) Evidence {
		return Evidence{Source: string(e.Source), At: e.At, Terms: e.Terms, Status: status(e.Status), By: e.By, Note: e.Note}
	})
}

func alias(a data.Alias) Alias {
	return Alias{Text: a.Text, Note: a.Note, Evidence: evidence(a.Evidence)}
}

func attribute(a data.Attribute) Attribute {
	return Attribute{Key: a.Key, Value: a.Value, Evidence: evidence(a.Evidence)}
}

func source(s data.Source) Source {
	return Source{
		ID: string(s.ID), Short: shortName(s), Publisher: s.Publisher, Authors: s.Authors, Title: s.Title, When: when(s.Date, false), DateNote: s.DateNote,
		URL: s.URL, Archive: s.Archive, Lang: s.Lang, Licence: s.Licence, File: s.File, SHA256: s.SHA256,
		Paragraphs: s.Paragraphs, Outside: s.Outside, Note: s.Note,
		NoFact: list(s.NoFact, func(n data.NoFact) NoFact { return NoFact{At: n.At, Reason: n.Reason} }),
	}
}

func figure(f data.Figure) Figure {
	return Figure{
		ID: f.ID, About: string(f.About), Counts: f.Counts, Value: f.Value, Bound: f.Bound, Of: f.Of, Unit: f.Unit,
		When: when(f.Date, false), DateNote: f.DateNote, Status: status(f.Status), Note: f.Note, Evidence: evidence(f.Evidence),
	}
}

func conflict(c data.Conflict) Conflict {
	return Conflict{
		ID: c.ID, About: c.About, Field: c.Field, Note: c.Note,
		Readings: list(c.Readings, func(r data.Reading) Reading {
			return Reading{Value: r.Value, Drawn: r.Drawn, Evidence: evidence(r.Evidence)}
		}),
	}
}

func ruledOut(r data.RuledOut) RuledOut {
	return RuledOut{ID: r.ID, From: string(r.From), To: string(r.To), Reason: r.Reason, Evidence: evidence(r.Evidence)}
}

// eras leaves out those without a date: there is nothing to draw.
func eras(all []data.Era) []Era {
	drawn := []Era{}
	for _, e := range all {
		if w := when(e.Date, false); w != nil {
			drawn = append(drawn, Era{ID: e.ID, Label: e.Label, When: *w, Entity: string(e.Entity), Evidence: evidence(e.Evidence)})
		}
	}
	return drawn
}

func step(s data.Step) Step {
	return Step{
		ID: s.ID, Title: s.Title, Text: markdown(s.Text), Notes: markdown(s.Notes), View: s.View,
		Focus: s.Focus, Window: window(s.Window), Thread: texts(s.Thread), Evidence: evidence(s.Evidence),
	}
}
