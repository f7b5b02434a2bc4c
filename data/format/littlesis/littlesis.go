// Package littlesis reads what LittleSis and its drawing tool Oligrapher give
// out as JSON: records of entities and relationships, and maps of nodes and
// edges.
//
// What enters: a JSON object or list. What leaves: people, organisations and
// dated relations with the words that LittleSis uses for them; a map's captions
// and annotations become the dataset's words and story.
package littlesis

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// Format is JSON of LittleSis and Oligrapher, read only.
func Format() format.Format {
	return format.Format{Name: "littlesis", Title: "LittleSis and Oligrapher JSON", Names: []string{".json"}, Detect: detect, Read: format.Each("littlesis", read)}
}

var (
	certain = regexp.MustCompile(`"(node1_id|node2_id|entity1_id|entity2_id|primary_ext|nodeIds)"\s*:`)
	likely  = regexp.MustCompile(`"nodes"\s*:\s*\{[^\[]*"display"`)
)

func detect(_ string, head []byte) format.Confidence {
	switch {
	case certain.Match(head):
		return format.Certain
	case likely.Match(head):
		return format.Likely
	}
	return format.No
}

type reader struct {
	to    *format.Builder
	known int
}

func read(in format.Input, to *format.Builder) error {
	r := &reader{to: to}
	lists := []string{"", "data", "included", "entities", "relationships", "nodes", "edges", "graph.nodes", "graph.edges", "graph_data.nodes", "graph_data.edges"}
	err := jsonread.Walk(in, to, lists, r.visit)
	if err == nil && r.known == 0 {
		err = fmt.Errorf("%s: no entities, relationships, nodes or edges", in.Name)
	}
	return err
}

// visit reads a part of the file by where it stands.
func (r *reader) visit(path string, v data.Value) {
	last := path[strings.LastIndexByte(path, '.')+1:]
	switch {
	case v.Form() == data.Absent:
	case last == "title" && v.Form() == data.Scalar:
		r.to.Heading().Title = v.Text()
	case last == "description" && v.Form() == data.Scalar:
		r.to.Heading().Standfirst = v.Text()
	case last == "nodes" || last == "edges":
		r.members(last, v)
	case last == "captions":
		r.captions(v)
	case last == "annotations":
		r.annotations(v, 0)
	case path == "attributes" && v.Form() == data.Map:
		r.about(v)
	case path == "" || path == "data" || path == "included" || path == "entities" || path == "relationships":
		r.record(path, v)
	default:
		r.to.Say(data.Note, format.Place{Line: v.Line(), Field: path}, "a part of the file that holds no records is left out", "")
	}
}

// members are the nodes or edges of a map: by their id, or one of a list.
func (r *reader) members(what string, v data.Value) {
	one := map[string]func(string, data.Value){"nodes": r.node, "edges": r.edge}[what]
	if v.Form() != data.Map || v.Key("id").Form() == data.Scalar {
		one(v.Key("id").Text(), v)
		return
	}
	for key, item := range v.Pairs() {
		one(key.Text(), item)
	}
}

// begin begins a record; one that is no map is reported.
func (r *reader) begin(sort, id string, v data.Value) *jsonread.Record {
	r.to.Read(1)
	r.known++
	if v.Form() != data.Map {
		r.to.LeftOut(sort, format.Place{Line: v.Line(), Value: v.Text()}, "it is not a map", "")
		return nil
	}
	return jsonread.New(r.to, v, sort, id)
}

// record is an entity or a relationship as the API gives it out: what it is of
// stands in "attributes".
func (r *reader) record(path string, v data.Value) {
	inner, around := v, data.Value{}
	if v.Key("attributes").Form() == data.Map {
		inner, around = v.Key("attributes"), v
	}
	id := v.Key("id").Text()
	if id == "" {
		id = inner.Key("id").Text()
	}
	sort := v.Key("type").Text()
	switch {
	case strings.HasPrefix(sort, "relationship"), path == "relationships", inner.Key("entity1_id").Form() == data.Scalar:
		if rec := r.begin("relationship", id, inner); rec != nil {
			rec.Keep("page", r.envelope(rec, around))
			r.relationship(rec, id)
		}
	case strings.HasPrefix(sort, "entit"), path == "entities", inner.Key("name").Form() == data.Scalar:
		if rec := r.begin("entity", id, inner); rec != nil {
			r.entity(rec, id, r.envelope(rec, around))
		}
	default:
		r.begin("record", id, v)
		if v.Form() == data.Map {
			r.to.LeftOut("record", format.Place{Line: v.Line(), Value: id}, "it is neither an entity nor a relationship", "")
		}
	}
}

// envelope keeps what the interface says of a record beside its "attributes",
// and gives the address of its page.
func (r *reader) envelope(rec *jsonread.Record, v data.Value) (page string) {
	outer := jsonread.New(r.to, v, "", "")
	outer.Take("type", "id", "attributes")
	links := jsonread.New(r.to, outer.Take("links"), "", "")
	page = links.Text("self")
	for _, a := range links.Rest() {
		rec.Keep("links "+a.Key, a.Value)
	}
	for _, a := range outer.Rest() {
		rec.Keep(a.Key, a.Value)
	}
	return page
}
