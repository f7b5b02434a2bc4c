package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
)

// sample is a dataset with one of everything.
func sample() *data.Dataset {
	ev := []data.Evidence{{Source: "chrd-2018", At: "6-7", Terms: []string{"VPN"}}, {Source: "chrd-2018", At: "9", Status: data.Possible}}
	return &data.Dataset{
		Title: "A briefing", Standfirst: "Two sentences. About things.", Lang: "en", Licence: "CC-BY-4.0",
		About:      "Made *by hand* from [a text](https://example.org/text); see [the law](#csl).",
		Kinds:      data.BuiltinKinds,
		Predicates: data.BuiltinPredicates,
		Sources: []data.Source{
			{ID: "chrd-2018", Publisher: "CHRD", Title: "A text", Date: edtf.MustParse("2018-04-19"), URL: "https://example.org/text", Paragraphs: 12},
			{ID: "hrw-2016", Title: "Another", Outside: true},
		},
		Entities: []data.Entity{
			{ID: "csl", Kind: "law", Name: "Cyber Security Law", Names: map[string]string{"zh-Hans": "网络安全法", "bo": "བོད"}, Evidence: ev,
				Stages: []data.Stage{{Stage: "in-force", Date: edtf.MustParse("2017-06"), Evidence: ev[:1]}, {Stage: "passed", Date: edtf.MustParse("2016-11"), Status: data.Inferred}}},
			{ID: "wu", Kind: "case", Name: "Case of Wu", Summary: "Sold VPNs.", Date: edtf.MustParse("2017-12"), Evidence: []data.Evidence{{Source: "hrw-2016"}}},
		},
		Relations: []data.Relation{
			{ID: "wu--charged_under--csl.in-force", From: "wu", Predicate: "charged_under", To: "csl/in-force", Status: data.Possible, Evidence: ev},
			{ID: "own-id", From: "wu", Predicate: "related_to", To: "csl"},
		},
		Figures:   []data.Figure{{ID: "users", Counts: "Internet users", Value: "751000000", Bound: "more than", Unit: "people", Evidence: ev[:1]}},
		Conflicts: []data.Conflict{{ID: "c", About: "wu", Field: "name", Readings: []data.Reading{{Value: "Wu"}, {Value: "Woo", Drawn: true}}}},
		RuledOut:  []data.RuledOut{{ID: "r", From: "csl", To: "wu", Reason: "too late"}},
		Eras:      []data.Era{{ID: "e", Label: "Then", Date: edtf.MustParse("2015/2016")}, {ID: "undated", Label: "Never"}},
		Story:     []data.Step{{ID: "s", Title: "First", Text: "Look.", Window: edtf.MustParse("2015/2016"), View: "timeline"}},
	}
}

func write(t *testing.T, ds *data.Dataset, p Page) string {
	t.Helper()
	p.Model = NewModel(data.NewIndex(ds))
	var out bytes.Buffer
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var everything = Page{
	Views:   []View{Timeline, Network, Table, Sources},
	Options: map[View][]byte{Timeline: []byte(`{"series":[]}`), Network: []byte(`{"a":"</script><script>alert(1)</script>"}`)},
}

// all calls visit for each element of a document.
func all(t *testing.T, text string, visit func(n *html.Node, attrs map[string]string)) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attrs := map[string]string{}
		for _, a := range n.Attr {
			attrs[a.Key] = a.Val
		}
		visit(n, attrs)
	}
}

