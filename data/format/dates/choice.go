package dates

import (
	"github.com/redthread/redthread/data/format"
)

// choice is one way to read a text.
type choice struct {
	tag   tag
	parts parts
}

// sides are the readings of a text that are dates.
type sides []choice

func (s sides) with(t tag) *choice {
	for i := range s {
		if s[i].tag == t {
			return &s[i]
		}
	}
	return nil
}

// alike tells whether all readings are the same date.
func (s sides) alike() bool {
	for i := range s {
		if s[i].parts.text() != s[0].parts.text() || s[i].parts.short != s[0].parts.short {
			return false
		}
	}
	return true
}

func (s sides) texts() []string {
	var list []string
	for _, c := range s {
		list = append(list, c.parts.texts()...)
	}
	return list
}

// choose settles which way a text of a shape is read: by the option, by the
// other values of the column, else by the standard way; else it is a doubt.
func (r *reader) choose(shape, hint string, standard tag, all ...choice) parts {
	var may sides
	for _, c := range all {
		if c.parts = c.parts.inCentury(r.opt.Century); c.parts.dated() {
			may = append(may, c)
		}
	}
	if len(may) == 0 {
		return noSuch(all)
	}
	if r.votes != nil && len(may) == 1 {
		r.votes.vote(shape, may[0].tag)
	}
	if len(may) == 1 && (may[0].tag == asMonth || may[0].tag == asRange) {
		return may[0].parts // no question of order
	}
	if wanted := ordered(r.opt.Order, all); wanted != "" {
		return may.only(wanted, "no date in the order that --date-order says", hint)
	}
	settled, contrary := r.Column.votes.settled(shape)
	return may.settle(settled, contrary, standard, hint)
}

// settle chooses by the other values of the column.
func (s sides) settle(settled tag, contrary bool, standard tag, hint string) parts {
	switch {
	case contrary && (len(s) > 1 && !s.alike() || settled == "" && len(s) == 1):
		return doubted("the column holds dates of both orders", hint, s.texts()...)
	case settled != "":
		return s.only(settled, "not in the order of the column's other dates", hint)
	case s.alike():
		return s[0].parts
	case s.with(standard) != nil:
		return s.with(standard).parts
	case s[0].tag == asMonth || s[0].tag == asRange:
		return doubted("could be a month or a span of years", "write 2004-05 or 2004/2005", s.texts()...)
	}
	return doubted("could be two days", hint, s.texts()...)
}

// only is the reading of a tag; without it a doubt.
func (s sides) only(t tag, what, hint string) parts {
	if c := s.with(t); c != nil {
		return c.parts
	}
	return doubted(what, hint, s.texts()...)
}

// ordered is the tag that an order means, where it is among the choices.
func ordered(order format.DateOrder, all []choice) tag {
	t := map[format.DateOrder]tag{format.DayFirst: dayFirst, format.MonthFirst: monthFirst, format.YearFirst: yearFirst}[order]
	if sides(all).with(t) == nil {
		return ""
	}
	return t
}

// noSuch says why none of the choices is a date.
func noSuch(all []choice) parts {
	for _, c := range all {
		if c.parts.zero {
			return doubted("a month or day 00", "leave out what is not known", c.parts.known()...)
		}
	}
	for _, c := range all {
		if c.parts.unit >= 1 && c.parts.unit <= 12 {
			return doubted("there is no such day", "")
		}
	}
	return doubted("there is no such month", "")
}

const orderHint = "--date-order dmy or mdy settles it"
