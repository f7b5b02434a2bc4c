package gexf

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func TestForeignFilesComeBackFromOurOutput(t *testing.T) {
	var files [][]byte
	for _, text := range formattest.Files(t, "*.gexf") {
		ds, _ := formattest.Imported(t, Format(), "first.gexf", text, format.Options{})
		ours, _ := written(t, ds)
		back, report := imported(t, ours)
		formattest.Same(t, ds, back, report)
		files = append(files, ours)
	}
	valid(t, files...)
}

// has fails where a piece of XML is missing.
func has(t *testing.T, text []byte, pieces ...string) {
	t.Helper()
	for _, p := range pieces {
		if !bytes.Contains(text, []byte(p)) {
			t.Errorf("no %s in\n%s", p, text)
		}
	}
}

func TestDrawingAndSpellsAreGivenBackAsGEXFWritesThem(t *testing.T) {
	ds, _ := imported(t, []byte(`<gexf version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="directed"><nodes>
		<node id="a" label="A"><spells><spell start="2001-01-01" end="2001-06-30"/><spell start="2003-01-01"/></spells>
		<color r="1" g="2" b="3" a="0.5"/><position x="1.5" y="-2"/><size value="4"/><shape value="diamond"/></node>
		<node id="b" label="B"/></nodes>
		<edges><edge id="e" source="a" target="b" type="mutual" weight="2" kind="met" start="2001-02-03"><thickness value="2"/><shape value="dotted"/></edge></edges></graph></gexf>`))
	text, _ := written(t, ds)
	has(t, text, `mode="dynamic" timeformat="date"`, `<spell start="2001-01-01" end="2001-06-30"/>`, `<spell start="2003-01-01"/>`,
		`<color r="1" g="2" b="3" a="0.5"/>`, `<position x="1.5" y="-2"/>`, `<size value="4"/>`, `<shape value="diamond"/>`,
		`type="mutual" kind="met" label="met" weight="2" start="2001-02-03"`, `<thickness value="2"/>`, `<shape value="dotted"/>`)
	valid(t, text)
}

func TestDatesBecomeTheStretchThatTheyAllow(t *testing.T) {
	for _, c := range []struct{ date, start, end string }{
		{"2017-06-01", "2017-06-01", "2017-06-01"},
		{"2017-06", "2017-06-01", "2017-06-30"},
		{"2016", "2016-01-01", "2016-12-31"},
		{"2014~", "2013-01-01", "2015-12-31"},
		{"2016?", "2016-01-01", "2016-12-31"},
		{"[2016-11-07..2016-11-13]", "2016-11-07", "2016-11-13"},
		{"[..2017-12-08]", "", "2017-12-08"},
		{"2016-11-07/..", "2016-11-07", ""},
		{"2016-11-07/", "2016-11-07", ""},
		{"../2012", "", "2012-12-31"},
		{"2017-01/2018-03", "2017-01-01", "2018-03-31"},
		{"0001-01-01/9999-12-31", "0001-01-01", "9999-12-31"},
	} {
		got, ok := bounded(edtf.MustParse(c.date))
		if want := (bound{c.start, c.end}); !ok || got != want {
			t.Errorf("%s: %v %v, want %v", c.date, got, ok, want)
		}
	}
	for _, outside := range []string{"-0044", "Y17000", "-0044/1500", "0000"} {
		if got, ok := bounded(edtf.MustParse(outside)); ok {
			t.Errorf("%s: %v", outside, got)
		}
	}
}

func TestAGraphWithoutDatesIsStatic(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{{ID: "a", Kind: "person", Name: "A"}, {ID: "b", Kind: "place", Name: "B", Date: edtf.MustParse("-0044")}}}
	text, _ := written(t, ds)
	has(t, text, `mode="static"`, `value="-0044"`)
	if bytes.Contains(text, []byte("dynamic")) {
		t.Errorf("dynamic without a date:\n%s", text)
	}
	valid(t, text)
}

