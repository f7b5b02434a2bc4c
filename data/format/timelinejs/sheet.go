package timelinejs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
	"github.com/redthread/redthread/data/format/table"
)

// roles are the columns of the template, and the words of older ones, in lower
// case with single spaces.
var roles = map[string]string{
	"year": "year", "start year": "year", "month": "month", "start month": "month", "day": "day", "start day": "day", "time": "time", "start time": "time",
	"end year": "end year", "end month": "end month", "end day": "end day", "end time": "end time", "start date": "start date", "end date": "end date",
	"display date": "display date", "headline": "headline", "text": "text", "media": "media", "media credit": "media credit", "media caption": "media caption",
	"media thumbnail": "media thumbnail", "alt text": "alt text", "media alt text": "alt text", "type": "type", "group": "group", "tag": "group", "background": "background",
}

// roleOf is the role of a column; "" for one that the template does not have.
func roleOf(header string) string {
	return roles[strings.Join(strings.Fields(strings.ToLower(table.Trim(header))), " ")]
}

// isSheet tells the header of a template: a headline, a date, and what a slide
// shows.
func isSheet(header []string) bool {
	has := func(role string) bool {
		return slices.ContainsFunc(header, func(h string) bool { return roleOf(h) == role })
	}
	return has("headline") && (has("year") || has("start date")) && (has("text") || has("media"))
}

// detectSheet looks for the header among the first lines.
func detectSheet(head string) format.Confidence {
	lines := strings.SplitN(strings.ReplaceAll(strings.ReplaceAll(head, "\r\n", "\n"), "\r", "\n"), "\n", 6)
	for _, line := range lines[:min(len(lines), 5)] {
		for _, sign := range []string{",", "\t", ";", "|"} {
			cells := strings.Split(line, sign)
			for i := range cells {
				cells[i] = strings.Trim(table.Trim(cells[i]), `"`)
			}
			if isSheet(cells) {
				return format.Certain
			}
		}
	}
	return format.No
}

// sheet are the rows of a spreadsheet.
type sheet struct {
	*table.Table
	roles []string
}

// sheet reads the spreadsheet as CSV.
func (r *reader) sheet(in format.Input) error {
	tables, err := table.Open([]format.Input{in}, r.to.Options)
	if err != nil {
		return err
	}
	s := &sheet{Table: tables[0]}
	for _, h := range s.Header {
		s.roles = append(s.roles, roleOf(h))
	}
	if !isSheet(s.Header) {
		return fmt.Errorf("%s: no header with Year, Headline and Text or Media, as the template of TimelineJS has it", in.Name)
	}
	if r.column, err = s.decide(r.to.Options); err != nil {
		return err
	}
	err = s.Rows(func(row table.Row) bool {
		r.to.Read(1)
		r.row(s, row)
		return true
	})
	s.Report(0, r.to)
	return err
}

// decide looks over the columns that hold whole dates; they were written by one
// hand, so that each settles the other.
func (s *sheet) decide(opt format.Options) (*dates.Column, error) {
	if !slices.Contains(s.roles, "start date") && !slices.Contains(s.roles, "end date") {
		return nil, nil
	}
	var values []string
	err := s.Rows(func(row table.Row) bool {
		for i, role := range s.roles {
			if role == "start date" || role == "end date" {
				values = append(values, table.Trim(row.Cells[i].Text))
			}
		}
		return true
	})
	return dates.DecideNamed("date", values, opt), err
}

// row makes of a row what its type says.
func (r *reader) row(sh *sheet, row table.Row) {
	s := &slide{at: format.Place{Line: row.Line, At: row.At}, sort: "row"}
	cells := map[string]string{}
	for i, c := range row.Cells {
		text, role := table.Trim(c.Text), ""
		if i < len(sh.roles) {
			role = sh.roles[i]
		}
		if role != "" && cells[role] == "" {
			cells[role] = text
		} else if text != "" {
			s.keep(sh.column(i), text)
		}
	}
	r.fill(s, cells)
	switch kind := strings.ToLower(cells["type"]); kind {
	case "title":
		r.title(s)
	case "era":
		r.era(s)
	case "", "event":
		r.event(s)
	default:
		r.say(s, data.Note, "Type", cells["type"], "a type that TimelineJS does not know: read as an event", "")
		s.keep("type", cells["type"])
		r.event(s)
	}
}

// column is the name of a column, of those beyond the header too.
func (s *sheet) column(i int) string {
	if i < len(s.Header) {
		return s.Header[i]
	}
	return fmt.Sprintf("column %d", i+1)
}

// fill puts the cells of a row into a slide.
func (r *reader) fill(s *slide, cells map[string]string) {
	s.group, s.headline, s.text, s.display = cells["group"], cells["headline"], cells["text"], cells["display date"]
	s.media = media{url: cells["media"], caption: cells["media caption"], credit: cells["media credit"], thumbnail: cells["media thumbnail"], alt: cells["alt text"]}
	s.start = r.cellDate(s, cells, "", "start date")
	s.end = r.cellDate(s, cells, "end ", "end date")
	switch b := cells["background"]; {
	case webAddress(b) != "" || strings.HasPrefix(b, "/"):
		s.keep("background url", b)
	default:
		s.keep("background color", b)
	}
}

// cellDate is a date of a row, in parts or whole.
func (r *reader) cellDate(s *slide, cells map[string]string, prefix, whole string) moment {
	if text := cells[whole]; text != "" && cells[prefix+"year"] == "" {
		return moment{whole: text, raw: text, clock: cells[prefix+"time"]}
	}
	m := moment{year: cells[prefix+"year"], month: cells[prefix+"month"], day: cells[prefix+"day"], clock: cells[prefix+"time"]}
	if m.raw = joined(m); m.clock != "" {
		m.raw = strings.TrimSpace(m.raw + " " + m.clock)
	}
	if r.to.Options.IsUnknown(m.year) {
		r.say(s, data.Note, prefix+"year", m.year, "a text that says \"not known\" is left blank", "")
		return moment{}
	}
	return m
}
