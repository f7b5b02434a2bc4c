package ftm

import (
	"net/url"
	"slices"

	"github.com/redthread/redthread/data"
)

// first is the first text that one of the properties has. It is used up where
// it stands in the first of them alone; else it stays an attribute, too.
func first(t *taking, names ...string) string {
	for i, name := range names {
		left := t.values(name)[t.used.of(name):]
		if t.schema != nil && t.schema.Property(name) == nil || len(left) == 0 {
			continue
		}
		if i == 0 && !slices.ContainsFunc(names[1:], func(other string) bool { return t.first(other) == left[0] }) {
			t.take(name, 1)
		}
		return left[0]
	}
	return ""
}

// tags are keywords and topics. A keyword that reads like a topic stays an
// attribute, so that it is not written as one.
func (m *maker) tags(t *taking, e *data.Entity, list string) {
	for _, v := range t.rest(list) {
		if listed("topic", v) != (list == "topics") {
			e.Attributes = append(e.Attributes, data.Attribute{Key: list, Value: v})
		} else {
			e.Tags = append(e.Tags, v)
		}
	}
}

// sourceProperties are addresses of sources, not of the thing.
var sourceProperties = []string{"sourceUrl", "publisherUrl", "alephUrl"}

// links are the addresses that are no sources.
func (m *maker) links(t *taking, e *data.Entity) {
	for _, p := range t.props {
		q := t.schema.Property(p.name)
		if q == nil || q.Type != "url" || slices.Contains(sourceProperties, p.name) {
			continue
		}
		for _, v := range t.all(p.name) {
			if webAddress(v) {
				e.Links = append(e.Links, data.Link{Label: q.Label, URL: v})
			} else {
				e.Attributes = append(e.Attributes, data.Attribute{Key: p.name, Value: v})
			}
		}
	}
}

func webAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// attributes are all values that have found no other place. Properties that
// name entities become relations, where the file describes those entities and
// the record is no relation itself.
func (m *maker) attributes(t *taking) []data.Attribute {
	var list []data.Attribute
	for _, p := range t.props {
		q := t.schema.Property(p.name)
		linked := q != nil && q.Type == "entity" && !t.isEdge()
		for _, v := range p.values[min(t.used.of(p.name), len(p.values)):] {
			if !linked || m.known != nil && !m.known(v) {
				list = append(list, data.Attribute{Key: p.name, Value: v})
			}
		}
	}
	return append(list, t.context...)
}
