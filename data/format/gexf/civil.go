package gexf

import (
	"fmt"
	"strings"

	"github.com/redthread/redthread/data/edtf"
)

// ymd is a day of the proleptic Gregorian calendar.
type ymd struct {
	year       int64
	month, day int
}

// String is the day as EDTF, and as XML Schema where the year has four digits.
func (d ymd) String() string {
	if d.year < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -d.year, d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// civil is the day that lies so many days after 1970-01-01 (Howard Hinnant,
// chrono-Compatible Low-Level Date Algorithms, civil_from_days).
func civil(days int64) ymd {
	z := days + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := ymd{yoe + era*400, int(mp + 3), int(doy - (153*mp+2)/5 + 1)}
	if d.month > 12 {
		d.month -= 12
		d.year++
	}
	return d
}

// before is the day, month or year before one.
func before(text string) string {
	last := civil(edtf.MustParse(text).Start().Earliest.Day - 1).String()
	year := len(last) - len("-01-01")
	coarse := len(strings.TrimPrefix(text, "-")) - len("2017") // of what stands after the year
	d, err := edtf.Parse(last[:year+coarse])
	if err != nil {
		return text
	}
	return d.String()
}