func inner(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func TestPolicyNamesTheScriptAndStyleThatAreThere(t *testing.T) {
	var policies []string
	var hashes []string
	all(t, write(t, sample(), everything), func(n *html.Node, attrs map[string]string) {
		if strings.EqualFold(attrs["http-equiv"], "content-security-policy") {
			policies = append(policies, attrs["content"])
		}
		if n.Data == "style" || n.Data == "script" && attrs["type"] == "" {
			sum := sha256.Sum256([]byte(inner(n)))
			hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
	})
	if len(policies) != 1 || len(hashes) != 2 {
		t.Fatalf("%d policies, %d scripts and styles", len(policies), len(hashes))
	}
	if !strings.HasPrefix(policies[0], "default-src 'none'; ") || strings.Contains(policies[0], "unsafe") {
		t.Errorf("policy %q", policies[0])
	}
	for _, h := range hashes {
		if !strings.Contains(policies[0], h) {
			t.Errorf("policy does not name %s: %s", h, policies[0])
		}
	}
}

func TestPageLoadsNothingAndListensToNothingInline(t *testing.T) {
	loading := map[string]bool{"src": true, "srcset": true, "data": true, "poster": true, "background": true, "action": true, "formaction": true, "manifest": true, "ping": true}
	all(t, write(t, sample(), everything), func(n *html.Node, attrs map[string]string) {
		for name, value := range attrs {
			if strings.HasPrefix(name, "on") || name == "style" {
				t.Errorf("<%s %s=%q>", n.Data, name, value)
			}
			if loading[name] {
				t.Errorf("<%s> loads %s=%q", n.Data, name, value)
			}
			if n.Data == "link" && name == "href" && value != "data:," {
				t.Errorf("<link> loads %q", value)
			}
		}
		switch n.Data {
		case "iframe", "object", "embed", "base", "img", "form":
			t.Errorf("<%s> in the page", n.Data)
		case "a":
			if h := attrs["href"]; h != "#words" && !strings.HasPrefix(h, "https://") {
				t.Errorf("link to %q", h)
			}
		}
	})
}

func TestSharedAssetsStandBesideThePageWithTheirHashes(t *testing.T) {
	p := everything
	p.Shared = true
	page := write(t, sample(), p)
	if strings.Contains(page, "http-equiv") && !strings.Contains(page, "script-src &#39;self&#39;") {
		t.Error("the policy does not allow the page's own files")
	}
	assets := map[string]string{}
	for _, a := range SharedAssets() {
		assets[a.Name] = hash(a.Text)
	}
	found := 0
	all(t, page, func(n *html.Node, attrs map[string]string) {
		for _, key := range []string{"src", "href"} {
			if want, ok := assets[attrs[key]]; ok {
				found++
				if attrs["integrity"] != want {
					t.Errorf("%s has integrity %q, want %q", attrs[key], attrs["integrity"], want)
				}
			}
		}
	})
	if found != 2 {
		t.Errorf("%d shared files are used, want 2", found)
	}
	if len(page) > 100_000 {
		t.Errorf("%d bytes: the page still holds its assets", len(page))
	}
}

// islandsOf reads the islands of a page by id, unpacked.
func islandsOf(t *testing.T, page string) map[string]string {
	t.Helper()
	found := map[string]string{}
	all(t, page, func(n *html.Node, attrs map[string]string) {
		if n.Data == "script" && attrs["type"] == "application/json" {
			found[attrs["id"]] = inner(n)
		}
	})
	var table []string
	if err := json.Unmarshal([]byte(found["rt-strings"]), &table); err != nil {
		t.Fatal(err)
	}
	delete(found, "rt-strings")
	for id, packed := range found {
		text, err := json.Marshal(unpacked(t, read(t, []byte(packed)), table))
		if err != nil {
			t.Fatal(err)
		}
		found[id] = string(text)
	}
	return found
}

func TestIslandsHoldTheModelAndTheOptionsOfTheViews(t *testing.T) {
	p := everything
	p.Views = []View{Network, Table}
	islands := islandsOf(t, write(t, sample(), p))
	if len(islands) != 2 {
		t.Fatalf("islands %v", len(islands))
	}
	var options map[string]string
	if err := json.Unmarshal([]byte(islands["rt-view-network"]), &options); err != nil || options["a"] != "</script><script>alert(1)</script>" {
		t.Errorf("options %v, %v", options, err)
	}
	var m Model
	if err := json.Unmarshal([]byte(islands["rt-model"]), &m); err != nil {
		t.Fatal(err)
	}
	if m.Version != 1 || len(m.Things) != 4 || len(m.Relations) != 2 || m.Relations[0].ID != "own-id" && m.Relations[1].ID != "" {
		t.Errorf("model %+v", m)
	}
}

func TestWriteRefusesWhatCannotBeShown(t *testing.T) {
	m := NewModel(data.NewIndex(sample()))
	for _, c := range []struct {
		name, want string
		page       Page
	}{
		{"no model", "page: no model", Page{Views: []View{Table}}},
		{"no view", "page: no views", Page{Model: m}},
		{"chart without options", `page: view "network" has no options`, Page{Model: m, Views: []View{Network}}},
		{"unknown view", `page: there is no view "globe"`, Page{Model: m, Views: []View{"globe"}}},
		{"a view twice", `page: view "table" stands twice`, Page{Model: m, Views: []View{Table, Table}}},
		{"options that are not JSON", `page: the options of view "network" are not JSON`, Page{Model: m, Views: []View{Network}, Options: map[View][]byte{Network: []byte("{a:1}")}}},
	} {
		var out bytes.Buffer
		err := Write(&out, c.page)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
		if out.Len() > 0 {
			t.Errorf("%s: %d bytes written all the same", c.name, out.Len())
		}
	}
}

func TestSamePageSameBytes(t *testing.T) {
	first := write(t, sample(), everything)
	for range 20 {
		if write(t, sample(), everything) != first {
			t.Fatal("two writings differ")
		}
	}
}

func TestWordsSayWhatTheChartsShow(t *testing.T) {
	page := write(t, sample(), everything)
	var words string
	all(t, page, func(n *html.Node, attrs map[string]string) {
		if attrs["id"] == "words" {
			words = strings.Join(strings.Fields(inner(n)), " ")
		}
	})
	for _, want := range []string{
		"Cyber Security Law", "网络安全法", "in force (June 2017) [1, ¶ 6–7]", "passed (November 2016); we infer it",
		"Case of Wu is charged under Cyber Security Law: in force; the source does not say so outright [1, ¶ 6–7, 9]",
		"more than 751,000,000 people: Internet users", "Case of Wu, name: Wu; or Woo (drawn on the charts)",
		"No way from Cyber Security Law to Case of Wu: too late", "Then (2015 to 2016)", "CHRD: A text (19 April 2018)", "Another, consulted for single facts",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("the words do not say %q:\n%s", want, words)
		}
	}
	if !strings.Contains(page, "1 source · 2 things · 2 relations") {
		t.Error("the counts are not said")
	}
}

func TestTitleOfThePageMayDifferFromTheModels(t *testing.T) {
	p := everything
	p.Title = "Only the network"
	var titles []string
	all(t, write(t, sample(), p), func(n *html.Node, _ map[string]string) {
		if n.Data == "title" || n.Data == "h1" {
			titles = append(titles, inner(n))
		}
	})
	if len(titles) != 2 || titles[0] != p.Title || titles[1] != p.Title {
		t.Errorf("titles %q", titles)
	}
}

// TestAPageWithoutATitleHasAHeading: it had an empty one, which says nothing
// to a reader and less to a screen reader.
func TestAPageWithoutATitleHasAHeading(t *testing.T) {
	ds := sample()
	ds.Title = ""
	for _, text := range []string{"<title>Untitled dataset</title>", "<h1>Untitled dataset</h1>"} {
		if !strings.Contains(write(t, ds, everything), text) {
			t.Errorf("no %s", text)
		}
	}
}

// TestNamesFromRightToLeftTakeNothingAlong: the number of a date beside them
// stood on the wrong side.
func TestNamesFromRightToLeftTakeNothingAlong(t *testing.T) {
	ds := sample()
	ds.Entities[0].Name, ds.Entities[1].Name = "قانون الأمن", "\u202eevil\u2069"
	words := write(t, ds, everything)
	for _, want := range []string{"\u2068قانون الأمن\u2069 ", "\u2068evil\u2069 "} {
		if !strings.Contains(words, want) {
			t.Errorf("the words do not set %q apart", want)
		}
	}
}

// TestNamesAndSummariesStandOnce: what the island leaves out stands in the
// words, in the order of the model, whatever signs it is written with.
func TestNamesAndSummariesStandOnce(t *testing.T) {
	ds := sample()
	ds.Entities[0].Summary = "It <b>says</b> & \"means\"  this.\n"
	page := write(t, ds, everything)
	var island Model
	if err := json.Unmarshal([]byte(islandsOf(t, page)["rt-model"]), &island); err != nil {
		t.Fatal(err)
	}
	names, summaries, others := map[string][]string{}, []string{}, []string{}
	all(t, page, func(n *html.Node, attrs map[string]string) {
		if n.Parent == nil || n.Parent.Data != "li" {
			return
		}
		list := n.Parent.Parent
		switch n.Data {
		case "b":
			for _, a := range list.Attr {
				names[a.Val] = append(names[a.Val], inner(n))
			}
		case "i":
			summaries = append(summaries, inner(n))
		case "bdi":
			others = append(others, attrs["lang"]+" "+inner(n))
		}
	})
	at := map[string]int{}
	for i, thing := range NewModel(data.NewIndex(ds)).Things {
		if thing.Owner != "" {
			continue
		}
		if got := island.Things[i]; got.Name != "" || got.Summary != "" || got.Names != nil {
			t.Errorf("%s stands in the island too: %+v", thing.ID, got)
		}
		if got := names[thing.Kind][at[thing.Kind]]; got != thing.Name {
			t.Errorf("the words name %q, want %q", got, thing.Name)
		}
		at[thing.Kind]++
		if thing.Summary != "" && !slices.Contains(summaries, thing.Summary) {
			t.Errorf("no summary %q among %q", thing.Summary, summaries)
		}
		for lang, name := range thing.Names {
			if !slices.Contains(others, lang+" "+name) {
				t.Errorf("no %q among %q", lang+" "+name, others)
			}
		}
	}
}

// TestPagesMayShareWhatIsPacked: a page of some views says the same, whether it
// was packed alone or with those of others.
func TestPagesMayShareWhatIsPacked(t *testing.T) {
	p := everything
	p.Model, p.Views = NewModel(data.NewIndex(sample())), []View{Network, Table}
	packed, err := Pack(p.Model, everything.Options)
	if err != nil {
		t.Fatal(err)
	}
	var alone, shared bytes.Buffer
	if err := Write(&alone, p); err != nil {
		t.Fatal(err)
	}
	p.Packed = packed
	if err := Write(&shared, p); err != nil {
		t.Fatal(err)
	}
	a, b := islandsOf(t, alone.String()), islandsOf(t, shared.String())
	if len(a) != len(b) {
		t.Errorf("%d islands, %d packed with others", len(a), len(b))
	}
	for name, text := range a {
		if b[name] != text {
			t.Errorf("%s says %s, packed with others %s", name, text, b[name])
		}
	}
	p.Packed = &Packed{}
	if err := Write(io.Discard, p); err == nil || err.Error() != `page: the options of view "network" are not among the packed` {
		t.Errorf("error %v", err)
	}
}
