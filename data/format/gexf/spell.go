package gexf

import (
	"regexp"
	"strings"

	"github.com/redthread/redthread/data/format/xmlread"
)

// spell is a stretch of time as the file writes it. An empty side is open.
type spell struct {
	start, end         string
	startOut, endOut   bool // the moment itself does not belong to it
	single             bool // a moment, not a stretch
	startSaid, endSaid bool // written, even if as "-inf"
}

// spellOf reads the attributes that say when.
func spellOf(e *xmlread.Element) spell {
	var s spell
	for _, a := range e.Attrs {
		switch strings.ToLower(a.Name.Local) {
		case "start":
			s.start, s.startSaid = a.Value, true
		case "end":
			s.end, s.endSaid = a.Value, true
		case "startopen":
			s.start, s.startSaid, s.startOut = a.Value, true, true
		case "endopen":
			s.end, s.endSaid, s.endOut = a.Value, true, true
		case "timestamp":
			s.start, s.end, s.single = a.Value, a.Value, true
		}
	}
	return s.trimmed()
}

// trimmed makes of infinite ends open ones.
func (s spell) trimmed() spell {
	for _, side := range []*string{&s.start, &s.end} {
		switch *side = strings.TrimSpace(*side); strings.ToLower(strings.TrimLeft(*side, "+-")) {
		case "inf", "infinity":
			*side = ""
		}
	}
	return s
}

// any tells whether the spell says anything.
func (s spell) any() bool { return s.start != "" || s.end != "" || s.startSaid || s.endSaid }

// notation is the spell as GEXF 1.3 writes intervals: "[2010-01-01, inf]", a
// round bracket where the moment itself is left out.
func (s spell) notation(value string) string {
	open, end, from, to := "[", "]", s.start, s.end
	if s.startOut {
		open = "("
	}
	if s.endOut {
		end = ")"
	}
	if from == "" {
		from = "-inf"
	}
	if to == "" {
		to = "inf"
	}
	if value != "" {
		to += ", " + value
	}
	return open + from + ", " + to + end
}

// intervals are spells in one text: "<[2010, 2011]; (2013, inf]>".
func intervals(text string) ([]spell, bool) {
	var list []spell
	for _, part := range strings.Split(strings.Trim(strings.TrimSpace(text), "<>"), ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		m := interval.FindStringSubmatch(part)
		if m == nil {
			return nil, false
		}
		s := spell{start: m[2], end: m[3], startOut: m[1] != "[", endOut: m[4] != "]", startSaid: true, endSaid: true}
		list = append(list, s.trimmed())
	}
	return list, len(list) > 0
}

var interval = regexp.MustCompile(`^([[(\]])\s*([^,;[\]()]*?)\s*,\s*([^,;[\]()]*?)\s*([\])[])$`)

// timestamps are moments in one text: "<[2010, 2012]>".
func timestamps(text string) []spell {
	var list []spell
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("<>[]();, ", r) }) {
		list = append(list, spell{start: part, end: part, single: true}.trimmed())
	}
	return list
}
