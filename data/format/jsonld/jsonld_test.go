package jsonld

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

func encoded(t rapid.TB, ds *data.Dataset) ([]byte, []format.Count) {
	t.Helper()
	return formattest.Written(t, Format(), ds)
}

// document is what a JSON-LD processor starts from.
type document struct {
	Context map[string]any   `json:"@context"`
	Graph   []map[string]any `json:"@graph"`
}

func parsed(t interface{ Fatal(...any) }, text []byte) document {
	if _, problems := data.ParseJSON("x.jsonld", slices.Clone(text)); problems.Err() != nil {
		t.Fatal(problems.Err()) // a key that stands twice, which encoding/json takes
	}
	var d document
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		t.Fatal(err)
	}
	return d
}

// schemaWords are the properties and types of schema.org that we use; each was
// looked up in its vocabulary.
var schemaWords = strings.Fields(`about owns worksFor memberOf abstract additionalProperty additionalType alternateName archivedAt author citation containedInPlace datePublished description endDate
	identifier inLanguage isPartOf keywords legislationDate legislationDateOfApplicability legislationDateVersion license location locationCreated mainEntityOfPage name observationAbout
	observationDate pageEnd pageStart position publisher roleName sha256 spatialCoverage startDate subjectOf unitText url value
	Corporation CreativeWork Dataset DefinedTerm Event GovernmentOrganization Legislation Observation Organization Person Place PropertyValue Role Thing WebPage WebSite`)

// check walks a value as a processor expands it: every key and type must be a
// word of the context or of schema.org, every id one that stands in the graph.
type check struct {
	context map[string]any
	ids     map[string]bool
	errs    []string
}

func (c *check) word(word string) {
	if _, term := c.context[word]; term || slices.Contains(schemaWords, word) || strings.HasPrefix(word, "urn:redthread:") {
		return
	}
	prefix, _, compact := strings.Cut(word, ":")
	if _, known := c.context[prefix]; !compact || !known {
		c.errs = append(c.errs, "unknown word "+word)
	}
}

func (c *check) value(key string, v any) {
	switch x := v.(type) {
	case map[string]any:
		c.object(x)
	case []any:
		for _, item := range x {
			c.value(key, item)
		}
	case string:
		c.text(key, x)
	default:
		c.errs = append(c.errs, fmt.Sprintf("%s: a %T", key, v))
	}
}

var isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

func (c *check) text(key, text string) {
	term, _ := c.context[key].(map[string]any)
	typ, _ := term["@type"].(string)
	switch {
	case key == "edtf":
		if _, err := edtf.Parse(text); err != nil {
			c.errs = append(c.errs, "not EDTF: "+text)
		}
	case typ == "schema:Date":
		if !isoDay.MatchString(text) {
			c.errs = append(c.errs, key+" is no day: "+text)
		}
	case key == "url" || key == "archivedAt":
		if !strings.HasPrefix(text, "http") {
			c.errs = append(c.errs, key+" is no address: "+text)
		}
	case typ == "@id" && strings.HasPrefix(text, "schema:"):
		c.word(strings.TrimPrefix(text, "schema:"))
	case typ == "@id" && !c.ids[text]:
		c.errs = append(c.errs, key+" points nowhere: "+text)
	}
}

func (c *check) object(o map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(o)) {
		v := o[key]
		switch key {
		case "@id":
			if !c.ids[v.(string)] {
				c.errs = append(c.errs, "points nowhere: "+v.(string))
			}
		case "@type":
			for _, t := range strings.Fields(strings.Trim(fmt.Sprint(v), "[]")) {
				c.word(t)
			}
		case "@value", "@language":
		default:
			c.word(key)
			c.value(key, v)
		}
	}
}

func checked(d document) []string {
	c := &check{context: d.Context, ids: map[string]bool{}}
	for _, node := range d.Graph {
		id := node["@id"].(string)
		if c.ids[id] {
			c.errs = append(c.errs, "stands twice: "+id)
		}
		c.ids[id] = true
	}
	for _, node := range d.Graph {
		c.object(node)
	}
	return c.errs
}

func TestEveryWordIsDeclaredAndEveryReferenceLands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := formattest.Dataset(t)
		text, _ := encoded(t, ds)
		d := parsed(t, text)
		if errs := checked(d); errs != nil {
			t.Fatal(errs)
		}
		statements := 0
		for _, node := range d.Graph {
			if types, ok := node["@type"].([]any); ok && slices.Contains(types, any("rdf:Statement")) {
				statements++
			}
		}
		if statements != len(ds.Relations) {
			t.Fatalf("%d statements, want %d", statements, len(ds.Relations))
		}
	})
}

