package format

import (
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// PlainText is HTML as text: tags taken out, entities undone, paragraphs and
// breaks as line ends; what scripts and style sheets hold is dropped. A text
// without tags comes back as it is, spaces trimmed.
func PlainText(text string) string { return reduce(text, false) }

// Markdown is HTML as the Markdown that a story takes: paragraphs, lists,
// emphasis and links with http or https; everything else as PlainText has it.
// Signs that Markdown would take for its own are escaped.
func Markdown(text string) string { return reduce(text, true) }

// reduce walks over the tokens; nothing of the HTML is kept that is not text.
func reduce(text string, markdown bool) string {
	r := reducer{markdown: markdown}
	if !strings.ContainsAny(text, "<&\r\x00") {
		r.words(text) // nothing to take apart, as most texts of most files
		return tidy(r.String())
	}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 20)
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				r.words(text) // too long for one token: as it is
			}
			return tidy(r.String())
		case html.TextToken:
			r.words(z.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			r.open(z.Token())
		case html.EndTagToken:
			r.close(z.Token())
		}
	}
}

type reducer struct {
	strings.Builder
	markdown bool
	silent   int // within script or style
	links    []string
}

var escaped = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "`", "\\`", "<", `\<`, "#", `\#`)

func (r *reducer) words(text string) {
	switch {
	case r.silent > 0:
	case r.markdown:
		r.WriteString(escaped.Replace(text))
	default:
		r.WriteString(text)
	}
}

// marks are what Markdown writes for a tag.
var marks = map[atom.Atom]string{atom.B: "**", atom.Strong: "**", atom.I: "*", atom.Em: "*"}

func (r *reducer) open(t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Iframe, atom.Noscript, atom.Template:
		if t.Type == html.StartTagToken {
			r.silent++
		}
	case atom.Br:
		r.WriteString("\n")
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4, atom.Table:
		r.WriteString("\n\n")
	case atom.Li:
		r.WriteString("\n- ")
	case atom.Tr:
		r.WriteString("\n")
	case atom.Td, atom.Th:
		r.WriteString(" ")
	case atom.A:
		r.link(t)
	default:
		if r.markdown {
			r.WriteString(marks[t.DataAtom])
		}
	}
}

func (r *reducer) link(t html.Token) {
	target := ""
	for _, a := range t.Attr {
		if a.Key == "href" && (strings.HasPrefix(a.Val, "http://") || strings.HasPrefix(a.Val, "https://")) && !strings.ContainsAny(a.Val, " \n()<>") {
			target = a.Val
		}
	}
	r.links = append(r.links, target)
	if r.markdown && target != "" {
		r.WriteString("[")
	}
}

func (r *reducer) close(t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Iframe, atom.Noscript, atom.Template:
		r.silent = max(0, r.silent-1)
	case atom.P, atom.Div, atom.Ul, atom.Ol, atom.Blockquote, atom.H1, atom.H2, atom.H3, atom.H4:
		r.WriteString("\n\n")
	case atom.A:
		if n := len(r.links); n > 0 {
			if r.markdown && r.links[n-1] != "" {
				r.WriteString("](" + r.links[n-1] + ")")
			}
			r.links = r.links[:n-1]
		}
	default:
		if r.markdown {
			r.WriteString(marks[t.DataAtom])
		}
	}
}

// tidy trims lines and leaves one empty line between paragraphs.
func tidy(text string) string {
	if !strings.ContainsAny(text, "\n") {
		return oneLine(text)
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
