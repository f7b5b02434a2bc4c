package columns

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
)

// maxKinds is how many types of nodes a file may have before its "type" is
// taken for something else, and kept as an attribute.
const maxKinds = 100

// Foreign understands what other programs call the values of nodes and edges.
type Foreign struct {
	to    *format.Builder
	kinds map[string]bool
	verbs verbs
}

// NewForeign is a Foreign for one file.
func NewForeign(to *format.Builder) *Foreign {
	return &Foreign{to: to, kinds: map[string]bool{}, verbs: verbs{to: to, seen: map[string]bool{}}}
}

// The names under which tools keep what the model has a place for, in lower
// case; the first that a record has is taken.
var (
	labelNames   = []string{"label", "name", "title"}
	kindNames    = []string{"kind", "type", "category", "node_type", "entity_type", "labelv"}
	linkNames    = []string{"url", "link", "website", "homepage"}
	summaryNames = []string{"summary", "description"}
)

// Entity moves attributes to where the model has a place for them: name,
// type, description, address, date. Everything else stays an attribute.
func (f *Foreign) Entity(e *data.Entity, at format.Place) {
	if i := find(e.Attributes, labelNames); i >= 0 && e.Name == "" {
		e.Name = e.Attributes[i].Value
		e.Attributes = slices.Delete(e.Attributes, i, i+1)
	}
	if e.Kind == "" {
		f.kind(e)
	}
	if i := find(e.Attributes, summaryNames); i >= 0 && e.Summary == "" {
		e.Summary = e.Attributes[i].Value
		e.Attributes = slices.Delete(e.Attributes, i, i+1)
	}
	if i := find(e.Attributes, linkNames); i >= 0 && webAddress.MatchString(e.Attributes[i].Value) {
		e.Links = append(e.Links, data.Link{URL: e.Attributes[i].Value})
		e.Attributes = slices.Delete(e.Attributes, i, i+1)
	}
	f.when(timed{&e.Date, &e.DateNote, &e.Attributes}, at)
}

var webAddress = regexp.MustCompile(`^https?://[^\s/]+(/\S*)?$`)

func (f *Foreign) kind(e *data.Entity) {
	i := find(e.Attributes, kindNames)
	if i < 0 {
		return
	}
	kind, whole := f.Kind(e.Attributes[i].Value)
	if e.Kind = kind; whole {
		e.Attributes = slices.Delete(e.Attributes, i, i+1)
	}
}

// Kind is the kind for a word, "" where it is no type of things: a number, a
// sentence, one of very many. whole is false where the kind does not hold all
// that the word says ("NGO" is an organisation).
func (f *Foreign) Kind(word string) (kind data.KindID, whole bool) {
	word = strings.TrimSpace(word)
	if !isWord(word) || !f.kinds[word] && len(f.kinds) >= maxKinds {
		return "", false
	}
	f.kinds[word] = true
	kind = f.to.Kind(word)
	known, ok := format.KindNamed(word)
	return kind, !ok || strings.EqualFold(string(known), word)
}

// isWord tells a name of a type from a number or a sentence.
func isWord(s string) bool {
	return s != "" && len([]rune(s)) <= 60 && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// find is the attribute with the first of the names; -1 without one.
func find(list []data.Attribute, names []string) int {
	for _, name := range names {
		for i := range list {
			if len(list[i].Key) == len(name) && list[i].Value != "" && strings.EqualFold(list[i].Key, name) {
				return i
			}
		}
	}
	return -1
}
