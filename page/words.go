package page

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// words is everything the page shows, as plain text by sections: what remains
// without scripts and on paper.
type words struct {
	Counts    string
	Kinds     []kindWords
	Relations []statement
	Figures   []statement
	Conflicts []conflictWords
	RuledOut  []statement
	Eras      []statement
	Sources   []sourceWords
}

type kindWords struct {
	ID, Name string
	Things   []thingWords
}

type thingWords struct {
	Name, Date, Summary, Cite, Hedge string
	Others                           []langText
	Stages                           []thingWords
}

type langText struct{ Lang, Text string }

// statement is a sentence with its date, its hedge and its sources.
type statement struct{ Text, Date, Hedge, Cite string }

type conflictWords struct {
	About, Field, Note string
	Readings           []readingWords
}

type readingWords struct {
	Text, Cite string
	Drawn      bool
}

type sourceWords struct {
	Publisher, Title, URL, Date string
	Outside                     bool
}

// newWords tells a model.
func newWords(m *Model) words {
	t := newTeller(m)
	return words{
		Counts:    counts(m),
		Kinds:     t.kinds(),
		Relations: list(m.Relations, t.relation),
		Figures:   list(m.Figures, t.figure),
		Conflicts: list(m.Conflicts, t.conflict),
		RuledOut:  list(m.RuledOut, t.ruledOut),
		Eras:      list(m.Eras, t.era),
		Sources:   list(m.Sources, sourceInWords),
	}
}

// counts is "5 sources · 132 things · 214 relations". Sources from outside and
// stages do not count.
func counts(m *Model) string {
	sources, things := 0, 0
	for _, s := range m.Sources {
		if !s.Outside {
			sources++
		}
	}
	for _, t := range m.Things {
		if t.Owner == "" {
			things++
		}
	}
	return number(sources, "source") + " · " + number(things, "thing") + " · " + number(len(m.Relations), "relation")
}

func number(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %ss", grouped(fmt.Sprint(n)), one)
}

