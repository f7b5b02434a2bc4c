package cypher

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// properties are keys and expressions, each key once.
type properties struct {
	list []string
	keys map[string]bool
}

// put adds an expression. A key that is taken, and "id", get a number.
func (p *properties) put(key, expression string) {
	if p.keys == nil {
		p.keys = map[string]bool{"id": true} // what things and relations are merged by
	}
	free := name(key)
	for n := 2; p.keys[free]; n++ {
		free = name(key + " " + strconv.Itoa(n))
	}
	p.keys[free] = true
	p.list = append(p.list, free+": "+expression)
}

// text adds a text that is not empty.
func (p *properties) text(key, value string) {
	if value != "" {
		p.put(key, literal(value))
	}
}

func (p *properties) texts(key string, list []string) {
	if len(list) > 0 {
		p.put(key, texts(list))
	}
}

// said adds when a stage, a relation or a figure is and how sure that is.
func (p *properties) said(date edtf.Date, dateNote string, status data.Status, note string) {
	p.date(date)
	p.text("date_note", dateNote)
	p.text("status", string(status))
	p.text("note", note)
}

// date adds a date as EDTF, and as dates of the store where it begins or ends on
// one known day.
func (p *properties) date(d edtf.Date) {
	if d.IsZero() {
		return
	}
	p.text("edtf", d.String())
	start, end, span := strings.Cut(d.String(), "/")
	if !span {
		p.day("date", start)
		return
	}
	p.day("start", start)
	p.day("end", end)
}

func (p *properties) day(key, text string) {
	if len(text) == len("2006-01-02") && text[4] == '-' && text[7] == '-' && strings.Trim(text, "0123456789-") == "" && text[0] != '-' {
		p.put(key, "date("+literal(text)+")")
	}
}

// names adds a text by language.
func (p *properties) names(m map[string]string) {
	for _, lang := range slices.Sorted(maps.Keys(m)) {
		p.text("name_"+lang, m[lang])
	}
}

func (p *properties) attributes(list []data.Attribute) {
	for _, a := range list {
		p.text(a.Key, a.Value)
	}
}

// evidence adds each piece as source#place, and, where a piece says more, all of
// them as JSON.
func (p *properties) evidence(list []data.Evidence) {
	var short []string
	more := false
	for _, e := range list {
		at := string(e.Source)
		if e.At != "" {
			at += "#" + e.At
		}
		short = append(short, at)
		more = more || len(e.Terms) > 0 || e.Status != "" || e.By != "" || e.Note != ""
	}
	p.texts("evidence", short)
	if more {
		for _, c := range data.Cells(data.Relation{Evidence: list}) {
			p.text("evidence_json", c.Text)
		}
	}
}

func (p *properties) String() string { return "{" + strings.Join(p.list, ", ") + "}" }
