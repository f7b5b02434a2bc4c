package ftm

import (
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// dates writes a date into the properties of time that the schema has. A date
// that stands among the attributes, with its time of day perhaps, is not
// written twice.
func (l *line) dates(d edtf.Date, attributes []data.Attribute) {
	if d.IsZero() {
		return
	}
	s := l.schema
	start, end := edges(d)
	if len(s.Start) == 0 {
		return
	}
	lead := s.Start[0]
	if !d.IsInterval() {
		switch {
		case s.has("date"):
			lead = "date"
		case len(s.End) > 0 && s.Name == "Person":
			return // one date of a person is not said to be the birth
		}
		end = ""
	}
	l.edge(start, lead, s.Start, attributes)
	if len(s.End) > 0 {
		l.edge(end, s.End[0], s.End, attributes)
	}
}

func (l *line) edge(date, lead string, names []string, attributes []data.Attribute) {
	for _, a := range attributes {
		if date == "" || slices.Contains(names, a.Key) && strings.HasPrefix(a.Value, date) && validDate(a.Value) {
			return
		}
	}
	l.put(lead, date)
}