// grouped puts commas into a row of digits, and leaves anything else alone.
func grouped(digits string) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	if !digitsOnly.MatchString(whole) || len(whole) < 4 {
		return digits
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

var digitsOnly = regexp.MustCompile(`^[0-9]+$`)

// teller knows names by id.
type teller struct {
	m          *Model
	names      map[string]string
	predicates map[string]string
	sources    map[string]int // their numbers in the list, from 1
}

func newTeller(m *Model) teller {
	t := teller{m: m, names: map[string]string{}, predicates: map[string]string{}, sources: map[string]int{}}
	for _, thing := range m.Things {
		t.names[thing.ID] = thing.Name
	}
	for _, p := range m.Predicates {
		t.predicates[p.ID] = p.Label
	}
	for i, s := range m.Sources {
		t.sources[s.ID] = i + 1
	}
	return t
}

func (t teller) kinds() []kindWords {
	byKind := map[string][]thingWords{}
	stages := map[string][]thingWords{}
	for _, thing := range t.m.Things {
		if thing.Owner != "" {
			w := t.thing(thing)
			w.Name = thing.StageLabel
			stages[thing.Owner] = append(stages[thing.Owner], w)
		}
	}
	for _, thing := range t.m.Things {
		if thing.Owner == "" {
			w := t.thing(thing)
			w.Stages = stages[thing.ID]
			byKind[thing.Kind] = append(byKind[thing.Kind], w)
		}
	}
	var all []kindWords
	for _, k := range t.m.Kinds {
		if things := byKind[k.ID]; len(things) > 0 {
			all = append(all, kindWords{ID: k.ID, Name: capital(k.Plural), Things: things})
		}
	}
	return all
}

func (t teller) thing(thing Thing) thingWords {
	w := thingWords{Name: thing.Name, Date: dateWords(thing.When), Summary: thing.Summary, Cite: t.cite(thing.Evidence), Hedge: hedge(thing.Status)}
	for lang, text := range thing.Names {
		w.Others = append(w.Others, langText{lang, text})
	}
	slices.SortFunc(w.Others, func(a, b langText) int { return cmp.Compare(a.Lang, b.Lang) })
	return w
}

func (t teller) relation(r Relation) statement {
	text := t.name(r.From) + " " + cmp.Or(t.predicates[r.Predicate], r.Predicate) + " " + t.name(r.To)
	return statement{Text: text, Date: dateWords(r.When), Hedge: hedge(r.Status), Cite: t.cite(r.Evidence)}
}

func (t teller) figure(f Figure) statement {
	parts := []string{f.Bound, grouped(f.Value)}
	if f.Of != "" {
		parts = append(parts, "of", grouped(f.Of))
	}
	if f.Unit == "rank" {
		parts = slices.Insert(parts, 0, f.Unit)
	} else {
		parts = append(parts, f.Unit)
	}
	text := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ") + ": " + f.Counts
	return statement{Text: text, Date: dateWords(f.When), Hedge: hedge(f.Status), Cite: t.cite(f.Evidence)}
}

func (t teller) conflict(c Conflict) conflictWords {
	return conflictWords{About: t.name(c.About), Field: c.Field, Note: c.Note, Readings: list(c.Readings, func(r Reading) readingWords {
		return readingWords{Text: r.Value, Drawn: r.Drawn, Cite: t.cite(r.Evidence)}
	})}
}

func (t teller) ruledOut(r RuledOut) statement {
	return statement{Text: "No way from " + t.name(r.From) + " to " + t.name(r.To) + ": " + r.Reason, Cite: t.cite(r.Evidence)}
}

func (t teller) era(e Era) statement {
	return statement{Text: e.Label, Date: dateWords(&e.When), Cite: t.cite(e.Evidence)}
}

// name is set apart where it runs from right to left, so that no number or
// sign beside it is taken along (UAX 9, isolates).
func (t teller) name(id string) string {
	if name, ok := t.names[id]; ok {
		if turning.MatchString(name) {
			return "\u2068" + strings.Map(upright, name) + "\u2069"
		}
		return name
	}
	for _, r := range t.m.Relations {
		if r.ID == id {
			return t.relation(r).Text
		}
	}
	return id
}

// cite lists the places, each source once and by its number: "1, ¶ 6; 3, ¶ 5, 7".
func (t teller) cite(all []Evidence) string {
	var order []string
	places := map[string][]string{}
	for _, e := range all {
		if !slices.Contains(order, e.Source) {
			order = append(order, e.Source)
		}
		if e.At != "" && !slices.Contains(places[e.Source], e.At) {
			places[e.Source] = append(places[e.Source], e.At)
		}
	}
	return strings.Join(list(order, func(id string) string {
		name := id
		if n, ok := t.sources[id]; ok {
			name = strconv.Itoa(n)
		}
		if len(places[id]) == 0 {
			return name
		}
		return name + ", " + at(places[id])
	}), "; ")
}

var turning = regexp.MustCompile(`[\x{590}-\x{8ff}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fb1d}-\x{fdff}\x{fe70}-\x{fefc}\x{10800}-\x{10fff}\x{1e800}-\x{1efff}]`)

var numbers = regexp.MustCompile(`^[\d\s,–-]+$`)

func at(places []string) string {
	said := strings.ReplaceAll(strings.Join(places, ", "), "-", "–")
	if numbers.MatchString(said) {
		return "¶ " + said
	}
	return strings.Join(places, ", ")
}

func sourceInWords(s Source) sourceWords {
	url := s.URL
	if lower := strings.ToLower(url); !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") {
		url = ""
	}
	return sourceWords{Publisher: s.Publisher, Title: s.Title, URL: url, Date: dateWords(s.When), Outside: s.Outside}
}

// dateWords is empty for what has no date, which the words say once.
func dateWords(w *When) string {
	if w == nil {
		return ""
	}
	return w.Text
}

// hedge says what a status weaker than stated means.
func hedge(status string) string {
	return map[string]string{"possible": "the source does not say so outright", "inferred": "we infer it", "disputed": "sources disagree"}[status]
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