func TestTheBundledDatasetIsSoundAndAsksNoNetwork(t *testing.T) {
	ds := formattest.Bundled(t)
	text, lost := encoded(t, ds)
	if again, _ := encoded(t, ds); !bytes.Equal(text, again) {
		t.Error("not the same bytes twice")
	}
	if errs := checked(parsed(t, text)); errs != nil {
		t.Error(errs)
	}
	if !slices.ContainsFunc(lost, func(c format.Count) bool { return c.From == "conflicts" }) {
		t.Error(lost)
	}
}

func evidence(at string) []data.Evidence { return []data.Evidence{{Source: "s", At: at}} }

// small has a hedge, a law with stages, dates of all sorts and hostile texts.
func small() *data.Dataset {
	return &data.Dataset{Title: "Small </script> \"set\"", Lang: "en", Kinds: data.BuiltinKinds, Predicates: data.BuiltinPredicates,
		Sources: []data.Source{{ID: "s", Title: "Source \\ one", Authors: []string{"A", "B"}, Publisher: "P", Date: edtf.MustParse("2018-04-19"), URL: "javascript:alert(1)", Archive: "https://example.org/a b"}},
		Entities: []data.Entity{
			{ID: "csl", Kind: "law", Name: "Law", Short: "L", Names: map[string]string{"zh-Hans": "网络安全法"}, Aliases: []data.Alias{{Text: "L"}, {Text: "the Law"}}, Evidence: evidence("6-8"),
				Stages: []data.Stage{{Stage: "passed", Date: edtf.MustParse("2016-11-07")}, {Stage: "in-force", Date: edtf.MustParse("2017-06"), Status: data.Possible, Evidence: evidence("p. 12")}}},
			{ID: "case-1", Kind: "case", Name: "Case", Date: edtf.MustParse("2017~"), Count: "7", Attributes: []data.Attribute{{Key: "verdict", Value: "guilty"}}, Evidence: evidence("")},
			{ID: "meeting", Kind: "event", Name: "Meeting", Date: edtf.MustParse("2016-11-16/2016-11-18"), Place: "wuzhen", Links: []data.Link{{URL: "https://example.org/x"}}, Evidence: evidence("pp. 3-4")},
			{ID: "wuzhen", Kind: "place", Name: "Wuzhen", Evidence: evidence("1")},
		},
		Relations: []data.Relation{
			{ID: "r1", From: "case-1", Predicate: "charged_under", To: "csl", Date: edtf.MustParse("2017-09-01"), Evidence: evidence("9")},
			{ID: "r2", From: "case-1", Predicate: "charged_under", To: "csl", Evidence: evidence("10")},
			{ID: "r3", From: "csl/passed", Predicate: "led_to", To: "meeting", Status: data.Possible, Note: "a hedge", Evidence: evidence("11")},
		},
		Figures: []data.Figure{{ID: "f", About: "meeting", Counts: "guests", Value: "1000", Bound: "more than", Unit: "people", Evidence: evidence("2")}},
		Eras:    []data.Era{{ID: "e", Label: "An era"}},
	}
}

func TestASmallDataset(t *testing.T) {
	text, lost := encoded(t, small())
	if errs := checked(parsed(t, text)); errs != nil {
		t.Error(errs)
	}
	formattest.Golden(t, "small.golden.jsonld", text)
	if diff := cmp.Diff([]format.Count{{From: "eras", Into: "left out", N: 1}}, lost); diff != "" {
		t.Error(diff)
	}
}

func TestAHedgeNeverBecomesAPlainFact(t *testing.T) {
	text, _ := encoded(t, small())
	for _, node := range parsed(t, text).Graph {
		switch node["@id"] {
		case "thing:csl/passed":
			if node["predicate:led_to"] != nil {
				t.Error("what is only possible stands as a fact")
			}
		case "thing:case-1":
			if node["predicate:charged_under"] == nil {
				t.Error("what a source states does not stand as a property")
			}
		case "thing:csl":
			if node["legislationDate"] != "2016-11-07" || node["legislationDateOfApplicability"] != nil {
				t.Error(node)
			}
		}
	}
}
