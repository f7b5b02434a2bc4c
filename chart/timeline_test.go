package chart

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/timeline"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with testdata, indented so that differences read well.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, got, "", " "); err != nil {
		t.Fatal(err)
	}
	b.WriteByte('\n')
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs; look at the change, then run go test ./chart -update", path)
	}
}

func smallIndex() *data.Index {
	return data.NewIndex(&data.Dataset{
		Kinds: data.BuiltinKinds,
		Entities: []data.Entity{
			{ID: "cyber-security-law", Kind: "law", Name: "Cyber Security Law", Stages: []data.Stage{
				{Stage: "proposed", Date: edtf.MustParse("[..2015-09-22]")},
				{Stage: "passed", Date: edtf.MustParse("[2016-11-07..2016-11-13]")},
				{Stage: "in-force", Date: edtf.MustParse("2017-06")},
			}},
			{ID: "crackdown", Kind: "event", Name: "14-month crackdown", Date: edtf.MustParse("2017-01/2018-03")},
			{ID: "police", Kind: "agency", Name: "Police", Date: edtf.MustParse("2017/")},
			{ID: "wu", Kind: "case", Name: "Wu Xiangyang", Stages: []data.Stage{{Stage: "sentenced", Date: edtf.MustParse("2017-12"), Status: data.Possible}}},
			{ID: "undated", Kind: "concept", Name: "cyber sovereignty"},
		},
		Relations: []data.Relation{{ID: "r", From: "police", Predicate: "conducted", To: "crackdown"}},
		Conflicts: []data.Conflict{{ID: "c", About: "wu/sentenced", Field: "date"}},
		Eras:      []data.Era{{ID: "xi", Label: "Xi Jinping in office", Date: edtf.MustParse("2013-03/..")}},
	})
}

func TestTimelineOptionsAreGolden(t *testing.T) {
	got, err := Timeline(timeline.New(smallIndex(), timeline.Options{Rows: []int{8}}))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "timeline.golden.json", got)
}

// hostile texts that ran as code in the library's own pages.
var hostile = []string{
	`</script><script>alert(1)</script>`, `__f__(alert(1))__f__`, `<img src=x onerror=alert(1)>`, `{b|x}`,
	`__proto__`, "\u202etxt", `image://javascript:alert(1)`, `function(){alert(1)}`,
}

func TestTextsOfADatasetStayTexts(t *testing.T) {
	ds := &data.Dataset{Kinds: data.BuiltinKinds}
	for i, text := range hostile {
		ds.Entities = append(ds.Entities, data.Entity{ID: data.EntityID('a' + rune(i)), Kind: "event", Name: text, Tags: []string{text}, Date: edtf.MustParse("2015-06")})
	}
	got, err := Timeline(timeline.New(data.NewIndex(ds), timeline.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(got) || bytes.ContainsAny(got, "<>&") {
		t.Fatal("the options are not JSON that may stand in a page")
	}
	var o struct {
		Series []struct {
			RenderItem string
			Data       []json.RawMessage
		}
	}
	if err := json.Unmarshal(got, &o); err != nil {
		t.Fatal(err)
	}
	for _, s := range o.Series {
		if !strings.HasPrefix(s.RenderItem, "rt.timeline.") {
			t.Errorf("renderer %q is not of our list", s.RenderItem)
		}
	}
	if n := bytes.Count(got, []byte("renderItem")); n != len(o.Series) {
		t.Errorf("%d renderers named for %d series", n, len(o.Series))
	}
	var labels []string
	for _, raw := range o.Series[1].Data {
		var d struct{ Label string }
		if err := json.Unmarshal(raw, &d); err != nil {
			t.Fatal(err)
		}
		labels = append(labels, d.Label)
	}
	if strings.Join(labels, "\n") != strings.Join(hostile, "\n") {
		t.Errorf("labels came through as %q", labels)
	}
}

// TestShortLayoutsReadBack decodes every place by the documented digits.
func TestShortLayoutsReadBack(t *testing.T) {
	x := smallIndex()
	x.Dataset.Entities[1].Name = strings.Repeat("A crackdown that lasted ", 8)
	tl := timeline.New(data.NewIndex(x.Dataset), timeline.Options{Rows: []int{3, 20}})
	if deepest := tl.Groupings[0].Layouts[1][len(tl.Levels)-1]; !slices.ContainsFunc(deepest.Places, func(p timeline.Place) bool { return p.Width > 1000 }) {
		t.Fatal("no name is wider than one digit says")
	}
	for _, g := range tl.Groupings {
		short := timelineGrouping(g)
		for size, levels := range g.Layouts {
			for k, l := range levels {
				s := short.Layouts[short.Use[size][k]]
				cluster := -1
				for i, p := range l.Places {
					code := s.Places[3*i : 3*i+3]
					if code[1] == '+' {
						cluster++
					}
					if p.Cluster >= 0 {
						if code[0] != '~' || cluster != p.Cluster {
							t.Fatalf("%s: place %d of cluster %d reads %q", g.ID, i, p.Cluster, code)
						}
						continue
					}
					row, side := strings.IndexByte(digits, code[0]), strings.IndexByte(digits, code[1])
					width := side/8*256 + 4*strings.IndexByte(digits, code[2])
					if row != p.Row || side%8 != int(p.Side) || float64(width) != p.Width {
						t.Fatalf("%s: place %d is %v and reads %q", g.ID, i, p, code)
					}
				}
			}
		}
	}
}
