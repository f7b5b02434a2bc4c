package ftm

import (
	"strings"
	"time"

	"github.com/redthread/redthread/data/edtf"
)

// doubts takes marks of doubt out.
var doubts = strings.NewReplacer("?", "", "~", "", "%", "")

// edges are the two dates of FollowTheMoney that a date of ours says: each the
// year, month or day that holds all that its bounds allow. A single date gives
// the same twice. An edge that no such date covers (open, unknown, before the
// year 1, one of several years) is empty. Marks of doubt are dropped.
func edges(d edtf.Date) (start, end string) {
	if plain := doubts.Replace(d.String()); plain != d.String() {
		if p, err := edtf.Parse(plain); err == nil {
			d = p
		}
	}
	start, end = partial(d.Start()), partial(d.End())
	if strings.Trim(d.String(), "-0123456789T:Z") == "/" { // written in full: keeps what bounds no longer tell
		from, to, _ := strings.Cut(d.String(), "/")
		return year4(from), year4(to)
	}
	return start, end
}

// year4 is a written date without its time of day, where its year has four digits.
func year4(text string) string {
	text, _, _ = strings.Cut(text, "T")
	if plainDate.MatchString(text) && !strings.HasPrefix(text, "0000") {
		return text
	}
	return ""
}

// partial is the finest date that holds both limits.
func partial(b edtf.Bound) string {
	if b.Earliest == nil || b.Latest == nil {
		return ""
	}
	from, to := day(*b.Earliest), day(*b.Latest)
	for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
		if text := from.Format(form); text == to.Format(form) && from.Year() >= 1 && from.Year() <= 9999 {
			return text
		}
	}
	return ""
}

// farDays is beyond the years that FollowTheMoney writes.
const farDays = 4_000_000

func day(i edtf.Instant) time.Time {
	return time.Unix(min(max(i.Day, -farDays), farDays)*86400, 0).UTC()
}
