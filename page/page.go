package page

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

// View is a view of the workspace, by the id that web/src/contract.ts gives it.
type View string

// The views. Table and Sources draw from the model; the others need options.
const (
	Threads  View = "threads"
	Timeline View = "timeline"
	Network  View = "network"
	Flow     View = "flow"
	Table    View = "table"
	Sources  View = "sources"
)

// charts are the views that need options.
var charts = []View{Threads, Timeline, Network, Flow}

// Page is what a document shows.
type Page struct {
	Model *Model
	// Views are the tabs in their order; the first one opens. A view alone
	// should bring Table too, so that its chart has its words.
	Views []View
	// Options are the charts' options as JSON. A chart among Views must have
	// its own; others are left out of the document.
	Options map[View][]byte
	// Packed are the same model and at least these options, made by Pack for
	// several pages at once; nil packs them for this page alone.
	Packed *Packed
	// Title is the document's and its heading; the model's when empty, and
	// words that say there is none when that is empty too.
	Title string
	// Shared loads script and style from SharedAssets beside the page, which
	// works over http only. By default the document holds everything.
	Shared bool
}

// Write writes the document. The same page gives the same bytes. Nothing is
// written when the page is not one that can be shown.
func Write(w io.Writer, p Page) error {
	doc, err := newDocument(p)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := templates.ExecuteTemplate(&out, "page.tmpl", doc); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

//go:embed *.tmpl
var files embed.FS

var templates = template.Must(template.ParseFS(files, "*.tmpl"))

// document is what the template needs; each part of type template.HTML is
// markup made here.
type document struct {
	Lang, Title, Standfirst, Policy string
	Licence                         string
	Views                           string
	Notices                         string
	Style, Islands, Script          template.HTML
	Words                           words
}

// untitled stands where nobody wrote a title: a page needs a heading and a name.
const untitled = "Untitled dataset"

func newDocument(p Page) (*document, error) {
	if err := showable(p); err != nil {
		return nil, err
	}
	islands, err := islands(p)
	if err != nil {
		return nil, err
	}
	return &document{
		Lang: p.Model.Lang, Title: cmp.Or(p.Title, p.Model.Title, untitled), Standfirst: p.Model.Standfirst, Policy: policy(p.Shared),
		Licence: p.Model.Licence, Views: joined(p.Views), Notices: notices,
		Style: styleElement(p.Shared), Islands: islands, Script: scriptElement(p.Shared),
		Words: newWords(p.Model),
	}, nil
}

// known are all views there are.
var known = append([]View{Table, Sources}, charts...)

func showable(p Page) error {
	switch {
	case p.Model == nil:
		return fmt.Errorf("page: no model")
	case len(p.Views) == 0:
		return fmt.Errorf("page: no views")
	}
	for i, v := range p.Views {
		options, given := p.Options[v]
		switch {
		case !slices.Contains(known, v):
			return fmt.Errorf("page: there is no view %q", v)
		case slices.Contains(p.Views[:i], v):
			return fmt.Errorf("page: view %q stands twice", v)
		case slices.Contains(charts, v) && !given:
			return fmt.Errorf("page: view %q has no options", v)
		case given && !json.Valid(options):
			return fmt.Errorf("page: the options of view %q are not JSON", v)
		}
	}
	return nil
}

func joined(views []View) string {
	return strings.Join(list(views, func(v View) string { return string(v) }), " ")
}

// islands are the JSON that the front end reads: the model and the options of
// each view, packed, after the strings that they share.
func islands(p Page) (template.HTML, error) {
	own := map[View][]byte{}
	for _, view := range p.Views {
		if options, given := p.Options[view]; given {
			own[view] = options
		}
	}
	all := p.Packed
	if all == nil {
		var err error
		if all, err = Pack(p.Model, own); err != nil {
			return "", err
		}
	}
	var out bytes.Buffer
	writeIsland(&out, "rt-strings", all.strings)
	writeIsland(&out, "rt-model", all.model)
	for _, view := range p.Views {
		if _, given := own[view]; !given {
			continue
		}
		options, ok := all.options[view]
		if !ok {
			return "", fmt.Errorf("page: the options of view %q are not among the packed", view)
		}
		writeIsland(&out, "rt-view-"+string(view), options)
	}
	return template.HTML(out.String()), nil
}

// writeIsland escapes <, >, &, U+2028 and U+2029 as JSON allows it, so that no
// text of the data can end the element.
func writeIsland(out *bytes.Buffer, id string, text []byte) {
	fmt.Fprintf(out, "<script type=\"application/json\" id=\"%s\">", id)
	json.HTMLEscape(out, text)
	out.WriteString("</script>\n")
}

func styleElement(shared bool) template.HTML {
	if shared {
		return template.HTML(`<link rel="stylesheet" href="` + styleName + `" integrity="` + hash(style) + `">`)
	}
	return template.HTML("<style>" + style + "</style>")
}

func scriptElement(shared bool) template.HTML {
	if shared {
		return template.HTML(`<script src="` + scriptName + `" integrity="` + hash(script) + `"></script>`)
	}
	return template.HTML("<script>" + script + "</script>")
}
