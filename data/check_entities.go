package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/redthread/redthread/data/edtf"
)

// entities checks kinds, places, and names too long to draw.
func (k *checker) entities() {
	for i := range k.ds.Entities {
		e := &k.ds.Entities[i]
		if k.kind[e.Kind] == nil {
			k.knownKind(at("entities", i, "kind"), "kind", e.Kind)
		}
		if !drawable(e.Name) {
			k.label(at("entities", i, "name"), "name", e.Name)
		}
		if !drawable(e.Short) {
			k.label(at("entities", i, "short"), "short", e.Short)
		}
		if e.Place != "" && k.thing(at("entities", i, "place"), "place", e.Place) {
			k.isPlace(at("entities", i, "place"), e.Place)
		}
	}
}

// drawable tells most names that a chart can draw.
func drawable(text string) bool {
	return len(text) <= maxNameLength && (text == "" || text[0] > ' ' && text[0] < utf8.RuneSelf) && strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\t') < 0
}

// seen tells a letter that leaves a mark on paper from spaces and the like.
func seen(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }

// label refuses names that no chart can draw.
func (k *checker) label(s spot, key, text string) {
	if n := utf8.RuneCountInString(text); n > maxNameLength {
		k.wrong(s, text, "shorten it; the rest belongs into the summary", "%s: %d characters, the limit is %d", key, n, maxNameLength)
	}
	if strings.ContainsAny(text, "\n\t") {
		k.wrong(s, text, "write it on one line", "%s: a line end or tab", key)
	}
	if text != "" && !strings.ContainsFunc(text, seen) {
		k.wrong(s, text, "write one, or leave the key out", "%s: nothing in it can be seen", key)
	}
}

func (k *checker) isPlace(s spot, id EntityID) {
	if e := k.entity[id]; e == nil || e.Kind != "place" {
		k.wrong(s, string(id), "give the id of an entity of kind place", "place: %s is not a place", quote(id))
	}
}

// stages checks the names of stages: those of the table of the owner's kind,
// or a name of the dataset's own with a label.
func (k *checker) stages() {
	for i := range k.ds.Entities {
		e := &k.ds.Entities[i]
		if len(e.Stages) == 0 {
			continue
		}
		if n := len(e.Stages); n > maxStages {
			k.wrong(at("entities", i, "stages"), "", "write what is no stage of it as events of their own", "%d stages, the limit is %d", n, maxStages)
			continue
		}
		table := stageTable(e.Kind)
		seen := map[string]bool{}
		for j, s := range e.Stages {
			where := at("entities", i, "stages", j, "stage")
			switch {
			case s.Stage == "":
				k.wrong(where, "", "stage: one of "+strings.Join(table, ", "), "a stage without a name")
			case !PlainID.Match(s.Stage):
				k.wrong(where, s.Stage, "lower case letters, digits and hyphens: "+slug(s.Stage), "stage: %s may not be written so", quote(s.Stage))
			case seen[s.Stage]:
				k.wrong(where, s.Stage, "give the second its own name and a label: "+s.Stage+"-2", "stage %s stands twice", quote(s.Stage))
			case s.Label == "" && !slices.Contains(table, s.Stage):
				k.wrong(where, s.Stage, cmp.Or(k.suggest.meant(s.Stage, table), "of the table: "+strings.Join(table, ", "))+"; or give it a label to make it your own", "unknown stage %s", quote(s.Stage))
			}
			seen[s.Stage] = true
		}
		k.stageOrder(i, e)
	}
}

// stageOrder warns of stages whose dates leave no doubt that they came the
// other way round than in the table: repealed before in force. A thing may be
// amended at any time until it is repealed.
func (k *checker) stageOrder(i int, e *Entity) {
	known := knownStages(e)
	for _, j := range known {
		later := e.Stages[j]
		for _, s := range known {
			sooner := e.Stages[s]
			if !sameTable(sooner.Stage, later.Stage) || stageRank(sooner.Stage) >= stageRank(later.Stage) ||
				later.Stage == "amended" || sooner.Stage == "amended" && later.Stage != "repealed" {
				continue
			}
			if edtf.Precedes(sooner.Date, later.Date) == edtf.Impossible {
				k.warn(at("entities", i, "stages", j, "date"), later.Date.String(), "look at both dates; a second round has a name and a label of its own",
					"%s (%s) comes before %s (%s)", quote(later.Stage), later.Date.Words(), quote(sooner.Stage), sooner.Date.Words())
				break
			}
		}
	}
}

