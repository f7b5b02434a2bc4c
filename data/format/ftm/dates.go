package ftm

import (
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// plainDate is a date of FollowTheMoney: a year and as much more as is known.
// The time of day is UTC.
var plainDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.+Z-]+)?)?)?$`)

// dayOf is the date of a value without its time of day, and whether the value
// is a date of FollowTheMoney by its form.
func dayOf(value string) (string, bool) {
	for i, c := range []byte(value) {
		switch {
		case c >= '0' && c <= '9' && i != 4 && i != 7 && i < 10, c == '-' && (i == 4 || i == 7):
		case c == 'T' && i == 10 && plainDate.MatchString(value):
			return value[:i], true
		default:
			return "", false
		}
	}
	return value, len(value) == 4 || len(value) == 7 || len(value) == 10
}

// date is the span that the schema's own properties of time give. A schema that
// only begins (a document, a contract) and the plain "date" of an interval give
// a single date; a missing other edge is unknown. Properties behind the first
// of their list stay attributes as well.
func (m *maker) date(t *taking) edtf.Date {
	if t.schema == nil {
		return edtf.Date{}
	}
	start, by := m.edge(t, t.schema.Start)
	end, endBy := m.edge(t, t.schema.End)
	text := start + "/" + end
	switch {
	case start == "" && end == "":
		return edtf.Date{}
	case end == "" && (len(t.schema.End) == 0 || by == "date"):
		text = start
	}
	d, err := edtf.Parse(text)
	if err != nil || backwardsIn(d) {
		m.say(data.Warning, m.at(t, strings.Join(append(slices.Clone(t.schema.Start), t.schema.End...), ", "), text), "the end stands before the start: both are attributes", "")
		t.keep(t.schema.Start, t.schema.End)
		return edtf.Date{}
	}
	if end == "" && by == "date" || by != "date" && start != "" {
		m.useUp(t, by, start)
	}
	if end != "" {
		m.useUp(t, endBy, end)
	}
	return d
}

func backwardsIn(d edtf.Date) bool {
	start, end := d.Start().Earliest, d.End().Latest
	return start != nil && end != nil && end.Before(*start)
}

// keep leaves properties to the attributes.
func (t *taking) keep(lists ...[]string) {
	for _, list := range lists {
		for _, name := range list {
			t.take(name, 0)
		}
	}
}

func (m *maker) at(t *taking, field, value string) format.Place {
	at := t.record.at
	at.Field, at.Value = field, value
	return at
}

// edge is the day, month or year of the first property that has a date, and
// the name of the property.
func (m *maker) edge(t *taking, names []string) (text, by string) {
	for _, name := range names {
		if d := m.chosen(t, name); d != "" {
			return d, name
		}
	}
	return "", ""
}

// chosen is one of the dates of a property: the first, in its most precise
// writing. Others are reported and stay attributes.
func (m *maker) chosen(t *taking, name string) string {
	best := ""
	for _, v := range t.values(name) {
		d := m.day(t, name, v)
		switch {
		case d == "" || strings.HasPrefix(best, d):
		case strings.HasPrefix(d, best):
			best = d
		default:
			m.say(data.Note, m.at(t, name, v), "several dates of one property: the first is drawn, all are kept", "")
		}
	}
	return best
}

// day is the date of a value, without its time of day.
func (m *maker) day(t *taking, name, value string) string {
	text := value
	if part, ok := dayOf(value); ok {
		text = part
		if _, err := edtf.Parse(text); err == nil {
			return text
		}
	}
	d, doubt := dates.Parse(text, m.options)
	switch {
	case doubt != nil:
		m.say(data.Warning, m.at(t, name, value), "not a date: "+doubt.What, doubt.Hint)
		return ""
	case d.IsInterval() || strings.ContainsAny(d.String(), "[{"):
		return "" // no end of a span
	}
	return d.String()
}

// useUp takes the value of a date that the span says in full. A value that
// says more (a time of day), and one that does not stand first in its list of
// properties, stays an attribute too.
func (m *maker) useUp(t *taking, name, date string) {
	lead := name == "date" || slices.Index(t.schema.Start, name) == 0 || slices.Index(t.schema.End, name) == 0
	i := slices.Index(t.values(name), date)
	if !lead || i < 0 || t.alsoSaid(name, date) {
		return
	}
	list := slices.Clone(t.values(name))
	copy(list[1:i+1], list[:i])
	list[0] = date
	t.record = t.with(name, list)
	t.take(name, 1)
}

// alsoSaid tells whether another value begins with the date, of this property
// or of another one of time: the writer could not tell them apart.
func (t *taking) alsoSaid(name, date string) bool {
	for _, other := range append(slices.Clone(t.schema.Start), t.schema.End...) {
		if slices.ContainsFunc(t.values(other), func(v string) bool { return strings.HasPrefix(v, date) && (other != name || v != date) }) {
			return true
		}
	}
	return false
}

// with is the record with other values of one property.
func (r *record) with(name string, values []string) *record {
	c := *r
	c.props = slices.Clone(r.props)
	for i := range c.props {
		if c.props[i].name == name {
			c.props[i] = prop{name: name, values: values}
		}
	}
	return &c
}
