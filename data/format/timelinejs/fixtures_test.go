package timelinejs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

var fixtures = []string{"harbour.json", "deep-time.json", "old.jsonp", "sheet.csv", "old-sheet.csv"}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestFilesOfOthers(t *testing.T) {
	for _, name := range fixtures {
		t.Run(name, func(t *testing.T) {
			formattest.Fixture(t, Format(), name, format.Options{})
			_, report := imported(t, name, fixture(t, name), format.Options{})
			accounted(t, report)
		})
	}
}

// named is the entity with a name.
func named(t *testing.T, ds *data.Dataset, name string) data.Entity {
	t.Helper()
	for _, e := range ds.Entities {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("no entity %q", name)
	return data.Entity{}
}

func TestASheetInAnotherEncodingIsTheSameSheet(t *testing.T) {
	text := fixture(t, "sheet.csv")
	plain, _ := imported(t, "sheet.csv", text, format.Options{})
	for name, endian := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
		for marked, bom := range map[string]unicode.BOMPolicy{"marked": unicode.UseBOM, "bare": unicode.IgnoreBOM} {
			wide, err := unicode.UTF16(endian, bom).NewEncoder().Bytes([]byte(strings.TrimPrefix(string(text), "\ufeff")))
			if err != nil {
				t.Fatal(err)
			}
			if sure := Format().Detect("sheet.csv", wide); sure != format.Certain {
				t.Errorf("%s endian, %s: known with confidence %d", name, marked, sure)
			}
			ds, _ := imported(t, "sheet.csv", wide, format.Options{})
			ds.Sources[0].SHA256 = plain.Sources[0].SHA256
			if diff := cmp.Diff(canonical(t, plain), canonical(t, ds)); diff != "" {
				t.Errorf("%s endian, %s: %s", name, marked, diff)
			}
		}
	}
}

func TestJSONAsSpreadsheetsAndEditorsSaveIt(t *testing.T) {
	plain := fixture(t, "deep-time.json")
	want, _ := imported(t, "x.json", plain, format.Options{})
	for _, endian := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		wide, err := unicode.UTF16(endian, unicode.UseBOM).NewEncoder().Bytes(plain)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := imported(t, "x.json", wide, format.Options{})
		got.Sources[0].SHA256 = want.Sources[0].SHA256
		if diff := cmp.Diff(canonical(t, want), canonical(t, got)); diff != "" {
			t.Error(diff)
		}
	}
	sheet := []byte("sep=;\r\nYear ;Month;Headline;Text;\r\n2015;1;A;\"b;c\"\r\n")
	if sure := Format().Detect("x.csv", sheet); sure != format.Certain {
		t.Errorf("a sheet that names its delimiter is known with confidence %d", sure)
	}
	if ds, _ := imported(t, "x.csv", sheet, format.Options{}); named(t, ds, "A").Summary != "b;c" {
		t.Error(ds.Entities)
	}
}

