package littlesis

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/edtf"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

// space keeps entities apart from nothing else: LittleSis numbers them once.
const space = "entity"

// verbs are LittleSis' categories of relationships, by number.
var verbs = map[string][2]string{
	"1": {"has a position in", "has in a position"}, "2": {"was educated at", "educated"}, "3": {"is a member of", "has as member"},
	"4": {"is family of", "is family of"}, "5": {"donated to", "had donations from"}, "6": {"had a transaction with", "had a transaction with"},
	"7": {"lobbied", "was lobbied by"}, "8": {"is in social relation with", "is in social relation with"},
	"9": {"is in professional relation with", "is in professional relation with"}, "10": {"owns", "is owned by"},
	"11": {"is below", "is above"}, "12": {"is related to", "is related to"},
}

// day reads LittleSis' partial dates, in which zeros stand for what is not
// known: 2008-00-00 is the year 2008.
func day(rec *jsonread.Record, key string) edtf.Date {
	text := rec.Key(key).Text()
	if trimmed := strings.TrimSuffix(strings.TrimSuffix(text, "-00"), "-00"); trimmed != text {
		if d, err := edtf.Parse(trimmed); err == nil {
			rec.Take(key)
			return d
		}
	}
	return rec.Date(key)
}

func (r *reader) entity(rec *jsonread.Record, id, page string) {
	rec.Take("id")
	e := data.Entity{Name: rec.Text("name"), Summary: rec.Text("blurb", "summary"), Tags: rec.Texts("types")}
	e.Kind = kindOf(rec.Text("primary_ext"), e.Tags)
	if e.Kind == "" {
		e.Kind = r.to.Kind("")
	}
	for _, alias := range rec.Texts("aliases") {
		if alias != e.Name {
			e.Aliases = append(e.Aliases, data.Alias{Text: alias})
		}
	}
	for _, link := range []data.Link{{Label: "website", URL: rec.Text("website")}, {Label: "page", URL: page}} {
		if link.URL != "" {
			e.Links = append(e.Links, link)
		}
	}
	e.Date = rec.Span(day(rec, "start_date"), day(rec, "end_date"))
	e.Attributes = rec.Rest()
	r.to.Entity(format.Ref{Space: space, ID: id}, "entity", e, rec.At)
}

// kindOf is the kind that LittleSis' extensions say.
func kindOf(primary string, types []string) data.KindID {
	for _, t := range types {
		switch t {
		case "Business", "Public Company", "Private Company":
			return "company"
		case "Government Body":
			return "agency"
		}
	}
	switch primary {
	case "Person":
		return "person"
	case "Org":
		return "organization"
	}
	return ""
}

func (r *reader) relationship(rec *jsonread.Record, id string) {
	rec.Take("id")
	verb := verbs[rec.Text("category_id")]
	from, to := rec.Text("entity1_id"), rec.Text("entity2_id")
	words := rec.Text("description1", "description")
	inverse := rec.Text("description2")
	if verb[0] == "" {
		verb = [2]string{"is related to", "is related to"}
	}
	rel := data.Relation{ID: data.RelationID(id), Note: words, Date: rec.Span(day(rec, "start_date"), day(rec, "end_date"))}
	if inverse != "" && inverse != words {
		rec.Keep("read the other way", inverse)
	}
	rel.Attributes = rec.Rest()
	r.to.Link(format.Link{Relation: rel, From: format.Ref{Space: space, ID: from}, To: format.Ref{Space: space, ID: to},
		Verb: verb[0], Inverse: verb[1], Symmetric: verb[0] == verb[1], Sort: "relationship", At: rec.At})
}
