package data

import (
	"regexp"
	"strings"
)

var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// bounds are what a figure may say of its value, besides nothing.
var bounds = []string{"about", "more than", "at least", "less than", "at most"}

func (k *checker) figures() {
	for i, f := range k.ds.Figures {
		k.thing(at("figures", i, "about"), "about", f.About)
		k.decimal(at("figures", i, "value"), "value", f.Value)
		k.decimal(at("figures", i, "of"), "of", f.Of)
		k.oneOf(at("figures", i, "bound"), "bound", f.Bound, bounds)
	}
}

func (k *checker) decimal(s spot, key, value string) {
	if value != "" && !decimal.MatchString(value) {
		k.wrong(s, value, "digits without separators: 751000000", "%s: not a decimal number: %s", key, quote(value))
	}
}

func (k *checker) conflicts() {
	for i, c := range k.ds.Conflicts {
		k.about(at("conflicts", i, "about"), c.About)
		drawn := 0
		for j, r := range c.Readings {
			if r.Drawn {
				drawn++
			}
			if r.Value == "" {
				k.wrong(at("conflicts", i, "readings", j), "", "value: what this side says", "a reading without a value")
			}
		}
		if drawn != 1 && len(c.Readings) > 0 {
			k.wrong(at("conflicts", i, "readings"), "", "write drawn: true at the one on the charts", "%d readings are drawn, one must be", drawn)
		}
		if len(c.Readings) == 1 {
			k.wrong(at("conflicts", i, "readings"), "", "a conflict has two sides", "one reading only")
		}
	}
}

// about checks what a conflict is over: an entity, a relation or a figure.
func (k *checker) about(s spot, id string) {
	found := 0
	if k.entity[EntityID(id)] != nil || k.stageOf[EntityID(id)] != nil {
		found++
	}
	if k.relation()[RelationID(id)] != nil {
		found++
	}
	if k.figure[id] {
		found++
	}
	switch {
	case id == "" || found == 1 || found == 0 && k.partly:
	case found > 1:
		k.wrong(s, id, "give one of them another id", "about: %s is the id of more than one thing", quote(id))
	default:
		k.wrong(s, id, k.anyMeant(id), "about: no entity, relation or figure %s", quote(id))
	}
}

func (k *checker) anyMeant(id string) string {
	lists := [][]string{known(k, "entity", k.entity), known(k, "relation", k.relation()), known(k, "figure", k.figure)}
	for _, list := range lists {
		if near := k.suggest.near(id, list); near != "" {
			return "did you mean " + quote(near) + "?"
		}
	}
	return ""
}

func (k *checker) ruledOut() {
	for i, r := range k.ds.RuledOut {
		k.thing(at("ruled_out", i, "from"), "from", r.From)
		k.thing(at("ruled_out", i, "to"), "to", r.To)
	}
}

func (k *checker) eras() {
	for i, e := range k.ds.Eras {
		k.label(at("eras", i, "label"), "label", e.Label)
		k.thing(at("eras", i, "entity"), "entity", e.Entity)
	}
}

// views are what a step of the story may show.
var views = []string{"threads", "timeline", "network", "flow", "table", "sources"}

// inText finds the things that Markdown links to: [words](#id).
var inText = regexp.MustCompile(`\]\(#([^)\s]*)\)`)

func (k *checker) story() {
	for i, s := range k.ds.Story {
		k.oneOf(at("story", i, "view"), "view", s.View, views)
		for j, id := range s.Focus {
			k.focus(at("story", i, "focus", j), id)
		}
		for j, id := range s.Thread {
			k.thing(at("story", i, "thread", j), "thread", id)
		}
		if n := len(s.Thread); n != 0 && n != 2 {
			k.wrong(at("story", i, "thread"), "", "thread: [from, to]", "a thread has two ends, not %d", n)
		}
		k.textLinks(at("story", i, "text"), s.Text)
		k.textLinks(at("story", i, "notes"), s.Notes)
	}
}

// focus takes things and relations.
func (k *checker) focus(s spot, id string) {
	if k.relation()[RelationID(id)] == nil {
		k.thing(s, "focus", EntityID(id))
	}
}

func (k *checker) textLinks(s spot, text string) {
	for _, m := range inText.FindAllStringSubmatch(text, -1) {
		if id := strings.TrimPrefix(m[1], "r:"); k.relation()[RelationID(id)] == nil {
			k.thing(s, "link", EntityID(m[1]))
		}
	}
}
