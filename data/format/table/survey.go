package table

import (
	"strings"

	"github.com/redthread/redthread/data"
	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/dates"
)

// survey goes through all rows once before records are made of them: how a date
// is written is decided on all values of its column, a source may be cited above
// the row that describes it, and an end is made up only where no row describes
// it.
func (im *importer) survey() error {
	makes, tables := false, 0
	for _, t := range im.tables {
		if t.plan == nil {
			continue
		}
		if len(t.plan.Entities) > 0 {
			tables++
		}
		for _, r := range t.plan.records() {
			for _, v := range r.values {
				makes = makes || v.Make != ""
			}
		}
	}
	im.spaces = tables > 1
	for _, t := range im.tables {
		if t.plan == nil {
			continue
		}
		if err := im.surveyTable(t, makes); err != nil {
			return err
		}
	}
	return nil
}

func (im *importer) surveyTable(t *bound, makes bool) error {
	when := t.whens()
	describes := makes && len(t.plan.Entities) > 0
	if len(when) > 0 || describes || len(t.plan.Sources) > 0 || t.plan.Model == "sources" || t.plan.Model == "kinds" {
		e := &env{bound: t}
		err := t.Rows(func(r Row) bool {
			e.row = r
			for i := range when {
				w := &when[i]
				e.through(w.each, func() { w.add(e.text(w.value)) })
			}
			im.known(e)
			if describes {
				im.describe(e)
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	for _, w := range when {
		opt := t.opt
		if w.value.Order != "" {
			opt.Order = w.value.Order
		}
		if w.value.Century != 0 {
			opt.Century = w.value.Century
		}
		t.of(w.value).dates = dates.DecideNamed(strings.Join(w.value.Columns, " "), w.list, opt)
	}
	return nil
}

// when is a value that holds dates, with its distinct texts in the order of the
// rows.
type when struct {
	value *Value
	each  string // path of the list that its record goes through
	seen  map[string]bool
	list  []string
}

// maxDistinct bounds the texts by which the dates of a column are decided.
const maxDistinct = 200_000

func (w *when) add(text string) {
	if text != "" && len(w.list) < maxDistinct && !w.seen[text] {
		text = strings.Clone(text) // not the whole row with it
		w.seen[text] = true
		w.list = append(w.list, text)
	}
}

// whens are the values of a plan that hold dates.
func (t *bound) whens() []when {
	var list []when
	for _, r := range t.plan.records() {
		parts := append([]*Record{r}, r.Evidence...)
		for _, p := range parts {
			for _, key := range []string{"date", "start", "end"} {
				if v := p.Fields[key]; v != nil {
					list = append(list, when{value: v, each: r.Each, seen: map[string]bool{}})
				}
			}
		}
	}
	return list
}

// through calls f for every item of a list of the row; once where there is none.
func (e *env) through(each string, f func()) {
	e.each, e.item = each, 0
	n := 1
	if each != "" {
		n = e.items()
	}
	for ; e.item < n; e.item++ {
		f()
	}
	e.each = ""
}

// known notes the ids of sources and kinds that the row describes.
func (im *importer) known(e *env) {
	if i, ok := e.column["id"]; ok && e.plan.Model == "sources" {
		im.sources[strings.Clone(e.cell(i).Text)] = ""
	} else if ok && e.plan.Model == "kinds" {
		id := strings.Clone(e.cell(i).Text)
		im.kinds[id] = data.KindID(id)
	}
	for _, r := range e.plan.Sources {
		if id := e.text(r.Fields["id"]); id != "" {
			im.sources[strings.Clone(id)] = ""
		}
	}
}

// describe notes the ids of the entities that the row describes.
func (im *importer) describe(e *env) {
	for _, r := range e.plan.Entities {
		e.through(r.Each, func() {
			id := strings.Clone(orText(e.text(r.Fields["id"]), e.text(r.Fields["name"])))
			im.described.add(format.Ref{ID: id}, e.count)
			if im.spaces {
				im.described.add(format.Ref{Space: e.name, ID: id}, e.count)
			}
		})
	}
	for _, key := range e.keys {
		im.described.add(format.Ref{Space: keySpace(e.name, key), ID: strings.Clone(e.said(e.column[key], nil))}, e.count)
	}
}
