package timelinejs

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// point is a date as TimelineJS writes it. A part that is not said is -1.
type point struct {
	year                             int64
	month, day, hour, minute, second int
	set                              bool
}

// span is a date with the words for it where TimelineJS would claim more than
// the date does.
type span struct {
	start, end point
	words      string
	from, to   edtf.Bound
}

// exact are dates that TimelineJS can show as they are.
var exact = regexp.MustCompile(`^(?:(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?)?)?|Y(-?\d+)(?:E(\d{1,2}))?)$`)

// spanOf is where a date stands on the timeline; ok is false where nothing
// bounds it. What is not certain begins at its earliest moment.
func spanOf(d edtf.Date) (s span, ok bool) {
	if d.IsZero() {
		return span{}, false
	}
	sides := strings.Split(d.String(), "/")
	s.from, s.to = d.Start(), d.End()
	start, certain := exactly(sides[0])
	if !certain {
		start, s.words = day(s.from.Earliest), d.Words()
	}
	s.start = start
	if d.IsInterval() {
		s.end, certain = exactly(sides[len(sides)-1])
		if !certain || len(sides) < 2 {
			s.end, s.words = day(s.to.Latest), d.Words()
		}
	}
	if !s.start.set {
		s.start, s.end = s.end, point{}
	}
	if !s.start.set {
		s.start = day(s.to.Latest)
	}
	if s.end.set && s.separate() && s.words == "" {
		s.words = d.Words()
	}
	return s, s.start.set
}

// exactly is a date without any doubt.
func exactly(text string) (point, bool) {
	m := exact.FindStringSubmatch(text)
	if m == nil {
		return point{}, false
	}
	digits := m[1]
	if digits == "" {
		zeros, _ := strconv.Atoi("0" + m[8])
		digits = m[7] + strings.Repeat("0", zeros)
	}
	year, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || year < -farthest || year > farthest {
		return point{}, false
	}
	p := point{year: counted(year), month: -1, day: -1, hour: -1, minute: -1, second: -1, set: true}
	for i, part := range []*int{&p.month, &p.day, &p.hour, &p.minute, &p.second} {
		if m[i+2] != "" {
			*part, _ = strconv.Atoi(m[i+2])
		}
	}
	return p, true
}

// farthest is the last year that JavaScript's numbers tell from its neighbours.
const farthest = 1 << 53

// counted is a year of EDTF as TimelineJS counts it, which has no year 0.
func counted(year int64) int64 {
	if year <= 0 && year > -asCounted {
		return year - 1
	}
	return year
}

// day is the day of an instant (Howard Hinnant, chrono-Compatible Low-Level
// Date Algorithms, civil_from_days).
func day(i *edtf.Instant) point {
	if i == nil {
		return point{}
	}
	z := i.Day + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	year, month := yoe+era*400, int(mp+3)
	if month > 12 {
		year, month = year+1, month-12
	}
	return point{year: counted(year), month: month, day: int(doy - (153*mp+2)/5 + 1), hour: -1, minute: -1, second: -1, set: true}
}

// compare orders by the moment at which TimelineJS draws the date.
func (p point) compare(o point) int {
	return cmp.Or(cmp.Compare(p.year, o.year), cmp.Compare(max(p.month, 1), max(o.month, 1)), cmp.Compare(max(p.day, 1), max(o.day, 1)),
		cmp.Compare(max(p.hour, 0), max(o.hour, 0)), cmp.Compare(max(p.minute, 0), max(o.minute, 0)), cmp.Compare(max(p.second, 0), max(o.second, 0)))
}

// within tells whether all that p says, o says too: TimelineJS takes such an
// end for the start again and drops it.
func (p point) within(o point) bool {
	same := p.year == o.year
	for _, pair := range [][2]int{{p.month, o.month}, {p.day, o.day}, {p.hour, o.hour}, {p.minute, o.minute}, {p.second, o.second}} {
		same = same && (pair[0] < 0 || pair[0] == pair[1])
	}
	return same
}

// separate writes start and end as days where TimelineJS could not tell them
// apart or would draw the end first, and says whether it did.
func (s *span) separate() bool {
	if !s.end.set || !s.start.within(s.end) && s.start.compare(s.end) < 0 {
		return false
	}
	if d := day(s.from.Earliest); d.set && s.start.hour < 0 {
		s.start = d
	}
	if d := day(s.to.Latest); d.set && s.end.hour < 0 {
		s.end = d
	}
	if s.start.compare(s.end) >= 0 {
		s.end = point{}
	}
	return true
}

// latest is the last of some dates.
func latest(list ...point) point {
	var last point
	for _, p := range list {
		if p.set && (!last.set || p.compare(last) > 0) {
			last = p
		}
	}
	return last
}

// json is the date as an object.
func (p point) json() string {
	entries := []jsonwrite.Entry{jsonwrite.Raw("year", strconv.FormatInt(p.year, 10))}
	for _, part := range []struct {
		key string
		n   int
	}{{"month", p.month}, {"day", p.day}, {"hour", p.hour}, {"minute", p.minute}, {"second", p.second}} {
		if part.n >= 0 {
			entries = append(entries, jsonwrite.Raw(part.key, strconv.Itoa(part.n)))
		}
	}
	return jsonwrite.Object(entries...)
}
