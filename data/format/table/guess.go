package table

import (
	"path"
	"slices"
	"strings"

	"github.com/redthread/redthread/data/format"
)

// guess makes the mapping that headers and values suggest.
func guess(tables []*Table, opt format.Options) (*Mapping, error) {
	g, err := guesses(tables, opt)
	if err != nil {
		return nil, err
	}
	m := &Mapping{name: "the guessed mapping"}
	for _, a := range g {
		m.Tables = append(m.Tables, a.plan)
	}
	return m, nil
}

// analysis is a table, what its columns look like and what it was taken for.
type analysis struct {
	*Table
	name    string
	columns []*profile
	rows    int
	taken   map[*profile]bool
	plan    *Plan
	ends    ends // of a table of relations
}

// guesses looks at all tables: first each alone, then how relations name the
// entities of others.
func guesses(tables []*Table, opt format.Options) ([]*analysis, error) {
	var list []*analysis
	for i, t := range tables {
		a := &analysis{Table: t, name: tableName(tables, i), taken: map[*profile]bool{}}
		var err error
		if a.columns, a.rows, err = profiles(t, opt); err != nil {
			return nil, err
		}
		if err := a.guess(); err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	for _, a := range list {
		if a.ends.from != nil {
			a.meet(list)
		}
		a.meetPlaces(list)
	}
	return list, nil
}

func (a *analysis) guess() error {
	a.plan = &Plan{Table: a.name}
	if a.raw != nil && a.HeaderLine != 1 && a.rows > 0 {
		a.plan.Header = a.HeaderLine
		if a.HeaderLine == 0 {
			a.plan.Header = none
		}
	}
	if len(a.Header) == 0 {
		return nil
	}
	a.contents()
	model, err := modelOf(a.Table)
	switch {
	case err != nil:
		return err
	case model != "":
		a.plan.Model = model
		a.because("certain: all columns are keys of our own model")
	case a.findEnds():
		a.relations()
	case a.stemIs("sources", "references", "bibliography", "quellen", "fuentes", "来源") && a.has("name", "source"):
		a.sourceTable()
	default:
		a.entities()
	}
	if len(a.plan.Entities)+len(a.plan.Relations) > 0 {
		a.otherDates()
	}
	return nil
}

func (a *analysis) because(why string) { a.plan.why = append(a.plan.why, why) }

// stem is the name of the file or sheet without folders and ending.
func (a *analysis) stem() string {
	if a.Sheet != "" {
		return a.Sheet
	}
	return strings.TrimSuffix(path.Base(a.file()), path.Ext(a.file()))
}

func (a *analysis) stemIs(words ...string) bool {
	for _, w := range words {
		if strings.EqualFold(a.stem(), w) {
			return true
		}
	}
	return false
}

func (a *analysis) has(roles ...role) bool {
	for _, r := range roles {
		for _, c := range a.columns {
			if n := c.rank(r); n >= 0 && n < holdsWord {
				return true
			}
		}
	}
	return false
}

// rank is where the header of a column stands among the words for a role, the
// best first; -1 where it is none of them. Headers that hold a word come after
// those that are one.
func (p *profile) rank(r role) int {
	if n, ok := ranks[r][p.folded]; ok {
		return n
	}
	if p.of.role == r && p.guessed {
		return byContent
	}
	if p.of.role == r && !p.of.exact {
		return holdsWord
	}
	return -1
}

// holdsWord is the rank of a header that holds a word for a role.
const holdsWord = 10_000

// ranks are the words of headerWords, folded, with their places.
var ranks = func() map[role]map[string]int {
	all := map[role]map[string]int{}
	for r, words := range headerWords {
		all[r] = map[string]int{}
		for n, word := range strings.Split(words, "|") {
			if _, twice := all[r][foldHeader(word)]; !twice {
				all[r][foldHeader(word)] = n
			}
		}
	}
	return all
}()

// pick takes the best column for a role whose values are fit for it; nil where
// there is none.
func (a *analysis) pick(r role, fit func(*profile) bool) *profile {
	var best *profile
	least := -1
	for _, c := range a.columns {
		n := c.rank(r)
		if n < 0 || a.taken[c] || c.filled == 0 || best != nil && n >= least || !fit(c) {
			continue
		}
		best, least = c, n
	}
	if best != nil {
		a.taken[best] = true
	}
	return best
}

func asAnything(*profile) bool  { return true }
func asWords(p *profile) bool   { return !p.numeric() && !p.dated() && p.look().url < 0.5 }
func asDates(p *profile) bool   { return p.dated() || p.look().anyDate || p.calledDate() }
func asNumbers(p *profile) bool { return p.look().number >= 0.9 }
func asChoices(p *profile) bool { return p.few() }
func asTexts(p *profile) bool   { return !p.numeric() }

// dateWords are parts of headers that promise dates, whatever the cells hold: what
// cannot be read there is reported value by value.
var dateWords = []string{"date", "datum", "fecha", "born", "birth", "dob", "died", "death", "geboren", "gestorben", "naissance", "nacimiento", "日期", "生日",
	"since", "until", "seit", "depuis", "desde", "hasta", "founded", "established", "incorporated", "dissolved", "开始", "结束"}

func (p *profile) calledDate() bool {
	return p.look().long == 0 && slices.ContainsFunc(dateWords, func(w string) bool { return strings.Contains(p.folded, w) })
}

// asKeys takes ids: short, and each of a row of its own but for mistakes.
func asKeys(p *profile) bool {
	mistakes := p.folded == "id" && len(p.distinct)*2 > p.filled
	return (p.unique() || mistakes) && (!p.dated() || p.numeric() || p.of.exact && p.of.role == "id") && p.look().long == 0
}

// value is a value of one column, with how sure it is.
func value(p *profile, r role) *Value {
	v := &Value{Columns: []string{p.name}, Join: " "}
	switch n := p.rank(r); {
	case n >= 0 && n < holdsWord:
		v.why = "certain: the header says so"
	case n == holdsWord:
		v.why = "likely: a word of the header says so"
	default:
		v.why = "guess: by its values"
	}
	return v
}

// fixed is the same text for every row.
func fixed(text, why string) *Value { return &Value{Const: text, Join: " ", why: why} }

// put sets a field of a record to the best column for a role.
func (a *analysis) put(r *Record, key string, as role, fit func(*profile) bool) *profile {
	c := a.pick(as, fit)
	if c != nil {
		r.Fields[key] = value(c, as)
	}
	return c
}

// lists sets a field whose cells may hold several texts.
func (a *analysis) lists(r *Record, key string, as role, signs ...string) {
	c := a.put(r, key, as, asTexts)
	if c == nil {
		return
	}
	if sign := c.separator(signs...); sign != "" && c.lists == 0 {
		r.Fields[key].Split = sign
		r.Fields[key].why += "; cells are split where the sign stands"
	}
}

func asCount(p *profile) bool { return p.lists == 0 && p.look().number >= 0.5 }
