package timelinejs

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/columns"
	"github.com/redthread/redthread/data/format/jsonown"
	"github.com/redthread/redthread/data/format/jsonread"
)

// lists are read one record at a time.
var lists = append(jsonown.Lists(), "events", "eras", "timeline.date", "timeline.era", jsonown.Key+".entities", jsonown.Key+".relations")

// json reads a timeline of version 3 or 2.
func (r *reader) json(in format.Input) error {
	text, script, err := r.text(in)
	if err != nil {
		return err
	}
	if script {
		r.to.Say(data.Note, format.Place{}, "the file is a script: only the JSON in it is read, nothing is run", "")
	}
	if r.column, err = decided(in.Name, text, r.to.Options); err != nil {
		return err
	}
	if err = r.sources(text); err != nil {
		return err
	}
	r.to.Expect(bytes.Count(text, []byte(`"headline"`)), 0) // of each event
	err = data.WalkJSON(in.Name, text, lists, r.part).Err()
	if err == nil && r.records == 0 && !slides.Match(text) && !version2.Match(text) {
		err = fmt.Errorf("%s: no \"events\" of a timeline", in.Name)
	}
	return err
}

// text is the JSON of a file, in UTF-8 and without the script around it.
func (r *reader) text(in format.Input) (text []byte, script bool, err error) {
	if text, err = in.All(r.to.Options.Limits.Bytes); err != nil {
		return nil, false, err
	}
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		if text, _, err = transform.Bytes(unicode.BOMOverride(transform.Nop), text); err != nil {
			return nil, false, fmt.Errorf("%s: %w", in.Name, err)
		}
	}
	text, script = unwrapped(text)
	return text, script, nil
}

// sources restores the sources of a file of ours before anything cites them.
func (r *reader) sources(text []byte) error {
	if !bytes.Contains(text, []byte(`"`+jsonown.Key+`"`)) {
		return nil
	}
	return data.WalkJSON(r.name, text, lists, func(path string, v data.Value) error {
		if path == jsonown.Key+".sources" {
			r.sections.Add("sources", v)
		}
		return nil
	}).Err()
}

// part reads what stands at a path.
func (r *reader) part(path string, v data.Value) error {
	if ours, ok := strings.CutPrefix(path, jsonown.Key+"."); ok {
		return r.ours(ours, v)
	}
	sort, ok := sorts[path]
	switch {
	case v.Form() == data.Absent:
		return nil
	case !ok:
		r.beside(path, v)
		return nil
	}
	if r.records++; r.records > r.to.Options.Limits.Records {
		return fmt.Errorf("more than %d slides, which is the limit", r.to.Options.Limits.Records)
	}
	r.to.Read(1)
	if v.Form() != data.Map {
		r.to.LeftOut("slide", format.Place{Line: v.Line(), Value: v.Text()}, "it is not a map", "")
		return nil
	}
	if own := v.Key(jsonown.Key); own.Form() != data.Map || !r.own(v, own) {
		sort.use(r, sort.read(r, v, sort.word))
	}
	return nil
}

// sorts are the slides of both versions, by their path.
var sorts = map[string]struct {
	word string
	read func(*reader, data.Value, string) *slide
	use  func(*reader, *slide)
}{
	"events": {"event", (*reader).version3, (*reader).event}, "eras": {"era", (*reader).version3, (*reader).era}, "title": {"title", (*reader).version3, (*reader).title},
	"timeline.date": {"event", (*reader).version2, (*reader).event}, "timeline.era": {"era", (*reader).version2, (*reader).era},
}

// other keeps what the timeline says of itself beside its slides.
func (r *reader) other(path string, v data.Value) {
	text := v.Text()
	if v.Form() != data.Scalar {
		text = v.JSON()
	}
	h := r.to.Heading()
	switch {
	case path == "scale" || text == "" || text == "[]" || text == "{}":
	case len(h.About)+len(text) > 32<<10:
		r.to.Say(data.Warning, format.Place{Line: v.Line(), Field: path, Value: text}, "what the timeline says of itself is too long: left out", "")
	default:
		h.About = strings.TrimSpace(h.About + "\n- " + columns.Plain(path) + ": " + columns.Plain(text))
	}
}

// version3 is a slide of TimelineJS 3.
func (r *reader) version3(v data.Value, sort string) *slide {
	id := v.Key("unique_id").Text()
	rec := jsonread.New(r.to, v, sort, id)
	s := &slide{at: rec.At, sort: sort, id: id, group: rec.Text("group"), display: rec.Text("display_date")}
	rec.Take("unique_id", jsonown.Key)
	s.start, s.end = r.moment(rec, s, "start_date"), r.moment(rec, s, "end_date")
	r.within(rec, s, "text", func(t *jsonread.Record) { s.headline, s.text = t.Text("headline"), t.Text("text") }, func(text string) { s.text = text })
	r.within(rec, s, "media", func(m *jsonread.Record) {
		s.media = media{url: m.Text("url"), caption: m.Text("caption"), credit: m.Text("credit"), thumbnail: m.Text("thumbnail"), alt: m.Text("alt"),
			title: m.Text("title"), link: m.Text("link"), linkTarget: m.Text("link_target")}
	}, func(text string) { s.media.url = text })
	r.within(rec, s, "background", func(*jsonread.Record) {}, func(text string) { s.keep("background color", text) })
	s.extra = append(s.extra, rec.Rest()...)
	return s
}

// within reads the map below a key; what is not understood of it becomes
// attributes "key of it". A text in its place is read too.
func (r *reader) within(rec *jsonread.Record, s *slide, key string, read func(*jsonread.Record), text func(string)) {
	v := rec.Key(key)
	switch v.Form() {
	case data.Map:
		rec.Take(key)
		below := jsonread.New(r.to, v, "", "")
		read(below)
		for _, a := range below.Rest() {
			s.keep(key+" "+a.Key, a.Value)
		}
	case data.Scalar:
		text(rec.Text(key))
	}
}

// moment reads the map of a date, or a date that is one text.
func (r *reader) moment(rec *jsonread.Record, s *slide, key string) moment {
	var m moment
	r.within(rec, s, key, func(d *jsonread.Record) {
		year := d.Key("year")
		m = moment{year: d.Text("year"), month: d.Text("month"), day: d.Text("day"), hour: d.Text("hour"), minute: d.Text("minute"), second: d.Text("second"),
			millisecond: d.Text("millisecond"), display: d.Text("display_date"), format: d.Text("format"), bare: year.Bare()}
		m.raw = joined(m)
	}, func(text string) { m = moment{whole: text, raw: text} })
	return m
}

// joined is a date in parts as one text, for people.
func joined(m moment) string {
	var b strings.Builder
	for _, p := range []struct{ before, text string }{{"", m.year}, {"-", m.month}, {"-", m.day}, {" ", m.hour}, {":", m.minute}, {":", m.second}, {".", m.millisecond}} {
		if p.text != "" {
			if b.Len() > 0 {
				b.WriteString(p.before)
			}
			b.WriteString(p.text)
		}
	}
	return b.String()
}
