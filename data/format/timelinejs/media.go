package timelinejs

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
)

// media is what a slide shows beside its text.
type media struct {
	url                         string // an address, or a piece of HTML
	caption, credit             string // HTML
	thumbnail, alt, title, link string
	linkTarget                  string
}

// mediaLabel begins the label of the link to what a slide shows; mediaLink is
// that of the address it leads to.
const (
	mediaLabel = "media"
	mediaLink  = "media leads to"
)

// mediaOf makes a link and attributes of what a slide shows. Caption and credit
// are words on it, not evidence.
func (r *reader) mediaOf(s *slide, e *data.Entity) {
	m := s.media
	caption := columns.Line(format.PlainText(m.caption))
	r.reduced(s, "media caption", m.caption)
	credit := r.reduced(s, "media credit", m.credit)
	if address := r.address(s, m.url); address != "" {
		label := mediaLabel
		if caption != "" {
			label += ": " + caption
		}
		e.Links = append(e.Links, data.Link{Label: label, URL: address})
	} else {
		s.keep("media", m.url)
		s.keep("media caption", caption)
	}
	if link := webAddress(m.link); link != "" {
		e.Links = append(e.Links, data.Link{Label: mediaLink, URL: link})
	} else {
		s.keep("media link", m.link)
	}
	for _, l := range credit.links {
		if data.WebAddress(l.URL) {
			e.Links = append(e.Links, data.Link{Label: firstOf(l.Label, "credit"), URL: l.URL})
		}
	}
	for _, a := range [][2]string{{"media credit", columns.Line(format.PlainText(m.credit))}, {"media thumbnail", m.thumbnail},
		{"media alt", m.alt}, {"media title", m.title}, {"media link target", m.linkTarget}} {
		s.keep(a[0], a[1])
	}
}

// address is the web address of what is shown; "" where there is none.
func (r *reader) address(s *slide, text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	if !snippet(text) {
		address := webAddress(text)
		if address == "" {
			r.say(s, data.Note, "media", text, "not a web address: kept as an attribute", "")
		}
		return address
	}
	address := webAddress(addressWithin(text))
	if address == "" {
		r.say(s, data.Note, "media", text, "a piece of HTML without an address: kept as the text of an attribute, it is never shown as HTML", "")
		return ""
	}
	r.say(s, data.Note, "media", text, "a piece of HTML: the address within it became a link, the HTML stays as the text of an attribute", "")
	s.keep("media", text)
	return address
}

// webAddress is a text as an address that a page may link; "//host" is read as
// https.
func webAddress(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "//") {
		text = "https:" + text
	}
	if data.WebAddress(text) && !strings.ContainsAny(text, " \t\n<>\"'\\") {
		return text
	}
	return ""
}
