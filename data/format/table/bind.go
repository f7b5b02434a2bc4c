package table

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// bound is a table with the plan for it: columns are numbers now.
type bound struct {
	*Table
	plan    *Plan
	name    string         // of the table, as refs of others call it
	column  map[string]int // by header
	values  []*boundValue  // by their slots
	used    []bool         // columns that the plan speaks of
	unknown unknowns
	keys    []string          // columns by which ends of relations name the entities
	order   []*Record         // of the plan; those that several rows may describe last, so that the other cells stay with what the row is about
	own     map[*Record][]int // columns that only one record speaks of
	lists   []string          // paths of the lists that records go through
	listed  []*Value          // those of one column with a table of values and a default
	opt     format.Options
}

type boundValue struct {
	columns []int
	values  map[string]string
	dates   *dates.Column
	unknown unknowns
}

// of is what a value of the plan is bound to.
func (x *bound) of(v *Value) *boundValue { return x.values[v.slot] }

// bind gives every table its plan. Columns, tables and keys that a mapping
// names and nobody has are errors, all said at once.
func bind(tables []*Table, m *Mapping, opt format.Options) ([]*bound, error) {
	b := &binder{m: m, opt: opt}
	for i, t := range tables {
		b.table(t, tableName(tables, i))
	}
	for _, p := range m.Tables {
		if !b.taken[p] && len(tables) > 0 {
			b.fail(p.at, "no table is called %s (there are: %s)", planName(p), strings.Join(b.names(), ", "))
		}
	}
	for _, t := range b.bound {
		b.ends(t)
	}
	return b.bound, errors.Join(b.errs...)
}

type binder struct {
	m     *Mapping
	opt   format.Options
	bound []*bound
	slots int // the last one given
	taken map[*Plan]bool
	errs  []error
}

func (b *binder) fail(at data.Value, what string, args ...any) {
	place := b.m.name
	if at.Line() > 0 {
		place = fmt.Sprintf("%s:%d:%d", b.m.name, at.Line(), at.Column())
	}
	b.errs = append(b.errs, fmt.Errorf("%s: %s", orText(place, "mapping"), fmt.Sprintf(what, args...)))
}

func (b *binder) names() []string {
	var names []string
	for _, t := range b.bound {
		names = append(names, fmt.Sprintf("%q", t.name))
	}
	return names
}

func planName(p *Plan) string {
	name := fmt.Sprintf("%q", p.Table)
	if p.Sheet != "" {
		name += fmt.Sprintf(" with the sheet %q", p.Sheet)
	}
	return name
}

// tableName is the shortest name that tells a table from the others: the name
// of its file without folders, with the sheet where there are several.
func tableName(tables []*Table, nth int) string {
	t := tables[nth]
	same, sheets := 0, 0
	for _, o := range tables {
		if path.Base(o.file()) == path.Base(t.file()) && o.file() != t.file() {
			same++
		}
		if o.file() == t.file() {
			sheets++
		}
	}
	name := path.Base(t.file())
	if same > 0 {
		name = t.file()
	}
	if sheets > 1 && t.Sheet != "" {
		name += "#" + t.Sheet
	}
	return name
}

// file is the name of the table's file; of many files their folder with *.
func (t *Table) file() string {
	if len(t.Files) == 1 {
		return t.Files[0].Name
	}
	return path.Join(path.Dir(t.Files[0].Name), "*"+path.Ext(t.Files[0].Name))
}

// plan is the one that names a table, else the first that speaks of it; nil
// where none does.
func (m *Mapping) plan(t *Table, name string) *Plan {
	for _, p := range m.Tables {
		if p.Table == name && (p.Sheet == "" || p.Sheet == t.Sheet) {
			return p
		}
	}
	for _, p := range m.Tables {
		if p.speaksOf(t, name) {
			return p
		}
	}
	return nil
}

func (p *Plan) speaksOf(t *Table, name string) bool {
	if p.Sheet != "" && p.Sheet != t.Sheet {
		return false
	}
	if p.Table == "" {
		return true
	}
	file := t.file()
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	for _, n := range []string{name, file, path.Base(file), stem, t.Sheet} {
		if ok, _ := path.Match(p.Table, n); n != "" && (ok || n == p.Table) {
			return true
		}
	}
	return false
}

func (b *binder) table(t *Table, name string) {
	p := b.m.plan(t, name)
	if b.taken == nil {
		b.taken = map[*Plan]bool{}
	}
	x := &bound{Table: t, plan: p, name: name, column: map[string]int{}, opt: b.opt}
	x.opt.From1904 = t.From1904
	b.bound = append(b.bound, x)
	if p == nil {
		return
	}
	b.taken[p] = true
	for i, h := range t.Header {
		x.column[h] = i
	}
	x.used = make([]bool, len(t.Header))
	unknown := b.m.Unknown
	if unknown == nil {
		unknown = b.opt.Unknown
	}
	for _, u := range unknown {
		x.unknown.add(u)
	}
	b.columns(x)
}

