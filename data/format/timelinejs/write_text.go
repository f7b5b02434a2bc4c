package timelinejs

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
)

// escape makes a text stand in HTML as it is.
func escape(text string) string { return html.EscapeString(text) }

// twice escapes what TimelineJS undoes once before it takes it for HTML: the
// words of groups and dates. Without the signs of HTML a text stays as it is.
func twice(text string) string {
	if strings.ContainsAny(text, "<&") {
		return escape(escape(text))
	}
	return text
}

// paragraphs are the lines of a text.
func paragraphs(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("<p>" + escape(line) + "</p>")
		}
	}
	return b.String()
}

// mostLines bounds the relations that one slide tells.
const mostLines = 20

// text is what a slide tells: the summary, relations, attributes, links, and on
// what evidence.
func (w *writer) text(t data.Thing) string {
	var b strings.Builder
	if t.IsStage() {
		b.WriteString(paragraphs(t.Of.Note))
	} else {
		b.WriteString(paragraphs(t.Entity.Summary))
	}
	b.WriteString(w.relations(t))
	if !t.IsStage() {
		b.WriteString(attributes(t.Entity) + links(t.Entity))
	}
	if t.Status != "" && t.Status != data.Stated {
		b.WriteString("<p>" + escape(string(t.Status)) + "</p>")
	}
	return b.String() + w.sources(t)
}

// relations are those of the thing, in words.
func (w *writer) relations(t data.Thing) string {
	var lines []string
	for _, r := range w.index.Of(t.ID) {
		if r.Predicate != data.StageOf {
			lines = append(lines, "<li>"+escape(w.relation(t, r))+"</li>")
		}
	}
	if more := len(lines) - mostLines; more > 0 {
		lines = append(lines[:mostLines], fmt.Sprintf("<li>and %d more</li>", more))
	}
	if lines == nil {
		return ""
	}
	return "<ul>" + strings.Join(lines, "") + "</ul>"
}

// relation reads from the thing to the other end.
func (w *writer) relation(t data.Thing, r data.Relation) string {
	label, other := w.index.Predicate(r.Predicate).Label, r.To
	if r.From != t.ID {
		label, other = w.index.Predicate(r.Predicate).Inverse, r.From
	}
	text := label + " " + string(other)
	if thing, ok := w.index.Thing(other); ok {
		text = label + " " + thing.Name
	}
	var more []string
	if !r.Date.IsZero() {
		more = append(more, r.Date.Words())
	}
	if r.Status != "" && r.Status != data.Stated {
		more = append(more, string(r.Status))
	}
	if more != nil {
		text += " (" + strings.Join(more, "; ") + ")"
	}
	return text
}

// told are attributes that stand elsewhere in the slide.
var told = []string{"id", "time", "end time", "date format", "end date format", "autolink"}

func attributes(e *data.Entity) string {
	var b strings.Builder
	for _, a := range e.Attributes {
		if !slices.Contains(told, a.Key) && !strings.HasPrefix(a.Key, "media") && !strings.HasPrefix(a.Key, "background ") {
			b.WriteString("<p>" + escape(a.Key+": "+a.Value) + "</p>")
		}
	}
	return b.String()
}

func links(e *data.Entity) string {
	var list []string
	for _, l := range e.Links {
		if !isMedia(l) && l.Label != mediaLink {
			list = append(list, anchor(firstOf(l.Label, l.URL), l.URL))
		}
	}
	if list == nil {
		return ""
	}
	return "<p>" + strings.Join(list, "<br>") + "</p>"
}

// anchor is a link where the address is one of the web, else its words.
func anchor(label, address string) string {
	if !data.WebAddress(address) {
		return escape(label)
	}
	return `<a href="` + escape(address) + `" rel="noopener noreferrer" target="_blank">` + escape(label) + "</a>"
}

// sources say where the thing stands, a line a piece of evidence.
func (w *writer) sources(t data.Thing) string {
	evidence, _ := t.Evidence()
	var list []string
	for _, e := range evidence {
		s, ok := w.index.Source(e.Source)
		if !ok {
			continue
		}
		line := anchor(firstOf(s.Title, string(s.ID)), s.URL)
		var more []string
		for _, text := range []string{s.Publisher, s.Date.Words(), placed(e.At), byOther(e.By)} {
			if text != "" {
				more = append(more, text)
			}
		}
		if more != nil {
			line += escape(", " + strings.Join(more, ", "))
		}
		list = append(list, line)
	}
	if list == nil {
		return ""
	}
	return "<p><small>Source: " + strings.Join(list, "<br>") + "</small></p>"
}

// numbers are places that count paragraphs.
var numbers = regexp.MustCompile(`^\d[\d, -]*$`)

func placed(at string) string {
	if numbers.MatchString(at) {
		return "¶ " + at
	}
	return at
}

func byOther(name string) string {
	if name == "" {
		return ""
	}
	return "after " + name
}
