package timelinejs

import (
	"fmt"
	stdhtml "html"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonwrite"
)

// slideWords are the texts of generated slides, without HTML.
var slideWords = rapid.StringOfN(rapid.RuneFrom([]rune("aZ09 -_:#,;[]{}'\"\\/<>&%*!|?@`~=+吴é😀")), 1, 12, -1).Filter(func(s string) bool {
	return s == strings.Join(strings.Fields(s), " ")
})

func maybe(t *rapid.T, value string) string {
	if rapid.Bool().Draw(t, "left out") {
		return ""
	}
	return value
}

// part is a number as timelines write it: as a number or as a text.
func part(t *rapid.T, n int) string {
	if rapid.Bool().Draw(t, "as text") {
		return jsonwrite.Quoted(strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// dateJSON is a date of a timeline between two years.
func dateJSON(t *rapid.T, from, to int) string {
	year := rapid.IntRange(from, to).Filter(func(y int) bool { return y != 0 }).Draw(t, "year")
	entries := []jsonwrite.Entry{jsonwrite.Raw("year", part(t, year))}
	fine := rapid.IntRange(0, 3).Draw(t, "fine")
	if year < -9000 || year > 9000 {
		fine = 0
	}
	for i, p := range []struct {
		key  string
		most int
	}{{"month", 12}, {"day", 28}, {"hour", 23}} {
		if i < fine {
			n := rapid.IntRange(1, p.most).Draw(t, p.key)
			entries = append(entries, jsonwrite.Raw(p.key, part(t, n)))
		}
	}
	if fine == 3 {
		entries = append(entries, jsonwrite.Raw("minute", part(t, rapid.IntRange(0, 59).Draw(t, "minute"))))
	}
	return jsonwrite.Object(entries...)
}

// timeline makes the JSON of a timeline as its authors write them.
func timeline(t *rapid.T) string {
	var events, eras []string
	group := maybe(t, slideWords.Draw(t, "group"))
	for i := range rapid.IntRange(0, 5).Draw(t, "events") {
		media := []jsonwrite.Entry{jsonwrite.Text("url", maybe(t, "https://example.org/a.jpg?x=1&y=2")), jsonwrite.Text("caption", stdhtml.EscapeString(maybe(t, slideWords.Draw(t, "caption")))),
			jsonwrite.Text("credit", stdhtml.EscapeString(maybe(t, slideWords.Draw(t, "credit")))), jsonwrite.Text("alt", maybe(t, slideWords.Draw(t, "alt"))), jsonwrite.Text("link", maybe(t, "https://example.org/big"))}
		if media[0].JSON == "" {
			media = nil
		}
		event := []jsonwrite.Entry{jsonwrite.Raw("start_date", dateJSON(t, -20000, 2000)), jsonwrite.Text("unique_id", fmt.Sprintf("%s%d", rapid.SampledFrom([]string{"event-", "Event ", "事"}).Draw(t, "id"), i)),
			textOf(stdhtml.EscapeString(slideWords.Draw(t, "headline")), maybe(t, "<p>"+stdhtml.EscapeString(slideWords.Draw(t, "text"))+"</p>")),
			jsonwrite.Text("group", stdhtml.EscapeString(stdhtml.EscapeString(group))), jsonwrite.Text("display_date", maybe(t, "some day")),
			jsonwrite.Raw("background", maybe(t, `{"color": "#ff00aa"}`))}
		if rapid.Bool().Draw(t, "spans") {
			event = append(event, jsonwrite.Raw("end_date", dateJSON(t, 2001, 9000)))
		}
		if media != nil {
			event = append(event, jsonwrite.Raw("media", jsonwrite.Object(media...)))
		}
		events = append(events, jsonwrite.Object(event...))
	}
	for range rapid.IntRange(0, 2).Draw(t, "eras") {
		eras = append(eras, jsonwrite.Object(jsonwrite.Raw("start_date", dateJSON(t, -20000, 2000)), jsonwrite.Raw("end_date", dateJSON(t, 2001, 9000)), textOf(stdhtml.EscapeString(slideWords.Draw(t, "era")), "")))
	}
	title := jsonwrite.Object(textOf(stdhtml.EscapeString(slideWords.Draw(t, "title")), ""))
	return jsonwrite.Object(jsonwrite.Raw("title", title), jsonwrite.Raw("events", jsonwrite.Lines(events, "")), jsonwrite.Raw("eras", jsonwrite.Lines(eras, "")))
}

// facts are what a reader of a timeline sees, in the order of its texts.
func facts(t fataler, timeline string) []string {
	v, problems := data.ParseJSON("", []byte(timeline))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	plain := func(v data.Value) string { return strings.Join(strings.Fields(format.PlainText(v.Text())), " ") }
	numbers := func(v data.Value, keys ...string) string {
		var parts []string
		for _, key := range append([]string{"year", "month", "day"}, keys...) {
			if n := v.Key(key).Text(); n != "" {
				parts = append(parts, n)
			}
		}
		return strings.Join(parts, "-")
	}
	list := []string{"title " + plain(v.Path("title", "text", "headline"))}
	for _, sort := range []string{"events", "eras"} {
		for _, e := range v.Key(sort).Items() {
			text := []string{sort, plain(e.Path("text", "headline"))}
			if sort == "eras" { // whose times of day have no place, which is reported
				text = append(text, numbers(e.Key("start_date")), numbers(e.Key("end_date")))
			} else {
				text = append(text, numbers(e.Key("start_date"), "hour", "minute"), numbers(e.Key("end_date"), "hour", "minute"), e.Key("unique_id").Text(), shown(e.Key("group").Text()), e.Key("display_date").Text(), e.Path("background", "color").Text(),
					e.Path("media", "url").Text(), plain(e.Path("media", "caption")), plain(e.Path("media", "credit")), e.Path("media", "alt").Text(), e.Path("media", "link").Text())
			}
			list = append(list, strings.Join(text, " | "))
		}
	}
	slices.Sort(list)
	return list
}

func TestATimelineComesBackAsItsReadersSawIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := timeline(t)
		ds, report := imported(t, "given.json", []byte(given), format.Options{})
		if n := report.Count(data.Error); n > 0 {
			t.Fatal(report.Issues)
		}
		accounted(t, report)
		text, _ := encoded(t, ds)
		if diff := cmp.Diff(facts(t, given), facts(t, string(text))); diff != "" {
			t.Fatal(diff, given)
		}
		again, _ := imported(t, "given.json", text, format.Options{})
		if diff := cmp.Diff(canonical(t, ds), canonical(t, again)); diff != "" {
			t.Fatal("read again: ", diff)
		}
	})
}
