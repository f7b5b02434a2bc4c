package format

import (
	"strings"

	"github.com/redthread/redthread/data"
)

// verbs remembers what was found out of words for predicates: a file has
// millions of links and few words.
type verbs struct {
	ids    map[string]data.PredicateID
	places map[data.PredicateID]int // in the dataset's predicates; below zero in the built-in ones, from -1
}

// predicateID is the id that a word becomes.
func (b *Builder) predicateID(word string) data.PredicateID {
	if id, ok := b.verbs.ids[word]; ok {
		return id
	}
	id := data.PredicateID(strings.ReplaceAll(Slug(word), "-", "_"))
	if data.TableID.Match(word) {
		id = data.PredicateID(word)
	}
	if id == "" {
		id = data.PredicateID("link_" + hash(word))
	}
	if b.verbs.ids == nil {
		b.verbs.ids = map[string]data.PredicateID{}
	}
	b.verbs.ids[word] = id
	return id
}

// known is a predicate of the dataset, or a built-in one; nil for neither.
func (b *Builder) known(id data.PredicateID) *data.Predicate {
	if b.verbs.places == nil {
		b.verbs.places = map[data.PredicateID]int{}
		for i := len(data.BuiltinPredicates) - 1; i >= 0; i-- {
			b.verbs.places[data.BuiltinPredicates[i].ID] = -1 - i
		}
		for i := len(b.ds.Predicates) - 1; i >= 0; i-- {
			b.verbs.places[b.ds.Predicates[i].ID] = i
		}
	}
	switch i, ok := b.verbs.places[id]; {
	case !ok:
		return nil
	case i < 0:
		return &data.BuiltinPredicates[-1-i]
	default:
		return &b.ds.Predicates[i]
	}
}

// addPredicate adds one that is not known.
func (b *Builder) addPredicate(p data.Predicate) {
	b.verbs.places[p.ID] = len(b.ds.Predicates)
	b.ds.Predicates = append(b.ds.Predicates, p)
}

// oneLine is a text with single spaces between its words and none around them.
func oneLine(text string) string {
	space := true
	for i := range len(text) {
		if c := text[i]; c >= 0x7f || c < ' ' || c == ' ' && space {
			return strings.Join(strings.Fields(text), " ")
		} else {
			space = c == ' '
		}
	}
	if space {
		return strings.TrimSuffix(text, " ")
	}
	return text
}