func TestYearsAreCountedAsTimelineJSShowsThem(t *testing.T) {
	for written, want := range map[string]string{"2015": "2015", "44": "0044", "-44": "-0043", "-1": "0000", "0": "0000", "-99999": "Y-99998", "-100000": "Y-100000", "2,015": "2015",
		" 2015 ": "2015", "2015.0": "2015", "+2015": "2015", "\u221244": "-0043", "-13800000000": "Y-13800000000", "-1.38e10": "Y-13800000000", "12000": "Y12000", "007": "0007", "-0": "0000"} {
		if got, ok := yearText(written); !ok || got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	for _, written := range []string{"", "c. 1950", "1.5e0", "19x9", "1e400", "--4"} {
		if got, ok := yearText(written); ok {
			t.Errorf("%q is read as %q", written, got)
		}
	}
}

func TestTimesAsTheSheetTakesThem(t *testing.T) {
	for written, want := range map[string]string{"14:30": "14:30", "2:30 PM": "14:30", "2:30 a.m.": "02:30", "12:05 am": "00:05", "12 PM": "12:00", "1430": "14:30", "14.30": "14:30",
		"20:17:40": "20:17:40", "20:17:40.5": "20:17:40.500", "0:00": "00:00"} {
		if got, ok := clockText(written); !ok || got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
	for _, written := range []string{"25:00", "14:60", "half past nine", "13 PM", "0 AM", "14:30:99"} {
		if got, ok := clockText(written); ok {
			t.Errorf("%q is read as %q", written, got)
		}
	}
}

func TestAScriptIsUnwrappedAndNeverRun(t *testing.T) {
	plain := `{"events": [{"start_date": {"year": 2015}, "text": {"headline": "A"}}]}`
	for _, around := range [][2]string{{"storyjs_jsonp_data = ", ";"}, {"var t=\n", ""}, {"callback(", ");"}, {"\ufeff  window.timeline.load ( ", " ) ;\n"}} {
		text := []byte(around[0] + plain + around[1])
		if sure := Format().Detect("t.js", text); sure != format.Certain {
			t.Errorf("%q: known with confidence %d", text, sure)
		}
		ds, _ := imported(t, "t.js", text, format.Options{})
		if len(ds.Entities) != 1 {
			t.Errorf("%q: %v", text, ds.Entities)
		}
	}
	for _, text := range []string{"x = {events: [1]};", `x = {"events": []}; alert(1)`, `x = {"events": [new Date()]}`, `alert(1); x = {"events":[]}`} {
		if err := Format().Read([]format.Input{format.Bytes("t.js", []byte(text))}, format.NewBuilder(format.Options{})); err == nil || !strings.HasPrefix(err.Error(), "t.js") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestADateOrderSettlesAnOldSheet(t *testing.T) {
	ds, _ := imported(t, "old-sheet.csv", fixture(t, "old-sheet.csv"), format.Options{})
	if e := named(t, ds, "It could be two days"); e.Date.String() != "2013-03-04" {
		t.Errorf("the column settles it, but it is %q", e.Date)
	}
	for order, want := range map[format.DateOrder]string{"": "", format.MonthFirst: "2013-03-04", format.DayFirst: "2013-04-03"} {
		text := []byte("Start Date,Headline,Text\n3/4/2013,A,\n")
		ds, report := imported(t, "old.csv", text, format.Options{Order: order})
		if got := named(t, ds, "A").Date.String(); got != want || (got == "") != (report.Count(data.Warning) > 0) {
			t.Errorf("order %q: %q, %v", order, got, report.Issues)
		}
	}
}

func TestAChangedSlideIsReported(t *testing.T) {
	ds := hostileDataset()
	ds.Relations = nil
	ds.Sources[0].URL = ""
	text, _ := encoded(t, ds)
	changed := strings.Replace(string(text), `"display_date": "about 2006"`, `"display_date": "early in 2006"`, 1)
	if changed == string(text) {
		t.Fatal("nothing to change")
	}
	for name, file := range map[string]string{"as written": string(text), "changed": changed} {
		_, report := imported(t, "x.json", []byte(file), format.Options{})
		said := 0
		for _, i := range report.Issues {
			if strings.HasPrefix(i.What, "the slide was changed") {
				said += i.N
			}
		}
		if (said == 1) != (name == "changed") || said > 1 {
			t.Errorf("%s: %d slides are said to be changed", name, said)
		}
	}
}

func TestOtherFilesAreNoTimelines(t *testing.T) {
	for _, text := range []string{`{"nodes":[],"links":[]}`, `{"events":[{"name":"x","start_date":"2015"}]}`, `[{"headline":"x"}]`, "name,year,text\na,2015,b\n", "", "Year,Headline", `{"type":"FeatureCollection"}`} {
		if sure := Format().Detect("x.json", []byte(text)); sure > format.No {
			t.Errorf("%s is a timeline with confidence %d", text, sure)
		}
	}
	for _, text := range []string{`{"a":1}`, "name,year\na,2015\n", "", `{"events":`, `x = `} {
		if err := Format().Read([]format.Input{format.Bytes("x.json", []byte(text))}, format.NewBuilder(format.Options{})); err == nil {
			t.Errorf("%q is read without a word", text)
		}
	}
}

func TestLimitsEndInAnError(t *testing.T) {
	many := `{"events":[` + strings.Repeat(`{"start_date":{"year":1}},`, 50) + `{}]}`
	err := Format().Read([]format.Input{format.Bytes("x.json", []byte(many))}, format.NewBuilder(format.Options{Limits: format.Limits{Records: 20}}))
	if err == nil || !strings.Contains(err.Error(), "limit") {
		t.Error(err)
	}
	deep := `{"events":[{"text":` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `}]}`
	if err := Format().Read([]format.Input{format.Bytes("x.json", []byte(deep))}, format.NewBuilder(format.Options{})); err == nil {
		t.Error("nesting without a limit")
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range fixtures {
		f.Add(fixture(f, name))
	}
	f.Add([]byte(`{"title":[],"events":[{"start_date":[1],"end_date":{"year":{}},"text":[{}],"media":[1],"background":1},{"text":"x"}],"eras":{},"redthread":1}`))
	f.Add([]byte(`{"eras":[{"start_date":{"year":1},"end_date":{"year":2}}]}`))
	f.Add([]byte("x({\"timeline\":{\"headline\":{},\"date\":[{\"startDate\":\",,\"},{\"startDate\":\"2015,2,30\"}],\"era\":{}}})"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if !strings.Contains(string(text), "redthread") { // a record of ours that someone changed may be refused
			formattest.Fuzz(t, Format(), "x.json", text)
		}
		b := format.NewBuilder(format.Options{Limits: format.Limits{Records: 1000}})
		if err := Format().Read([]format.Input{format.Bytes("x.json", text)}, b); err == nil {
			_, report := b.Finish()
			accounted(t, report)
		}
	})
}

func FuzzReadOurs(f *testing.F) {
	ds := hostileDataset()
	ds.Entities = ds.Entities[:3]
	text, _ := encoded(f, ds)
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		b := format.NewBuilder(format.Options{Limits: format.Limits{Records: 1000}})
		if err := Format().Read([]format.Input{format.Bytes("x.json", text)}, b); err == nil {
			_, report := b.Finish()
			accounted(t, report)
		}
	})
}
