package timelinejs

import (
	"bytes"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
	"github.com/redthread/redthread/data/format/jsonread"
)

// beside reads what stands beside the slides. In version 2 the title slide is
// the map "timeline" itself, whose keys come one by one.
func (r *reader) beside(path string, v data.Value) {
	key, of2 := strings.CutPrefix(path, "timeline.")
	h := r.to.Heading()
	switch {
	case of2 && key == "headline" && h.Title == "" && v.Form() == data.Scalar:
		r.to.Read(1)
		r.title(&slide{at: jsonread.New(r.to, v, "", "").At, sort: "title", headline: v.Text()})
	case of2 && key == "text" && h.Standfirst == "" && v.Form() == data.Scalar:
		s := &slide{at: jsonread.New(r.to, v, "", "").At, sort: "title", text: v.Text()}
		found := r.reduced(s, "text", s.text)
		h.Standfirst = clean(format.PlainText(s.text))
		r.about(s, found)
	case of2 && key == "asset" && v.Form() == data.Map:
		s := &slide{at: jsonread.New(r.to, v, "", "").At, sort: "title"}
		s.media = asset(jsonread.New(r.to, v, "", ""))
		r.about(s, scanned{})
	case of2 && key == "type":
	default:
		r.other(key, v)
	}
}

// decided looks over the dates of version 2, which each may be written as
// people do; nil for a file of version 3.
func decided(name string, text []byte, opt format.Options) (*dates.Column, error) {
	if !bytes.Contains(text, []byte(`"startDate"`)) && !bytes.Contains(text, []byte(`"endDate"`)) {
		return nil, nil
	}
	var values []string
	err := data.WalkJSON(name, text, lists, func(path string, v data.Value) error {
		if path == "timeline.date" || path == "timeline.era" {
			values = append(values, v.Key("startDate").Text(), v.Key("endDate").Text())
		}
		return nil
	}).Err()
	return dates.DecideNamed("date", values, opt), err
}

// version2 is a slide of TimelineJS 2.
func (r *reader) version2(v data.Value, sort string) *slide {
	id := v.Key("uniqueid").Text()
	rec := jsonread.New(r.to, v, sort, id)
	rec.Take("uniqueid")
	s := &slide{at: rec.At, sort: sort, id: id, group: rec.Text("tag"), headline: rec.Text("headline"), text: rec.Text("text")}
	s.start, s.end = commas(rec.Text("startDate")), commas(rec.Text("endDate"))
	r.within(rec, s, "asset", func(a *jsonread.Record) { s.media = asset(a) }, func(text string) { s.media.url = text })
	s.extra = append(s.extra, rec.Rest()...)
	return s
}

func asset(a *jsonread.Record) media {
	return media{url: a.Text("media"), caption: a.Text("caption"), credit: a.Text("credit"), thumbnail: a.Text("thumbnail")}
}

// commas is a date of version 2: "2011,12,10,7,2,10", or as people write it.
func commas(text string) moment {
	p := strings.Split(text, ",")
	if _, ok := yearText(p[0]); !ok || len(p) > 7 {
		return moment{whole: text, raw: text}
	}
	for len(p) < 7 {
		p = append(p, "")
	}
	for i := range p {
		p[i] = strings.TrimSpace(p[i])
	}
	return moment{raw: text, year: p[0], month: p[1], day: p[2], hour: p[3], minute: p[4], second: p[5], millisecond: p[6]}
}
