package timelinejs

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format/jsonown"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// slide is a thing as TimelineJS shows it, and as redthread restores it.
func (w *writer) slide(s ready) string {
	t, sp := s.thing, s.span
	var clock, endClock string
	if !t.IsStage() {
		clock, endClock = valueOf(t.Entity, "time"), valueOf(t.Entity, "end time")
		if words, ok := strings.CutPrefix(t.Entity.DateNote, shownAs); ok {
			sp.words = words
		}
	}
	entries := []jsonwrite.Entry{jsonwrite.Raw("start_date", sp.start.at(clock).json())}
	if sp.end.set {
		entries = append(entries, jsonwrite.Raw("end_date", sp.end.at(endClock).json()))
	}
	entries = append(entries, jsonwrite.Text("display_date", twice(sp.words)), textOf(escape(t.Name), w.text(t)), jsonwrite.Text("group", twice(w.lane(t))))
	if !t.IsStage() {
		entries = append(entries, mediaEntry(t.Entity), background(t.Entity))
	}
	entries = append(entries, jsonwrite.Text("unique_id", w.slideID(t)), jsonwrite.Raw("autolink", "false"))
	return jsonwrite.Object(append(entries, jsonwrite.Raw(jsonown.Key, w.own(t, entries)))...)
}

// own is what restores the thing of a slide.
func (w *writer) own(t data.Thing, native []jsonwrite.Entry) string {
	signed := jsonwrite.Text(asSigned, signatureOf(jsonwrite.Object(native...)))
	if t.IsStage() {
		return jsonwrite.Object(jsonwrite.Text(ofOwner, string(t.Owner)), signed)
	}
	return jsonwrite.Object(append(jsonown.Cells(*t.Entity), signed)...)
}

// signatureOf is the signature of a slide as its reader will see it.
func signatureOf(slide string) string {
	v, _ := data.ParseJSON("", []byte(slide))
	return signature(native(v))
}

// slideID is the id of the file that the thing was read from, else its own.
func (w *writer) slideID(t data.Thing) string {
	id := string(t.ID)
	if given := valueOf(t.Entity, "id"); given != "" && !t.IsStage() && !w.ids[given] {
		if _, other := w.index.Thing(data.EntityID(given)); !other {
			id = given
		}
	}
	w.ids[id] = true
	return id
}

// lane is the row in which TimelineJS puts a slide: the kind, or, where all are
// of one, the first tag. A stage stands in the lane of its owner.
func (w *writer) lane(t data.Thing) string {
	if !w.byTag {
		return w.index.Kind(t.Entity.Kind).Plural
	}
	if len(t.Entity.Tags) > 0 {
		return t.Entity.Tags[0]
	}
	return ""
}

// at is a date with a time of day, where it is a day.
func (p point) at(clock string) point {
	if p.day < 0 || p.hour >= 0 || clock == "" {
		return p
	}
	m := clocks.FindStringSubmatch(clock)
	if m == nil || m[5] != "" || m[2] == "" {
		return p
	}
	p.hour, _ = strconv.Atoi(m[1])
	p.minute, _ = strconv.Atoi(m[2])
	if m[3] != "" {
		p.second, _ = strconv.Atoi(m[3])
	}
	return p
}

// valueOf is the value of an attribute.
func valueOf(e *data.Entity, key string) string {
	for _, a := range e.Attributes {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

// isMedia tells the link that a slide shows as its media.
func isMedia(l data.Link) bool {
	return (l.Label == mediaLabel || strings.HasPrefix(l.Label, mediaLabel+": ")) && webAddress(l.URL) == l.URL
}

// mediaEntry is what the slide shows, where the file that it was read from had
// something: other links are not loaded into the page of a reader unasked.
func mediaEntry(e *data.Entity) jsonwrite.Entry {
	var shows, leads string
	caption := ""
	for _, l := range e.Links {
		switch {
		case isMedia(l) && shows == "":
			shows, caption = l.URL, strings.TrimPrefix(strings.TrimPrefix(l.Label, mediaLabel), ": ")
		case l.Label == mediaLink && webAddress(l.URL) == l.URL:
			leads = l.URL
		}
	}
	if shows == "" {
		return jsonwrite.Entry{}
	}
	return jsonwrite.Raw("media", jsonwrite.Object(jsonwrite.Text("url", shows), jsonwrite.Text("caption", escape(caption)), jsonwrite.Text("credit", escape(valueOf(e, "media credit"))),
		jsonwrite.Text("thumbnail", webAddress(valueOf(e, "media thumbnail"))), jsonwrite.Text("alt", valueOf(e, "media alt")), jsonwrite.Text("title", valueOf(e, "media title")),
		jsonwrite.Text("link", leads), jsonwrite.Text("link_target", target(valueOf(e, "media link target")))))
}

var (
	colour  = regexp.MustCompile(`^(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}|rgba?\([0-9., %]{5,40}\))$`)
	targets = regexp.MustCompile(`^_?[a-z]{1,20}$`)
)

func target(text string) string { return targets.FindString(text) }

// background is the colour or picture behind a slide.
func background(e *data.Entity) jsonwrite.Entry {
	url := webAddress(valueOf(e, "background url"))
	if strings.ContainsAny(url, "()") {
		url = ""
	}
	entry := jsonwrite.Raw("background", jsonwrite.Object(jsonwrite.Text("url", url), jsonwrite.Text("color", colour.FindString(valueOf(e, "background color")))))
	if entry.JSON == "{}" {
		return jsonwrite.Entry{}
	}
	return entry
}