// columns finds the columns of all values of a plan.
func (b *binder) columns(x *bound) {
	for _, c := range x.plan.LeaveOut {
		if i := b.columnOf(x, c, x.plan.at); i >= 0 {
			x.used[i] = true
		}
	}
	b.conditions(x, x.plan.Skip)
	for _, r := range x.plan.records() {
		if !r.Once {
			x.order = append(x.order, r)
		}
	}
	for _, r := range x.plan.records() {
		if r.Once {
			x.order = append(x.order, r)
		}
		b.conditions(x, r.When)
		if r.Each != "" {
			x.lists = append(x.lists, r.Each)
		}
		if r.Each != "" && !slices.ContainsFunc(x.Header, func(h string) bool { return strings.HasPrefix(h, r.Each+"[].") || h == r.Each }) {
			b.fail(r.at, "no column of table %q begins with %s[]", x.name, r.Each)
		}
		for _, v := range r.values {
			b.value(x, v)
		}
	}
	x.own = owned(x)
}

// owned are the columns that only one record of the plan speaks of.
func owned(x *bound) map[*Record][]int {
	of := map[int]*Record{}
	for _, r := range x.plan.records() {
		for _, v := range r.values {
			for _, c := range x.of(v).columns {
				if other, taken := of[c]; taken && other != r {
					of[c] = nil
					continue
				}
				of[c] = r
			}
		}
	}
	own := map[*Record][]int{}
	for c := range x.Header {
		if r := of[c]; r != nil {
			own[r] = append(own[r], c)
		}
	}
	return own
}

func (b *binder) conditions(x *bound, list []Condition) {
	for _, c := range list {
		b.columnOf(x, c.Column, c.at)
	}
}

func (b *binder) value(x *bound, v *Value) {
	v2 := &boundValue{values: map[string]string{}}
	for _, c := range v.Columns {
		if i := b.columnOf(x, c, v.at); i >= 0 {
			v2.columns = append(v2.columns, i)
			x.used[i] = true
		}
	}
	for _, r := range v.Values {
		v2.values[r.From] = r.To
	}
	for _, u := range v.Unknown {
		v2.unknown.add(u)
	}
	if x.bind(v, v2, &b.slots); len(v2.columns) == 1 && len(v.Values) > 0 && v.Default != "" && v.Split == "" {
		x.listed = append(x.listed, v)
	}
}

// bind keeps what a value is bound to; one without a slot gets the next.
func (x *bound) bind(v *Value, to *boundValue, last *int) {
	if v.slot == 0 {
		*last++
		v.slot = *last
	}
	for len(x.values) <= v.slot {
		x.values = append(x.values, nil)
	}
	x.values[v.slot] = to
}

// columnOf is the number of a column; -1, and an error, where there is none.
func (b *binder) columnOf(x *bound, name string, at data.Value) int {
	if i, ok := x.column[name]; ok {
		return i
	}
	hint := fmt.Sprintf("there are: %s", strings.Join(x.Header[:min(20, len(x.Header))], ", "))
	if near := data.Suggest(name, x.Header); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	} else if near := data.Suggest(strings.ToLower(name), lowered(x.Header)); near != "" {
		hint = fmt.Sprintf("did you mean %q?", x.Header[slices.Index(lowered(x.Header), near)])
	}
	b.fail(at, "table %q has no column %q (%s; the same text for every row is written {value: %s})", x.name, name, hint, name)
	return -1
}

func lowered(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = strings.ToLower(t)
	}
	return out
}

// ends checks the tables and keys that ends of relations lead to.
func (b *binder) ends(x *bound) {
	if x.plan == nil {
		return
	}
	for _, r := range x.plan.records() {
		for _, key := range []string{"from", "to", "place"} {
			v := r.Fields[key]
			if v == nil || v.Table == "" && v.Key == "" {
				continue
			}
			other := x
			if v.Table != "" {
				other = b.named(v.Table)
			}
			if other == nil || other.plan == nil {
				b.fail(v.at, "no table is called %q (there are: %s)", v.Table, strings.Join(b.names(), ", "))
				continue
			}
			if v.Table != "" {
				v.Table = other.name
			}
			if v.Key != "" && b.columnOf(other, v.Key, v.at) >= 0 && !slices.Contains(other.keys, v.Key) {
				other.keys = append(other.keys, v.Key)
			}
		}
	}
}

// named is the table that a mapping calls so.
func (b *binder) named(name string) *bound {
	for _, t := range b.bound {
		if (&Plan{Table: name}).speaksOf(t.Table, t.name) {
			return t
		}
	}
	return nil
}
