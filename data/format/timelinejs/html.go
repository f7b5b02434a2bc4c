package timelinejs

import (
	stdhtml "html"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
)

// scanned is what a text holds beside its words.
type scanned struct {
	links     []data.Link
	formatted bool // tags whose meaning a plain text loses
	active    bool // what would run
}

// plainTags are those that become paragraphs, lines and links.
var plainTags = map[atom.Atom]bool{atom.P: true, atom.Br: true, atom.A: true, atom.Div: true, atom.Span: true}

var activeTags = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Object: true, atom.Embed: true, atom.Form: true, atom.Svg: true, atom.Math: true, atom.Template: true}

// bare are addresses that stand in a text, which TimelineJS makes links of.
var bare = regexp.MustCompile(`https?://[^\s<>"']*[^\s<>"'.,;:!?)\]]`)

// mostLinks bounds the links that are taken out of one text.
const mostLinks = 500

// scan walks over the HTML of a text.
func scan(text string) scanned {
	var f scanned
	if formatted, simple := simpleTags(text); simple {
		f.formatted = formatted
		f.addresses(stdhtml.UnescapeString(text))
		return f
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 20)
	open := -1 // the link whose words come
	for {
		switch z.Next() {
		case html.ErrorToken:
			for i := range f.links {
				f.links[i].Label = columns.Line(f.links[i].Label)
			}
			return f
		case html.TextToken:
			words := z.Token().Data
			if open >= 0 {
				f.links[open].Label += words
				continue
			}
			f.addresses(words)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			f.tag(t)
			if t.DataAtom == atom.A {
				open = f.link("", attribute(t, "href"))
			}
		case html.EndTagToken:
			if z.Token().DataAtom == atom.A {
				open = -1
			}
		}
	}
}

// bareTags are tags without attributes, as most texts have no others, and
// whether a plain text loses something with them.
var bareTags = map[string]bool{"p": false, "/p": false, "br": false, "br/": false, "br /": false, "div": false, "/div": false,
	"b": true, "/b": true, "i": true, "/i": true, "em": true, "/em": true, "strong": true, "/strong": true, "ul": true, "/ul": true, "li": true, "/li": true}

// simpleTags tells whether a text has no other tags.
func simpleTags(text string) (formatted, simple bool) {
	for {
		_, rest, more := strings.Cut(text, "<")
		if !more {
			return formatted, true
		}
		tag, after, closed := strings.Cut(rest, ">")
		loses, known := bareTags[tag]
		if !closed || !known {
			return false, false
		}
		formatted, text = formatted || loses, after
	}
}

// addresses adds those that stand in a text.
func (f *scanned) addresses(words string) {
	if !strings.Contains(words, "://") {
		return
	}
	for _, address := range bare.FindAllString(words, mostLinks) {
		f.link("", address)
	}
}

// link adds an address, and gives its place; -1 for none.
func (f *scanned) link(label, address string) int {
	address = strings.TrimSpace(address)
	if address == "" || len(f.links) >= mostLinks {
		return -1
	}
	for _, l := range f.links {
		if l.URL == address {
			return -1
		}
	}
	f.links = append(f.links, data.Link{Label: label, URL: address})
	return len(f.links) - 1
}

// tag notes what a tag shows and what it would run.
func (f *scanned) tag(t html.Token) {
	f.formatted = f.formatted || !plainTags[t.DataAtom]
	f.active = f.active || activeTags[t.DataAtom]
	for _, a := range t.Attr {
		f.active = f.active || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:")
	}
	switch t.DataAtom {
	case atom.Img:
		f.link(firstOf(attribute(t, "alt"), "picture"), attribute(t, "src"))
	case atom.Iframe, atom.Video, atom.Audio, atom.Source:
		f.link(firstOf(attribute(t, "title"), "embedded"), attribute(t, "src"))
	}
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// shown is a text as TimelineJS shows the words of a group or of a date: it
// takes the tags out, and undoes entities twice.
func shown(text string) string {
	return columns.Line(stdhtml.UnescapeString(format.PlainText(text)))
}

// clean is a text over several lines without control characters.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// snippet tells whether a text is a piece of HTML and not an address.
func snippet(text string) bool { return strings.Contains(text, "<") }

// addressWithin is the address that a piece of HTML shows: of a frame, a
// picture, a film, else the last link, which a quotation ends with.
func addressWithin(text string) string {
	frame, link := "", ""
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 20)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return firstOf(frame, link)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Iframe, atom.Img, atom.Video, atom.Audio, atom.Source, atom.Embed:
				frame = firstOf(frame, attribute(t, "src"))
			case atom.A:
				link = firstOf(attribute(t, "href"), link)
			case atom.Blockquote:
				link = firstOf(link, attribute(t, "cite"), attribute(t, "data-instgrm-permalink"))
			}
		}
	}
}