// knownStages are the stages of the tables, the first of each name: however
// many there are, these are few.
func knownStages(e *Entity) []int {
	var list []int
	seen := map[string]bool{}
	for i, s := range e.Stages {
		if stageRank(s.Stage) < len(LawStages)+len(CaseStages) && !seen[s.Stage] {
			list = append(list, i)
			seen[s.Stage] = true
		}
	}
	return list
}

func sameTable(a, b string) bool {
	for _, table := range [][]StageName{LawStages, CaseStages} {
		has := func(id string) bool { return slices.ContainsFunc(table, func(s StageName) bool { return s.ID == id }) }
		if has(a) && has(b) {
			return true
		}
	}
	return false
}

// stageTable are the stages that a kind of thing knows; kinds that are neither
// laws nor cases know both.
func stageTable(kind KindID) []string {
	var names []string
	if kind != "case" {
		for _, s := range LawStages {
			names = append(names, s.ID)
		}
	}
	if kind != "law" {
		for _, s := range CaseStages {
			names = append(names, s.ID)
		}
	}
	return names
}

// names finds aliases said twice, and things of one kind that share a name.
func (k *checker) names() {
	twins := newTwins(len(k.ds.Entities))
	for i := range k.ds.Entities {
		e := &k.ds.Entities[i]
		k.ownNames(i, e)
		for _, name := range namesOf(e) {
			folded := fold(name.text)
			other := twins.of(i, twins.hash(string(e.Kind), folded), func(other int) bool { return other != i && k.called(&k.ds.Entities[other], e.Kind, folded) })
			if other >= 0 && k.ds.Entities[other].ID != e.ID {
				k.warn(at("entities", i).to(name.path...), name.text, "join them, or tell them apart in the names", "shares the name %s with %s", quote(name.text), quote(k.ds.Entities[other].ID))
			}
		}
	}
}

// called tells whether an entity is of a kind and has a folded name.
func (k *checker) called(e *Entity, kind KindID, name string) bool {
	return e.Kind == kind && slices.ContainsFunc(namesOf(e), func(n placedName) bool { return fold(n.text) == name })
}

// ownNames warns of a spelling that stands twice with the same thing.
func (k *checker) ownNames(i int, e *Entity) {
	if len(e.Aliases) == 0 {
		return
	}
	seen := map[string]bool{e.Name: true}
	for j, a := range e.Aliases {
		if a.Text != "" && seen[a.Text] {
			k.warn(at("entities", i, "aliases", j, "text"), a.Text, "keep one", "alias %s stands twice, or is the name", quote(a.Text))
		}
		if a.Text == "" {
			k.wrong(at("entities", i, "aliases", j), "", "text: the spelling", "an alias without text")
		}
		seen[a.Text] = true
	}
}

type placedName struct {
	text string
	path []any
}

// onlyName is the path of the name.
var onlyName = []any{"name"}

// namesOf are all the names of an entity, each once.
func namesOf(e *Entity) []placedName {
	if len(e.Names) == 0 && len(e.Aliases) == 0 && strings.TrimSpace(e.Name) != "" {
		return []placedName{{e.Name, onlyName}}
	}
	names := []placedName{{e.Name, []any{"name"}}}
	for _, tag := range sortedKeys(e.Names) {
		names = append(names, placedName{e.Names[tag], []any{"names", tag}})
	}
	for i, a := range e.Aliases {
		names = append(names, placedName{a.Text, []any{"aliases", i}})
	}
	seen := map[string]bool{"": true}
	return slices.DeleteFunc(names, func(n placedName) bool {
		again := seen[fold(n.text)]
		seen[fold(n.text)] = true
		return again
	})
}

// fold is a name without what spellings differ by: case, and how many spaces.
func fold(name string) string {
	if !neat(name) {
		name = strings.Join(strings.Fields(name), " ")
	}
	return strings.ToLower(name)
}

// neat tells a text of ASCII with no spaces but single ones between words.
func neat(text string) bool {
	space := true
	for i := range len(text) {
		switch c := text[i]; {
		case c > ' ' && c < utf8.RuneSelf:
			space = false
		case c == ' ' && !space:
			space = true
		default:
			return false
		}
	}
	return text == "" || !space
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
