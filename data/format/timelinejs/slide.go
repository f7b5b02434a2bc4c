package timelinejs

import (
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
)

// slide is a record of a timeline, whatever file it stood in.
type slide struct {
	at         format.Place
	sort       string // what the file calls it, for the report: "event", "row"
	id         string // as the file writes it
	group      string
	headline   string // HTML
	text       string // HTML
	display    string // the date as it is to be shown
	start, end moment
	media      media
	extra      []data.Attribute
}

// The space of the ids of slides, and that of the ids of our things.
const (
	slideIDs = "slide"
	thingIDs = "thing"
)

func (s *slide) keep(key, value string) {
	if value = strings.TrimSpace(value); value != "" {
		s.extra = append(s.extra, data.Attribute{Key: key, Value: value})
	}
}

// empty tells whether nothing of a slide would be seen.
func (s *slide) empty() bool {
	return s.headline+s.text+s.display+s.media.url+s.media.caption == "" && !s.start.given() && !s.end.given() && len(s.extra) == 0
}

// shownAs begins the note of a date that the file shows in words of its own.
const shownAs = "shown as: "

// event makes an entity of a slide.
func (r *reader) event(s *slide) {
	if s.empty() {
		r.leftOut(s, "it holds no date, headline, text or media", "")
		return
	}
	e := data.Entity{Kind: "event"}
	r.dated(s, &e)
	r.worded(s, &e)
	r.mediaOf(s, &e)
	if s.group = shown(s.group); s.group != "" {
		e.Tags = []string{s.group}
	}
	e.Attributes = append(e.Attributes, s.extra...)
	r.to.Entity(format.Ref{Space: slideIDs, ID: s.id}, s.sort, e, s.at)
}

func (r *reader) dated(s *slide, e *data.Entity) {
	start, end := r.when(s, s.start, "start_date", "time"), r.when(s, s.end, "end_date", "end time")
	switch {
	case end.IsZero():
		e.Date = start
	case start.IsZero():
		e.Date = r.until(s, end)
	default:
		e.Date = r.span(s, start, end)
	}
	if words := s.displayed(start, end); words != "" {
		e.DateNote = shownAs + words
	}
	s.keep("date format", s.start.format)
	s.keep("end date format", s.end.format)
	if e.Date.IsZero() && !s.start.given() && !s.end.given() {
		r.say(s, data.Note, "", "", "no start date: kept without one, TimelineJS does not show it", "")
	}
}

// displayed are the words for the date: of the slide, else of its dates.
func (s *slide) displayed(start, end edtf.Date) string {
	first, last := shown(s.start.display), shown(s.end.display)
	switch all := shown(s.display); {
	case all != "":
		return all
	case last == "" && (first == "" || end.IsZero()):
		return first
	case last == "":
		last = end.Words()
	case first == "":
		first = start.Words()
	}
	return first + " — " + last
}

// worded sets name, summary and links.
func (r *reader) worded(s *slide, e *data.Entity) {
	r.reduced(s, "headline", s.headline)
	found := r.reduced(s, "text", s.text)
	e.Name = columns.Line(format.PlainText(s.headline))
	e.Summary = clean(format.PlainText(s.text))
	e.Links = found.links
	if e.Name == "" {
		e.Name = firstOf(columns.Line(format.PlainText(s.media.caption)), firstLine(e.Summary), shown(s.display), s.id, s.start.raw)
		if e.Name != "" {
			r.say(s, data.Note, "headline", e.Name, "no headline: named by the caption, the text or the date", "")
		}
	}
}

// reduced reports what is lost of HTML when it becomes text.
func (r *reader) reduced(s *slide, field, html string) scanned {
	found := scan(html)
	switch {
	case found.active:
		r.say(s, data.Warning, field, html, "HTML that runs or draws something (script, style, on...) is taken out", "")
	case found.formatted:
		r.say(s, data.Note, field, html, "HTML is reduced to text and links: emphasis, lists and the like are not kept", "")
	}
	return found
}

// firstLine is a name made of a text.
func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	if runes := []rune(line); len(runes) > 80 {
		return string(runes[:79]) + "…"
	}
	return line
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// title makes the heading of the dataset of a slide. A second one is an event,
// as TimelineJS has it.
func (r *reader) title(s *slide) {
	h := r.to.Heading()
	if r.titled || h.Title != "" {
		r.say(s, data.Warning, "", s.headline, "a second title slide: kept as an event", "")
		r.event(s)
		return
	}
	r.titled = true
	r.reduced(s, "headline", s.headline)
	found := r.reduced(s, "text", s.text)
	h.Title = columns.Line(format.PlainText(s.headline))
	if h.Standfirst == "" {
		h.Standfirst = clean(format.PlainText(s.text))
	}
	r.about(s, found)
	r.to.Turned(s.sort, "heading")
}

// about keeps in the words on the dataset what a title slide has beside its
// text.
func (r *reader) about(s *slide, found scanned) {
	var lines []string
	e := data.Entity{}
	r.mediaOf(s, &e)
	for _, l := range append(found.links, e.Links...) {
		if data.WebAddress(l.URL) && !strings.ContainsAny(l.URL, " ()<>[]\\") {
			lines = append(lines, "- ["+columns.Plain(firstOf(l.Label, l.URL))+"]("+l.URL+")")
		} else {
			lines = append(lines, "- "+columns.Plain(l.Label+" "+l.URL))
		}
	}
	s.keep("group", shown(s.group))
	s.keep("date", firstOf(shown(s.display), s.start.raw))
	for _, a := range append(e.Attributes, s.extra...) {
		lines = append(lines, "- "+columns.Plain(a.Key)+": "+columns.Plain(a.Value))
	}
	h := r.to.Heading()
	if more := strings.Join(lines, "\n"); len(h.About)+len(more) < 32<<10 {
		h.About = strings.TrimSpace(h.About + "\n" + more)
	} else {
		r.say(s, data.Warning, "", "", "what the title slide holds beside its text is too long: left out", "")
	}
}

// era makes an era of a slide.
func (r *reader) era(s *slide) {
	label := columns.Line(format.PlainText(s.headline))
	start, end := r.when(s, s.start, "start_date", "time"), r.when(s, s.end, "end_date", "end time")
	if start.IsZero() || end.IsZero() {
		r.leftOut(s, "an era needs a start and an end", "")
		return
	}
	if runes := []rune(label); len(runes) > 300 {
		label = string(runes[:299]) + "…"
		r.say(s, data.Warning, "headline", s.headline, "label of the era cut", "")
	}
	date := r.span(s, start, end)
	if label == "" {
		label = date.Words()
		r.say(s, data.Note, "headline", label, "an era without a headline: called by its date", "")
	}
	if text := clean(format.PlainText(s.text)); text != "" {
		r.say(s, data.Note, "text", text, "an era has no text: left out", "")
	}
	for _, a := range s.extra {
		r.say(s, data.Note, a.Key, a.Value, "an era has a label and a date only: left out", "")
	}
	h := r.to.Heading()
	h.Eras = append(h.Eras, data.Era{ID: r.eraID(label), Label: label, Date: date, Evidence: r.to.Evidence(s.at)})
	r.to.Turned(s.sort, "era")
}

// eraID is an id that no era has yet.
func (r *reader) eraID(label string) string {
	base := firstOf(format.Slug(label), "era")
	id, n := base, r.eras[base]
	for r.eras[id] > 0 {
		n++
		id = base + "-" + strconv.Itoa(n)
	}
	r.eras[base], r.eras[id] = max(n, 1), 1
	return id
}
