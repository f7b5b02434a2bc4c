package popolo

import (
	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonread"
)

func (r *reader) person(v data.Value) {
	rec, id := r.begin(v, "person")
	e := data.Entity{Kind: "person"}
	r.common(rec, &e)
	e.Date = rec.Span(rec.Date("birth_date"), rec.Date("death_date"))
	for _, m := range rec.Take("memberships").Items() {
		r.membership(m, id)
	}
	r.add(rec, "person", id, e)
}

func (r *reader) organization(v data.Value) {
	rec, id := r.begin(v, "organization")
	e := data.Entity{Kind: "organization"}
	r.common(rec, &e)
	if kind, ok := format.KindNamed(classified(rec, &e)); ok {
		e.Kind = kind
	}
	e.Date = rec.Span(rec.Date("founding_date"), rec.Date("dissolution_date"))
	r.join(rec, ref("organization", id), r.named(rec, "organization", "parent_id", "parent"), data.Relation{Predicate: "part_of"}, "", "")
	r.join(rec, ref("organization", id), r.named(rec, "area", "area_id", "area"), data.Relation{Predicate: "located_in"}, "", "")
	for _, m := range rec.Take("memberships").Items() {
		r.membership(m, "")
	}
	for _, p := range rec.Take("posts").Items() {
		r.post(p)
	}
	r.add(rec, "organization", id, e)
}

func (r *reader) post(v data.Value) {
	rec, id := r.begin(v, "post")
	e := data.Entity{Kind: r.to.Kind("post")}
	e.Name = rec.Text("label", "role")
	r.common(rec, &e)
	if e.Name == "" {
		e.Name = v.Key("label").Text()
	}
	e.Date = rec.Span(rec.Date("start_date"), rec.Date("end_date"))
	r.join(rec, ref("post", id), r.named(rec, "organization", "organization_id", "organization"), data.Relation{}, "is a post of", "has the post")
	r.join(rec, ref("post", id), r.named(rec, "area", "area_id", "area"), data.Relation{}, "is for", "is represented by the post")
	r.add(rec, "post", id, e)
}

func (r *reader) area(v data.Value) {
	rec, id := r.begin(v, "area")
	e := data.Entity{Kind: "place"}
	r.common(rec, &e)
	classified(rec, &e)
	r.join(rec, ref("area", id), r.named(rec, "area", "parent_id", "parent"), data.Relation{Predicate: "located_in"}, "", "")
	r.add(rec, "area", id, e)
}

func (r *reader) event(v data.Value) {
	rec, id := r.begin(v, "event")
	e := data.Entity{Kind: "event"}
	r.common(rec, &e)
	classified(rec, &e)
	e.Date = rec.Span(rec.Date("start_date"), rec.Date("end_date"))
	r.join(rec, ref("event", id), r.named(rec, "organization", "organization_id", "organization"), data.Relation{}, "is an event of", "held")
	r.join(rec, ref("event", id), r.named(rec, "event", "parent_id", "parent"), data.Relation{Predicate: "part_of"}, "", "")
	r.add(rec, "event", id, e)
}

// classified makes a tag of what a record is classified as, and gives it.
func classified(rec *jsonread.Record, e *data.Entity) string {
	class := rec.Text("classification")
	if class != "" {
		e.Tags = append(e.Tags, class)
	}
	return class
}

func (r *reader) motion(v data.Value) {
	rec, id := r.begin(v, "motion")
	e := data.Entity{Kind: r.to.Kind("motion")}
	r.common(rec, &e)
	e.Name = orText(e.Name, rec.Text("text"))
	e.Date = rec.Date("date")
	r.join(rec, ref("motion", id), r.named(rec, "organization", "organization_id", "organization"), data.Relation{}, "is a motion in", "had the motion")
	r.join(rec, ref("person", rec.Text("creator_id")), ref("motion", id), data.Relation{}, "moved", "was moved by")
	r.add(rec, "motion", id, e)
}

func (r *reader) voteEvent(v data.Value) {
	rec, id := r.begin(v, "vote_event")
	e := data.Entity{Kind: r.to.Kind("vote")}
	r.common(rec, &e)
	e.Name = orText(e.Name, rec.Text("identifier"))
	e.Date = rec.Span(rec.Date("start_date"), rec.Date("end_date"))
	r.join(rec, ref("vote_event", id), r.named(rec, "motion", "motion_id", "motion"), data.Relation{}, "is the vote on", "was voted on in")
	r.join(rec, ref("vote_event", id), r.named(rec, "organization", "organization_id", "organization"), data.Relation{}, "is a vote of", "held the vote")
	for _, vote := range rec.Take("votes").Items() {
		ballot, _ := r.begin(vote, "vote")
		option := ballot.Text("option")
		from := ref("person", ballot.Text("voter_id"))
		rel := data.Relation{Note: option, Attributes: ballot.Rest()}
		r.join(ballot, from, ref("vote_event", id), rel, "voted in", "had the vote of")
	}
	r.add(rec, "vote_event", id, e)
}

// membership is a relation of a person, or an organisation, to an
// organisation; the post held and the party stood for are relations too. owner
// is the person within whose record it stands.
func (r *reader) membership(v data.Value, owner string) {
	rec, id := r.begin(v, "membership")
	member := ref("person", orText(rec.Text("person_id"), owner))
	if member.ID == "" {
		member = r.named(rec, "organization", "member_id", "member")
	}
	rel := data.Relation{ID: data.RelationID(id), Date: rec.Span(rec.Date("start_date"), rec.Date("end_date")), Note: rec.Text("label")}
	rel.Evidence = rec.Sources("sources")
	organization := r.named(rec, "organization", "organization_id", "organization")
	post, party := r.named(rec, "post", "post_id", "post"), r.named(rec, "organization", "on_behalf_of_id", "on_behalf_of")
	area, term := r.named(rec, "area", "area_id", "area"), rec.Text("legislative_period_id", "event_id")
	role := rec.Text("role")
	rec.Keep("role", role)
	rel.Attributes = rec.Rest()
	if member.ID == "" || organization.ID == "" && post.ID == "" {
		r.to.LeftOut("membership", rec.At, "it names no member, or neither an organization nor a post", "")
		return
	}
	r.join(rec, member, organization, with(rel, "member_of"), "member of", "has as member")
	rel.ID = ""
	r.join(rec, member, post, rel, "holds the post", "is held by")
	r.join(rec, member, party, rel, "stands for", "is represented by")
	r.join(rec, member, area, rel, "represents", "is represented by")
	r.join(rec, member, ref("event", term), rel, "sat in", "was sat in by")
}

func with(rel data.Relation, p data.PredicateID) data.Relation {
	rel.Predicate = p
	return rel
}

// named is the record that another names by its id, or holds within itself.
func (r *reader) named(rec *jsonread.Record, class, key, nested string) format.Ref {
	if id := rec.Text(key); id != "" {
		return ref(class, id)
	}
	if v := rec.Key(nested); v.Form() == data.Map && v.Key("id").Text() != "" {
		rec.Take(nested)
		id := ref(class, v.Key("id").Text())
		if _, known := r.to.Known(id); !known && v.Key("name").Text() != "" {
			r.classes()[class+"s"](v)
		}
		return id
	}
	return format.Ref{}
}

func ref(class, id string) format.Ref {
	if id == "" {
		return format.Ref{}
	}
	return format.Ref{Space: class, ID: id}
}

func orText(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
