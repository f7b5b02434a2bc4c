package timelinejs

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/jsonown"
	"github.com/redthread/redthread/data/format/jsonread"
)

// The keys of what we put into a slide beside the cells of its entity.
const (
	ofOwner  = "stage_of" // the slide is a stage, which stands in the entity with this id
	ofEra    = "era"      // the slide is an era, which stands below the key of the timeline
	asHead   = "heading"  // the slide is the heading, which stands there too
	asSigned = "slide"    // how the slide was when we wrote it
)

// ours restores what stands below our key of the timeline.
func (r *reader) ours(path string, v data.Value) error {
	switch path {
	case "entities":
		r.to.Read(1)
		if !r.entity(v, format.Place{Line: v.Line(), Field: path}, "thing without a slide") {
			r.to.LeftOut("thing without a slide", format.Place{Line: v.Line()}, "it is no entity of redthread", "")
		}
	case "relations":
		r.to.Read(1)
		r.relation(v)
	case "sources": // restored before all else
	default:
		r.sections.Add(path, v)
	}
	return nil
}

// own restores the thing that a slide of ours was made of, and tells whether it
// was one.
func (r *reader) own(v, own data.Value) bool {
	at := jsonread.New(r.to, v, "slide", v.Key("unique_id").Text()).At
	if written := own.Key(asSigned).Text(); written != "" && written != signature(native(v)) {
		r.to.Say(data.Warning, at, "the slide was changed after redthread wrote it: what redthread had put beside it is read, the change is not", "take its key \"redthread\" out, and it is read as a slide")
	}
	for key, into := range map[string]string{ofOwner: "stage", ofEra: "era", asHead: "heading"} {
		if own.Key(key).Form() == data.Scalar {
			r.to.Turned("slide", into)
			return true
		}
	}
	return r.entity(own, at, "slide")
}

// entity restores an entity from its cells.
func (r *reader) entity(v data.Value, at format.Place, sort string) bool {
	if v.Form() != data.Map {
		return false
	}
	e, rest, ok := jsonown.Record[data.Entity](r.to, v, at)
	if !ok || e.ID == "" || e.Kind == "" {
		return false
	}
	for _, c := range rest {
		if c.Key != asSigned {
			e.Attributes = append(e.Attributes, data.Attribute{Key: c.Key, Value: c.Text})
		}
	}
	at.Own = true
	r.to.Entity(format.Ref{Space: thingIDs, ID: string(e.ID)}, sort, e, at)
	return true
}

func (r *reader) relation(v data.Value) {
	at := format.Place{Line: v.Line(), Field: "relations"}
	rel, rest, ok := jsonown.Record[data.Relation](r.to, v, at)
	if !ok || rel.From == "" || rel.To == "" {
		r.to.LeftOut("relation", at, "it is no relation of redthread", "")
		return
	}
	for _, c := range rest {
		rel.Attributes = append(rel.Attributes, data.Attribute{Key: c.Key, Value: c.Text})
	}
	at.Own = true
	r.to.Link(format.Link{Relation: rel, From: format.Ref{Space: thingIDs, ID: string(rel.From)}, To: format.Ref{Space: thingIDs, ID: string(rel.To)}, Sort: "relation", At: at})
}

// native are the keys of a slide that are TimelineJS's own, with their values
// as JSON, in the order of their names.
func native(v data.Value) []string {
	var list []string
	for k, item := range v.Pairs() {
		if k.Text() != jsonown.Key {
			list = append(list, k.Text()+"="+item.JSON())
		}
	}
	slices.Sort(list)
	return list
}

// signature is a short hash by which a change of a slide is known.
func signature(native []string) string {
	sum := sha256.Sum256([]byte(strings.Join(native, "\n")))
	return hex.EncodeToString(sum[:6])
}