// TestWhatGephiAddsIsKept edits our file as Gephi does on saving: another
// namespace, other colours and places, a column, weights.
func TestWhatGephiAddsIsKept(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates, Sources: []data.Source{{ID: "s", Title: "S"}},
		Entities: []data.Entity{{ID: "a", Kind: "person", Name: "A", Date: edtf.MustParse("2014~"), Evidence: []data.Evidence{{Source: "s"}}},
			{ID: "b", Kind: "place", Name: "B", Evidence: []data.Evidence{{Source: "s", At: "6"}}}},
		Relations: []data.Relation{{ID: "r", From: "a", Predicate: "visited", To: "b", Evidence: []data.Evidence{{Source: "s"}}}}}
	text, _ := written(t, ds)
	theirs := strings.NewReplacer(
		`xmlns="http://gexf.net/1.3"`, `xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"`,
		"<creator>redthread</creator>", "<creator>Gephi 0.10.1</creator>",
		`<color r="147" g="64" b="124"/>`, `<viz:size value="10"/><viz:position x="3" y="4"/><viz:color r="147" g="64" b="124" a="1.0"/>`,
		`<color r="109" g="98" b="86"/>`, `<viz:color r="0" g="0" b="255"/>`,
		`<attribute id="redthread.kind"`, `<attribute id="modularity_class" title="Modularity Class" type="integer"/><attribute id="redthread.kind"`,
		`<attvalue for="redthread.kind" value="place"/>`, `<attvalue for="redthread.kind" value="place"/><attvalue for="modularity_class" value="3"/>`,
		` label="visited"`, ` label="visited" weight="1.0"`).Replace(string(text))
	back, report := imported(t, []byte(theirs))
	ds.Entities[0].Attributes = []data.Attribute{{Key: "gexf:x", Value: "3"}, {Key: "gexf:y", Value: "4"}, {Key: "gexf:size", Value: "10"}}
	ds.Entities[1].Attributes = []data.Attribute{{Key: "Modularity Class", Value: "3"}, {Key: "gexf:color", Value: "#0000ff"}}
	formattest.Same(t, ds, back, report)
}

func TestCharactersThatXMLCannotHoldAreReported(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Entities: []data.Entity{{ID: "a", Kind: "person", Name: "A\x00\x1f\ufffe & <b>\"'", Summary: "x\xff\n\ty", Attributes: []data.Attribute{{Key: "k\x01", Value: "]]>"}}}}}
	text, lost := written(t, ds)
	valid(t, text)
	if len(lost) != 1 || lost[0].From != "characters that XML cannot hold" {
		t.Error(lost)
	}
	back, _ := imported(t, text)
	if got := back.Entities[0].Attributes; len(got) != 1 || got[0].Key != "k" || got[0].Value != "]]>" {
		t.Errorf("%+v", got)
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Int64Range(-719528, 2932896).Draw(t, "day") // years 0 to 9999
		if got := edtf.MustParse(civil(day).String()).Start().Earliest.Day; got != day {
			t.Fatalf("%s is day %d, not %d", civil(day), got, day)
		}
	})
}

func TestBefore(t *testing.T) {
	for text, want := range map[string]string{"2001-01-01": "2000-12-31", "2000-03-01": "2000-02-29", "2001-01": "2000-12", "2001": "2000", "-0044": "-0045", "0000-01-01": "-0001-12-31"} {
		if got := before(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestSpellsReadBackFromTheirNotation(t *testing.T) {
	side := rapid.SampledFrom([]string{"", "2001-01-01", "2001", "1.5", "-3", "2001-01-01T10:00:00.000+02:00"})
	rapid.Check(t, func(t *rapid.T) {
		s := spell{start: side.Draw(t, "start"), end: side.Draw(t, "end"), startOut: rapid.Bool().Draw(t, "start out"), endOut: rapid.Bool().Draw(t, "end out"), startSaid: true, endSaid: true}
		got, ok := intervals("<" + s.notation("") + "; " + s.notation("") + ">")
		if !ok || len(got) != 2 || got[0] != s || got[1] != s {
			t.Fatalf("%q became %+v", s.notation(""), got)
		}
	})
}

func TestMoments(t *testing.T) {
	always := func() bool { return true }
	never := func() bool { return false }
	for _, c := range []struct {
		format string
		years  func() bool
		text   string
		want   string
	}{
		{"date", never, "2001-02-03", "2001-02-03"},
		{"date", never, "2001-02", "2001-02"},
		{"date", never, "2001", "2001"},
		{"date", never, "2001-02-03T23:30:00-05:00", "2001-02-03"},
		{"date", never, "2001-02-03Z", "2001-02-03"},
		{"date", never, "981158400000", "2001-02-03"},
		{"double", never, "981158400000", ""},
		{"double", never, "2001", ""},
		{"double", always, "2001.0", "2001"},
		{"double", always, "2001-02-03", "2001-02-03"},
		{"", always, "1998", "1998"},
		{"date", never, "17", ""},
		{"date", never, "2001-02-30", ""},
		{"date", never, "03/04/2001", ""},
		{"date", never, "", ""},
	} {
		k := &clock{format: c.format, years: c.years}
		if got := k.moment(c.text).date.String(); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.format, c.text, got, c.want)
		}
	}
}
