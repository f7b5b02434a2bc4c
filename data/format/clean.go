package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/redthread/redthread/data"
)

// maxName is how many characters of a name a chart can draw; data refuses more.
const maxName = 300

// text is a text that data takes: valid UTF-8, no control characters, not over
// the limit. Whatever is changed is reported.
func (b *Builder) text(s string, at Place, lines bool) string {
	if b.fine(s) {
		return s
	}
	if !utf8.ValidString(s) {
		at.Value = strings.ToValidUTF8(s, "\ufffd")
		b.Say(data.Warning, at, "bytes that are not UTF-8 became the replacement character", "save the file as UTF-8, or name its --encoding")
		s = at.Value
	}
	if strings.IndexFunc(s, func(r rune) bool { return control(r, lines) }) >= 0 {
		s = b.plain(s, at, lines)
	}
	if limit := min(b.Options.Limits.Text, 64<<10); len(s) > limit {
		at.Value = s
		b.Say(data.Warning, at, "text cut at the limit of its length", "")
		s = strings.ToValidUTF8(s[:limit], "")
	}
	return s
}

// fine tells most texts that need no cleaning: printable ASCII.
func (b *Builder) fine(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return len(s) <= min(b.Options.Limits.Text, 64<<10)
}

// plain takes control characters out; line ends and tabs of a text that stands
// on one line become spaces, which is not worth a word.
func (b *Builder) plain(s string, at Place, lines bool) string {
	said := false
	out := strings.Map(func(r rune) rune {
		switch {
		case !control(r, lines):
			return r
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		}
		said = true
		return -1
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	if said {
		at.Value = s
		b.Say(data.Warning, at, "control characters taken out", "")
	}
	if !lines {
		out = strings.Join(strings.Fields(out), " ")
	}
	return out
}

func control(r rune, lines bool) bool {
	if lines && (r == '\n' || r == '\t') {
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0
}

// name is the name of an entity; one too long to draw is cut, and stands whole
// among the attributes.
func (b *Builder) name(e *data.Entity, name string, at Place) string {
	at.Field = or2(at.Field, "name")
	name = b.text(name, at, at.Own)
	if !at.Own {
		name = strings.TrimSpace(name)
	}
	if name == "" {
		b.Say(data.Warning, at, "no name", "")
		return "(no name)"
	}
	if !at.Own && slices.Contains(notKnown, name) {
		at.Value = name
		b.Say(data.Note, at, "a thing is called by a text that mostly says \"not known\"", "--unknown, or unknown: in a mapping, names such texts")
	}
	if utf8.RuneCountInString(name) <= maxName {
		return name
	}
	e.Attributes = append(e.Attributes, data.Attribute{Key: "full name", Value: name})
	at.Value = name
	b.Say(data.Note, at, "name too long for a chart: cut, and kept whole as the attribute \"full name\"", "")
	return string([]rune(name)[:maxName-1]) + "…"
}

func (b *Builder) cleanEntity(e *data.Entity, at Place) {
	clean := func(field, s string, lines bool) string {
		if b.fine(s) {
			return s
		}
		where := at
		where.Field = or2(where.Field, field)
		return b.text(s, where, lines || at.Own)
	}
	e.Short = clean("short", e.Short, false)
	e.Summary = clean("summary", e.Summary, true)
	e.DateNote = clean("date_note", e.DateNote, true)
	e.Count = clean("count", e.Count, false)
	for i := range e.Aliases {
		e.Aliases[i].Text = clean("aliases", e.Aliases[i].Text, false)
	}
	for i := range e.Tags {
		e.Tags[i] = clean("tags", e.Tags[i], false)
	}
	b.addresses(e, at)
	for lang, name := range e.Names {
		e.Names[lang] = clean("names."+lang, name, false)
	}
	b.attributes(e.Attributes, at)
}

// addresses keeps web addresses; what is none becomes an attribute, for no page
// links it.
func (b *Builder) addresses(e *data.Entity, at Place) {
	var kept []data.Link
	for _, l := range e.Links {
		l.Label, l.URL = b.text(l.Label, at, false), b.text(l.URL, at, false)
		if data.WebAddress(l.URL) {
			kept = append(kept, l)
			continue
		}
		where := at
		where.Field, where.Value = or2(at.Field, or2(l.Label, "link")), l.URL
		b.Say(data.Note, where, "not a web address: kept as an attribute", "")
		if l.URL != "" {
			e.Attributes = append(e.Attributes, data.Attribute{Key: or2(l.Label, "link"), Value: l.URL})
		}
	}
	e.Links = kept
}

// cleanSource makes a source what data takes; an address that is none goes to
// the note.
func (b *Builder) cleanSource(s *data.Source) {
	at := Place{Field: "source"}
	for _, address := range []*string{&s.URL, &s.Archive} {
		*address = b.text(*address, at, false)
		if *address != "" && !data.WebAddress(*address) {
			at.Value = *address
			b.Say(data.Note, at, "not a web address: kept in the note of the source", "")
			s.Note, *address = strings.TrimPrefix(s.Note+"; "+*address, "; "), ""
		}
	}
	s.Publisher, s.Note = b.text(s.Publisher, at, false), b.text(s.Note, at, true)
	for i := range s.Authors {
		s.Authors[i] = b.text(s.Authors[i], at, false)
	}
}

// places turns what is no place of the dataset into an attribute.
func (b *Builder) places() {
	for i := range b.ds.Entities {
		e := &b.ds.Entities[i]
		if e.Place == "" {
			continue
		}
		if place := b.entity(e.Place); place == nil || place.Kind != "place" {
			b.Say(data.Warning, Place{Field: "place", Value: string(e.Place)}, "not a place of the dataset: kept as an attribute", "")
			e.Attributes = append(e.Attributes, data.Attribute{Key: "place", Value: string(e.Place)})
			e.Place = ""
		}
	}
}

func (b *Builder) attributes(list []data.Attribute, at Place) {
	for i := range list {
		if b.fine(list[i].Key) && b.fine(list[i].Value) {
			continue
		}
		where := at
		where.Field = or2(where.Field, list[i].Key)
		list[i].Key = b.text(list[i].Key, where, false)
		list[i].Value = b.text(list[i].Value, where, true)
	}
}
