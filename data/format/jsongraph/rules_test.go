package jsongraph

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

func TestBrokenFilesEndInAnErrorWithItsPlace(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 80)
	for text, want := range map[string]string{
		`{"nodes":[{"id":1}`:                                "x.json:1:19",
		`{"nodes":[{"id":1,"id":2}]}`:                       `key "id" stands twice`,
		`{"nodes":[` + deep:                                 "nested deeper than",
		"\xff\xfe{\x00}\x00":                                "UTF-16",
		`{"nodes":[{"id":"\ud800"}]}`:                       "surrogate",
		`{"nodes":[{"id":1},{"id":2},{"id":3}],"links":[]}`: "more than 2 nodes and edges",
		`{"a": 1}`: "no nodes and no edges where d3 has them",
		`{"graph":{"redthread":{"kinds":[` + kinds(1100) + `]}}}`: "more than 1000 kinds",
	} {
		b := format.NewBuilder(format.Options{Limits: format.Limits{Records: 2}})
		err := D3().Read([]format.Input{format.Bytes("x.json", []byte(text))}, b)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: error %v, want %q", text, err, want)
		}
	}
}

func kinds(n int) string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf(`{"id":"kind-%d","label":"k"}`, i))
	}
	return strings.Join(list, ",")
}

func TestManyWordsDoNotBecomeManyKinds(t *testing.T) {
	var nodes []string
	for i := range 3000 {
		nodes = append(nodes, fmt.Sprintf(`{"id":%d,"type":"type %d"}`, i, i))
	}
	ds, report := imported(t, `{"nodes":[`+strings.Join(nodes, ",")+`]}`)
	if len(ds.Kinds) > 500 || len(ds.Entities) != 3000 {
		t.Error(len(ds.Kinds), len(ds.Entities))
	}
	for _, e := range ds.Entities {
		if e.Kind == "thing" && (len(e.Attributes) != 1 || e.Attributes[0].Key != "type") {
			t.Fatal("the word is lost", e)
		}
	}
	if report.Count(data.Note) == 0 {
		t.Error("nothing said")
	}
}

// ends joins the names of both ends of every relation.
func ends(ds *data.Dataset) string {
	names := map[data.EntityID]string{}
	for _, e := range ds.Entities {
		names[e.ID] = e.Name
	}
	var list []string
	for _, r := range ds.Relations {
		list = append(list, names[r.From]+">"+names[r.To])
	}
	return strings.Join(list, " ")
}

func TestHowLinksNameTheirEndsIsDecidedOverTheWholeFile(t *testing.T) {
	for name, c := range map[string]struct{ nodes, links, want string }{
		"by id":                       {`{"id":"a","name":"A"},{"id":"b","name":"B"}`, `{"source":"a","target":"b"}`, "A>B"},
		"by number":                   {`{"name":"A"},{"name":"B"}`, `{"source":1,"target":0}`, "B>A"},
		"by number beside text ids":   {`{"id":"a","name":"A"},{"id":"b","name":"B"}`, `{"source":1,"target":0}`, "B>A"},
		"ids from 1, links from 1":    {`{"id":1,"name":"A"},{"id":2,"name":"B"}`, `{"source":1,"target":2}`, "A>B"},
		"ids from 1, links from 0":    {`{"id":1,"name":"A"},{"id":2,"name":"B"}`, `{"source":0,"target":1}`, "A>B"},
		"both could be: ids win":      {`{"id":1,"name":"A"},{"id":0,"name":"B"}`, `{"source":0,"target":1}`, "B>A"},
		"number and text are one id":  {`{"id":7,"name":"A"},{"id":"8","name":"B"}`, `{"source":"7","target":8}`, "A>B"},
		"number and text are two ids": {`{"id":7,"name":"A"},{"id":"7","name":"B"}`, `{"source":7,"target":"7"}`, "A>B"},
		"by name":                     {`{"name":"A"},{"name":"B"}`, `{"source":"A","target":"B"}`, "A>B"},
		"by a key of their own":       {`{"code":"x","name":"A"},{"code":"y","name":"B"}`, `{"from":"y","to":"x"}`, "B>A"},
		"nodes in place of ids":       {`{"id":"a","name":"A"},{"id":"b","name":"B"}`, `{"source":{"id":"a","x":1},"target":{"id":"b"}}`, "A>B"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range []string{`{"nodes":[` + c.nodes + `],"links":[` + c.links + `]}`, `{"edges":[` + c.links + `],"nodes":[` + c.nodes + `]}`} {
				ds, _ := imported(t, text)
				if got := ends(ds); got != c.want {
					t.Errorf("%s: %q, want %q", text, got, c.want)
				}
			}
		})
	}
}

func TestNoLinkIsLostWhateverNamesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "nodes")
		byNumber := rapid.Bool().Draw(t, "by number")
		var nodes, links, want []string
		for i := range n {
			nodes = append(nodes, fmt.Sprintf(`{"id":"n%d","name":"N%d"}`, i, i))
		}
		for range rapid.IntRange(1, 9).Draw(t, "links") {
			from := rapid.IntRange(0, n-1).Draw(t, "from")
			to := (from + rapid.IntRange(1, n-1).Draw(t, "step")) % n
			format := `{"source":"n%d","target":"n%d"}`
			if byNumber {
				format = `{"source":%d,"target":%d}`
			}
			links = append(links, fmt.Sprintf(format, from, to))
			want = append(want, fmt.Sprintf("N%d>N%d", from, to))
		}
		ds, report := imported(t, `{"links":[`+strings.Join(links, ",")+`],"nodes":[`+strings.Join(nodes, ",")+`]}`)
		got := strings.Fields(ends(ds))
		if len(got) != len(want) || report.Count(data.Error) > 0 {
			t.Fatal(got, want)
		}
		count := map[string]int{}
		for i := range want {
			count[want[i]]++
			count[got[i]]--
		}
		for link, n := range count {
			if n != 0 {
				t.Fatal(link, got, want)
			}
		}
	})
}
