package format

import (
	"strings"
	"unicode/utf8"

	"github.com/redthread/redthread/data"
)

// maxName is how many characters of a name a chart can draw; data refuses more.
const maxName = 300

// text is a text that data takes: valid UTF-8, no control characters, not over
// the limit. Whatever is changed is reported.
func (b *Builder) text(s string, at Place, lines bool) string {
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
	name = strings.TrimSpace(b.text(name, at, false))
	if name == "" {
		b.Say(data.Warning, at, "no name", "")
		return "(no name)"
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
		where := at
		where.Field = or2(where.Field, field)
		return b.text(s, where, lines)
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
	for i := range e.Links {
		e.Links[i].Label, e.Links[i].URL = clean("links", e.Links[i].Label, false), clean("links", e.Links[i].URL, false)
	}
	for lang, name := range e.Names {
		e.Names[lang] = clean("names."+lang, name, false)
	}
	b.attributes(e.Attributes, at)
}

func (b *Builder) attributes(list []data.Attribute, at Place) {
	for i := range list {
		where := at
		where.Field = or2(where.Field, list[i].Key)
		list[i].Key = b.text(list[i].Key, where, false)
		list[i].Value = b.text(list[i].Value, where, true)
	}
}
