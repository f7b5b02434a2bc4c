package table

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// Explain writes the mapping by which the files would be imported without one,
// as YAML to start from: every guess with how sure it is and why, every column
// with how much of it is filled and what stands there. Given back as a mapping
// it imports the same.
func Explain(files []format.Input, opt format.Options, w io.Writer) error {
	tables, err := Open(files, opt)
	if err != nil {
		return err
	}
	return ExplainTables(tables, opt, w)
}

// ExplainTables is Explain for tables that another package has read.
func ExplainTables(tables []*Table, opt format.Options, w io.Writer) error {
	opt = format.NewBuilder(opt).Options
	list, err := guesses(tables, opt)
	if err != nil {
		return err
	}
	x := &explainer{w: bufio.NewWriter(w)}
	x.line(0, "# What redthread would make of these tables. Change what is wrong and give it")
	x.line(0, "# back with --mapping. Every guess says how sure it is: certain, likely or guess.")
	x.line(0, "# Columns that are named nowhere become attributes; {value: ..} is the same text")
	x.line(0, "# in every row.")
	if len(list) > 0 {
		x.line(0, "tables:")
	}
	for _, a := range list {
		x.table(a)
	}
	return x.w.Flush()
}

type explainer struct {
	w *bufio.Writer
}

func (x *explainer) line(indent int, format string, args ...any) {
	fmt.Fprintf(x.w, "%s%s\n", strings.Repeat(" ", indent), fmt.Sprintf(format, args...)) // the Writer keeps its error for Flush
}

func (x *explainer) table(a *analysis) {
	p := a.plan
	x.line(2, "# %s: %d rows, %d columns", oneLine(a.name), a.rows, len(a.columns))
	for _, why := range p.why {
		x.line(2, "# %s", why)
	}
	x.line(2, "- table: %s", quote(p.Table))
	switch {
	case p.Header == none:
		x.line(4, "# the first row holds values, not names")
		x.line(4, "header: none")
	case p.Header > 0:
		x.line(4, "header: %d", p.Header)
	}
	if p.Model != "" {
		x.line(4, "model: %s", p.Model)
	}
	x.records(a, "entities", p.Entities)
	x.records(a, "relations", p.Relations)
	x.records(a, "sources", p.Sources)
	x.rest(a)
}

func (x *explainer) records(a *analysis, key string, list []*Record) {
	if len(list) == 0 {
		return
	}
	x.line(4, "%s:", key)
	for _, r := range list {
		x.line(6, "-")
		x.record(a, 8, r)
	}
}

func (x *explainer) record(a *analysis, indent int, r *Record) {
	if r.Once {
		x.line(indent, "once: true")
	}
	for _, key := range written {
		if v := r.Fields[key]; v != nil {
			x.value(a, indent, key, v)
		}
	}
	if len(r.Names) > 0 {
		x.line(indent, "names:")
	}
	for _, n := range r.Names {
		x.value(a, indent+2, n.Name, n.Value)
	}
	if len(r.Evidence) > 0 {
		x.line(indent, "evidence:")
	}
	for _, e := range r.Evidence {
		x.line(indent+2, "-")
		x.record(a, indent+4, e)
	}
}

// value writes a value below what it rests on.
func (x *explainer) value(a *analysis, indent int, key string, v *Value) {
	x.line(indent, "# %s", oneLine(v.why))
	for _, c := range v.Columns {
		x.line(indent, "# %s", a.seen(c, dateKey(key)))
		if doubt := a.column(c).doubtful(); doubt != "" && dateKey(key) {
			x.line(indent, "# %s", oneLine(doubt))
		}
	}
	x.line(indent, "%s: %s", quote(key), v.yaml())
}

// rest names the columns that become attributes.
func (x *explainer) rest(a *analysis) {
	used := map[string]bool{}
	for _, r := range a.plan.records() {
		for _, v := range r.values {
			for _, c := range v.Columns {
				used[c] = true
			}
		}
	}
	for _, c := range a.columns {
		if !used[c.name] && a.plan.Model == "" {
			x.line(4, "# attribute %s: %s", oneLine(quote(c.name)), a.seen(c.name, false))
		}
	}
}

// seen says what stands in a column.
func (a *analysis) seen(name string, date bool) string {
	for _, c := range a.columns {
		if c.name == name {
			return c.seen(date)
		}
	}
	return ""
}

func (p *profile) seen(date bool) string {
	all := max(1, p.filled+p.blank)
	distinct := fmt.Sprint(len(p.distinct))
	if len(p.distinct) >= maxHashes {
		distinct = "over " + distinct
	}
	text := fmt.Sprintf("%d%% blank, %s distinct", (p.blank*100+all/2)/all, distinct)
	if words := p.look().dateWords; date && words != "" {
		text += ", " + words
	}
	var samples []string
	for _, v := range p.values[:min(3, len(p.values))] {
		samples = append(samples, quoted(v))
	}
	if samples != nil {
		text += ": " + strings.Join(samples, ", ")
	}
	return oneLine(text)
}

// doubtful is a date of the column that could be two days, and what settles it.
func (p *profile) doubtful() string {
	if p == nil {
		return ""
	}
	column := dates.DecideNamed(p.name, p.values, p.opt)
	for _, v := range p.values {
		if r := column.Read(v); r.Doubt != nil && len(r.Doubt.Readings) > 1 {
			return fmt.Sprintf("%s could be %s or %s: {column: %s, order: dmy} or mdy settles it", quoted(v), r.Doubt.Readings[0], r.Doubt.Readings[1], quote(p.name))
		}
	}
	return ""
}

// quoted is a sample, cut when long.
func quoted(text string) string {
	if r := []rune(text); len(r) > 40 {
		text = string(r[:40]) + "…"
	}
	return `"` + text + `"`
}

// oneLine is a text that stays on its line of comment.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' {
			return ' '
		}
		return r
	}, text)
}

// bare is a text that YAML takes as it stands, for every reader the same.
var bare = regexp.MustCompile(`^[\pL_][\pL\pN_./*-]*( [\pL\pN_.()/-]+)*$`)

// words that YAML readers may take for something else than a text.
var yamlWords = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}

// quote writes a text as a scalar of YAML.
func quote(text string) string {
	if bare.MatchString(text) && !slices.Contains(yamlWords, strings.ToLower(text)) {
		return text
	}
	return strconv.Quote(text) // its escapes are those of YAML, too
}

// yaml writes a value: a column's name alone where that says all.
func (v *Value) yaml() string {
	var parts []string
	add := func(key, text string) {
		if text != "" {
			parts = append(parts, key+": "+quote(text))
		}
	}
	switch len(v.Columns) {
	case 0:
		parts = append(parts, "value: "+quote(v.Const))
	case 1:
		add("column", v.Columns[0])
	default:
		var names []string
		for _, c := range v.Columns {
			names = append(names, quote(c))
		}
		parts = append(parts, "columns: ["+strings.Join(names, ", ")+"]")
	}
	add("default", v.Default)
	add("split", v.Split)
	add("blank", v.Blank)
	add("table", v.Table)
	add("key", v.Key)
	add("make", v.Make)
	if len(parts) == 1 && len(v.Columns) == 1 {
		return quote(v.Columns[0])
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
