package page

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Block is a paragraph or a list; exactly one of the two is set.
type Block struct {
	P  []Inline   `json:"p,omitempty"`
	UL [][]Inline `json:"ul,omitempty"`
}

// Inline is a string, or one of Em, Strong, ThingLink, WebLink.
type Inline any

// Em is emphasised text.
type Em struct {
	Of []Inline `json:"em"`
}

// Strong is important text.
type Strong struct {
	Of []Inline `json:"strong"`
}

// ThingLink opens a thing of the dataset: [words](#entity-id).
type ThingLink struct {
	Thing string   `json:"thing"`
	Of    []Inline `json:"of"`
}

// WebLink leaves the page; http and https only.
type WebLink struct {
	Href string   `json:"href"`
	Of   []Inline `json:"of"`
}

// markdown reduces a text to paragraphs, lists, emphasis and links. Headings
// become strong paragraphs; code stays as words; raw HTML is shown as the text
// it is; pictures become their description. Never nil.
func markdown(source string) []Block {
	src := []byte(source)
	r := reducer{src}
	return r.blocks(goldmark.DefaultParser().Parse(text.NewReader(src)))
}

type reducer struct{ src []byte }

func (r reducer) blocks(parent ast.Node) []Block {
	out := []Block{}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.List:
			out = append(out, r.list(n)...)
		case *ast.Heading:
			out = paragraph(out, []Inline{Strong{r.inlines(n)}})
		case *ast.Blockquote, *ast.ListItem:
			out = append(out, r.blocks(n)...)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			out = paragraph(out, merge(nil, strings.TrimRight(r.lines(n), "\n")))
		case *ast.ThematicBreak:
		default:
			out = paragraph(out, r.inlines(n))
		}
	}
	return out
}

func paragraph(out []Block, in []Inline) []Block {
	if len(in) == 0 {
		return out
	}
	return append(out, Block{P: in})
}

// list flattens nested lists: the blocks of an item become one line each.
func (r reducer) list(n ast.Node) []Block {
	var items [][]Inline
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		for _, b := range r.blocks(item) {
			if b.P != nil {
				items = append(items, b.P)
			}
			items = append(items, b.UL...)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{{UL: items}}
}

func (r reducer) inlines(parent ast.Node) []Inline {
	var out []Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = r.inline(out, n)
	}
	return out
}

func (r reducer) inline(out []Inline, n ast.Node) []Inline {
	switch n := n.(type) {
	case *ast.Text:
		out = merge(out, string(n.Value(r.src)))
		if n.SoftLineBreak() || n.HardLineBreak() {
			out = merge(out, " ")
		}
	case *ast.String:
		out = merge(out, string(n.Value))
	case *ast.RawHTML:
		out = merge(out, string(n.Segments.Value(r.src)))
	case *ast.AutoLink:
		out = append(out, r.link(string(n.URL(r.src)), []Inline{string(n.Label(r.src))})...)
	case *ast.Emphasis:
		out = append(out, emphasis(n.Level, r.inlines(n)))
	case *ast.Link:
		out = append(out, r.link(string(n.Destination), r.inlines(n))...)
	default: // code spans, pictures: their words
		for _, in := range r.inlines(n) {
			out = mergeInline(out, in)
		}
	}
	return out
}

func emphasis(level int, of []Inline) Inline {
	if level == 1 {
		return Em{of}
	}
	return Strong{of}
}

// link keeps what may be followed and leaves the words of what may not.
func (r reducer) link(to string, words []Inline) []Inline {
	if thing, ok := strings.CutPrefix(to, "#"); ok && thing != "" {
		return []Inline{ThingLink{Thing: thing, Of: words}}
	}
	lower := strings.ToLower(to)
	if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return []Inline{WebLink{Href: to, Of: words}}
	}
	return words
}

// merge appends text to the last inline if that is text too.
func merge(out []Inline, s string) []Inline {
	if s == "" {
		return out
	}
	if n := len(out); n > 0 {
		if last, ok := out[n-1].(string); ok {
			out[n-1] = last + s
			return out
		}
	}
	return append(out, s)
}

func mergeInline(out []Inline, in Inline) []Inline {
	if s, ok := in.(string); ok {
		return merge(out, s)
	}
	return append(out, in)
}

func (r reducer) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(r.src))
	}
	return b.String()
}
