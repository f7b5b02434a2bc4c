package data

import (
	"regexp"
	"slices"
)

var colour = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// symbols are the shapes that the front end draws: those of the built-in kinds.
func symbols() []string {
	var list []string
	for _, b := range BuiltinKinds {
		list = append(list, b.Symbol)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// influences are the directions a predicate may carry a thread in.
func influences() []string { return []string{string(None), string(Forward), string(Backward)} }

// kindsAndPredicates checks what a dataset adds to the tables.
func (k *checker) kindsAndPredicates() {
	for i, kind := range k.ds.Kinds {
		k.colour(at("kinds", i, "light"), "light", kind.Light)
		k.colour(at("kinds", i, "dark"), "dark", kind.Dark)
		if kind.Symbol == "" {
			k.wrong(at("kinds", i), "", k.suggest.meant("", symbols()), "no symbol")
		}
		k.oneOf(at("kinds", i, "symbol"), "symbol", kind.Symbol, symbols())
		if kind.Label == "" || kind.Plural == "" {
			k.wrong(at("kinds", i), "", "label: one of them, plural: several", "no label or no plural")
		}
	}
	for i, p := range k.ds.Predicates {
		if p.Label == "" || p.Inverse == "" {
			k.wrong(at("predicates", i), "", "label reads from -> to, inverse reads to -> from", "no label or no inverse")
		}
		if p.Influence == "" {
			k.wrong(at("predicates", i), "", "none, forward or backward", "no influence")
		}
		k.oneOf(at("predicates", i, "influence"), "influence", string(p.Influence), influences())
		k.kindList(at("predicates", i, "from"), "from", p.From)
		k.kindList(at("predicates", i, "to"), "to", p.To)
	}
}

func (k *checker) colour(s spot, key, value string) {
	switch {
	case value == "":
		k.wrong(s, "", `write "#1f4e9e" with quotes: in YAML a bare # begins a comment`, "%s: no colour", key)
	case !colour.MatchString(value):
		k.wrong(s, value, `six hexadecimal digits in lower case: "#1f4e9e"`, "%s: not a colour: %s", key, quote(value))
	}
}

func (k *checker) kindList(s spot, key string, list []KindID) {
	for i, id := range list {
		k.knownKind(s.to(i), key, id)
	}
}

func (k *checker) knownKind(s spot, key string, id KindID) {
	if !k.partly && k.kind[id] == nil {
		k.oneOf(s, key, string(id), known(k, "kind", k.kind))
	}
}
